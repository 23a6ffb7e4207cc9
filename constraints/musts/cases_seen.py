"""A session about cases has as many cases as were asked for.

An interview about no case is not evidence; the case is the sampling unit, the interview is the instrument.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, CaseDemand, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases",)


def because(activity: Activity, demand: CaseDemand | None) -> str:
    """The sentence a person reads."""
    if demand is None:
        return f"{activity.title} is about no case of the draw"
    what = "a case" if demand.count == 1 else f"{demand.count} cases"
    return f"{activity.title} needs {what} of the draw for {demand.stratum}"


def post(x: Variables) -> Iterator[Must]:
    """A session that is held sees exactly its number of cases."""
    for decision in x.decisions.values():
        demand = decision.activity.demand
        if demand:
            seen = sum(option.literal for option in decision.options)
            constraint = x.model.add(seen == demand.count * decision.present)
            yield Must(decision.activity.id, because(decision.activity, demand), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session sees as many of its candidates as its demand asks for, each once, and no other case."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if session.cases is not None:
            demand = activity.demand
            candidates = {candidate.case for candidate in demand.candidates} if demand else set()
            seen = {case.case for case in session.cases}
            if (
                len(seen) != len(session.cases)
                or len(seen) != (demand.count if demand else 0)
                or not seen <= candidates
            ):
                yield Breach(subject=activity.id, sentence=because(activity, demand), sessions=(session,))
