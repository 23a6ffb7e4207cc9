"""From what stands in a cell or behind a key to one plain value: dates, times, numbers, words.

Every reading answers the value and, where it had to read past something harmless, a sentence part that says so.
What cannot be read raises ``UnreadableError`` with what to try.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, timedelta

SPACES = "spaces beside or inside the text were dropped"
DATE_TEXT = "a date written as text was read (the day before the month)"
TIME_TEXT = "a time written as text was read"
WHOLE_DAY = "a date without a time was read as the whole day"
NUMBER_TEXT = "a number written as text was read"
POINT_NOUGHT = "a whole number written with a decimal part of nought was read"
YES_TEXT = "yes or no written as text was read"

DATE_HINT = "Write a date such as 2021-04-15 or 15/04/2021"
TIME_HINT = "Write a time of the day such as 09:30"
MOMENT_HINT = "Write a date and a local time such as 2021-04-15 09:30"

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2}) ([a-z]{3,}) (\d{4})", re.IGNORECASE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_MOST_DIGITS = 15

Read = tuple[object, str]


class UnreadableError(Exception):
    """A value that is not what its field holds: what was expected, and what to try."""

    def __init__(self, expected: str, hint: str) -> None:
        self.expected = expected
        self.hint = hint
        super().__init__(expected)


def words(value: str) -> str:
    """Text on one line without spaces at its ends or doubled, and without characters that cannot be seen."""
    return " ".join((value if value.isascii() else value.translate(_INVISIBLE)).split())


def read_text(value: object, in_sheet: bool) -> Read:
    """Text; a number counts as text on a sheet only, where nobody can tell them apart."""
    if isinstance(value, str):
        plain = words(value)
        return plain, SPACES if plain != value else ""
    if in_sheet and isinstance(value, float) and value.is_integer():
        if abs(value) >= 10**_MOST_DIGITS:
            raise UnreadableError(
                "text", "A cell keeps only 15 digits of a number: format it as Text and type it again"
            )
        return f"{value:.0f}", ""
    raise UnreadableError("text", "Format the cell as Text" if in_sheet else "Put it in quotation marks")


def read_date(value: object) -> tuple[date, str]:
    """A date; text may be 2021-04-15, 15/04/2021, the day before the month, or 15 April 2021."""
    if isinstance(value, datetime):
        if value.time() == time() and value.tzinfo is None:
            return value.date(), ""
    elif isinstance(value, date):
        return value, ""
    elif isinstance(value, str):
        return _date(words(value)), DATE_TEXT
    raise UnreadableError("a date", DATE_HINT)


def read_time(value: object) -> tuple[time, str]:
    """A time of the day; text may be 9:00, 09:00 or 09.00."""
    if isinstance(value, time) and value.tzinfo is None:
        return value, ""
    # a cell of Excel's form [h]:mm counts hours instead of telling the time
    if isinstance(value, timedelta) and timedelta() <= value < timedelta(days=1):
        return (datetime.combine(date.min, time(), UTC) + value).time(), ""
    if isinstance(value, str):
        return _time(words(value)), TIME_TEXT
    raise UnreadableError("a time of the day", TIME_HINT)


def read_moment(value: object, *, ends: bool) -> Read:
    """A date and a local time; a date alone is the start of the day, or its end for the end of a stretch."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise UnreadableError("a local time", "Leave the offset out: times are those of the review's time zone")
        return value, ""
    if isinstance(value, date):
        return _edge(value, ends), WHOLE_DAY
    if not isinstance(value, str):
        raise UnreadableError("a date and a time", MOMENT_HINT)
    text = words(value) if _ISO.match(words(value)) is None else words(value).replace("T", " ")
    day, _, clock = text.rpartition(" ")
    try:
        if not _CLOCK.fullmatch(clock):
            return _edge(_date(text), ends), WHOLE_DAY
        return datetime.combine(_date(day), _time(clock)), DATE_TEXT
    except UnreadableError:
        raise UnreadableError("a date and a time", MOMENT_HINT) from None


def read_number(value: object, in_sheet: bool, *, whole: bool) -> Read:
    """A number, whole if so wanted; 2.0 and text that is a number are read."""
    expected = "a whole number" if whole else "a number"
    note = ""
    if isinstance(value, str):
        text = words(value)
        if not _NUMBER.fullmatch(text) or len(text) > _MOST_DIGITS:
            raise UnreadableError(expected, f"Write {expected} in figures")
        value, note = float(text), NUMBER_TEXT
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UnreadableError(expected, f"Write {expected} in figures")
    if abs(value) >= 10**_MOST_DIGITS:
        raise UnreadableError(f"{expected} of a size that can be used", f"Write {expected} in figures")
    if not whole:
        return value, note
    if isinstance(value, int):
        return value, note
    if not value.is_integer():
        raise UnreadableError(expected, "Round it to a whole number")
    return int(value), note or ("" if in_sheet else POINT_NOUGHT)


def read_yes_no(value: object, in_sheet: bool) -> Read:
    """Yes or no, true or false."""
    if isinstance(value, bool):
        return value, ""
    if isinstance(value, str) and (said := words(value).casefold()) in {"yes", "no", "true", "false"}:
        return said in {"yes", "true"}, "" if in_sheet else YES_TEXT
    raise UnreadableError("yes or no", "Write yes or no" if in_sheet else "Write true or false")


def _edge(day: date, ends: bool) -> datetime:
    if ends and day == date.max:
        raise UnreadableError("a date and a time", MOMENT_HINT)
    return datetime.combine(day + timedelta(days=1) if ends else day, time())


def _date(text: str) -> date:
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if british := _BRITISH.fullmatch(text):
            return date(int(british[3]), int(british[2]), int(british[1]))
        if (said := _WORDS.fullmatch(text)) and (month := _month(said[2])):
            return date(int(said[3]), month, int(said[1]))
    except ValueError:
        raise UnreadableError("a date of the calendar", DATE_HINT) from None
    raise UnreadableError("a date", DATE_HINT)


def _month(name: str) -> int:
    """The month that a word, or its beginning, names; 0: none."""
    return next((nth for nth, one in enumerate(_MONTHS, start=1) if one.startswith(name.casefold())), 0)


def _time(text: str) -> time:
    try:
        if clock := _CLOCK.fullmatch(text):
            return time(int(clock[1]), int(clock[2]), int(clock[3] or 0))
    except ValueError:
        raise UnreadableError("a time of the day", TIME_HINT) from None
    raise UnreadableError("a time of the day", TIME_HINT)
