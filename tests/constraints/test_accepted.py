from small_reviews import activity, at, problem, programme, session

from constraints.accepted import accepted
from constraints.problem import Limits, Need, Waiver

LATE = session("visit", "15:00", "16:00", counterparts=("w1",))
STATED = problem(activity("visit", counterparts=(Need(pool="workers"),), asked_from=at("16:00")), activity("audit"))
AGREED = Waiver(rule="minimum_notice", sessions=("visit",), who="review manager", why="agreed with the worker")


def test_breach_that_somebody_accepted_is_told_with_who_and_why() -> None:
    (one,) = accepted(STATED.changed(waivers=(AGREED, AGREED)), programme(LATE))

    assert (one.rule, one.who, one.why) == ("minimum_notice", "review manager", "agreed with the worker")
    assert one.title == "Nobody is asked for before they can have had notice."
    assert one.sessions == (LATE,)


def test_waiver_that_nothing_needs_any_more_is_not_told() -> None:
    later = session("visit", "16:00", "17:00", counterparts=("w1",))

    assert accepted(STATED.changed(waivers=(AGREED,)), programme(later)) == ()
    assert accepted(STATED.changed(waivers=(AGREED,)), programme()) == ()


def test_what_was_accepted_of_the_moment_is_told_when_it_is_past() -> None:
    """That somebody was asked within the hour is not seen in a programme once the hour is over."""
    soon = Waiver(rule="time_to_be_told", sessions=("visit",), who="review manager", why="told by telephone")
    stated = STATED.changed(waivers=(soon,), limits=Limits(notice=2))

    assert [one.why for one in accepted(stated, programme(LATE))] == ["told by telephone"]
    assert accepted(stated, programme(session("audit", "10:00", "11:00"))) == ()
