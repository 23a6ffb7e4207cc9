"""Dates and times as people and Excel leave them in a cell that was typed into."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from planner.intake.plain import DATE_HINT, TIME_HINT, UnreadableError, read_date, read_time, words

COLON = "Write the time with a colon, such as 13:30; with a point it is a number to Excel"

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

NUMBERS_AS_DATES = 1900
"""The year of a small number that stands in a cell of dates or times."""

_FIRST_DAY, _LAST_DAY = 20_000, 60_000
"""Excel's days 1954 to 2064, counted from 30 December 1899: what a date cell holds that was formatted as a number."""

_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+(.*)", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_LONG = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?([a-z]{3,9})\.?,?(?:[\s/.-]+(\d{4}|\d{2}))?", re.IGNORECASE
)
_TWELVE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s*m\.?", re.IGNORECASE)
_BARE = re.compile(r"(\d{2})(?:h|\s)?(\d{2})(?:\s*h(?:ou)?rs)?", re.IGNORECASE)


def date_in(cell: object, near: date) -> date:
    """The date in a cell.

    Args:
        cell: a date, a number of Excel's days, or text such as ``4 May``, ``Tue 4 May 2021`` or ``4/5/21``.
        near: the date that stood there, whose year is meant where none is written.

    Raises:
        UnreadableError: it is no date, or its weekday is another one.
    """
    if isinstance(cell, date):
        if cell.year == NUMBERS_AS_DATES:
            raise UnreadableError("a date", DATE_HINT)
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, float) and _FIRST_DAY <= cell <= _LAST_DAY:
        return date(1899, 12, 30) + timedelta(int(cell))
    if not isinstance(cell, str):
        return read_date(cell)[0]
    weekday = _WEEKDAY.fullmatch(words(cell))
    found = _date(weekday[2] if weekday else words(cell), near)
    if weekday and WEEKDAYS[found.weekday()][:3] != weekday[1].casefold():
        raise UnreadableError(f"a date: {found:%d/%m/%Y} is a {WEEKDAYS[found.weekday()].title()}", DATE_HINT)
    return found


def time_in(cell: object, on: date) -> time:
    """The time of the day in a cell, in whole minutes.

    Args:
        cell: a time, a part of a day as a number, or text such as ``13.30``, ``13:30`` or ``1.30pm``.
        on: the date of its row, which may stand in the cell beside the time.

    Raises:
        UnreadableError: it is no time of the day.
    """
    if isinstance(cell, datetime):
        if cell.date() != on:
            raise UnreadableError("a time of the day", COLON)
        return _minutes(cell.time())
    if isinstance(cell, float) and not isinstance(cell, bool):
        if not 0 <= cell < 1:
            raise UnreadableError("a time of the day", COLON)
        return _minutes((datetime.combine(on, time()) + timedelta(days=cell)).time())
    if isinstance(cell, date):
        raise UnreadableError("a time of the day", COLON)
    if isinstance(cell, str) and (found := _clock(words(cell))):
        return found
    return _minutes(read_time(cell)[0])


def _date(text: str, near: date) -> date:
    try:
        if short := _SHORT.fullmatch(text):
            return date(_year(short[3], near), int(short[2]), int(short[1]))
        long = _LONG.fullmatch(text)
        if long and long[2][:3].casefold() in MONTHS:
            return date(_year(long[3], near), MONTHS.index(long[2][:3].casefold()) + 1, int(long[1]))
    except ValueError:
        raise UnreadableError("a date of the calendar", DATE_HINT) from None
    return read_date(text)[0]


def _year(said: str | None, near: date) -> int:
    if not said:
        return near.year
    return int(said) if len(said) == 4 else 2000 + int(said)


def _clock(text: str) -> time | None:
    """A time of twelve hours, or one without a mark between hours and minutes; None: it is written otherwise."""
    if text.casefold() in {"noon", "midday", "12 noon"}:
        return time(12)
    try:
        if (twelve := _TWELVE.fullmatch(text)) and 1 <= int(twelve[1]) <= 12:
            afternoon = 12 if twelve[3].casefold() == "p" else 0
            return time(int(twelve[1]) % 12 + afternoon, int(twelve[2] or 0))
        if bare := _BARE.fullmatch(text):
            return time(int(bare[1]), int(bare[2]))
    except ValueError:
        raise UnreadableError("a time of the day", TIME_HINT) from None
    return None


def _minutes(read: time) -> time:
    """A time in whole minutes: Excel keeps a third of a day as a number with an end."""
    seconds = round(read.hour * 3600 + read.minute * 60 + read.second + read.microsecond / 1_000_000)
    if seconds % 60:
        raise UnreadableError("a time in whole minutes", TIME_HINT)
    return time(seconds // 3600 % 24, seconds // 60 % 60)
