"""A case is seen in the first mode that can be had: its own worker, then cover, then the record alone.

Whoever works with a child knows most about the case, the record tells least. Each step down costs one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, CaseDemand, Mode, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases",)


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} is held in the first mode its demand allows"


def steps_down(demand: CaseDemand, mode: Mode) -> int:
    """How far below the first mode of a demand one stands; a mode that it does not allow, below all it allows."""
    return demand.modes.index(mode) if mode in demand.modes else len(demand.modes)


def post(x: Variables) -> Iterator[Wish]:
    """For each case seen, how far down its mode stands."""
    for decision in x.decisions.values():
        demand = decision.activity.demand
        if demand and len(demand.modes) > 1:
            down = sum(steps_down(demand, option.mode) * option.literal for option in decision.options)
            yield Wish(decision.activity.id, because(decision.activity), down)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each case seen, how far down its mode stands."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if activity.demand and activity.id not in problem.facts:
            down = sum(steps_down(activity.demand, case.mode) for case in session.cases or ())
            if down:
                yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,), cost=down)
