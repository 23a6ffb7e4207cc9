"""Reading one plain value."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake.plain import (
    DATE_TEXT,
    NUMBER_TEXT,
    POINT_NOUGHT,
    SPACES,
    TIME_TEXT,
    WHOLE_DAY,
    YES_TEXT,
    UnreadableError,
    read_date,
    read_moment,
    read_number,
    read_text,
    read_time,
    read_yes_no,
    words,
)


@given(st.text())
def test_words_read_twice_are_the_same(text: str) -> None:
    assert words(words(text)) == words(text)


@given(st.text())
def test_words_stand_on_one_line(text: str) -> None:
    assert len(words(text).splitlines()) <= 1


@given(st.dates())
def test_read_date_reads_both_ways_of_writing(day: date) -> None:
    assert read_date(f"{day.year:04}-{day.month:02}-{day.day:02}") == (day, DATE_TEXT)
    assert read_date(f"{day.day}/{day.month}/{day.year:04}") == (day, DATE_TEXT)
    assert read_date(day) == (day, "")


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_read_time_reads_colon_and_point(at: time) -> None:
    assert read_time(f"{at.hour}:{at.minute:02}") == (at, TIME_TEXT)
    assert read_time(f" {at.hour:02}.{at.minute:02}\u00a0") == (at, TIME_TEXT)
    assert read_time(at) == (at, "")


def test_read_time_hours_that_excel_counts_are_a_time() -> None:
    assert read_time(timedelta(hours=9, minutes=30)) == (time(9, 30), "")
    with pytest.raises(UnreadableError):
        read_time(timedelta(hours=25))


@given(st.integers(-(10**14), 10**14))
def test_read_number_reads_a_whole_number_however_it_is_written(number: int) -> None:
    assert read_number(number, False, whole=True) == (number, "")
    assert read_number(float(number), True, whole=True) == (number, "")
    assert read_number(float(number), False, whole=True) == (number, POINT_NOUGHT)


def test_read_number_reads_text() -> None:
    assert read_number("60.0", False, whole=True) == (60, NUMBER_TEXT)
    assert read_number(" 0.5", False, whole=False) == (0.5, NUMBER_TEXT)


@pytest.mark.parametrize("value", ["", "6o", "1e3", "0x1", "1,5", "nan", True, None, [], float("inf"), 10**15])
def test_read_number_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(UnreadableError):
        read_number(value, False, whole=False)


@pytest.mark.parametrize(
    "value", ["31/02/2021", "2021-13-01", "4/27/2021", "27/04/21", "", 44301, True, datetime(2021, 4, 1, 9, tzinfo=UTC)]
)
def test_read_date_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(UnreadableError):
        read_date(value)


@pytest.mark.parametrize("value", ["24:00", "9", "9:5", "9:60", 9.5, 0.375, time(9, tzinfo=UTC)])
def test_read_time_what_is_no_time_is_refused(value: object) -> None:
    with pytest.raises(UnreadableError):
        read_time(value)


def test_read_moment_a_date_alone_is_the_whole_day() -> None:
    day = date(2021, 4, 27)
    assert read_moment(day, ends=False) == (datetime.combine(day, time()), WHOLE_DAY)
    assert read_moment("27/04/2021", ends=True) == (datetime.combine(day, time()) + timedelta(days=1), WHOLE_DAY)


def test_read_moment_reads_text() -> None:
    at = datetime.combine(date(2021, 4, 27), time(9, 30))
    assert read_moment("27/04/2021 9.30", ends=True) == (at, DATE_TEXT)
    assert read_moment("2021-04-27T09:30", ends=False) == (at, DATE_TEXT)


@pytest.mark.parametrize("value", ["27/04/2021 25:00", "soon", "", 5, datetime(2021, 4, 27, tzinfo=UTC), date.max])
def test_read_moment_what_is_no_moment_is_refused(value: object) -> None:
    with pytest.raises(UnreadableError):
        read_moment(value, ends=True)


def test_read_text_drops_spaces_and_says_so() -> None:
    assert read_text("Head\u00a0of  service\u200b ", False) == ("Head of service", SPACES)
    assert read_text("Head of service", False) == ("Head of service", "")


def test_read_text_a_number_is_text_on_a_sheet_only() -> None:
    assert read_text(101.0, True) == ("101", "")
    with pytest.raises(UnreadableError):
        read_text(101, False)
    with pytest.raises(UnreadableError):
        read_text(1.5, True)
    with pytest.raises(UnreadableError):
        read_text(12345678901234567890.0, True)


def test_read_yes_no_reads_words() -> None:
    assert read_yes_no("Yes ", True) == (True, "")
    assert read_yes_no("no", False) == (False, YES_TEXT)
    with pytest.raises(UnreadableError):
        read_yes_no(1, False)
