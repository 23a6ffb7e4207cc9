"""A part of the review as one file writes it, before it is judged: plain values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from samples.errors import InputRefused

Loc = tuple[str | int, ...]
"""The way to a value inside a part: ``(3, "needs", 0, "pool")``; a part of one entry begins with a field."""

LONGEST_SHOWN = 60
"""Characters of a value that a sentence shows."""

PRIVATE = frozenset({"cases"})
"""Fields whose values may name a child: no sentence shows them (``conflicts.cases``)."""


@dataclass(frozen=True)
class Written:
    """A part as written: where it stands, its plain values, and the place of each value in words."""

    part: str
    home: str
    values: Mapping[str, object] | list[Mapping[str, object]]
    where: Callable[[Loc], str]
    in_sheet: bool = False

    def refused(self, loc: Loc, found: str, hint: str = "") -> InputRefused:
        """The refusal of what stands at a place of this part."""
        return InputRefused(self.where(loc), found, hint)


def shown(value: object, loc: Loc = ()) -> str:
    """A value in quotation marks as one short line, or a word for it where it may name a child."""
    if PRIVATE & set(loc):
        return "what stands here"
    text = " ".join(_text(value).split())
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 3] + "..."
    return f"'{text}'"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}" if not value.second else f"{value:%H:%M:%S}"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)
