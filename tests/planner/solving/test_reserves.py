"""A reserve of another size leaves all else as it is, unless more is asked for than fits beside it."""

from __future__ import annotations

from collections import Counter

import pytest
from shipped import SELF_DIRECTED, planned, stated

from constraints.check import check
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.reserves import Resize, mop_ups, resized, sizes

ASKED = 10


def shipped() -> tuple[Problem, Programme]:
    return stated(SELF_DIRECTED.name), planned(SELF_DIRECTED.name)


def held(resize: Resize, programme: Programme) -> list[str]:
    reserve = {activity.id for activity in mop_ups(resize.problem(shipped()[0]))}
    return [session.activity for session in programme.sessions if session.activity in reserve]


def test_sizes_are_none_half_all_and_half_as_many_again() -> None:
    assert sizes(shipped()[0]) == (0, 5, ASKED, 15)
    without = Resize(frozenset(a.id for a in mop_ups(shipped()[0])), ()).problem(shipped()[0])
    assert sizes(without) == (0,)


@pytest.mark.parametrize("size", range(ASKED + 1))
def test_fewer_are_some_of_those_that_are_held_and_nothing_else_changes(size: int) -> None:
    problem, programme = shipped()
    resize, smaller = resized(problem, programme, size)
    assert len(held(resize, smaller)) == size
    reserve = {activity.id for activity in mop_ups(problem)}
    assert [s for s in programme.sessions if s.activity not in reserve] == [
        s for s in smaller.sessions if s.activity not in reserve
    ]
    assert not check(resize.problem(problem), smaller).broken


def test_fewer_are_spread_over_the_weeks() -> None:
    """Half the reserve is half of each week's, as near as may be."""
    resize, smaller = resized(*shipped(), 5)
    all_of_it, programme = resized(*shipped(), ASKED)
    left, before = (
        Counter(one.session[each].start.isocalendar().week for each in held(size, one))
        for size, one in ((resize, smaller), (all_of_it, programme))
    )
    assert before.keys() == left.keys()
    assert all(abs(left[week] - before[week] / 2) < 1 for week in before)


def test_more_are_like_those_asked_for_and_as_many_as_fit() -> None:
    problem, programme = shipped()
    resize, larger = resized(problem, programme, ASKED + 2)
    after = resize.problem(problem)
    assert len(mop_ups(after)) == ASKED + 2
    assert ASKED <= len(held(resize, larger)) <= ASKED + 2
    broken = [breach for breach in check(after, larger).broken if breach.sessions]
    assert not broken
    out = {left.activity for left in larger.left_out}
    assert out == {activity.id for activity in after.activities if larger.owes(after, activity)}
