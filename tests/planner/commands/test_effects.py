"""What a repair does to the whole, in figures before and after."""

from __future__ import annotations

from datetime import timedelta

from small_reviews import TUESDAY, activity, problem, programme, session

from constraints.problem import ReviewerDay
from planner.commands.effects import effects_told


def test_figures_of_before_are_those_of_the_review_as_it_was_then() -> None:
    """With an area moved, the days that had been used were counted among the days as they are now: 13 of 16, not 16."""
    stated = problem(activity("visit"), contracted={"fieldwork": 2.0})
    before = programme(session("visit", "10:00", "11:00"))
    later = tuple(ReviewerDay(person=who, date=TUESDAY + timedelta(7), kind="fieldwork") for who in ("r1", "r2"))
    moved = stated.changed(days=later, end=TUESDAY + timedelta(7))
    after = programme(session("visit", "10:00", "11:00", TUESDAY + timedelta(7)))

    found = {one.title: (one.before, one.after) for one in effects_told(stated, before, moved, after)}

    assert found["fieldwork days used"] == ("1 of 2", "1 of 2")
