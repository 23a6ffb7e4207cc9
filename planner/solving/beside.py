"""What an activity cannot be held beside: the few that are nearest to it first, for a few are soon tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from constraints.density import Density
from constraints.problem import Activity, Need, Problem
from planner.solving.smallest import smallest
from planner.solving.trials import Trials, all_fit

FEW = 3
"""So many titles are told one by one; more are counted."""

NEAREST = 4
"""So many rivals are tried first."""

PATIENCE = 24
"""Trials to make a set of rivals smaller."""


def not_beside_few(part: Problem, activity: Activity, rivals: Sequence[Activity], trials: Trials) -> str | None:
    """Which few of its nearest rivals an activity cannot be held beside; None where there are none, or none are shown.

    Args:
        part: the part of the problem that the activity is in.
        activity: what is left out.
        rivals: what is held and does not give way to it.
        trials: what may still be tried.
    """
    found = _beside_nearest(part, activity, _nearest_first(part, activity, rivals)[:NEAREST], trials)
    return _beside(activity, found) if found else None


def not_beside_many(
    part: Problem, activity: Activity, rivals: Sequence[Activity], findings: Sequence[Density], trials: Trials
) -> str | None:
    """What is asked for too much by an activity and its rivals; or else beside how many of them it cannot be held.

    Args:
        part: the part of the problem that the activity is in.
        activity: what is left out.
        rivals: what is held and does not give way to it.
        findings: what is asked for more than there is.
        trials: what may still be tried.
    """
    held = {other.id for other in rivals}
    for finding in findings:
        if activity.id in finding.activities and len(held & set(finding.activities)) >= finding.free:
            return f"{activity.title} does not fit: {finding.sentence.rstrip('.')}"
    near = _nearest_first(part, activity, rivals)
    for size in _growing(len(near)):
        found = _beside_nearest(part, activity, near[:size], trials)
        if found:
            return _beside(activity, found)
    return None


def _nearest_first(part: Problem, activity: Activity, rivals: Sequence[Activity]) -> list[Activity]:
    return sorted(rivals, key=lambda other: -_takes(part, activity, other))


def _growing(most: int) -> Iterator[int]:
    """Ever larger numbers of rivals, each as many again as the one before, up to all of them."""
    size = 2 * NEAREST
    while size < most:
        yield size
        size *= 2
    if most > NEAREST:
        yield most


def _beside_nearest(
    part: Problem, activity: Activity, rivals: Sequence[Activity], trials: Trials
) -> Sequence[Activity]:
    """Of these rivals, as few as make it impossible; nothing where they are not shown to."""
    alone = {activity.id} | part.facts

    def impossible(kept: Sequence[Activity]) -> bool:
        return all_fit(part, alone | {other.id for other in kept}, trials) is False

    if not rivals or not impossible(rivals):
        return ()
    kept = set(smallest(rivals, impossible, PATIENCE))
    return [other for other in part.activities if other in kept]


def _takes(part: Problem, activity: Activity, other: Activity) -> float:
    """How much another takes of what an activity needs, in minutes of whoever and whatever they are likely to share.

    One that takes all of it first: then as many of each need as may be expected to be drawn from both.
    """
    days = set(part.days_of(activity))
    theirs = part.days_of(other)
    share = sum(day in days for day in theirs) / max(1, len(theirs))
    people = sum(
        _drawn(part, mine) * _drawn(part, its) * len(_could(part, mine) & _could(part, its))
        for mine in _needs(activity)
        for its in _needs(other)
    )
    things = len(set(activity.resources) & set(other.resources))
    rooms = len(set(activity.rooms) & set(other.rooms)) / max(1, len(activity.rooms) * len(other.rooms))
    tied = other.id in activity.tied_to or activity.id in other.tied_to
    return tied + share * other.longest * (people + things + rooms)


def _needs(activity: Activity) -> tuple[Need, ...]:
    return (*activity.needs, *activity.counterparts)


def _could(part: Problem, need: Need) -> set[str]:
    return {person.id for person in part.eligible(need)}


def _drawn(part: Problem, need: Need) -> float:
    """The share of those who could fill a need who will."""
    could = len(part.eligible(need))
    return min(1.0, need.count / could) if isinstance(need.count, int) and not need.people and could else 1.0


def _beside(activity: Activity, beside: Sequence[Activity]) -> str:
    if len(beside) > FEW:
        return (
            f"{activity.title} does not fit: of it and {len(beside)} others, from {beside[0].title} to "
            f"{beside[-1].title}, at most {len(beside)} can be held"
        )
    others = " and ".join(other.title for other in beside)
    return f"{activity.title} cannot be held beside {others}"
