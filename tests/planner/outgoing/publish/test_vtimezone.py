"""Our block for Europe/London says what the time zone database says, and survives being written by the library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from ics import Component, changes, offset_at, read

from planner.outgoing.publish.vtimezone import by_london_clock, london, timezone, written

LONDON = ZoneInfo("Europe/London")
GIVEN = Path(__file__).parents[4] / ".." / "shared" / "data" / "europe_london.vtimezone.ics"
HOUR = timedelta(hours=1)


def block() -> Component:
    whole = f"BEGIN:VCALENDAR\n{london().strip()}\nEND:VCALENDAR\n".replace("\n", "\r\n")
    (zone,) = read(whole.encode()).parts
    return zone


def said(zone: Component) -> dict[str, dict[str, set[str]]]:
    """What each observance says, the parts of a rule in any order."""
    return {part.name: {one.name: set(one.value.split(";")) for one in part.properties} for part in (zone, *zone.parts)}


def test_block_is_right_at_every_hour_around_both_changes_of_each_year() -> None:
    changed = list(changes(block()))
    around = [
        datetime(year, month, 1, tzinfo=UTC) + timedelta(days=22) + nth * HOUR
        for year in range(1997, 2038)
        for month in (3, 10)
        for nth in range(10 * 24)
    ]
    assert [offset_at(changed, when) for when in around] == [when.astimezone(LONDON).utcoffset() for when in around]


def test_block_is_right_on_the_first_of_every_month() -> None:
    changed = list(changes(block()))
    firsts = [datetime(year, month, 1, 12, tzinfo=UTC) for year in range(1997, 2038) for month in range(1, 13)]
    assert [offset_at(changed, when) for when in firsts] == [when.astimezone(LONDON).utcoffset() for when in firsts]


def test_block_has_a_recurring_rule_for_each_change_and_no_dates() -> None:
    zone = block()
    assert [part.name for part in zone.parts] == ["DAYLIGHT", "STANDARD"]
    assert [part.one("RRULE").value for part in zone.parts] == [
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ]
    assert [len(part.all("RDATE")) for part in zone.parts] == [0, 0]


def test_block_says_the_same_as_the_library_writes_it() -> None:
    whole = b"BEGIN:VCALENDAR\r\n" + timezone().to_ical() + b"END:VCALENDAR\r\n"
    (zone,) = read(whole).parts
    assert said(zone) == said(block())


def test_block_is_the_one_that_was_verified() -> None:
    if not GIVEN.exists():
        pytest.skip("the shared folder is not there")
    assert london() == GIVEN.read_text("utf-8")


@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Dublin", "Asia/Dubai"])
def test_written_time_is_the_same_instant(zone: str) -> None:
    tz = ZoneInfo(zone)
    days = [datetime.combine(day, datetime.min.time(), UTC) for day in (date(2021, 3, 28), date(2021, 10, 31))]
    for when in [(day + nth * HOUR / 2).astimezone(tz) for day in days for nth in range(12)]:
        assert written(when, zone).astimezone(UTC) == when.astimezone(UTC)


def test_london_is_written_by_its_own_clock_and_the_hour_shown_twice_in_utc_the_second_time() -> None:
    first = datetime(2021, 10, 31, 1, 30, tzinfo=LONDON)
    second = first.replace(fold=1)
    assert (written(first, "Europe/London").isoformat(), by_london_clock([first])) == (
        "2021-10-31T01:30:00+01:00",
        True,
    )
    assert written(second, "Europe/London") == datetime(2021, 10, 31, 1, 30, tzinfo=UTC)
    assert not by_london_clock([written(second, "Europe/London")])


def test_other_zones_are_written_in_utc() -> None:
    dublin = datetime(2021, 7, 1, 10, tzinfo=ZoneInfo("Europe/Dublin"))
    assert written(dublin, "Europe/Dublin").isoformat() == "2021-07-01T09:00:00+00:00"
    assert not by_london_clock([written(dublin, "Europe/Dublin")])
