from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import contracted_days

ACTIVITIES = (activity("talk"), activity("visit"), activity("lunch", standing="lunch"))
TALK, VISIT = session("talk", "10:00", "11:00"), session("visit", "10:00", "11:00", day=WEDNESDAY)
ONE = problem(*ACTIVITIES, contracted={"fieldwork": 1})
SENTENCE = "The contract holds 1 fieldwork day"


def test_day_used_twice_is_one_day() -> None:
    assert list(contracted_days.check(ONE, programme(TALK, session("visit", "11:00", "12:00")))) == []


def test_day_too_many_is_broken() -> None:
    found = list(contracted_days.check(ONE, programme(TALK, VISIT)))

    assert found == [Breach(subject="fieldwork", sentence=SENTENCE, sessions=(TALK, VISIT))]


def test_day_of_each_of_two_reviewers_is_two_days() -> None:
    theirs = session("visit", "10:00", "11:00", reviewers=("r2",))

    assert len(list(contracted_days.check(ONE, programme(TALK, theirs)))) == 1


def test_standing_session_uses_no_day() -> None:
    assert list(contracted_days.check(ONE, programme(TALK, session("lunch", "12:00", "13:00", day=WEDNESDAY)))) == []


def test_half_a_day_is_not_a_day() -> None:
    half = problem(*ACTIVITIES, contracted={"fieldwork": 1.5})

    assert len(list(contracted_days.check(half, programme(TALK, VISIT)))) == 1


def test_days_that_fixed_sessions_use_are_blamed_on_them_alone() -> None:
    """A session that joined a day already used stood in the breach too, as if it had used another."""
    fixed = problem(*ACTIVITIES, activity("joint"), contracted={"fieldwork": 1}, fixed=(TALK, VISIT))

    found = list(contracted_days.check(fixed, programme(TALK, VISIT, session("joint", "14:00", "15:00"))))

    assert found == [Breach(subject="fieldwork", sentence=SENTENCE, sessions=(TALK, VISIT))]
