import pytest
from small_reviews import TUESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort
from constraints.wishes import no_idle

DAY = problem(activity("interview", breathing_space=15), activity("talk"), activity("visit"), comfort=Comfort(idle=1))
INTERVIEW = session("interview", "10:00", "11:00")


def test_breathing_space_is_not_idle() -> None:
    assert list(no_idle.check(DAY, programme(INTERVIEW, session("talk", "11:15", "12:15")))) == []


def test_each_quarter_that_nothing_fills_costs_one() -> None:
    found = list(no_idle.check(DAY, programme(INTERVIEW, session("talk", "12:00", "13:00"))))

    assert found == [Breach(subject="r1", sentence="First reviewer has no idle time on Tuesday 04 May", cost=3)]


@pytest.mark.parametrize("sessions", [(), (INTERVIEW,)])
def test_day_with_one_session_has_no_inside(sessions: tuple[object, ...]) -> None:
    assert list(no_idle.check(DAY, programme(*sessions))) == []


def test_session_off_the_grid_fills_the_steps_it_touches() -> None:
    """The check once took exact minutes where the variables can only take steps."""
    off_grid = session("talk", "09:05", "09:50")

    found = list(no_idle.check(DAY, programme(off_grid, session("visit", "10:15", "11:15"))))

    assert [breach.cost for breach in found] == [1]
    assert DAY.days[0].date == TUESDAY
