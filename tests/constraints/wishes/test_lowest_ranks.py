from agreement import charged
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.wishes import lowest_ranks

ASKED = problem(activity("audit", demand=AUDIT))
RESERVE = session("audit", "10:00", "11:00", cases=seen("c2", rank=2))


def test_base_case_costs_nothing() -> None:
    held = session("audit", "10:00", "11:00", cases=seen("c1"))

    assert list(lowest_ranks.check(ASKED, programme(held))) == []


def test_reserve_costs_how_far_beyond_the_base_it_stands() -> None:
    found = list(lowest_ranks.check(ASKED, programme(RESERVE)))

    sentence = "Audit takes the next reserve in the draw's order"
    assert found == [Breach(subject="audit", sentence=sentence, sessions=(RESERVE,), cost=1)]


def test_fixed_session_costs_nothing() -> None:
    history = ASKED.model_copy(update={"fixed": (RESERVE,)})

    assert list(lowest_ranks.check(history, programme(RESERVE))) == []


def test_reserve_that_is_tracked_costs_once() -> None:
    tracked = problem(
        activity("audit", demand=AUDIT), activity("again", demand=AUDIT.model_copy(update={"tracks": "audit"}))
    )
    held = [
        session(name, start, end, cases=seen("c2", rank=2), counterparts=("w2",))
        for name, start, end in (("audit", "10:00", "11:00"), ("again", "11:00", "12:00"))
    ]

    assert [breach.subject for breach in lowest_ranks.check(tracked, programme(*held))] == ["audit"]
    assert charged(lowest_ranks, tracked, programme(*held)) == 1
