"""Standing sessions: from a pattern and the reviewers' declared days to one activity for each time it recurs.

Ids are ``<pattern>-<area>-<nth day>``, and one held by each reviewer ends in the reviewer's id: they name the day by
its place in its area, so they survive a move of the area. A day that several areas hold, or none, is the review's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from constraints.problem import WORKING, Activity, Need, ReviewerDay
from planner.intake.activities import kind_of, length, needs
from planner.intake.diaries import hours_of_day, in_order
from planner.intake.review import AreaEntry, KindEntry, StandingEntry

NO_AREA = "review"
"""Stands for the area in the id of a session on a day that is not one area's alone."""


def standing_activities(
    entry: StandingEntry,
    kinds: Mapping[str, KindEntry],
    *,
    days: Sequence[ReviewerDay],
    areas: Sequence[AreaEntry],
    members: Collection[str],
    zone: ZoneInfo,
) -> Iterator[Activity]:
    """Every time a pattern recurs: once for all who work that day, or once for each of them.

    Args:
        entry: the pattern.
        kinds: kinds of activity by id.
        days: the reviewers' declared days.
        areas: the areas, whose dates name the days.
        members: the ids of the people whose days the pattern follows.
        zone: the review's zone.

    Raises:
        InputRefused: the kind does not exist, or lengths or hours are impossible.
    """
    pattern = _pattern(entry, kinds)
    held = sorted((day for day in days if _recurs(entry, day) and day.person in members), key=_in_order)
    names = _names(sorted({day.date for day in held}), areas)
    for on, working in groupby(held, key=lambda day: day.date):
        name = f"{entry.id}-{names[on]}"
        window = hours_of_day(on, entry.earliest, entry.latest, zone)
        if entry.shared:
            everyone = Need(pool=entry.pool, count=WORKING)
            yield pattern.model_copy(update={"id": name, "needs": (everyone,), "windows": (window,)})
            continue
        for day in working:
            update = {"id": f"{name}-{day.person}", "needs": (Need(people=(day.person,)),), "windows": (window,)}
            yield pattern.model_copy(update=update)


def _recurs(entry: StandingEntry, day: ReviewerDay) -> bool:
    return day.kind in entry.day_kinds and (entry.start is None or day.date >= entry.start)


def _in_order(day: ReviewerDay) -> tuple[date, str]:
    return day.date, day.person


def _names(dates: Iterable[date], areas: Sequence[AreaEntry]) -> Mapping[date, str]:
    """Each date as ``<area>-<nth>``, counted within the area."""
    names: dict[date, str] = {}
    counted: dict[str, int] = {}
    for on in dates:
        held = [area.id for area in areas if area.start <= on <= area.end]
        area = held[0] if len(held) == 1 else NO_AREA
        counted[area] = counted.get(area, 0) + 1
        names[on] = f"{area}-{counted[area]}"
    return names


def _pattern(entry: StandingEntry, kinds: Mapping[str, KindEntry]) -> Activity:
    """What all of a pattern's sessions have in common, under the pattern's id."""
    where = f"standing session {entry.id}"
    kind = kind_of(where, entry.kind, kinds)
    shortest, longest = length(where, entry.shortest, entry.longest, kind)
    in_order(where, entry.earliest, entry.latest)
    return Activity(
        id=entry.id,
        title=entry.title,
        kind=kind.id,
        shortest=shortest,
        longest=longest,
        counterparts=needs(where, entry.counterparts),
        day_kinds=entry.day_kinds,
        in_day=entry.in_day,
        place=entry.place,
        rooms=entry.rooms,
        breathing_space=kind.breathing_space,
        priority=entry.priority,
        standing=entry.id,
        evidence=kind.evidence,
        interview=kind.interview,
    )
