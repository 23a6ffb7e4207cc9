"""No case serves two demands.

One child can satisfy several strata; a case that is seen for one of them is not counted for another. Activities that
track another one's case ask for none of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("cases",)


def because(case: str) -> str:
    """The sentence a person reads."""
    return f"{case} is seen once only"


def asked_for(problem: Problem, session: Session) -> tuple[str, ...]:
    """The cases that a session sees for a demand of its own: not those that it tracks."""
    tracked = problem.activity[session.activity].tracks
    return () if tracked else tuple(seen.case for seen in session.cases or ())


def post(x: Variables) -> Iterator[Must]:
    """Over all sessions a case is seen at most once, and not at all where a fixed session sees it."""
    sees: dict[str, list[cp_model.IntVar]] = {}
    for decision in x.decisions.values():
        for option in decision.options if not decision.activity.tracks else ():
            sees.setdefault(option.case, []).append(option.literal)
    seen = {case for fact in x.facts for case in asked_for(x.problem, fact)}
    for case, literals in sees.items():
        if case in seen:
            yield Must(case, because(case), x.model.add(sum(literals) == 0))
        elif len(literals) > 1:
            yield Must(case, because(case), x.model.add_at_most_one(literals))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No case stands in two sessions that ask for one of their own."""
    seeing: dict[str, list[Session]] = {}
    for session in programme.sessions:
        for case in set(asked_for(problem, session)):
            seeing.setdefault(case, []).append(session)
    for case, sessions in sorted(seeing.items()):
        if len(sessions) > 1:
            yield Breach(subject=case, sentence=because(case), sessions=tuple(sessions))
