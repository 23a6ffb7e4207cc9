"""Sites, the ways between them, and rooms that are large enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from constraints.problem import Mode
from planner.intake.cross_names import ONLINE
from planner.intake.cross_needs import able_to
from planner.intake.finding import Finding
from planner.intake.lent import with_lent
from planner.intake.review import CaseEntry, NeedEntry, Review, StaffMember
from planner.intake.written import shown


def ways_between_sites(review: Review) -> Iterator[Finding]:
    """A way leads from one site to another and is written once; no site is called as what is held at none."""
    for nth, site in enumerate(review.sites):
        if site.id.casefold() == ONLINE:
            yield Finding("sites", (nth, "id"), f"{shown(site.id)} is what is held at no site", "Call it otherwise")
    written: set[frozenset[str]] = set()
    for nth, way in enumerate(review.travel):
        ends = frozenset(way.between)
        if len(ends) == 1:
            found = f"the way leads from {shown(way.between[0])} to itself"
            yield Finding("travel", (nth, "between"), found, "Name two sites")
        elif ends in written:
            found = f"the way between {shown(way.between[0])} and {shown(way.between[1])} stands here a second time"
            yield Finding("travel", (nth, "between"), found, "Write it once; it counts in either direction")
        written.add(ends)


def rooms_large_enough(review: Review) -> Iterator[Finding]:
    """No activity may take a room with fewer seats than it has people at least, or use its room as a thing besides."""
    seats = {resource.id: resource.seats for resource in review.resources}
    for part, nth, rooms, least in _least_people(review):
        for at, room in enumerate(rooms):
            has = seats.get(room)
            if has is not None and has < least:
                seated = "one seat" if has == 1 else f"{has} seats"
                found = f"{shown(room)} has {seated}, and at least {least} people are there"
                yield Finding(part, (nth, "rooms", at), found, "Name a larger room in its place")
    for nth, entry in enumerate(review.activities):
        for at, room in enumerate(entry.rooms):
            if room in entry.resources:
                found = f"{shown(room)} is named among the resources, too"
                yield Finding("activities", (nth, "rooms", at), found, "Name it once: a session takes one of its rooms")


def ways_not_written(review: Review) -> Iterator[Finding]:
    """Pairs of sites that are used and have no way between them, where ways are written at all."""
    used = {entry.place for part in (review.activities, review.standing) for entry in part}
    sites = [site.id for site in review.sites if site.id in used]
    written = {frozenset(way.between) for way in review.travel}
    missing = [pair for pair in combinations(sites, 2) if frozenset(pair) not in written]
    if written and missing:
        (one, other), more = missing[0], len(missing) - 1
        besides = f" (and {more} more like it)" if more else ""
        found = f"the way between {shown(one)} and {shown(other)} is not written{besides} and takes no time"
        yield Finding("travel", (), found)


def _least_people(review: Review) -> Iterator[tuple[str, int, tuple[str, ...], int]]:
    """The rooms of every entry, and how many people it has at least; nobody fills two needs."""
    for nth, (entry, lent) in enumerate(zip(review.activities, with_lent(review.activities), strict=True)):
        holding = _least(lent.needs, review.staff) or 1
        met = _least(entry.counterparts, review.staff) + _brought(entry.case)
        yield "activities", nth, entry.rooms, holding + met
    for nth, standing in enumerate(review.standing):
        yield "standing", nth, standing.rooms, 1 + _least(standing.counterparts, review.staff)


def _least(needs: Iterable[NeedEntry], staff: Iterable[StaffMember]) -> int:
    return sum(_filling(need, staff) for need in needs)


def _filling(need: NeedEntry, staff: Iterable[StaffMember]) -> int:
    """How many people fill a need at least; of those who work that day, one."""
    if need.people:
        return len(need.people)
    if isinstance(need.count, int):
        return need.count
    return len(able_to(need, staff)) if need.count == "all" else 1


def _brought(case: CaseEntry | None) -> int:
    """How many people the cases bring at least."""
    if case is None or Mode.RECORD in case.modes:
        return 0
    return 1 if Mode.COVER in case.modes else case.enough
