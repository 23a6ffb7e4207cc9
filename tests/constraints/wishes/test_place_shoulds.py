from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.wishes import place_shoulds

ASKED = problem(
    activity("talk", priority="should"), activity("visit", priority="must"), activity("hold", priority="mop-up")
)


def test_activity_that_is_held_costs_nothing() -> None:
    assert list(place_shoulds.check(ASKED, programme(session("talk", "10:00", "11:00")))) == []


def test_activity_that_is_left_out_costs_one() -> None:
    found = list(place_shoulds.check(ASKED, programme()))

    assert found == [Breach(subject="talk", sentence="Talk should be held", cost=1)]
