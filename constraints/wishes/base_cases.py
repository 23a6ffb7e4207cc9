"""The base cases of the draw are seen; a reserve only where a base case cannot be.

A worker's absence correlates with what is judged, so a skipped case tilts the sample: time, reviewer, cover and the
record alone are tried first (ISA 530, paragraphs 10-11; docs on sampling). A case that several activities track is
counted once, where it is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, CaseDemand, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases",)


def because(stratum: str) -> str:
    """The sentence a person reads."""
    return f"the base cases of the draw for {stratum} are seen"


def demands(problem: Problem) -> dict[str, CaseDemand]:
    """One demand of each stratum: activities that share a stratum share its base cases."""
    return {demand.stratum: demand for activity in problem.activities if (demand := chosen_by(activity))}


def chosen_by(activity: Activity) -> CaseDemand | None:
    """The demand for which an activity chooses cases; None where it asks for none, or tracks those of another."""
    return None if activity.tracks else activity.demand


def told_of(problem: Problem, sessions: Iterable[Session]) -> dict[str, CaseDemand]:
    """The demands of the strata whose sessions all state their cases: of the others nobody can tell."""
    unstated = {d.stratum for s in sessions if s.cases is None and (d := chosen_by(problem.activity[s.activity]))}
    return {stratum: demand for stratum, demand in demands(problem).items() if stratum not in unstated}


def base_of(demand: CaseDemand) -> set[str]:
    """The base cases of a demand."""
    return {candidate.case for candidate in demand.candidates if candidate.rank <= demand.base}


def post(x: Variables) -> Iterator[Wish]:
    """One for each base case that no session of its stratum sees."""
    for stratum, demand in told_of(x.problem, x.facts).items():
        base = base_of(demand)
        seen = [
            option.literal
            for decision in x.decisions.values()
            if (chosen := chosen_by(decision.activity)) and chosen.stratum == stratum
            for option in decision.options
            if option.case in base
        ]
        yield Wish(stratum, because(stratum), len(base - _seen(x.problem, x.facts, stratum)) - sum(seen))


def _seen(problem: Problem, sessions: tuple[Session, ...], stratum: str) -> set[str]:
    return {
        case.case
        for session in sessions
        if (demand := chosen_by(problem.activity[session.activity])) and demand.stratum == stratum
        for case in session.cases or ()
    }


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each base case that no session of its stratum sees."""
    for stratum, demand in told_of(problem, programme.sessions).items():
        skipped = base_of(demand) - _seen(problem, programme.sessions, stratum)
        if skipped:
            yield Breach(subject=stratum, sentence=because(stratum), cost=len(skipped))
