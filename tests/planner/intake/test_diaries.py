"""Laws of windows: what is free and what is not, whatever the absences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from planner.intake.diaries import free_windows, hours_of_day, span
from planner.intake.review import About, Away

LONDON = ZoneInfo("Europe/London")
ABOUT = About(id="AB", title="A review", start=date(2021, 5, 4), end=date(2021, 5, 6), seed="12345678901234567890")
MIDNIGHT = datetime.fromisoformat("2021-05-04")
HOUR = timedelta(hours=1)

ABSENCES = st.lists(
    st.tuples(st.integers(-10, 80), st.integers(1, 40)).map(
        lambda each: Away(who="a", start=MIDNIGHT + each[0] * HOUR, end=MIDNIGHT + sum(each) * HOUR)
    ),
    min_size=1,
)


@given(ABSENCES)
def test_an_hour_of_the_review_is_free_unless_an_absence_holds_it(absences: list[Away]) -> None:
    windows = free_windows(absences, ABOUT, LONDON)

    assert windows is not None
    for nth in range(72):
        at = MIDNIGHT + nth * HOUR
        away = any(each.start <= at < each.end for each in absences)
        aware = at.replace(tzinfo=LONDON)
        assert any(window.holds(aware, aware + HOUR) for window in windows) == (not away)


@given(ABSENCES)
def test_windows_stand_in_order_and_do_not_touch(absences: list[Away]) -> None:
    windows = free_windows(absences, ABOUT, LONDON)

    assert windows is not None
    assert all(one.end < other.start for one, other in pairwise(windows))


def test_nobody_away_means_no_windows_of_their_own() -> None:
    assert free_windows([], ABOUT, LONDON) is None


def test_an_absence_in_another_zone_is_carried_over() -> None:
    away = Away(
        who="a",
        start=datetime.fromisoformat("2021-05-04T08:00:00+00:00"),
        end=datetime.fromisoformat("2021-05-07T08:00:00+00:00"),
    )

    windows = free_windows([away], ABOUT, LONDON)

    assert windows is not None
    assert [window.end.isoformat() for window in windows] == ["2021-05-04T09:00:00+01:00"]


def test_a_day_on_which_the_clocks_change_runs_from_midnight_to_midnight() -> None:
    window = span(date(2021, 3, 28), date(2021, 3, 28), LONDON)

    assert (window.start.isoformat(), window.end.isoformat()) == (
        "2021-03-28T00:00:00+00:00",
        "2021-03-29T00:00:00+01:00",
    )


def test_a_day_without_an_hour_runs_from_or_to_midnight() -> None:
    day = date(2021, 5, 4)

    assert hours_of_day(day, None, None, LONDON) == span(day, day, LONDON)
