"""Which answers to a disruption are told apart."""

from __future__ import annotations

from small_reviews import activity, problem, programme, session

from constraints.catalogue import REPAIRING
from planner.solving.bench import Answer, Bench
from planner.solving.ripple import Found
from planner.solving.ways import alike

HELD = session("talk", "10:00", "11:00")
LATER = session("talk", "11:00", "12:00")
BENCH = Bench(problem(activity("talk")), programme(HELD), frozenset({"talk"}))


def answer(said_of_comfort: int, start: str = "10:00") -> Answer:
    """An answer whose search says so much of its comfort."""
    sessions = (HELD,) if start == "10:00" else (LATER,)
    values = {tier.name: 0 for tier in REPAIRING} | {"comfort": said_of_comfort}
    return Answer(Found(sessions, values, values), sessions)


def test_same_sessions_are_the_same_answer_whatever_a_stopped_search_says_of_them() -> None:
    """Two batches of the peer challenge were offered one programme twice, the second as another reviewer's."""
    assert alike(BENCH, answer(3), answer(5))
    assert not alike(BENCH, answer(3), answer(5, "11:00"))


def test_other_sessions_that_come_to_the_same_are_the_same_answer_unless_they_were_struck() -> None:
    struck = Bench(BENCH.problem.changed(struck=("talk",)), programme(HELD), frozenset({"talk"}))

    assert alike(BENCH, answer(3), answer(3, "11:00"))
    assert not alike(struck, answer(3), answer(3, "11:00"))
