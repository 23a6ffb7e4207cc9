from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.outgoing.documents.dates import clock, in_full, in_short, stretch, week_number, weekday


def test_day_is_written_in_full_and_in_short() -> None:
    day = date(2021, 5, 4)
    assert (weekday(day), in_full(day), in_short(day)) == ("Tuesday", "4 May 2021", "Tue 4 May")


def test_clock_is_that_of_the_zone_on_either_side_of_its_change() -> None:
    assert clock(datetime(2021, 3, 28, 0, 30, tzinfo=UTC), "Europe/London") == "00.30"
    assert clock(datetime(2021, 3, 28, 1, 30, tzinfo=UTC), "Europe/London") == "02.30"


def test_stretch_runs_from_start_to_end() -> None:
    start, end = datetime(2021, 5, 4, 9, tzinfo=UTC), datetime(2021, 5, 4, 10, 15, tzinfo=UTC)
    assert stretch(start, end, "Europe/London") == "10.00\N{EN DASH}11.15"


@pytest.mark.parametrize(("number", "words"), [(1, "Week one"), (12, "Week twelve"), (13, "Week 13"), (0, "Week 0")])
def test_weeks_are_numbered_in_words_up_to_twelve(number: int, words: str) -> None:
    assert week_number(number) == words
