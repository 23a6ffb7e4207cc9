"""How a time is written in a calendar, and the time zone that goes with it (RFC 5545, 3.3.5 and 3.6.5).

London's rules are a block of our own, one recurring rule for each change. The block that the icalendar library
generates lists dates instead, which several calendars read as half the year being an hour out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from icalendar import Timezone

LONDON = "Europe/London"


@cache
def london() -> str:
    """The VTIMEZONE of Europe/London, right from 27 October 1996 for as long as the rules stay."""
    return files("planner.outgoing.publish").joinpath("europe_london.ics").read_text("utf-8")


def timezone() -> Timezone:
    """The VTIMEZONE of Europe/London, as the library's own component."""
    block = Timezone.from_ical(london())
    assert isinstance(block, Timezone)
    return block


def written(when: datetime, zone: str) -> datetime:
    """A time as it is to be written: London's by London's clock, any other in UTC.

    The hour that London's clock shows for the second time in October has no name of its own there (RFC 5545, 3.3.5),
    so it is written in UTC too.
    """
    local = when.astimezone(ZoneInfo(LONDON))
    return local if zone == LONDON and not local.fold else when.astimezone(UTC)


def by_london_clock(times: Iterable[datetime]) -> bool:
    """Whether any of these times, as they are to be written, needs the VTIMEZONE."""
    return any(isinstance(when.tzinfo, ZoneInfo) for when in times)
