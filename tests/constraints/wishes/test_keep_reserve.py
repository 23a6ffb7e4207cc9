from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.wishes import keep_reserve

ASKED = problem(
    activity("talk", priority="mop-up"), activity("visit", priority="must"), activity("hold", priority="should")
)


def test_activity_that_is_held_costs_nothing() -> None:
    assert list(keep_reserve.check(ASKED, programme(session("talk", "10:00", "11:00")))) == []


def test_activity_that_is_left_out_costs_one() -> None:
    found = list(keep_reserve.check(ASKED, programme()))

    assert found == [Breach(subject="talk", sentence="Talk is held in reserve", cost=1)]
