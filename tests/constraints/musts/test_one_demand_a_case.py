from agreement import refused
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.musts import one_demand_a_case

AUDITS = problem(activity("audit", demand=AUDIT), activity("again", demand=AUDIT))


def test_two_cases_in_two_sessions_are_kept() -> None:
    one, other = (
        session("audit", "10:00", "11:00", cases=seen("c1")),
        session("again", "11:00", "12:00", cases=seen("c2")),
    )

    assert list(one_demand_a_case.check(AUDITS, programme(one, other))) == []


def test_one_case_in_two_sessions_is_broken() -> None:
    one, other = (
        session("audit", "10:00", "11:00", cases=seen("c1")),
        session("again", "11:00", "12:00", cases=seen("c1")),
    )

    found = list(one_demand_a_case.check(AUDITS, programme(one, other)))

    assert found == [Breach(subject="c1", sentence="c1 is seen once only", sessions=(one, other))]


def test_case_that_is_tracked_is_asked_for_once() -> None:
    tracked = problem(
        activity("audit", demand=AUDIT), activity("again", demand=AUDIT.model_copy(update={"tracks": "audit"}))
    )
    held = programme(
        session("audit", "10:00", "11:00", cases=seen("c1"), counterparts=("w1",)),
        session("again", "11:00", "12:00", cases=seen("c1"), counterparts=("w1",)),
    )

    assert list(one_demand_a_case.check(tracked, held)) == []
    assert not refused(one_demand_a_case, tracked, held)
    assert not refused(one_demand_a_case, tracked.changed(fixed=held.sessions[1:]), held)
