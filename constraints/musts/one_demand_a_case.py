"""No case serves two demands.

One child can satisfy several strata; a case that is seen for one of them is not counted for another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("cases",)


def because(case: str) -> str:
    """The sentence a person reads."""
    return f"{case} is seen once only"


def post(x: Variables) -> Iterator[Must]:
    """Over all sessions a case is seen at most once, and not at all where a fixed session sees it."""
    sees: dict[str, list[cp_model.IntVar]] = {}
    for decision in x.decisions.values():
        for option in decision.options:
            sees.setdefault(option.case, []).append(option.literal)
    seen = {case.case for fact in x.facts for case in fact.cases or ()}
    for case, literals in sees.items():
        if case in seen:
            yield Must(case, because(case), x.model.add(sum(literals) == 0))
        elif len(literals) > 1:
            yield Must(case, because(case), x.model.add_at_most_one(literals))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:  # noqa: ARG001 -- the programme says it all
    """No case stands in two sessions."""
    seen = sorted({case.case for session in programme.sessions for case in session.cases or ()})
    for case in seen:
        sessions = tuple(s for s in programme.sessions if case in [seen.case for seen in s.cases or ()])
        if len(sessions) > 1:
            yield Breach(subject=case, sentence=because(case), sessions=sessions)
