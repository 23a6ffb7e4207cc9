"""What the rest of a review needs in mop-ups: against an urn that is drawn from step by step, and at the extremes."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from small_reviews import activity, at, problem, programme, session

from constraints.problem import Problem, Rates
from constraints.programme import Programme
from constraints.reserve import falling, reserve, weights

INTERVIEWS = tuple(f"i{n}" for n in range(8))
REVIEW = problem(
    *(activity(name, 30, evidence=True, interview=True) for name in INTERVIEWS),
    *(activity(name, 30, evidence=True, priority="mop-up") for name in ("m0", "m1", "m2")),
    activity("talk", 30),
)
HELD = programme(
    *(
        session(name, f"{9 + n}:00".zfill(5), f"{9 + n}:30".zfill(5), counterparts=("w1",))
        for n, name in enumerate(INTERVIEWS)
    ),
    session("m0", "09:30", "10:00"),
    session("m1", "14:30", "15:00"),
    session("m2", "16:30", "17:00"),
    session("talk", "13:30", "14:00", counterparts=("w2",)),
)


def drawn(ahead: int, fall: Fraction, hold: Fraction) -> list[Fraction]:
    """The same from an urn: whatever is drawn goes back with one more of its kind; every order is followed."""
    found = [Fraction(0)] * (ahead + 1)
    for order in product((True, False), repeat=ahead):
        fell, held, chance = fall, hold, Fraction(1)
        for falls in order:
            chance *= (fell if falls else held) / (fell + held)
            fell, held = (fell + 1, held) if falls else (fell, held + 1)
        found[sum(order)] += chance
    return found


@pytest.mark.parametrize("ahead", range(8))
@pytest.mark.parametrize(("fall", "hold"), [(2, 18), (1, 1), (3, 2), (0, 5), (Fraction(1, 2), Fraction(7, 3))])
def test_chances_are_those_of_an_urn(ahead: int, fall: Fraction, hold: Fraction) -> None:
    found = list(falling(ahead, float(fall), float(hold)))

    assert found == pytest.approx([float(chance) for chance in drawn(ahead, Fraction(fall), Fraction(hold))])


@pytest.mark.parametrize(("fall", "hold"), [(2.0, 18.0), (0.0, 3.0), (40.0, 1.0)])
def test_chances_of_a_long_review_add_up_to_one_with_the_mean_of_their_weights(fall: float, hold: float) -> None:
    found = list(falling(200, fall, hold))

    assert sum(found) == pytest.approx(1)
    assert sum(n * chance for n, chance in enumerate(found)) == pytest.approx(200 * fall / (fall + hold))


def test_what_was_seen_weighs_more_the_more_of_it_there_is() -> None:
    rates = Rates(cancelled=0.1, weight=20)

    assert weights(rates, 0, 0) == pytest.approx((2, 18))
    assert weights(rates, 30, 50) == pytest.approx((32, 68))


def at_work(now: str, **rates: float) -> Problem:
    return REVIEW.changed(now=at(now), rates=Rates.model_validate(rates))


def test_only_what_is_still_to_come_counts() -> None:
    found = reserve(at_work("12:00"), HELD, fallen=0)

    assert (found.ahead, found.held) == (5, 2)


def test_before_anything_has_begun_all_is_to_come() -> None:
    found = reserve(REVIEW, HELD, fallen=0)

    assert (found.ahead, found.held) == (8, 3)
    assert found.expected == pytest.approx(0.8)


def test_needed_are_the_fewest_that_are_enough_as_often_as_asked() -> None:
    for sure in (0.05, 0.5, 0.8, 0.99):
        found = reserve(at_work("09:00", cancelled=0.3, weight=10, sure=sure), HELD, fallen=2)
        chances = list(falling(found.ahead, 3 + 2, 7))

        assert sum(chances[: found.needed + 1]) >= sure
        assert found.needed == 0 or sum(chances[: found.needed]) < sure
        assert found.chance == pytest.approx(sum(chances[: found.held + 1]))
        assert bool(found.short) == (found.chance < sure)


def test_more_is_needed_the_more_has_fallen_through() -> None:
    needed = [reserve(at_work("12:00"), HELD, fallen=fallen).needed for fallen in range(12)]

    assert needed == sorted(needed)
    assert needed[0] < needed[-1] <= 5


@pytest.mark.parametrize("now", ["09:00", "12:00"])
def test_nothing_is_needed_where_nothing_falls_through(now: str) -> None:
    found = reserve(at_work(now, cancelled=0.0), HELD, fallen=0)

    assert (found.needed, found.short, found.expected, found.chance) == (0, 0, 0, 1)


def test_nothing_is_needed_once_all_is_over() -> None:
    found = reserve(at_work("18:00"), HELD, fallen=3)

    assert (found.ahead, found.held, found.needed, found.chance) == (0, 0, 0, 1)


def test_review_without_a_programme_needs_none() -> None:
    assert reserve(REVIEW, Programme(), fallen=0).needed == 0


def test_sentence_tells_both_sides() -> None:
    told = reserve(at_work("12:00"), HELD, fallen=4).sentence

    assert "5 evidence sessions" in told
    assert "the 2 that are left" in told


def test_session_of_an_activity_that_was_dropped_is_neither_to_come_nor_held() -> None:
    """What can be done about a dropped activity was not told at all: its session is still in the programme."""
    dropped = REVIEW.changed(activities=tuple(one for one in REVIEW.activities if one.id not in ("i0", "m0")))
    without = programme(*(one for one in HELD.sessions if one.activity not in ("i0", "m0")))

    assert reserve(dropped, HELD, 0) == reserve(dropped, without, 0)
