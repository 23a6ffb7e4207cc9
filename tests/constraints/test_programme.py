import pytest
from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session, window

from constraints.problem import WORKING, Need, ReviewerDay
from constraints.programme import TierValue

LUNCH = activity(
    "lunch", standing="lunch", needs=(Need(pool="reviewers", count=WORKING),), windows=(window("12:00", "14:00"),)
)
REVIEW = problem(LUNCH, activity("talk"))


def test_sessions_of_a_person_stand_in_order_of_time() -> None:
    talk, lunch = session("talk", "10:00", "11:00", counterparts=("w1",)), session("lunch", "12:00", "13:00")

    assert programme(lunch, talk).sessions_of("r1") == (talk, lunch)
    assert programme(lunch, talk).sessions_of("w1") == (talk,)
    assert programme(lunch, talk).sessions_of("r2") == ()
    assert programme(lunch, talk).day_of("r1", WEDNESDAY) == ()


def test_day_is_worked_with_a_session_of_the_reviews_own() -> None:
    held = programme(session("talk", "10:00", "11:00"))

    assert held.works(REVIEW, "r1", TUESDAY)
    assert not held.works(REVIEW, "r1", WEDNESDAY)
    assert not held.works(REVIEW, "r2", TUESDAY)


def test_standing_session_alone_makes_no_day_worked() -> None:
    assert not programme(session("lunch", "12:00", "13:00")).works(REVIEW, "r1", TUESDAY)


def test_whoever_is_asked_for_works_too() -> None:
    moderated = programme(session("talk", "10:00", "11:00", reviewers=("r2",), counterparts=("r1",)))

    assert moderated.works(REVIEW, "r1", TUESDAY)


def test_activity_of_the_reviews_own_is_owed_until_it_is_held() -> None:
    assert programme().owes(REVIEW, REVIEW.activity["talk"])
    assert not programme(session("talk", "10:00", "11:00")).owes(REVIEW, REVIEW.activity["talk"])


def test_standing_session_is_owed_on_a_day_that_one_of_its_reviewers_works() -> None:
    talk = session("talk", "10:00", "11:00")

    assert programme(talk).owes(REVIEW, LUNCH)
    assert not programme().owes(REVIEW, LUNCH)
    assert not programme(talk, session("lunch", "12:00", "13:00")).owes(REVIEW, LUNCH)
    assert not programme(session("talk", "10:00", "11:00", day=WEDNESDAY)).owes(REVIEW, LUNCH)


def test_standing_session_is_not_owed_on_a_day_that_nobody_declared() -> None:
    wednesdays = (ReviewerDay(person="r1", date=WEDNESDAY, kind="fieldwork"),)
    review = problem(LUNCH, activity("talk"), days=wednesdays)

    assert not programme(session("talk", "10:00", "11:00")).owes(review, LUNCH)


@pytest.mark.parametrize(("value", "bound", "gap"), [(10, 10, 0.0), (10, 8, 0.2), (0, 0, 0.0)])
def test_gap_is_measured_on_the_value(value: int, bound: int, gap: float) -> None:
    assert TierValue(tier="comfort", value=value, bound=bound, proven=value == bound).gap == gap
