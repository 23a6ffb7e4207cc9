"""Words and dates as they stand in a text, however it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|'?\d{2}(?![.:]\d))"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+)?"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_NUMBERS = r"(?P<number>\d{1,2})", r"(?P<day>\d{1,2})"
_FIRST, _AGAIN = r"\s?(?P<mark>[-/._ ])\s?", r"\s?(?P=mark)\s?"
_ENDS = rf"(?=T\d|{_AFTER})"
_DATES = tuple(
    re.compile(_BEFORE + pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<year>\d{{4}}){_FIRST}{_NUMBERS[0]}{_AGAIN}{_NUMBERS[1]}{_ENDS}",
        rf"(?P<year>(?:19|20)\d\d)(?P<number>\d\d)(?P<day>\d\d){_ENDS}",
        rf"(?P<day>\d\d)(?P<number>\d\d)(?P<year>(?:19|20)\d\d){_AFTER}",
        rf"{_NUMBERS[1]}{_FIRST}{_NUMBERS[0]}{_AGAIN}(?P<year>\d{{4}}){_AFTER}",
        rf"{_NUMBERS[1]}(?P<mark>[-/._]){_NUMBERS[0]}(?P=mark)(?P<year>\d{{2}}){_AFTER}",
        rf"{_WEEKDAY}{_DAY}[\s._/-]*(?:of\s+)?{_MONTH}[\s.,_/-]*{_YEAR}{_AFTER}",
        rf"{_MONTH}[\s._/-]*{_DAY}(?:\s*,\s*|\s+|[_/-]){_YEAR}{_AFTER}",
    )
)
_PARTS_OF_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_BEFORE}{_WEEKDAY}{_DAY}\s+{_MONTH}{_AFTER}", rf"{_BEFORE}{_MONTH}\s+(?P<year>\d{{4}}){_AFTER}")
)
_TIME = re.compile(
    r"(?<![\w.:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?(?:\.0+)?(?:Z|[+-]\d\d:\d\d)?(?![\w:])|(?<=\d)T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word and where it stands."""

    said: str
    start: int
    end: int


class Dated(NamedTuple):
    """A date, or a part of one, and where it stands; what it does not say is None."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None

    @property
    def whole(self) -> date | None:
        """The date; None: it is only a part of one."""
        return date(self.year, self.month, self.day) if self.year and self.day else None


def plain(text: str) -> str:
    """A text without letters that cannot be seen, variants of letters and typographic apostrophes."""
    if text.isascii():
        return text
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", seen).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def words(text: str) -> list[Word]:
    """The words of a text: letters and digits, whatever joins them."""
    return [Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]


def sequence(text: str) -> tuple[str, ...]:
    """The words of a text without regard to case."""
    return tuple(word.said.casefold() for word in words(plain(text)))


def dates(text: str) -> Iterator[Dated]:
    """Every date in a text: British order, with names of months either way, years of two digits up to this century."""
    for pattern in _DATES if _DIGIT.search(text) else ():
        for found in pattern.finditer(text):
            if read := _read(found):
                yield read


def parts_of_dates(text: str) -> Iterator[Dated]:
    """A day with a month, or a month with a year."""
    for pattern in _PARTS_OF_DATES if _DIGIT.search(text) else ():
        for found in pattern.finditer(text):
            if read := _read(found):
                yield read


def times(text: str) -> Iterator[tuple[int, int]]:
    """Where times of day stand."""
    for found in _TIME.finditer(text):
        yield found.span()


def _read(found: re.Match[str]) -> Dated | None:
    said = found.groupdict()
    month = int(said["number"]) if said.get("number") else _MONTHS.index(said["month"][:3].lower()) + 1
    day = int(said["day"]) if said.get("day") else None
    year = _year(said["year"]) if said.get("year") else None
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return Dated(*found.span(), day, month, year)


def _year(said: str) -> int:
    digits = said.removeprefix("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
