from small_reviews import WEDNESDAY, activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.problem import Activity
from constraints.wishes import days_used

WEEK = (window("09:00", "17:00"), window("09:00", "17:00", WEDNESDAY))
ACTIVITIES: tuple[Activity, ...] = (
    activity("talk", windows=WEEK),
    activity("visit", windows=WEEK),
    activity("lunch", standing="lunch", windows=WEEK[1:]),
)
TALK = session("talk", "10:00", "11:00")


def test_days_that_the_contract_buys_are_used() -> None:
    asked = problem(*ACTIVITIES, contracted={"fieldwork": 1})

    assert list(days_used.check(asked, programme(TALK))) == []


def test_each_day_that_is_not_used_costs_one() -> None:
    asked = problem(*ACTIVITIES, contracted={"fieldwork": 3})

    found = list(days_used.check(asked, programme(TALK, session("visit", "11:00", "12:00"))))

    assert found == [Breach(subject="fieldwork", sentence="the contracted fieldwork days are used", cost=2)]


def test_standing_session_uses_no_day() -> None:
    asked = problem(*ACTIVITIES, contracted={"fieldwork": 2})
    lunch = session("lunch", "12:00", "13:00", day=WEDNESDAY)

    assert [breach.cost for breach in days_used.check(asked, programme(TALK, lunch))] == [1]


def test_part_of_a_day_is_not_asked_for() -> None:
    asked = problem(*ACTIVITIES, contracted={"fieldwork": 1.5})

    assert list(days_used.check(asked, programme(TALK))) == []
