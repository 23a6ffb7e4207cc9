"""Evidence sessions are shared fairly among the reviewers of a week.

A reviewer's fair share is the week's sessions by their part of its declared days; each session above its ceiling or
below its floor costs one. Counted over one reviewer's week, so that it can be bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from constraints.constraint import Breach, Wish
from constraints.problem import Person, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ()

Week = tuple[int, int]


class Share(NamedTuple):
    """A reviewer's part of a week: their declared days of all declared days."""

    person: Person
    week: Week
    days: int
    of: int


def because(share: Share) -> str:
    """The sentence a person reads."""
    return f"{share.person.name} has a fair share of week {share.week[1]}"


def shares(problem: Problem) -> Iterator[Share]:
    """Every reviewer's part of every week that several reviewers share."""
    weeks = sorted({day.date.isocalendar()[:2] for day in problem.days})
    for week in weeks:
        days = [day for day in problem.days if day.date.isocalendar()[:2] == week]
        for person in problem.reviewers:
            mine = sum(day.person == person.id for day in days)
            if 0 < mine < len(days):
                yield Share(person, week, mine, len(days))


def post(x: Variables) -> Iterator[Wish]:
    """Sessions over the ceiling or under the floor of each share."""
    if not x.problem.comfort.fair_share:
        return
    for share in shares(x.problem):
        mine = _held(x, share.week, (share.person,))
        of = _held(x, share.week, x.problem.reviewers)
        off = x.model.new_int_var(0, len(x.problem.activities), f"{share.person.id} off their share {share.week}")
        x.model.add(off * share.of >= mine * share.of - of * share.days - (share.of - 1))
        x.model.add(off * share.of >= of * share.days - mine * share.of - (share.of - 1))
        yield Wish(share.person.id, because(share), off)


def _held(x: Variables, week: Week, people: tuple[Person, ...]) -> cp_model.LinearExpr:
    held: list[cp_model.LinearExprT] = []
    for person in people:
        for decision in x.decisions.values():
            if decision.activity.evidence and person.id in decision.holds:
                on = x.on(decision, person.id, "holds")
                held += [literal for day, literal in on.items() if day.isocalendar()[:2] == week]
    return x.total([*held, *(_count(x.problem, x.facts, week, person) for person in people)])


def _count(problem: Problem, sessions: tuple[Session, ...], week: Week, person: Person) -> int:
    return sum(
        person.id in session.reviewers
        and problem.activity[session.activity].evidence
        and session.start.date().isocalendar()[:2] == week
        for session in sessions
    )


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Sessions over the ceiling or under the floor of each share."""
    if not problem.comfort.fair_share:
        return
    for share in shares(problem):
        mine = _count(problem, programme.sessions, share.week, share.person)
        of = sum(_count(problem, programme.sessions, share.week, person) for person in problem.reviewers)
        floor, ceiling = of * share.days // share.of, -(-of * share.days // share.of)
        off = max(mine - ceiling, floor - mine, 0)
        if off:
            yield Breach(subject=share.person.id, sentence=because(share), cost=off)
