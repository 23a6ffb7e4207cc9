"""Where reserves are used, they are the next in the draw's order.

The order was settled before anybody looked, so that nobody can choose which cases are seen. Each reserve used costs as
much as it stands beyond the base; where activities track one case, it is counted once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases",)


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} takes the next reserve in the draw's order"


def post(x: Variables) -> Iterator[Wish]:
    """For each case seen, its rank beyond the base."""
    for decision in x.decisions.values():
        demand = decision.activity.demand
        if demand and not demand.tracks:
            beyond = sum(max(0, option.rank - demand.base) * option.literal for option in decision.options)
            yield Wish(decision.activity.id, because(decision.activity), beyond)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each case seen, its rank beyond the base."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        demand = None if activity.tracks else activity.demand
        if demand and activity.id not in problem.facts:
            beyond = sum(max(0, case.rank - demand.base) for case in session.cases or ())
            if beyond:
                yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,), cost=beyond)
