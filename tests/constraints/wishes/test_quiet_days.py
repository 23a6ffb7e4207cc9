import pytest
from agreement import charged
from small_reviews import TUESDAY, WEDNESDAY, activity, at, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort, Problem, Session, Window
from constraints.wishes import quiet_days

HALF_TERM = Window(start=at("00:00", WEDNESDAY), end=at("00:00", WEDNESDAY.replace(day=8)))
STATED = problem(
    *(activity(f"talk{n}") for n in range(2)),
    activity("lunch", standing="lunch"),
    end=WEDNESDAY.replace(day=9),
    comfort=Comfort(quiet_days=2, quiet=(HALF_TERM,)),
)


def cost(stated: Problem, *sessions: Session) -> int:
    found = sum(breach.cost for breach in quiet_days.check(stated, programme(*sessions)))
    assert found == charged(quiet_days, stated, programme(*sessions))
    return found


def test_session_before_and_after_costs_nothing() -> None:
    assert cost(STATED, session("talk0", "22:45", "23:45", day=TUESDAY)) == 0
    assert cost(STATED, session("talk1", "00:00", "01:00", day=WEDNESDAY.replace(day=8))) == 0


def test_session_in_a_quiet_time_costs_one() -> None:
    in_it = session("talk0", "10:00", "11:00", day=WEDNESDAY)

    found = list(quiet_days.check(STATED, programme(in_it)))

    sentence = "Talk0 is not asked for in a quiet time"
    assert found == [Breach(subject="talk0", sentence=sentence, sessions=(in_it,))]
    assert cost(STATED, in_it, session("talk1", "10:00", "11:00", day=WEDNESDAY)) == 2


@pytest.mark.parametrize(("start", "touches"), [("11:00", 0), ("11:15", 1), ("12:45", 1), ("13:00", 0)])
def test_session_that_touches_the_edge_of_a_quiet_time_costs_one(start: str, touches: int) -> None:
    """From five past twelve to five to one: off the grid at either end."""
    noon = Window(start=at("12:05"), end=at("12:55"))
    stated = STATED.changed(comfort=Comfort(quiet_days=1, quiet=(noon,)))
    end = f"{int(start[:2]) + 1}{start[2:]}"

    assert cost(stated, session("talk0", start, end)) == touches


def test_quiet_times_that_overlap_cost_one() -> None:
    twice = STATED.changed(comfort=Comfort(quiet_days=1, quiet=(HALF_TERM, HALF_TERM)))

    assert cost(twice, session("talk0", "10:00", "11:00", day=WEDNESDAY)) == 1


def test_standing_session_may_stand_in_a_quiet_time() -> None:
    assert cost(STATED, session("lunch", "12:00", "13:00", day=WEDNESDAY)) == 0


def test_fixed_session_is_asked_for_already() -> None:
    fixed = session("talk0", "10:00", "11:00", day=WEDNESDAY)

    assert cost(STATED.changed(fixed=(fixed,)), fixed) == 0


@pytest.mark.parametrize("comfort", [Comfort(quiet=(HALF_TERM,)), Comfort(quiet_days=2)])
def test_review_that_does_not_wish_it_is_not_asked(comfort: Comfort) -> None:
    assert cost(STATED.changed(comfort=comfort), session("talk0", "10:00", "11:00", day=WEDNESDAY)) == 0
