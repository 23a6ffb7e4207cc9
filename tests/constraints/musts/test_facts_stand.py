from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from agreement import sayable
from moves import programme_of
from tiny_problems import tiny_problem

from constraints.check import check
from constraints.musts import facts_stand
from constraints.problem import Problem, Session
from constraints.programme import Programme

SEEDS = 60


def with_facts() -> Iterator[Problem]:
    """Tiny problems with fixed sessions."""
    return (problem for problem in map(tiny_problem, range(SEEDS)) if problem.fixed)


def found(problem: Problem, programme: Programme) -> list[str]:
    return [breach.subject for breach in facts_stand.check(problem, programme)]


def test_facts_as_they_are_stand_and_can_be_said() -> None:
    for problem in with_facts():
        held = programme_of(problem.fixed)

        assert found(problem, held) == []
        assert sayable(problem, held)


def later(fact: Session) -> tuple[Session, ...]:
    step = timedelta(minutes=15)
    return (fact.model_copy(update={"start": fact.start + step, "end": fact.end + step}),)


def by_another(fact: Session) -> tuple[Session, ...]:
    return (fact.model_copy(update={"reviewers": (*fact.reviewers, "somebody")}),)


def elsewhere(fact: Session) -> tuple[Session, ...]:
    return (fact.model_copy(update={"place": "the moon"}),)


def dropped(_: Session) -> tuple[Session, ...]:
    return ()


def twice(fact: Session) -> tuple[Session, ...]:
    return (fact, *later(fact))


@pytest.mark.parametrize("spoil", [later, by_another, elsewhere, dropped, twice])
def test_fact_that_does_not_stand_is_found_and_cannot_be_said(spoil: Callable[[Session], tuple[Session, ...]]) -> None:
    for problem in with_facts():
        first, *others = problem.fixed
        held = programme_of([*spoil(first), *others])

        assert found(problem, held) == [first.activity]
        assert not sayable(problem, held)


def test_breach_of_a_fact_is_never_passed_over_as_one_among_facts() -> None:
    for problem in with_facts():
        judged = check(problem, programme_of(problem.fixed[1:]), musts=(facts_stand,))

        assert [breach.subject for breach in judged.broken if "is fixed" in breach.sentence] == [
            breach.subject for breach in judged.musts[0].breaches
        ]
        assert [breach.subject for breach in judged.musts[0].breaches] == [problem.fixed[0].activity]


def test_what_a_programme_does_not_state_of_a_fact_is_not_held_against_it() -> None:
    for problem in with_facts():
        unstated = [f.model_copy(update={"counterparts": None, "cases": None, "room": None}) for f in problem.fixed]

        assert found(problem, programme_of(unstated)) == []


def test_activity_held_twice_is_found_and_cannot_be_said() -> None:
    for problem in with_facts():
        free = next(a for a in problem.activities if a.id not in problem.facts)
        one = problem.fixed[0].model_copy(update={"activity": free.id})
        held = programme_of([*problem.fixed, one, *later(one)])

        assert found(problem, held) == [free.id]
        assert not sayable(problem, held)
