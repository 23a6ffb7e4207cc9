"""What opens an area and what closes it: one rule and its mirror image, stated once.

Seen from the opening activity time runs forwards, from the closing one backwards: in both, nothing of the area begins
before it does, and with one of the same reviewers nothing begins before it is over. Standing sessions are of no area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, Session, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

Edge = Literal["first", "last"]
Because = Callable[[Activity], str]


class _Side(NamedTuple):
    """A session as ticks that count away from the edge: where it begins and is over, seen from there, and who holds it.

    ``held`` is empty for a fixed session, and so are the literals of its reviewers.
    """

    begins: cp_model.LinearExpr
    over: cp_model.LinearExpr
    held: tuple[cp_model.IntVar, ...]
    holds: Mapping[str, tuple[cp_model.IntVar, ...]]


def pairs(problem: Problem, edge: Edge) -> Iterator[tuple[Activity, Activity]]:
    """Every activity at this edge of its area, with each other activity of the area."""
    for anchor in problem.activities:
        if anchor.area and (anchor.first_of_area if edge == "first" else anchor.last_of_area):
            for other in problem.activities:
                if other.area == anchor.area and other.id != anchor.id and not other.standing:
                    yield anchor, other


def post_edge(x: Variables, edge: Edge, because: Because) -> Iterator[Must]:
    """The others begin no earlier, seen from the edge, and with one of the same reviewers only when it is over."""
    facts = {fact.activity: fact for fact in x.facts}
    for anchor, other in pairs(x.problem, edge):
        one, two = x.decisions.get(anchor.id), x.decisions.get(other.id)
        if one or two:
            near = _decided(x, one, edge) if one else _fixed(x, facts[anchor.id], edge, outwards=True)
            far = _decided(x, two, edge) if two else _fixed(x, facts[other.id], edge, outwards=False)
            no_earlier = x.model.add(far.begins >= near.begins)
            no_earlier.only_enforce_if(*near.held, *far.held)
            yield Must(anchor.id, because(anchor), no_earlier)
            for person in near.holds:
                if person in far.holds:
                    after = x.model.add(far.begins >= near.over)
                    after.only_enforce_if(*near.holds[person], *far.holds[person])
                    yield Must(anchor.id, because(anchor), after)


def _decided(x: Variables, decision: Decision, edge: Edge) -> _Side:
    begins, over = _seen_from(x, edge, decision.start, decision.end)
    return _Side(begins, over, (decision.present,), {person: (held,) for person, held in decision.holds.items()})


def _fixed(x: Variables, fact: Session, edge: Edge, *, outwards: bool) -> _Side:
    """A fixed session, off the grid perhaps: rounded away from the edge where others follow it, else towards it."""
    rounded = x.ticks.up if outwards == (edge == "first") else x.ticks.down
    begins, over = _seen_from(x, edge, rounded(fact.start), rounded(fact.end))
    return _Side(begins, over, (), dict.fromkeys(fact.reviewers, ()))


def _seen_from(
    x: Variables, edge: Edge, start: cp_model.LinearExprT, end: cp_model.LinearExprT
) -> tuple[cp_model.LinearExpr, cp_model.LinearExpr]:
    return (x.total([start]), x.total([end])) if edge == "first" else (-x.total([end]), -x.total([start]))


def check_edge(problem: Problem, programme: Programme, edge: Edge, because: Because) -> Iterator[Breach]:
    """No session of the area lies beyond the one at its edge, nor beside it with one of its reviewers."""
    for anchor, other in pairs(problem, edge):
        one, two = programme.session.get(anchor.id), programme.session.get(other.id)
        if one and two:
            same = bool(set(one.reviewers) & set(two.reviewers))
            early = _before(two.start, one.end if same else one.start)
            late = _before(one.start if same else one.end, two.end)
            if early if edge == "first" else late:
                yield Breach(subject=anchor.id, sentence=because(anchor), sessions=(one, two))


def _before(one: datetime, other: datetime) -> bool:
    return instant(one) < instant(other)
