from agreement import charged
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.wishes import base_cases

BOTH = AUDIT.model_copy(update={"base": 2})
SENTENCE = "the base cases of the draw for audit are seen"


def test_base_case_seen_costs_nothing() -> None:
    held = session("audit", "10:00", "11:00", cases=seen("c1"))

    assert list(base_cases.check(problem(activity("audit", demand=AUDIT)), programme(held))) == []


def test_base_case_skipped_for_a_reserve_costs_one() -> None:
    held = session("audit", "10:00", "11:00", cases=seen("c2", rank=2))

    found = list(base_cases.check(problem(activity("audit", demand=AUDIT)), programme(held)))

    assert found == [Breach(subject="audit", sentence=SENTENCE, cost=1)]


def test_activities_of_a_stratum_share_its_base_cases() -> None:
    shared = problem(activity("audit", demand=BOTH), activity("again", demand=BOTH))
    one = session("audit", "10:00", "11:00", cases=seen("c2", rank=2))
    other = session("again", "11:00", "12:00", cases=seen("c1"))

    assert list(base_cases.check(shared, programme(one, other))) == []
    assert list(base_cases.check(shared, programme(one))) == [Breach(subject="audit", sentence=SENTENCE, cost=1)]
    assert list(base_cases.check(shared, programme())) == [Breach(subject="audit", sentence=SENTENCE, cost=2)]


def test_case_that_a_fixed_session_sees_is_seen() -> None:
    fixed = session("audit", "10:00", "11:00", cases=seen("c1"))
    history = problem(activity("audit", demand=AUDIT), fixed=(fixed,))

    assert list(base_cases.check(history, programme(fixed))) == []


def test_case_that_is_tracked_is_counted_where_it_is_chosen() -> None:
    """Whoever follows sees no base case for the stratum, and one that does not say its case leaves the rest told."""
    follower = BOTH.model_copy(update={"tracks": "audit"})
    tracked = problem(activity("audit", demand=BOTH), activity("again", demand=follower))
    chosen = session("audit", "10:00", "11:00", cases=seen("c1"), counterparts=("w1",))
    other = session("again", "11:00", "12:00", cases=seen("c2", rank=2), counterparts=("w2",))
    untold = other.model_copy(update={"cases": None})

    skipped = [Breach(subject="audit", sentence=SENTENCE, cost=1)]
    assert list(base_cases.check(tracked, programme(chosen, other))) == skipped
    assert list(base_cases.check(tracked, programme(chosen, untold))) == skipped
    assert charged(base_cases, tracked, programme(chosen, other)) == 1
    assert charged(base_cases, tracked.changed(fixed=(other,)), programme(chosen, other)) == 1
