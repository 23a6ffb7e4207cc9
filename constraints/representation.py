"""A programme said with the variables, and the variables read as a programme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from constraints.decision import Decision
from constraints.problem import CaseSeen, Session
from constraints.programme import Programme, in_time
from constraints.same_session import same_session

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

    Choice = tuple[cp_model.LinearExprT, int]


class Unrepresentable(Exception):
    """A programme says something that no choice of the variables can say."""


def choices(x: Variables, programme: Programme) -> Iterator[Choice]:
    """What a programme says of every decision, as expressions and their values; what it does not state stays open.

    Raises:
        Unrepresentable: a session is off the grid, of an impossible length, or has people or cases it cannot have; a
            fixed one is not as it is, or an activity is held twice.
    """
    _facts_stand(x, programme)
    for decision in x.decisions.values():
        session = programme.session.get(decision.activity.id)
        yield decision.present, int(session is not None)
        if session is not None:
            yield from _time(x, decision, session)
            yield from _chosen(decision.holds, session.reviewers, session)
            if session.counterparts is not None:
                yield from _chosen(decision.joins, session.counterparts, session)
            if session.cases is not None:
                yield from _cases(decision, session)
            if session.room is not None:
                yield from _chosen(decision.takes, (session.room,) if session.room else (), session)


def hinted(x: Variables, programme: Programme) -> Iterator[tuple[cp_model.IntVar, int]]:
    """The variables that say a programme, each once, as a place to start from; what cannot be said is passed over."""
    known: dict[int, tuple[cp_model.IntVar, int]] = {}
    for decision in x.decisions.values():
        session = programme.session.get(decision.activity.id)
        for variable, value in _hints(x, decision, session):
            known.setdefault(variable.index, (variable, value))
    yield from known.values()


def _hints(x: Variables, decision: Decision, session: Session | None) -> Iterator[tuple[cp_model.IntVar, int]]:
    yield decision.present, int(session is not None)
    if session is None:
        return
    yield decision.start, x.ticks.down(session.start)
    for people, there in ((decision.holds, session.reviewers), (decision.joins, session.counterparts or ())):
        yield from ((literal, int(person in there)) for person, literal in people.items())
    yield from ((literal, int(room == session.room)) for room, literal in decision.takes.items())
    yield from ((literal, int(day == session.start.date())) for day, literal in decision.day.items())
    seen = {(case.case, case.mode) for case in session.cases or ()}
    for option in decision.options:
        comes = (option.case, option.mode) in seen and set(option.people) <= set(session.people)
        yield option.literal, int(comes)


def fix(x: Variables, programme: Programme) -> None:
    """Make the model say exactly what a programme says.

    Raises:
        Unrepresentable: no choice of the variables can say it.
    """
    for expression, value in choices(x, programme):
        x.model.add(expression == value)


def read(x: Variables, value: Callable[[cp_model.LinearExprT], int]) -> tuple[Session, ...]:
    """The sessions that values of the variables mean, the fixed ones among them, in order of time."""
    held = [_session(x, d, value) for d in x.decisions.values() if value(d.present)]
    return tuple(sorted([*x.facts, *held], key=in_time))


def _facts_stand(x: Variables, programme: Programme) -> None:
    if len(programme.sessions) > len(programme.session):
        raise Unrepresentable("an activity is held twice")
    for fact in x.facts:
        session = programme.session.get(fact.activity)
        if session is None or not same_session(fact, session):
            raise Unrepresentable(f"{fact.activity} is not held as it is fixed")


def _time(x: Variables, decision: Decision, session: Session) -> Iterator[Choice]:
    if not (x.ticks.on_grid(session.start) and x.ticks.on_grid(session.end)):
        raise Unrepresentable(f"{session.activity} is not on the grid")
    start, end = x.ticks.down(session.start), x.ticks.down(session.end)
    if end - start not in decision.length_is:
        raise Unrepresentable(f"{session.activity} has a length it cannot have")
    yield decision.start, start
    yield decision.length_is[end - start], 1


def _chosen(literals: dict[str, cp_model.IntVar], chosen: tuple[str, ...], session: Session) -> Iterator[Choice]:
    """People or a room, by id."""
    if not set(chosen) <= set(literals) or len(chosen) != len(set(chosen)):
        raise Unrepresentable(f"{session.activity} has people or a room that it cannot have")
    for one, literal in literals.items():
        yield literal, int(one in chosen)


def _cases(decision: Decision, session: Session) -> Iterator[Choice]:
    seen = {(case.case, case.mode) for case in session.cases or ()}
    said_twice = len(session.cases or ()) != len(seen)
    if said_twice or not seen <= {(option.case, option.mode) for option in decision.options}:
        raise Unrepresentable(f"{session.activity} sees cases it cannot see")
    for key in dict.fromkeys((option.case, option.mode) for option in decision.options):
        ways = [option.literal for option in decision.options if (option.case, option.mode) == key]
        yield sum(ways), int(key in seen)


def _session(x: Variables, decision: Decision, value: Callable[[cp_model.LinearExprT], int]) -> Session:
    chosen = [option for option in decision.options if value(option.literal)]
    start = value(decision.start)
    return Session(
        activity=decision.activity.id,
        start=x.ticks.time(start),
        end=x.ticks.time(start + value(decision.length)),
        reviewers=tuple(person for person, literal in decision.holds.items() if value(literal)),
        counterparts=tuple(person for person, literal in decision.joins.items() if value(literal)),
        cases=tuple(
            CaseSeen(case=option.case, rank=option.rank, mode=option.mode)
            for option in sorted(chosen, key=lambda option: option.rank)
        ),
        place=decision.activity.place,
        room=next((room for room, literal in decision.takes.items() if value(literal)), ""),
    )
