"""Why an activity is left out: the simplest true sentence.

By deletion, each trial a model of its own that maximises what is held and reads the verdict from the bound; solver
cores are not to be trusted (OR-Tools issues 3983, 4109, 5141). First the activity alone: which rules, about whom,
leave it no place at all? If it has places, which other activities can it not be held beside?
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TypeVar

from constraints.catalogue import PLACING, name_of
from constraints.musts import (
    breathing_space,
    cases_seen,
    evenings,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    needs_met,
    no_clashes,
    only_when_free,
    order_of_the_day,
    resource_shared,
    resource_there,
    rest_between,
    reviewer_daily_limit,
    rotation,
    same_place,
    sites_a_day,
    spread,
    team_at_once,
    travel_time,
)
from constraints.problem import Activity, Problem
from constraints.programme import LeftOut, Programme
from planner.solving.parts import parts
from planner.solving.trials import Blame, Trials, all_fit, blames

Thing = TypeVar("Thing")

FEW = 3
"""So many reasons or titles are told one by one; more are counted."""

PATIENCE = 24
"""Trials with all that an activity competes with; alone, trials are quick and there may be ten times as many."""

OF_OTHERS = frozenset(
    name_of(rule)
    for rule in (
        no_clashes,
        breathing_space,
        order_of_the_day,
        resource_shared,
        same_place,
        travel_time,
        sites_a_day,
        team_at_once,
        rotation,
        rest_between,
        spread,
        evenings,
        reviewer_daily_limit,
        interviewee_daily_limit,
        interviewee_weekly_limit,
    )
)
"""The rules by which one session stands in the way of another."""


def why_left_out(problem: Problem, programme: Programme, activity: Activity, trials: Trials) -> LeftOut:
    """The simplest true sentence why an activity that is owed is not held.

    Args:
        problem: the problem that the programme answers.
        programme: the best programme, without the activity.
        activity: what is left out.
        trials: what may be tried for all that is left out; when it is used up, reasons are no longer the simplest.
    """
    for other, tie in ((activity.tracks, "is about the case of"), (activity.same_reviewers_as, "needs those who hold")):
        if other and other not in programme.session:
            missing = problem.activity[other].title
            return LeftOut(activity=activity.id, why=f"{activity.title} {tie} {missing}, which is not held")
    (part,) = [piece for piece in parts(problem) if activity.id in piece.activity]
    if activity.standing:
        part = _as_it_stands(part, programme, activity)
    alone = {activity.id} | part.facts
    if all_fit(part, alone, (), trials) is False:
        why = _alone(part, activity, alone, trials)
    else:
        why = _beside_others(part, programme, activity, alone, trials)
    return LeftOut(activity=activity.id, why=why)


def _alone(part: Problem, activity: Activity, alone: Set[str], trials: Trials) -> str:
    """Why an activity has no place whatever else is planned; a standing one, whatever its day already holds."""
    reasons = sorted(blames(part, alone), key=_blamed_last)
    of_others = {blame for blame in reasons if activity.standing and blame.rule in OF_OTHERS}
    if of_others and all_fit(part, alone, of_others, trials) is not False:
        return f"{activity.title} has no place left beside what else is held that day"
    own = [blame for blame in reasons if blame not in of_others]
    needed = _smallest(own, lambda kept: all_fit(part, alone, set(reasons) - set(kept), trials) is False, 10 * PATIENCE)
    return _on_its_own(part, activity, needed)


def _beside_others(part: Problem, programme: Programme, activity: Activity, alone: Set[str], trials: Trials) -> str:
    """Which of the activities held, none of which gives way to it, an activity cannot be held beside."""
    rivals = [
        other
        for other in part.activities
        if other.id in programme.session and other.id not in part.facts and _tier(other) <= _tier(activity)
    ]
    if all_fit(part, alone | {other.id for other in rivals}, (), trials) is not False:
        return _not_placed(programme, activity)
    beside = _smallest(rivals, lambda kept: all_fit(part, alone | {other.id for other in kept}, (), trials) is False)
    return _beside(activity, beside)


def _as_it_stands(part: Problem, programme: Programme, activity: Activity) -> Problem:
    """The part with what the programme holds on a standing session's day as facts: those make the day one of work."""
    days = part.days_of(activity)
    there = [s for s in programme.sessions if s.start.date() in days and s.activity in part.activity]
    return part.changed(fixed=(*part.fixed, *(s for s in there if s.activity not in part.facts)))


def _tier(activity: Activity) -> int:
    """Where an activity's tier stands among those that place: it gives way to those before."""
    return next(n for n, wish in enumerate(PLACING.values()) if wish.counts(activity))


def _not_placed(programme: Programme, activity: Activity) -> str:
    tier = list(PLACING)[_tier(activity)]
    if any(value.tier == tier and value.proven for value in programme.tiers):
        return f"{activity.title} could at most be held in the place of something that matters as much; this is proven"
    return f"{activity.title} was not placed in the time given to the search"


def _smallest(
    things: Sequence[Thing], still_impossible: Callable[[Sequence[Thing]], bool], patience: int = PATIENCE
) -> list[Thing]:
    """Things that cannot do without one another: what is left when every chunk that can go has gone.

    Chunks of half the things first, then smaller ones, down to single things. When the patience runs out what is
    left is still a reason, perhaps not the smallest.
    """
    kept = list(things)
    trials = 0
    size = max(1, len(kept) // 2)
    while kept:
        at = 0
        while at < len(kept) and trials < patience:
            without = kept[:at] + kept[at + size :]
            trials += 1
            if still_impossible(without):
                kept = without
            else:
                at += size
        if size == 1 or trials >= patience:
            break
        size = max(1, size // 2)
    return kept


def _on_its_own(part: Problem, activity: Activity, needed: Sequence[Blame]) -> str:
    away = [part.person[blame.subject].name for blame in needed if blame.rule == name_of(only_when_free)]
    hidden = {name_of(only_when_free), *([name_of(needs_met), name_of(cases_seen)] if away else [])}
    told = list(dict.fromkeys(blame.sentence for blame in needed if blame.rule not in hidden))
    if away:
        told.insert(0, f"{_listed(away)} {'is' if len(away) == 1 else 'are'} not free for it")
    return f"{activity.title} has no place at all: {'; '.join(told)}"


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:FEW], f"{len(names) - FEW} more"] if len(names) > FEW + 1 else list(names)
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _blamed_last(blame: Blame) -> bool:
    """Diaries and things that are away say most to a reader: deletion tries to do without everything else first."""
    return blame.rule in (name_of(only_when_free), name_of(resource_there))


def _beside(activity: Activity, beside: Sequence[Activity]) -> str:
    if len(beside) > FEW:
        return (
            f"{activity.title} does not fit: of it and {len(beside)} others, from {beside[0].title} to "
            f"{beside[-1].title}, at most {len(beside)} can be held"
        )
    others = " and ".join(other.title for other in beside)
    return f"{activity.title} cannot be held beside {others}"
