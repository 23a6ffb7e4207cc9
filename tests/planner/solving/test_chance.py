"""Chance: drawn from the seed, the sequence and what it is about; nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from constraints.problem import Problem, Rates, Session
from planner.solving.chance import ILLNESS, Chance

PROBLEM = Problem(title="A week", zone="Europe/London", start=date(2021, 4, 19), end=date(2021, 4, 23))
TEN = datetime(2021, 4, 21, 10, tzinfo=PROBLEM.tz)
MANY = 4000


def session(activity: str, start: datetime = TEN) -> Session:
    return Session(activity=activity, start=start, end=start + timedelta(hours=1), counterparts=("worker",))


def rates(**said: float) -> Rates:
    return Rates.model_validate({"cancelled": 0.0, "ill": 0.0, "late": 0.0} | said)


def test_nothing_happens_where_nothing_is_likely() -> None:
    chance = Chance(1, 1, rates(), ("area",))
    assert not any(chance.falls_through(PROBLEM, session(str(n)), 0) for n in range(MANY))
    assert not any(chance.falls_ill(str(n), PROBLEM.start) for n in range(MANY))
    assert not chance.late()


@pytest.mark.parametrize("rate", [0.05, 0.2, 0.5])
def test_as_much_happens_as_is_likely(rate: float) -> None:
    chance = Chance(7, 1, rates(cancelled=rate, ill=rate))
    fell = sum(chance.falls_through(PROBLEM, session(str(n)), 0) is not None for n in range(MANY))
    ill = sum(chance.falls_ill(str(n), PROBLEM.start) > 0 for n in range(MANY))
    late = sum(Chance(7, n, rates(late=rate), ("area",)).late() == "area" for n in range(MANY))
    assert all(abs(count / MANY - rate) < 0.03 for count in (fell, ill, late))


def test_what_happens_to_one_does_not_depend_on_what_was_asked_before() -> None:
    likely = rates(cancelled=0.5, ill=0.5)
    asked = Chance(3, 2, likely)
    before = [asked.falls_through(PROBLEM, session(str(n)), 0) for n in range(50)]
    afresh = [Chance(3, 2, likely).falls_through(PROBLEM, session(str(n)), 0) for n in reversed(range(50))]
    assert before == afresh[::-1]
    assert any(before)
    assert not all(before)


def test_more_likely_means_the_same_and_more() -> None:
    few, many = (Chance(1, 1, rates(cancelled=rate)) for rate in (0.1, 0.3))
    for n in range(200):
        heard = few.falls_through(PROBLEM, session(str(n)), 0)
        assert heard is None or many.falls_through(PROBLEM, session(str(n)), 0) == heard


def test_it_is_heard_before_the_session() -> None:
    chance = Chance(1, 1, rates(cancelled=0.99))
    for hour in (8, 9, 17):
        start = TEN.replace(hour=hour)
        heard = [chance.falls_through(PROBLEM, session(str(n), start), 0) for n in range(100)]
        told = {(start.date() - at.date()).days for at in heard if at}
        assert told == {0, 1, 3}
        assert all(at.astimezone(UTC) <= (start - timedelta(hours=1)).astimezone(UTC) for at in heard if at)


def test_illness_lasts_a_day_or_several() -> None:
    chance = Chance(1, 1, rates(ill=1.0))
    assert {chance.falls_ill(str(n), PROBLEM.start) for n in range(200)} == set(ILLNESS)
