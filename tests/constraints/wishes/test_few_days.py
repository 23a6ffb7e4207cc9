from datetime import date

from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort
from constraints.wishes import few_days

ASKED = problem(
    *(activity(f"talk{n}", evidence=True) for n in range(2)),
    end=date(2021, 5, 11),
    comfort=Comfort(few_days=1),
)
TODAY = session("talk0", "10:00", "11:00", counterparts=("w1",))


def test_two_sessions_on_one_day_cost_nothing() -> None:
    assert list(few_days.check(ASKED, programme(TODAY, session("talk1", "14:00", "15:00", counterparts=("w1",))))) == []


def test_second_day_of_a_week_costs_one() -> None:
    tomorrow = session("talk1", "10:00", "11:00", day=WEDNESDAY, counterparts=("w1",))

    found = list(few_days.check(ASKED, programme(TODAY, tomorrow)))

    assert found == [Breach(subject="w1", sentence="First worker is asked for on few days of a week", cost=1)]


def test_next_week_counts_afresh() -> None:
    next_week = session("talk1", "10:00", "11:00", day=date(2021, 5, 10), counterparts=("w1",))

    assert list(few_days.check(ASKED, programme(TODAY, next_week))) == []
