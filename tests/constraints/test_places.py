"""Every place of a session: what is called free is free by every rule, and what is called blocked is blocked."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
import shipped

from constraints.catalogue import MUSTS, name_of
from constraints.check import check
from constraints.musts import time_to_be_told
from constraints.places import Place, place_at, places
from constraints.problem import Problem, Session
from constraints.programme import Programme

FORMATS = ("self-directed-review", "peer-challenge", "team-diagnostics", "ilacs")
SESSIONS, PLACES = 3, 12


def newly_broken(problem: Problem, programme: Programme, session: Session) -> set[str]:
    """The rules that a programme keeps without a session and breaks with it, by the check of all rules on all of it."""
    others = tuple(one for one in programme.sessions if one.activity != session.activity)
    return {
        name_of(rule)
        for rule in MUSTS
        for breach in rule.check(problem, Programme(sessions=(*others, session)))
        if breach not in tuple(rule.check(problem, Programme(sessions=others)))
    }


def sampled(name: str) -> Iterator[tuple[Problem, Programme, Session, Place]]:
    """Some places of some sessions of a shipped review: free ones, those nobody is out of hours for, and others."""
    problem, programme = shipped.stated(name), shipped.planned(name)
    drawn = random.Random(7)
    own = [s for s in programme.sessions if not problem.activity[s.activity].standing]
    for session in drawn.sample(own, SESSIONS):
        found = places(problem, programme, session)
        free = [place for place in found if place.free]
        near = [place for place in found if not place.free and place.rule not in ("working_hours", "only_when_free")]
        for group in (free, near, found):
            for place in drawn.sample(list(group), min(len(group), PLACES // 3)):
                yield problem, programme, session, place


@pytest.mark.parametrize("name", FORMATS)
def test_places_say_what_the_check_of_everything_says(name: str) -> None:
    seen = 0
    for problem, programme, _, place in sampled(name):
        broken = newly_broken(problem, programme, place.session)
        assert place.free == (not broken), (place.session, place.rule, broken)
        assert place.free or place.rule in broken
        seen += 1
    assert seen >= SESSIONS * PLACES // 3


@pytest.mark.parametrize("name", FORMATS)
def test_session_of_a_planned_programme_stands_in_a_free_place(name: str) -> None:
    problem, programme = shipped.stated(name), shipped.planned(name)
    broken = {s.activity for verdict in check(problem, programme).musts for b in verdict.breaches for s in b.sessions}

    for session in programme.sessions[::9]:
        if session.activity not in broken:
            assert place_at(problem, programme, session).free, session


def test_nothing_before_now_is_a_place() -> None:
    problem, programme = shipped.self_directed(), shipped.planned("self-directed-review")
    session = next(s for s in programme.sessions if s.counterparts)

    found = places(problem.changed(now=session.start), programme, session)

    assert found
    assert all(place.session.start >= session.start for place in found)
    assert [place.free for place in found if place.present] == [True]


def test_nowhere_is_a_place_before_people_can_have_heard_of_it() -> None:
    """What people hold stands; anywhere else they have to be told of first."""
    problem, programme = shipped.self_directed(), shipped.planned("self-directed-review")
    session = next(s for s in programme.sessions if s.counterparts)
    now = session.start - timedelta(hours=1)
    published = problem.changed(now=now, published=programme.sessions, fixed=(session,))

    found = places(published, programme, session)

    soon = [place for place in found if place.session.start < now + timedelta(hours=published.limits.notice)]
    assert {name_of(time_to_be_told)} <= {place.rule for place in soon}
    assert {place.session.start for place in soon if place.free} == {session.start}
    assert all(place.session.counterparts == session.counterparts for place in soon)
