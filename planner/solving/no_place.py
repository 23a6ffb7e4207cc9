"""Which rules, about whom, leave an activity no place at all, whatever else is planned."""

from __future__ import annotations

from collections.abc import Sequence

from constraints.catalogue import name_of
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
    working_hours,
)
from constraints.problem import Activity, Problem
from planner.solving.smallest import smallest
from planner.solving.trials import Alone, Blame, Trials

FEW = 3
"""So many reasons are told one by one; more are counted."""

PATIENCE = 240
"""Trials to make the rules that leave an activity no place fewer: alone, trials are quick."""

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


def why_no_place(part: Problem, activity: Activity, trials: Trials) -> str | None:
    """Why an activity has no place, in a sentence; None where it has one, or that is not shown.

    Args:
        part: the part of the problem that the activity is in; of a standing one, with what its day holds as facts.
        activity: what is left out.
        trials: what may still be tried.
    """
    if trials.left <= 0:
        return None
    alone = Alone(part, activity, trials)
    if not alone.impossible(alone.blames):
        return None
    reasons = sorted(alone.blames, key=_blamed_last)
    own = [blame for blame in reasons if not (activity.standing and blame.rule in OF_OTHERS)]
    if len(own) < len(reasons) and not alone.impossible(own):
        return f"{activity.title} has no place left beside what else is held that day"
    needed = smallest(own, alone.impossible, PATIENCE)
    window = alone.window(needed)
    return _on_its_own(part, activity, [window, *needed] if window else needed)


def _on_its_own(part: Problem, activity: Activity, needed: Sequence[Blame]) -> str:
    away = [part.person[blame.subject].name for blame in needed if blame.rule == name_of(only_when_free)]
    others = [part.person[blame.subject].name for blame in needed if blame.rule == name_of(working_hours)]
    hidden = {name_of(only_when_free), *([name_of(needs_met), name_of(cases_seen)] if away else [])}
    if len(others) > 1:
        hidden.add(name_of(working_hours))
    told = list(dict.fromkeys(blame.sentence for blame in needed if blame.rule not in hidden))
    if away:
        told.insert(0, f"{_listed(away)} {'is' if len(away) == 1 else 'are'} not free for it")
    if len(others) > 1:
        told.append(f"{_listed(others)} keep their hours")
    return f"{activity.title} has no place at all: {'; '.join(told)}"


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:FEW], f"{len(names) - FEW} more"] if len(names) > FEW + 1 else list(names)
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _blamed_last(blame: Blame) -> bool:
    """Diaries and things that are away say most to a reader: deletion tries to do without everything else first."""
    return blame.rule in (name_of(only_when_free), name_of(resource_there))
