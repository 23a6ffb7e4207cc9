import pytest
from agreement import refused
from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import gap_limits
from constraints.problem import Gap, Problem, Session

VISIT = session("visit", "10:00", "11:00")
NEXT_DAY = WEDNESDAY


def feedback(start: str = "11:00", **other: object) -> Session:
    end = f"{int(start[:2]) + 1:02}{start[2:]}"
    return session("feedback", start, end, reviewers=("r2",), **other)


def after(**bounds: int) -> Problem:
    return problem(activity("visit"), activity("feedback", gaps=(Gap(after="visit", **bounds),)))


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(gap_limits.check(stated, programme(*sessions)))
    assert found != refused(gap_limits, stated, programme(*sessions))
    return found


@pytest.mark.parametrize(("start", "fits"), [("11:15", False), ("11:30", True), ("13:00", True), ("13:15", False)])
def test_minutes_run_from_the_end_of_the_one_to_the_start_of_the_other(start: str, fits: bool) -> None:
    assert kept(after(least_minutes=30, most_minutes=120), VISIT, feedback(start)) == fits


@pytest.mark.parametrize(("start", "fits"), [("11:15", False), ("11:30", True), ("12:00", True), ("12:15", False)])
def test_minutes_off_the_grid_are_counted_as_they_are(start: str, fits: bool) -> None:
    assert kept(after(least_minutes=20, most_minutes=70), VISIT, feedback(start)) == fits


def test_breach_says_the_bounds() -> None:
    late = feedback(day=NEXT_DAY)
    stated = after(least_minutes=30, most_minutes=90, most_days=0)

    found = list(gap_limits.check(stated, programme(VISIT, late)))

    sentence = "Feedback comes after Visit, at least 30 minutes, at most 90 minutes, on the same day"
    assert found == [Breach(subject="feedback", sentence=sentence, sessions=(VISIT, late))]


@pytest.mark.parametrize(
    ("bounds", "fits"),
    [({"most_days": 0}, False), ({"most_days": 1}, True), ({"least_days": 1}, True), ({"least_days": 2}, False)],
)
def test_days_run_from_date_to_date(bounds: dict[str, int], fits: bool) -> None:
    assert kept(after(**bounds), VISIT, feedback("09:00", day=NEXT_DAY)) == fits


@pytest.mark.parametrize("bounds", [{"most_days": 0}, {"most_minutes": 120}, {"least_minutes": 0}])
def test_whatever_is_bounded_it_comes_after(bounds: dict[str, int]) -> None:
    assert kept(after(**bounds), VISIT, feedback("11:00"))
    assert not kept(after(**bounds), VISIT, feedback("10:45"))
    assert not kept(after(**bounds), VISIT, feedback("08:00"))


def test_gap_of_a_night_is_as_long_as_it_is() -> None:
    assert kept(after(least_minutes=22 * 60), VISIT, feedback("09:00", day=NEXT_DAY))
    assert not kept(after(least_minutes=22 * 60 + 1), VISIT, feedback("09:00", day=NEXT_DAY))


@pytest.mark.parametrize(("end", "fits"), [("10:58", True), ("11:06", False)])
def test_fixed_session_off_the_grid_opens_the_gap_when_it_ends(end: str, fits: bool) -> None:
    fact = session("visit", "10:00", end)
    stated = after(least_minutes=10, most_minutes=60).changed(fixed=(fact,))

    assert kept(stated, fact, feedback("11:15")) == fits
    assert kept(stated, fact, feedback("11:30"))
    assert kept(stated, fact, feedback("12:00")) != fits


@pytest.mark.parametrize(("start", "fits"), [("12:10", True), ("12:05", False)])
def test_fixed_session_off_the_grid_closes_the_gap_when_it_starts(start: str, fits: bool) -> None:
    fact = feedback(start)
    stated = after(least_minutes=10, most_minutes=100).changed(fixed=(fact,))

    assert kept(stated, fact, session("visit", "11:00", "12:00")) == fits
    assert kept(stated, fact, session("visit", "10:45", "11:45"))
    assert kept(stated, fact, session("visit", "09:30", "10:30"))
    assert not kept(stated, fact, session("visit", "09:15", "10:15"))


def test_days_to_a_fixed_session_are_counted_as_well() -> None:
    fact = feedback("09:00", day=NEXT_DAY)

    assert kept(after(least_days=1).changed(fixed=(fact,)), fact, VISIT)
    assert not kept(after(most_days=0).changed(fixed=(fact,)), fact, VISIT)
    assert not kept(after(least_days=1).changed(fixed=(VISIT,)), VISIT, feedback())


def test_gap_between_fixed_sessions_is_reported_and_refuses_nothing() -> None:
    fixed = (VISIT, feedback("11:00"))
    stated = after(least_minutes=30).changed(fixed=fixed)

    assert len(list(gap_limits.check(stated, programme(*fixed)))) == 1
    assert not refused(gap_limits, stated, programme(*fixed))


def test_where_one_is_not_held_the_other_is_free() -> None:
    assert kept(after(least_days=1), feedback("09:00"))
    assert kept(after(least_days=1), VISIT)


def test_activity_without_gaps_stands_anywhere() -> None:
    assert kept(problem(activity("visit"), activity("feedback")), VISIT, feedback("10:00"))
