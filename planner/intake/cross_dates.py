"""Dates inside the review, hours that run forwards, and starts and lengths on its grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from planner.intake.finding import Finding
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry, Review, StandingEntry
from planner.intake.written import Loc, shown

HOUR = 60

LONGEST = timedelta(days=731)
"""No review lasts longer than two years: one that does has a year mistyped."""


def zone_known(review: Review) -> Iterator[Finding]:
    """The review's time zone exists."""
    zone = review.about.zone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = did_you_mean(zone, available_timezones()) or "Write a zone such as Europe/London"
        yield Finding("about", ("zone",), f"there is no time zone {shown(zone)}", hint)


def dates_in_the_review(review: Review) -> Iterator[Finding]:
    """Days, areas and activities lie between the review's first and last day, and each ends after it starts."""
    about = review.about
    first, last = about.declared_start or about.start, about.declared_end or about.end
    if first > last:
        field = "declared_end" if about.declared_end else "declared_start"
        found = f"the review would end ({last:%d/%m/%Y}) before it starts ({first:%d/%m/%Y})"
        yield Finding("about", (field,), found, "Put the earlier before the later")
    if about.end - about.start > LONGEST:
        found = f"{shown(about.end)} is more than two years after the first day, {shown(about.start)}"
        yield Finding("about", ("end",), found, "Look at the years")
    for part, loc, on in _dated(review):
        if not about.start <= on <= about.end:
            hint = f"The review lasts from {about.start:%d/%m/%Y} to {about.end:%d/%m/%Y}"
            yield Finding(part, loc, f"{shown(on)} is outside the review", hint)
    yield from _windows(review)


def days_declared_twice(review: Review) -> Iterator[Finding]:
    """A person's day is declared once."""
    seen: dict[tuple[str, date], str] = {}
    for nth, entry in enumerate(review.days):
        for person in entry.people:
            for at, on in enumerate(entry.dates):
                if (person, on) in seen:
                    found = f"{shown(on)} is declared a second time for {shown(person)} (before: {seen[person, on]})"
                    yield Finding("days", (nth, "dates", at), found, "Declare a person's day once")
                seen.setdefault((person, on), entry.kind)


def hours_forwards(review: Review) -> Iterator[Finding]:
    """The first of two times comes first, and what lies between them is long enough."""
    for nth, hours in enumerate(review.hours):
        yield from _forwards("hours", (nth,), ("start", "end"), (hours.start, hours.end))
        if hours.evening_end is not None:
            yield from _forwards("hours", (nth,), ("end", "evening_end"), (hours.end, hours.evening_end))
    comfort = review.comfort
    preferred = (comfort.preferred_start, comfort.preferred_end)
    yield from _forwards("comfort", (), ("preferred_start", "preferred_end"), preferred)
    for part, nth, entry in _entries(review):
        if entry.earliest is None or entry.latest is None:
            continue
        yield from _forwards(part, (nth,), ("earliest", "latest"), (entry.earliest, entry.latest))
        room = _minutes(entry.latest) - _minutes(entry.earliest)
        needed = entry.shortest or next((kind.shortest for kind in review.kinds if kind.id == entry.kind), 0)
        if 0 < room < needed:
            found = f"{room} minutes lie between {shown(entry.earliest)} and {shown(entry.latest)}, {needed} are needed"
            yield Finding(part, (nth, "latest"), found, "Widen the hours or shorten the activity")


def on_the_grid(review: Review) -> Iterator[Finding]:
    """Lengths are multiples of the grid, times of the day stand on it, and an hour is a multiple of it."""
    grid = review.about.grid
    if HOUR % grid:
        yield Finding("about", ("grid",), f"{grid} minutes do not divide an hour", "Write 5, 10, 15, 20, 30 or 60")
        return
    for part, loc, length in _lengths(review):
        if length % grid:
            below, above = length - length % grid, length - length % grid + grid
            found = f"{length} minutes are not a multiple of the grid of {grid}"
            yield Finding(part, loc, found, f"Write {below} or {above}" if below else f"Write {above}")
    for part, loc, at in _times(review):
        if at.second or at.microsecond or at.minute % grid:
            yield Finding(part, loc, f"{shown(at)} is not on the grid of {grid} minutes", "Write a time on the grid")


