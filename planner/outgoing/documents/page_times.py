"""Days and times as a page prints them, in the zone of the review, with the machine's form beside them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from planner.outgoing.documents.dates import clock, in_full, weekday
from planner.outgoing.documents.elements import Html, element


def full_day_of(on: date) -> str:
    """A day with its year: Wednesday 28 April 2021."""
    return f"{weekday(on)} {in_full(on)}"


def day_element(on: date) -> Html:
    """A day in words, marked with its date: the weekday stands above the rest where there is room."""
    return element("time", element("span", weekday(on), class_="weekday"), f" {in_full(on)}", datetime=on.isoformat())


def moment_element(at: datetime, zone: str) -> Html:
    """A day and time of day: Wednesday 28 April 2021, 10.00."""
    here = at.astimezone(ZoneInfo(zone))
    return element(
        "time", f"{full_day_of(here.date())}, {clock(at, zone)}", datetime=here.isoformat(timespec="minutes")
    )


def hours_element(start: datetime, end: datetime, zone: str) -> Html:
    """From when to when: 10.00-11.00, with an en dash."""
    return element("p", _time_element(start, zone), "\N{EN DASH}", _time_element(end, zone), class_="when")


def _time_element(at: datetime, zone: str) -> Html:
    here = at.astimezone(ZoneInfo(zone))
    return element("time", clock(at, zone), datetime=here.isoformat(timespec="minutes"))
