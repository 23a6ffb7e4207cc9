from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import order

REPORT = problem(activity("reports"), activity("presentation", after=("reports",)))


def test_later_may_start_when_the_earlier_is_over() -> None:
    held = programme(session("reports", "10:00", "11:00"), session("presentation", "11:00", "12:00"))

    assert list(order.check(REPORT, held)) == []


def test_later_a_quarter_too_early_is_broken() -> None:
    reports, early = session("reports", "10:00", "11:00"), session("presentation", "10:45", "11:45", reviewers=("r2",))

    found = list(order.check(REPORT, programme(reports, early)))

    assert found == [
        Breach(subject="presentation", sentence="Presentation comes after Reports", sessions=(reports, early))
    ]


def test_where_one_is_not_held_the_other_is_free() -> None:
    assert list(order.check(REPORT, programme(session("presentation", "09:00", "10:00")))) == []
