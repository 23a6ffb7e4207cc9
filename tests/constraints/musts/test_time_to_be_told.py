from datetime import timedelta

import pytest
from agreement import refused
from small_reviews import activity, at, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import time_to_be_told
from constraints.problem import Limits, Need, Problem, Resource, Session

BLUE, GREEN = Resource(id="blue", name="Blue room"), Resource(id="green", name="Green room")


def visit(start: str, end: str, **other: object) -> Session:
    return session("visit", start, end, **{"counterparts": ("w1",), "room": "blue", **other})


HELD = visit("10:00", "11:00")
PUBLISHED = problem(
    activity("visit", counterparts=(Need(pool="workers"),), rooms=("blue", "green")),
    activity("audit"),
    resources=(BLUE, GREEN),
    now=at("08:30"),
    published=(HELD,),
)


def kept(stated: Problem, one: Session) -> bool:
    found = not list(time_to_be_told.check(stated, programme(one)))
    assert found != refused(time_to_be_told, stated, programme(one))
    return found


def test_session_was_offered_for_the_very_moment_of_the_repair() -> None:
    """At half past eight a repair once offered a session at half past eight."""
    at_once = visit("08:30", "09:30")

    found = list(time_to_be_told.check(PUBLISHED, programme(at_once)))

    sentence = "Visit cannot be asked for before Tuesday 04 May 10:30: people have to hear of it first"
    assert found == [Breach(subject="visit", sentence=sentence, sessions=(at_once,))]
    assert not kept(PUBLISHED, at_once)


@pytest.mark.parametrize(("start", "end", "keeps"), [("10:30", "11:30", True), ("10:15", "11:15", False)])
def test_session_begins_when_people_can_have_heard_of_it(start: str, end: str, keeps: bool) -> None:
    assert kept(PUBLISHED, visit(start, end)) == keeps


@pytest.mark.parametrize(
    ("differs", "keeps"),
    [
        ({}, True),
        ({"reviewers": ("r2",)}, True),
        ({"counterparts": ("w2",)}, False),
        ({"room": "green"}, False),
    ],
)
def test_what_was_published_may_stand_with_other_reviewers_only(differs: dict[str, object], keeps: bool) -> None:
    assert kept(PUBLISHED, visit("10:00", "11:00", **differs)) == keeps


def test_session_of_fewer_than_were_told_of_it_stands() -> None:
    """Of two workers one is away: the other comes as they were told."""
    both = PUBLISHED.changed(published=(visit("10:00", "11:00", counterparts=("w1", "w2")),))

    assert kept(both, HELD)


def test_session_that_nobody_is_asked_to_begins_at_once() -> None:
    assert kept(PUBLISHED, session("audit", "08:30", "09:30"))


@pytest.mark.parametrize("silent", [{"published": ()}, {"now": None}, {"limits": Limits(notice=0)}], ids=str)
def test_without_publication_time_or_notice_it_says_nothing(silent: dict[str, object]) -> None:
    assert kept(PUBLISHED.changed(**silent), visit("08:30", "09:30"))


def test_fixed_session_is_a_fact() -> None:
    soon = visit("09:00", "10:00")

    assert list(time_to_be_told.check(PUBLISHED.changed(fixed=(soon,)), programme(soon))) == []


def test_hours_are_counted_as_they_pass_where_the_clocks_change() -> None:
    """From half past midnight on the last Sunday of March, two hours last until half past three by the clock."""
    night = at("00:30").replace(month=3, day=28)
    stated = PUBLISHED.changed(now=night)

    first = time_to_be_told.soonest(stated)

    assert first is not None
    assert first.replace(tzinfo=None) == (night + timedelta(hours=3)).replace(tzinfo=None)
