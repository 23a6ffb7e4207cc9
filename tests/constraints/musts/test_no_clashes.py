from datetime import date, timedelta

from small_reviews import activity, at, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import no_clashes
from constraints.problem import instant

TWO = problem(activity("talk"), activity("visit"))
CLASH = "First reviewer cannot be in two places at once"


def test_back_to_back_is_kept() -> None:
    assert (
        list(no_clashes.check(TWO, programme(session("talk", "10:00", "11:00"), session("visit", "11:00", "12:00"))))
        == []
    )


def test_quarter_of_overlap_is_broken() -> None:
    one, other = session("talk", "10:00", "11:00"), session("visit", "10:45", "11:45")

    found = list(no_clashes.check(TWO, programme(one, other)))

    assert found == [Breach(subject="r1", sentence=CLASH, sessions=(one, other))]


def test_sessions_of_others_may_overlap() -> None:
    theirs = session("visit", "10:00", "11:00", reviewers=("r2",))

    assert list(no_clashes.check(TWO, programme(session("talk", "10:00", "11:00"), theirs))) == []


def test_reviewer_cannot_be_their_own_counterpart() -> None:
    alone = session("talk", "10:00", "11:00", counterparts=("r1",))

    assert list(no_clashes.check(TWO, programme(alone))) == [
        Breach(subject="r1", sentence=CLASH, sessions=(alone, alone))
    ]


def test_hour_that_october_shows_twice_is_two_hours() -> None:
    """By the wall clock both sessions run from 01:00 to 01:45 or so; the second follows the first an hour later."""
    sunday = date(2021, 10, 31)
    autumn = problem(activity("talk", 45), activity("visit", 45), start=sunday, end=sunday, days=())
    first = session("talk", "01:00", "01:45", day=sunday)
    again = instant(first.start) + timedelta(hours=1)
    second = first.model_copy(
        update={
            "activity": "visit",
            "start": again.astimezone(autumn.tz),
            "end": (again + timedelta(minutes=45)).astimezone(autumn.tz),
        }
    )

    assert second.start.replace(fold=0) == at("01:00", sunday)
    assert list(no_clashes.check(autumn, programme(first, second))) == []
