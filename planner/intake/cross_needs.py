"""Needs that somebody can meet, an order that can be kept, lengths and strata that say all they have to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from planner.intake.finding import Finding
from planner.intake.nearest import did_you_mean
from planner.intake.review import NeedEntry, Review, StaffMember
from planner.intake.written import Loc, shown

REVIEWERS = "reviewers"
"""Whose need an activity has that names none."""

MOST_REPEATS = 200
"""More of one activity than any review holds: a slip of the pen that would fill the memory."""

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_NEEDS_DATE = frozenset({"most recent", "first in month", "most episodes"})
_NEEDS_MONTH = frozenset({"first in month"})


def needs_can_be_met(review: Review) -> Iterator[Finding]:
    """A need names a pool or people, and no more of them than there are."""
    pools = {pool.id for pool in review.pools if any(pool.id in member.pools for member in review.staff)}
    for nth, entry in enumerate(review.activities):
        for field, needs in (("needs", entry.needs), ("counterparts", entry.counterparts)):
            yield from _needs(review, "activities", (nth, field), needs)
        if not entry.needs and REVIEWERS not in pools:
            found = f"no need is named, and there is no pool {shown(REVIEWERS)} to stand in"
            yield Finding("activities", (nth, "needs"), found, did_you_mean(REVIEWERS, pools))
        if entry.repeat > MOST_REPEATS:
            found = f"{entry.repeat} of one activity are more than a review holds"
            yield Finding("activities", (nth, "repeat"), found, f"Write {MOST_REPEATS} or fewer")
        if entry.case is not None and not entry.case.modes:
            yield Finding("activities", (nth, "case", "modes"), "no mode is named", "Name worker, cover or record")
    for nth, standing in enumerate(review.standing):
        yield from _needs(review, "standing", (nth, "counterparts"), standing.counterparts)
    for nth, member in enumerate(review.staff):
        if member.cover == member.id:
            yield Finding("staff", (nth, "cover"), f"{shown(member.id)} covers for themselves", "Name somebody else")


def order_can_be_kept(review: Review) -> Iterator[Finding]:
    """No activity comes after itself, no longest is shorter than its shortest, first and last have an area."""
    after = {entry.id: entry.after for entry in review.activities}
    # told once, at the first of its entries: every member of a cycle would tell of the same one
    for nth, entry in enumerate(review.activities):
        cycle = _cycle(entry.id, after)
        if cycle:
            found = f"{' after '.join(map(shown, cycle))} goes round in a circle"
            yield Finding("activities", (nth, "after"), found, "Take one of them out")
            break
    for nth, entry in enumerate(review.activities):
        if (entry.first_of_area or entry.last_of_area) and not entry.area:
            field = "first_of_area" if entry.first_of_area else "last_of_area"
            yield Finding("activities", (nth, field), "the activity is of no area", "Name its area")
    for part, nth, shortest, longest in _ranges(review):
        if shortest is not None and longest is not None and longest < shortest:
            found = f"{longest} minutes are less than the shortest length, {shortest}"
            yield Finding(part, (nth, "longest"), found, "Put the shorter length first")


def strata_complete(review: Review) -> Iterator[Finding]:
    """A pick by date names its column, a pick by month its month, and a month is one."""
    for nth, stratum in enumerate(review.strata):
        if stratum.pick in _NEEDS_DATE and not stratum.by:
            yield Finding("strata", (nth, "by"), f"the pick {shown(stratum.pick)} needs the column that ranks")
        if stratum.month and not _MONTH.fullmatch(stratum.month):
            yield Finding("strata", (nth, "month"), f"{shown(stratum.month)} is not a month", "Write it as 2021-02")
        if stratum.pick in _NEEDS_MONTH and not stratum.month:
            yield Finding("strata", (nth, "month"), f"the pick {shown(stratum.pick)} needs a month")


def _needs(review: Review, part: str, loc: Loc, needs: Iterable[NeedEntry]) -> Iterator[Finding]:
    for nth, need in enumerate(needs):
        at = (*loc, nth)
        if bool(need.pool) == bool(need.people):
            found = "both a pool and people are named" if need.pool else "neither a pool nor people are named"
            yield Finding(part, at, found, "Name one of them")
        elif need.people and len(set(need.people)) < len(need.people):
            yield Finding(part, (*at, "people"), "one person is named twice", "Name each person once")
        elif need.pool:
            yield from _enough(part, at, need, review.staff)


def _enough(part: str, loc: Loc, need: NeedEntry, staff: Iterable[StaffMember]) -> Iterator[Finding]:
    members = [one for one in staff if need.pool in one.pools]
    able = [one for one in members if not need.expertise or need.expertise in one.expertise]
    skill = f" with the expertise {shown(need.expertise)}" if need.expertise else ""
    if need.expertise and not able:
        hint = did_you_mean(need.expertise, chain.from_iterable(one.expertise for one in members))
        yield Finding(part, (*loc, "expertise"), f"nobody of the pool {shown(need.pool)} is there{skill}", hint)
    elif isinstance(need.count, int) and need.count < 1:
        yield Finding(part, (*loc, "count"), f"{need.count} people are asked for", "Write 1 or more, or all")
    elif isinstance(need.count, int) and need.count > len(able):
        found = f"{need.count} people{skill} are asked for, the pool {shown(need.pool)} has {len(able)}"
        yield Finding(part, (*loc, "count"), found, f"Write {len(able)} or fewer" if able else "Add people to the pool")
    elif not able:
        yield Finding(part, (*loc, "pool"), f"the pool {shown(need.pool)} has no people", "Add people to the pool")


def _cycle(start: str, after: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A way from an activity back to itself, or nothing."""
    ways: dict[str, list[str]] = {start: [start]}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for earlier in after.get(here, ()):
            if earlier == start:
                return [*ways[here], start]
            if earlier not in ways:
                ways[earlier] = [*ways[here], earlier]
                waiting.append(earlier)
    return []


def _ranges(review: Review) -> Iterator[tuple[str, int, int | None, int | None]]:
    """Shortest and longest of every entry; where an activity says only its longest, its kind says the shortest."""
    least = {kind.id: kind.shortest for kind in review.kinds}
    for nth, kind in enumerate(review.kinds):
        yield "kinds", nth, kind.shortest, kind.longest
    for nth, entry in enumerate(review.activities):
        yield "activities", nth, entry.shortest or least.get(entry.kind), entry.longest
    for nth, standing in enumerate(review.standing):
        yield "standing", nth, standing.shortest or least.get(standing.kind), standing.longest
