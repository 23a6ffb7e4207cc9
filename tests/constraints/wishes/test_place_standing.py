from small_reviews import WEDNESDAY, activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.problem import WORKING, Need
from constraints.wishes import place_standing

LUNCH = activity(
    "lunch",
    standing="lunch",
    priority="should",
    needs=(Need(pool="reviewers", count=WORKING),),
    windows=(window("12:00", "14:00"),),
)
REVIEW = problem(LUNCH, activity("talk", priority="should"))


def test_standing_session_is_owed_on_a_day_that_is_worked() -> None:
    found = list(place_standing.check(REVIEW, programme(session("talk", "10:00", "11:00"))))

    assert found == [Breach(subject="lunch", sentence="Tuesday 4 May: no lunch", cost=1)]


def test_standing_session_is_owed_on_no_other_day() -> None:
    assert list(place_standing.check(REVIEW, programme(session("talk", "10:00", "11:00", day=WEDNESDAY)))) == []
    assert list(place_standing.check(REVIEW, programme())) == []


def test_standing_session_that_is_held_costs_nothing() -> None:
    held = programme(session("talk", "10:00", "11:00"), session("lunch", "12:00", "13:00"))

    assert list(place_standing.check(REVIEW, held)) == []
