from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import day_kind
from constraints.problem import ReviewerDay

READING = problem(
    activity("reading", day_kinds=("reading", "report")),
    days=(
        ReviewerDay(person="r1", date=TUESDAY, kind="reading"),
        ReviewerDay(person="r1", date=WEDNESDAY, kind="fieldwork"),
    ),
)


def test_day_of_its_kind_is_kept() -> None:
    assert list(day_kind.check(READING, programme(session("reading", "10:00", "11:00")))) == []


def test_day_of_another_kind_is_broken() -> None:
    wrong = session("reading", "10:00", "11:00", day=WEDNESDAY)

    found = list(day_kind.check(READING, programme(wrong)))

    assert found == [Breach(subject="reading", sentence="Reading is for reading or report days", sessions=(wrong,))]


def test_day_that_nobody_declared_is_another_rules_business() -> None:
    undeclared = session("reading", "10:00", "11:00", day=WEDNESDAY, reviewers=("r2",))

    assert list(day_kind.check(READING, programme(undeclared))) == []
