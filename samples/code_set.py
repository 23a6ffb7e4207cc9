"""How a cell is read to its code.

Councils spell codes in many ways; a cell whose code cannot be told for certain is unmatched, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

HowCoded = Literal["code", "code with label", "label", "blank", "unmatched"]

_LETTER = re.compile(r"^([a-z]{1,2})\s*(?:[).:\-\u2013]\s*(.*))?$", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(
    r"^(?:[a-z]{1,2}\s*\)\s*)?([a-z]{1,2}\d{1,2}[a-z]?)(?:\s*[:.)\-\u2013]?\s+|\s*[:.)\-\u2013]\s*|$)(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\b")


def words(text: str) -> str:
    """A text without case, punctuation, curly quotes or double blanks, for comparing labels and headers."""
    plain = re.sub(r"['\u2018\u2019\u201c\u201d\"`]", "", text.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", plain))


@dataclass(frozen=True)
class Coded:
    """A cell read to its code: the code (the text itself where unmatched) and how it was read."""

    code: str
    how: HowCoded


@dataclass(frozen=True)
class CodeSet:
    """A set of codes with their labels, and the headers of the columns that hold them."""

    name: str
    labels: Mapping[str, tuple[str, ...]]
    """Code to labels, the official one first."""
    columns: tuple[str, ...]

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        return {words(label): code for code, labels in self.labels.items() for label in labels}

    def read(self, raw: str) -> Coded:
        """Read a cell such as ``C1: ICO``, ``a) Male``, ``C1 - Interim care order`` or a bare ``C1``.

        A label that belongs to another code, or a second code of the set in the same cell, leaves it unmatched.
        """
        text = " ".join(raw.split())
        if not text:
            return Coded("", "blank")
        if words(text) in self._by_label:
            return Coded(self._by_label[words(text)], "label")
        for pattern in (_CODE, _LETTER):
            found = pattern.match(text)
            code = self._spelled(found.group(1)) if found else None
            if found and code:
                rest = (found.group(2) or "").strip()
                if self._contradicts(code, rest):
                    break
                return Coded(code, "code with label" if rest else "code")
        return Coded(text, "unmatched")

    def _spelled(self, found: str) -> str | None:
        return next((code for code in self.labels if code.casefold() == found.casefold()), None)

    def _contradicts(self, code: str, rest: str) -> bool:
        if self._by_label.get(words(rest), code) != code:
            return True
        return any(other != code and other in self.labels for other in _TOKEN.findall(rest))
