from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import working_days
from constraints.problem import ReviewerDay

TUESDAY_ONLY = problem(
    activity("talk"),
    days=(ReviewerDay(person="r1", date=TUESDAY, kind="fieldwork"),),
)


def test_declared_day_is_kept() -> None:
    assert list(working_days.check(TUESDAY_ONLY, programme(session("talk", "10:00", "11:00")))) == []


def test_other_day_is_broken() -> None:
    away = session("talk", "10:00", "11:00", day=WEDNESDAY)

    found = list(working_days.check(TUESDAY_ONLY, programme(away)))

    assert found == [Breach(subject="r1", sentence="First reviewer does not work on that day", sessions=(away,))]


def test_people_without_declared_days_are_not_counted() -> None:
    theirs = session("talk", "10:00", "11:00", day=WEDNESDAY, reviewers=("r2",), counterparts=("w1",))

    assert list(working_days.check(TUESDAY_ONLY, programme(theirs))) == []
