"""All sessions of a kind together are spread over their period: no more than so many in so many days on end.

Twenty-three team visits and four deep dives stood between August and January (the Essex/Worcestershire report): a
council that opens its doors every day does little else. It counts for a pace that names no pool.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.paces import in_words, post_pace, too_many
from constraints.problem import Pace, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(pace: Pace) -> str:
    """The sentence a person reads."""
    return f"There may be {in_words(pace)}"


def of_all(problem: Problem) -> list[Pace]:
    """Every pace that counts all sessions of its kinds together."""
    return [pace for pace in problem.paces if not pace.pool]


def post(x: Variables) -> Iterator[Must]:
    """Of all sessions of the kinds, no more than the limit lies within the days."""
    for pace in of_all(x.problem):
        held = ((decision, decision.present) for decision in x.decisions.values())
        for constraint in post_pace(x, pace, held, x.facts):
            yield Must(pace.name, because(pace), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """In no so many days on end do more sessions of the kinds stand than the limit."""
    for pace in of_all(problem):
        for sessions in too_many(problem, pace, programme.sessions):
            yield Breach(subject=pace.name, sentence=because(pace), sessions=sessions)
