"""Reading one cell: the raw value is kept beside what it was read as, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from samples.code_set import CodeSet, HowCoded
from samples.sheets import Raw

How = Literal["text", "number", "date", "date written as text", "no date"] | HowCoded
"""``no date``: it has a date's form but the calendar has no such day. ``unmatched``: no code for certain."""

_NOTHING = frozenset({"#n/a", "#n/a!", "#null!", "#ref!", "#value!", "#name?", "#div/0!", "null", "nan"})
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$")
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$")


@dataclass(frozen=True)
class Cell:
    """A cell: as it stands in the list, what it was read as, and how. Its repr tells nothing of its content."""

    raw: str = field(repr=False)
    value: str | date = field(repr=False)
    how: How

    @property
    def blank(self) -> bool:
        """Whether nothing stands there (spreadsheet errors such as #N/A count as nothing)."""
        return self.how == "blank"

    @property
    def date(self) -> date | None:
        """The date that stands there; None where it is none."""
        return self.value if isinstance(self.value, date) else None

    @property
    def text(self) -> str:
        """What was read, as text: a code, a text, a date as 2021-04-14."""
        return self.value.isoformat() if isinstance(self.value, date) else self.value


BLANK = Cell("", "", "blank")


def plain(raw: Raw) -> str:
    """A raw value as clean text: single blanks, whole numbers without a decimal point."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return " ".join(str(raw).replace("\u00a0", " ").split())


def read_cell(raw: Raw, codes: CodeSet | None = None) -> Cell:
    """Read a cell of a column with these codes, or of one without.

    Dates are real dates, ``dd/mm/yyyy`` or ``yyyy-mm-dd``; a time of day is dropped.
    """
    text = plain(raw)
    if not text or text.casefold() in _NOTHING:
        return BLANK if not text else Cell(text, "", "blank")
    if isinstance(raw, datetime):
        return Cell(text, raw.date(), "date")
    if isinstance(raw, date):
        return Cell(text, raw, "date")
    if codes is not None:
        coded = codes.read(text)
        return Cell(text, coded.code, coded.how)
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return Cell(text, text, "number")
    return _read_text(text)


def _read_text(text: str) -> Cell:
    if found := _DAY_FIRST.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.match(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return Cell(text, text, "text")
    try:
        return Cell(text, date(year, month, day), "date written as text")
    except ValueError:
        return Cell(text, text, "no date")
