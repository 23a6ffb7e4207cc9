import pytest
from small_reviews import activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.musts import in_its_window
from constraints.problem import Window

LUNCH = activity("lunch", windows=(window("12:00", "14:00"),))
SENTENCE = "Lunch belongs on 4 May between 12:00 and 14:00"


def test_session_that_fills_the_edges_is_kept() -> None:
    for start, end in (("12:00", "13:00"), ("13:00", "14:00")):
        assert list(in_its_window.check(problem(LUNCH), programme(session("lunch", start, end)))) == []


def test_session_a_quarter_over_an_edge_is_broken() -> None:
    for start, end in (("11:45", "12:45"), ("13:15", "14:15")):
        over = session("lunch", start, end)

        found = list(in_its_window.check(problem(LUNCH), programme(over)))

        assert found == [Breach(subject="lunch", sentence=SENTENCE, sessions=(over,))]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2021-05-04T00:00:00+01:00", "2021-05-07T00:00:00+01:00", "between 4 May and 6 May"),
        ("2021-05-04T00:00:00+01:00", "2021-05-05T00:00:00+01:00", "on 4 May"),
        ("2021-05-04T12:00:00+01:00", "2021-05-06T14:00:00+01:00", "between 4 May 12:00 and 6 May 14:00"),
    ],
)
def test_whole_days_are_named_as_days(start: str, end: str, said: str) -> None:
    """Three days were told as from midnight to the midnight after them, which reads as a day too many."""
    there = Window.model_validate({"start": start, "end": end})

    assert in_its_window.because(activity("lunch", windows=(there,))) == f"Lunch belongs {said}"


def test_windows_that_touch_are_one() -> None:
    touching = activity("lunch", windows=(window("12:00", "12:40"), window("12:40", "14:00")))

    assert list(in_its_window.check(problem(touching), programme(session("lunch", "12:15", "13:15")))) == []


def test_activity_without_windows_stands_anywhere() -> None:
    assert list(in_its_window.check(problem(activity("talk")), programme(session("talk", "03:00", "04:00")))) == []