def absences_outside(review: Review) -> Iterator[Finding]:
    """Absences that do not touch the review."""
    about = review.about
    for nth, away in enumerate(review.away):
        last = datetime.combine(about.end, time.max)
        if away.end <= datetime.combine(about.start, time()) or away.start > last:
            yield Finding("away", (nth,), "this absence lies outside the review and changes nothing")


def _entries(review: Review) -> Iterator[tuple[str, int, ActivityEntry | StandingEntry]]:
    yield from (("activities", nth, entry) for nth, entry in enumerate(review.activities))
    yield from (("standing", nth, entry) for nth, entry in enumerate(review.standing))


def _dated(review: Review) -> Iterator[tuple[str, Loc, date]]:
    for nth, day in enumerate(review.days):
        yield from (("days", (nth, "dates", at), on) for at, on in enumerate(day.dates))
    for nth, line in enumerate(review.outside):
        yield "outside", (nth, "date"), line.date
    for nth, area in enumerate(review.areas):
        yield "areas", (nth, "start"), area.start
        yield "areas", (nth, "end"), area.end
    for nth, entry in enumerate(review.activities):
        yield from (("activities", (nth, "start"), on) for on in (entry.start,) if on)
        yield from (("activities", (nth, "end"), on) for on in (entry.end,) if on)
    for nth, standing in enumerate(review.standing):
        yield from (("standing", (nth, "start"), on) for on in (standing.start,) if on)


def _windows(review: Review) -> Iterator[Finding]:
    about = review.about
    areas = {area.id: area for area in review.areas}
    for nth, area in enumerate(review.areas):
        if area.start > area.end:
            yield Finding("areas", (nth, "end"), f"{shown(area.end)} is before its first day, {shown(area.start)}")
    for nth, entry in enumerate(review.activities):
        start, end = entry.start or about.start, entry.end or about.end
        if start > end:
            yield Finding("activities", (nth, "end"), f"{shown(end)} is before its first day, {shown(start)}")
        area_of = areas.get(entry.area)
        if area_of and (start > area_of.end or end < area_of.start):
            found = f"its days do not meet those of its area, {area_of.start:%d/%m/%Y} to {area_of.end:%d/%m/%Y}"
            yield Finding("activities", (nth, "start" if entry.start else "end"), found)


def _forwards(part: str, loc: Loc, names: tuple[str, str], times: tuple[time, time]) -> Iterator[Finding]:
    (first, last), (start, end) = names, times
    if start >= end:
        found = f"{shown(end)} is not after {first.replace('_', ' ')}, {shown(start)}"
        yield Finding(part, (*loc, last), found, "Put the earlier before the later")


def _lengths(review: Review) -> Iterator[tuple[str, Loc, int]]:
    for nth, kind in enumerate(review.kinds):
        yield from _measures("kinds", nth, (kind.shortest, kind.longest, kind.breathing_space))
    for nth, entry in enumerate(review.activities):
        yield from _measures("activities", nth, (entry.shortest, entry.longest, entry.breathing_space))
    for nth, standing in enumerate(review.standing):
        yield from _measures("standing", nth, (standing.shortest, standing.longest, None))


def _measures(part: str, nth: int, values: Sequence[int | None]) -> Iterator[tuple[str, Loc, int]]:
    for field, value in zip(("shortest", "longest", "breathing_space"), values, strict=True):
        if value is not None:
            yield part, (nth, field), value


def _times(review: Review) -> Iterator[tuple[str, Loc, time]]:
    for nth, hours in enumerate(review.hours):
        yield "hours", (nth, "start"), hours.start
        yield "hours", (nth, "end"), hours.end
        yield from (("hours", (nth, "evening_end"), at) for at in (hours.evening_end,) if at)
    yield "comfort", ("preferred_start",), review.comfort.preferred_start
    yield "comfort", ("preferred_end",), review.comfort.preferred_end
    for part, nth, entry in _entries(review):
        yield from ((part, (nth, "earliest"), at) for at in (entry.earliest,) if at)
        yield from ((part, (nth, "latest"), at) for at in (entry.latest,) if at)


def _minutes(at: time) -> int:
    return at.hour * HOUR + at.minute
