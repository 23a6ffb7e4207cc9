"""Try whether activities can be held together when some rules are dropped: what explaining asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from constraints.catalogue import MUSTS, name_of
from constraints.problem import Problem
from constraints.variables import Variables
from planner.solving.solver import most
from planner.solving.strengthen import strengthen


class Blame(NamedTuple):
    """A rule about a subject, as it can be blamed: the sentence is for the reader only."""

    rule: str
    subject: str
    sentence: str


def blames(problem: Problem, wanted: Collection[str]) -> tuple[Blame, ...]:
    """Every rule and subject that bears on the wanted activities, once each."""
    found: dict[tuple[str, str], Blame] = {}
    x = Variables(problem.only(wanted))
    for rule in MUSTS:
        for must in rule.post(x):
            found.setdefault((name_of(rule), must.subject), Blame(name_of(rule), must.subject, must.sentence))
    return tuple(found.values())


class Trials:
    """How much may still be tried, in variables of the models that are made for it.

    Args:
        seconds: how long all trials together may take, roughly.
    """

    A_SECOND = 8000

    def __init__(self, seconds: float) -> None:
        self.left = int(seconds * self.A_SECOND)


def all_fit(
    problem: Problem, wanted: Collection[str], dropped: Collection[Blame], trials: Trials, limit: float = 0.3
) -> bool | None:
    """Whether all wanted activities can be held together when some rules are dropped.

    Args:
        problem: what has to happen; other activities are left away.
        wanted: the ids of the activities.
        dropped: what is not asked of the programme.
        trials: what may still be tried; becomes less.
        limit: deterministic time of the trial.

    Returns:
        True or False when that is proven; None when a limit came first.
    """
    if trials.left <= 0:
        return None
    keys = {(blame.rule, blame.subject) for blame in dropped}
    x = Variables(problem.only(wanted), prune=not keys)
    never = x.model.new_constant(0)
    for rule in MUSTS:
        for must in rule.post(x):
            if (name_of(rule), must.subject) in keys:
                must.constraint.only_enforce_if(never)
    if not keys:
        strengthen(x)
    trials.left -= len(x.model.proto.variables)
    held, bound = most(x.model, sum(decision.present for decision in x.decisions.values()), limit)
    if bound < len(x.decisions):
        return False
    return True if held == len(x.decisions) else None
