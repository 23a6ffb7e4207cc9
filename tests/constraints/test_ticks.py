from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_reviews import LONDON, at, problem, window

from constraints.problem import Problem, Window
from constraints.ticks import Ticks, common, merged, starts

SPRING, AUTUMN = date(2021, 3, 28), date(2021, 10, 31)
"""The Sundays on which London's clocks go forward and back, at 01:00 UTC."""


def over(sunday: date, grid: int = 15) -> Problem:
    return problem(start=sunday - timedelta(1), end=sunday + timedelta(1), grid=grid, days=())


@pytest.mark.parametrize(("sunday", "hours"), [(SPRING, 23), (AUTUMN, 25)])
def test_day_on_which_the_clocks_change_has_another_length(sunday: date, hours: int) -> None:
    spans = Ticks(over(sunday)).day_spans

    assert [(end - start) // 4 for start, end in spans.values()] == [24, hours, 24]


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
def test_days_follow_each_other_without_a_gap(sunday: date) -> None:
    ticks = Ticks(over(sunday))
    spans = list(ticks.day_spans.values())

    assert [one[1] == other[0] for one, other in pairwise(spans)] == [True, True]
    assert ticks.horizon == (0, spans[-1][1])


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
def test_ten_in_the_morning_is_ten_in_the_morning_on_every_day(sunday: date) -> None:
    ticks = Ticks(over(sunday))

    for day in ticks.days:
        tick = ticks.down(at("10:00", day))
        assert ticks.time(tick) == at("10:00", day)
        assert ticks.time(tick).date() == day


def test_hour_that_october_shows_twice_has_two_sets_of_ticks() -> None:
    ticks = Ticks(over(AUTUMN))
    first = datetime(2021, 10, 31, 1, 30, tzinfo=LONDON)

    assert ticks.down(first.replace(fold=1)) - ticks.down(first) == 4
    assert ticks.time(ticks.down(first.replace(fold=1))).fold == 1


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
@pytest.mark.parametrize("grid", [5, 15, 30, 60])
@settings(max_examples=60, derandomize=True, deadline=None)
@given(minutes=st.integers(0, 3 * 23 * 60 - 1))
def test_tick_below_and_tick_above_are_a_step_apart_at_most(sunday: date, grid: int, minutes: int) -> None:
    ticks = Ticks(over(sunday, grid))
    when = ticks.time(0).astimezone(UTC) + timedelta(minutes=minutes)

    assert ticks.time(ticks.down(when)) <= when <= ticks.time(ticks.up(when))
    assert ticks.up(when) - ticks.down(when) == int(not ticks.on_grid(when))
    assert ticks.on_grid(when) == (minutes % grid == 0)


def test_length_covers_its_minutes() -> None:
    ticks = Ticks(over(SPRING))

    assert [ticks.length(minutes) for minutes in (0, 1, 15, 16, 60)] == [0, 1, 1, 2, 4]


def test_windows_are_rounded_inwards_and_lost_when_too_short() -> None:
    ticks = Ticks(problem())

    assert ticks.spans([window("09:05", "10:05"), window("12:05", "12:10")]) == [(37, 40)]


def test_windows_that_touch_off_the_grid_are_joined_before_they_are_rounded() -> None:
    """Each was once rounded inwards first: a session across the joint was refused, though the check allowed it."""
    ticks = Ticks(problem())

    assert ticks.spans([window("10:05", "11:00"), window("09:00", "10:05")]) == [(36, 44)]


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(3, 5), (0, 3)], [(0, 5)]),
        ([(0, 4), (1, 2)], [(0, 4)]),
        ([(0, 1), (2, 3), (5, 5)], [(0, 1), (2, 3)]),
        ([], []),
    ],
)
def test_merged_joins_what_touches(spans: list[tuple[int, int]], joined: list[tuple[int, int]]) -> None:
    assert merged(spans) == joined


def test_starts_are_those_with_room_for_the_length() -> None:
    assert starts([(0, 4), (6, 8), (10, 11)], 2) == [(0, 2), (6, 6)]


def test_common_is_where_both_are() -> None:
    assert common([(0, 4), (6, 9)], [(2, 7), (8, 12)]) == [(2, 4), (6, 7), (8, 9)]


def test_window_across_the_repeated_hour_holds_both_hours() -> None:
    first = datetime(2021, 10, 31, 1, 45, tzinfo=LONDON)
    across = Window(start=first, end=first.replace(minute=15, fold=1))

    assert across.holds(first, first.replace(minute=0, fold=1))
    assert not across.meets(first.replace(minute=15, fold=1), first.replace(minute=30, fold=1))
