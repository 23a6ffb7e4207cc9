"""The answer out of what can be spared: struck sessions go into free time and the reserve, all else stays as it is.

Where that disturbs nobody and leaves out no more than before, no answer disturbs fewer people. Almost everything is a
fact in its model, so it takes a tenth of the time. It does not ask what moving others would be worth; so it serves
where many disruptions are played through and none is really answered.
"""

from __future__ import annotations

from typing import NamedTuple

from constraints.catalogue import COMFORT, DISTURBED, FREEZE, MUSTS_PLACED, SHOULDS_PLACED
from constraints.check import check
from constraints.out_of_turn import fallen_openings, out_of_turn
from constraints.problem import Problem
from constraints.programme import LeftOut, Programme
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import Search, least, proven
from planner.solving.plan import refuse_disagreement
from planner.solving.touched import amiss, in_parts, standing_still
from planner.solving.ways import LEAST_FIRST

LIMIT = 1.0
"""Seconds, as the solver counts them; the models of what can be spared take a tenth of it."""

LONGER = 5.0
"""The same, where a must was left out and it was not proven that it has to be."""

ORDER = tuple(tier for tier in LEAST_FIRST if tier is not COMFORT)
"""Of answers that disturb as few, see as much and keep as much of the reserve, any will do."""

NOT_ASKED = "it was not asked why"
"""The reason for all that is left out here."""

_FIRST = (MUSTS_PLACED, SHOULDS_PLACED, FREEZE, DISTURBED)


class Answered(NamedTuple):
    """A disruption answered.

    Attributes:
        programme: complete, and judged by every hard rule; of the tiers nothing is said.
        disturbed: whose diary changes, other than the people of struck sessions.
        proven: whether no answer leaves out less or disturbs fewer.
        out_of_turn: the activities that no longer come before everything else of their area.
    """

    programme: Programme
    disturbed: tuple[str, ...]
    proven: bool
    out_of_turn: tuple[str, ...] = ()


def answered(problem: Problem, before: Programme) -> Answered:
    """An answer that disturbs few: out of what can be spared if that disturbs nobody, else the best of a short search.

    A session that opens its area is held out of its turn where keeping the turn would disturb more people.

    Args:
        problem: what has to happen as it now stands: what is fixed, published, struck and frozen.
        before: the programme that stands.

    Raises:
        Disagreement: the rules judge the answer otherwise than the search did; a bug, never the user's fault.
    """
    spared = _spared(problem, before)
    openings = () if spared.enough else fallen_openings(problem)
    if not openings:
        return _found(problem, before, spared).answered
    eased = out_of_turn(problem, openings)
    late = _found(eased, before, _spared(eased, before))
    if late.enough or late.costs < (kept := _found(problem, before, spared)).costs:
        return late.answered._replace(out_of_turn=openings)
    return kept.answered


class _Found(NamedTuple):
    """An answer, what it comes to where it counts, and whether it disturbs nobody and leaves out no more."""

    answered: Answered
    costs: list[int]
    enough: bool = False


class _Spared(NamedTuple):
    """What can be done out of what can be spared, and whether that disturbs nobody and leaves out no more."""

    bench: Bench
    answer: Answer | None
    enough: bool


def _spared(problem: Problem, before: Programme) -> _Spared:
    ids = frozenset(amiss(problem, before))
    of_parts = in_parts(problem, ids)
    bench = Bench(_with_facts(problem, before, ids, of_parts), before, of_parts)
    answer = bench.best(ORDER, LIMIT)
    return _Spared(bench, answer, answer is not None and _enough(problem, before, answer, of_parts))


def _found(problem: Problem, before: Programme, spared: _Spared) -> _Found:
    """What can be spared where that is enough, else the best of a short search if it is better."""
    bench, answer, enough = spared
    if answer and enough:
        sure = not answer.value(MUSTS_PLACED) and not answer.value(SHOULDS_PLACED)
        return _Found(_answered(problem, bench, answer, sure=sure), _comes_to(answer), enough)
    whole, best = least(problem, before, _within(LIMIT))
    if best.value(MUSTS_PLACED) > best.bound(MUSTS_PLACED):
        whole, best = least(problem, before, _within(LONGER))
    if answer and _comes_to(answer) < _comes_to(best):
        return _Found(_answered(problem, bench, answer, sure=False), _comes_to(answer))
    return _Found(_answered(whole.problem, whole, best, sure=proven(best)), _comes_to(best))


def _within(seconds: float) -> Search:
    return lambda bench: bench.best(ORDER, seconds, first=len(_FIRST))


def _with_facts(problem: Problem, before: Programme, amiss: frozenset[str], ids: frozenset[str]) -> Problem:
    """The problem in which all that stands is a fact, but mop-ups and standing sessions of the parts in question."""
    stays = tuple(
        session
        for session in standing_still(problem, before).sessions
        if session.activity in ids - amiss - problem.facts and not _gives_way(problem, session.activity)
    )
    return problem.changed(fixed=(*problem.fixed, *stays))


def _gives_way(problem: Problem, activity: str) -> bool:
    return bool(problem.activity[activity].standing) or problem.activity[activity].priority == "mop-up"


def _enough(problem: Problem, before: Programme, answer: Answer, ids: frozenset[str]) -> bool:
    """Whether an answer disturbs nobody and leaves out no more than was left out."""
    out = [problem.activity[left.activity] for left in before.left_out if left.activity in ids]
    was = [sum(a.priority == priority for a in out) for priority in ("must", "should")]
    left, freeze = [answer.value(tier) for tier in _FIRST[:2]], [answer.value(tier) for tier in _FIRST[2:]]
    return not any(freeze) and all(now <= then for now, then in zip(left, was, strict=True))


def _comes_to(answer: Answer) -> list[int]:
    return [answer.value(tier) for tier in _FIRST]


def _answered(problem: Problem, bench: Bench, answer: Answer, *, sure: bool) -> Answered:
    """An answer, judged as the problem stands, whatever was a fact while it was looked for."""
    sessions = Programme(sessions=answer.sessions)
    refuse_disagreement(problem, sessions, check(problem, sessions, tiers=()))
    bench.refuse_other_costs(answer)
    owed = (activity.id for activity in problem.activities if sessions.owes(problem, activity))
    told = tuple(LeftOut(activity=activity, why=NOT_ASKED) for activity in owed)
    return Answered(sessions.model_copy(update={"left_out": told}), bench.disturbed(sessions), sure)
