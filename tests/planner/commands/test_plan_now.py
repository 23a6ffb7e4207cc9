"""Planning while people hold a programme: what is about to begin moves only where a must asks for it."""

from __future__ import annotations

from small_reviews import activity, at, problem, programme, session, window

from constraints.problem import Need, Problem
from planner.commands.plan import _planned
from planner.intake.standing_now import stand

OF_ONE = (Need(people=("r1",)),)


def as_it_stands(first: object, priority: str = "must") -> Problem:
    """A new activity that fits only where one stands that begins within the freeze."""
    stated = problem(
        activity("first", needs=OF_ONE, windows=(first,)),
        activity("new", needs=OF_ONE, windows=(window("10:00", "11:00"),), priority=priority),
    )
    held = programme(session("first", "10:00", "11:00"))
    return stand(stated, held, held.sessions, (), (), at("08:00"))


def test_what_is_about_to_begin_moves_where_a_must_would_be_left_out() -> None:
    said: list[str] = []
    answered, found = _planned(as_it_stands(window("10:00", "12:00")), said.append)
    assert {one.activity: one.start for one in found.sessions} == {"new": at("10:00"), "first": at("11:00")}
    assert not answered.fixed
    assert said[-1] == "Something that begins within 24 hours moves: otherwise a must would be left out."


def test_what_is_about_to_begin_stays_where_moving_it_helps_nobody() -> None:
    stated = as_it_stands(window("10:00", "11:00"))
    answered, found = _planned(stated, lambda _: None)
    assert [(one.activity, one.start) for one in found.sessions] == [("first", at("10:00"))]
    assert answered == stated


def test_what_is_about_to_begin_does_not_move_for_what_should_be_held() -> None:
    stated = as_it_stands(window("10:00", "12:00"), "should")
    answered, found = _planned(stated, lambda _: None)
    assert [(one.activity, one.start) for one in found.sessions] == [("first", at("10:00"))]
    assert answered == stated
