"""Dates and times as the documents write them: ``Tuesday 4 May 2021``, ``10.00-11.15`` with a dash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEK = timedelta(days=7)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def weekday(day: date) -> str:
    """The name of its weekday, in English whatever the machine's own language."""
    return WEEKDAYS[day.weekday()]


def in_full(day: date) -> str:
    """``4 May 2021``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_short(day: date) -> str:
    """``Tue 4 May``."""
    return f"{weekday(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def clock(when: datetime, zone: str) -> str:
    """``09.30``, on the clocks of the zone."""
    return f"{when.astimezone(ZoneInfo(zone)):%H.%M}"


def stretch(start: datetime, end: datetime, zone: str) -> str:
    """``10.00-11.15`` with a dash, on the clocks of the zone."""
    return f"{clock(start, zone)}\N{EN DASH}{clock(end, zone)}"


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def pauses(mondays: Sequence[date]) -> Mapping[date, str]:
    """Before which weeks nothing is held for a week or more, each with the sentence that says so."""
    return {
        monday: f"Nothing is held from {_full_day(last + WEEK)} to {_full_day(monday - timedelta(days=1))}."
        for last, monday in pairwise(mondays)
        if monday - last > WEEK
    }


def _full_day(day: date) -> str:
    return f"{weekday(day)} {in_full(day)}"


def week_number(number: int) -> str:
    """``Week three``; beyond twelve in figures."""
    return f"Week {NUMBERS[number - 1] if 1 <= number <= len(NUMBERS) else number}"
