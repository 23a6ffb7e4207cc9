"""Needs that somebody can meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from planner.intake.finding import Finding
from planner.intake.lent import with_lent
from planner.intake.nearest import did_you_mean
from planner.intake.review import NeedEntry, Review, StaffMember
from planner.intake.written import Loc, shown

REVIEWERS = "reviewers"
"""Whose need an activity has that names none."""

MOST_REPEATS = 200
"""More of one activity than any review holds: a slip of the pen that would fill the memory."""


def needs_can_be_met(review: Review) -> Iterator[Finding]:
    """A need names a pool or people, and no more of them than there are."""
    pools = {pool.id for pool in review.pools if any(pool.id in member.pools for member in review.staff)}
    for nth, (entry, lent) in enumerate(zip(review.activities, with_lent(review.activities), strict=True)):
        for field, needs in (("needs", entry.needs), ("counterparts", entry.counterparts)):
            yield from _needs(review, "activities", (nth, field), needs)
        if not lent.needs and REVIEWERS not in pools:
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


def able_to(need: NeedEntry, staff: Iterable[StaffMember]) -> Sequence[StaffMember]:
    """Those of the staff who are of a need's pool and have its expertise."""
    members = (one for one in staff if need.pool in one.pools)
    return [one for one in members if not need.expertise or need.expertise in one.expertise]


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
    able = able_to(need, members)
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
