"""Any sequence of versions and publications, as the calendars of those who are sent the files end up.

Whoever does what RFC 5546 says with each file in order holds exactly the sessions of the version published last: none
twice, none missing, none as it was before. Who has no change is sent nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from diary_reader import Diary, Entry, addressee
from graph_mailbox import Mailbox
from hypothesis import given, settings
from hypothesis import strategies as st
from ics import read
from itip import faults
from other_readers import APPLYING, applied_with
from publications import CODES, NAMES, Office, messages, requests, stated, utc
from small_reviews import at

from constraints.problem import Problem, Session
from planner.outgoing.bodies import allowed
from planner.outgoing.places import TEAMS, place_of
from planner.outgoing.publish.publication import Publication
from planner.outgoing.titles import neutral

PEOPLE = ("w1", "w2")
REVIEWERS = ("r1", "r2")

Version = tuple[list[Session], Problem, bool]


@st.composite
def versions(draw: st.DrawFn) -> list[Version]:
    """Versions of three sessions at most, each with its problem and whether it is published."""

    def one(name: str) -> Session:
        start = at("09:00") + timedelta(hours=draw(st.integers(0, 3)))
        return Session(
            activity=name,
            start=start,
            end=start + timedelta(minutes=draw(st.sampled_from([60, 60, 90]))),
            reviewers=tuple(draw(st.lists(st.sampled_from(REVIEWERS), min_size=1, unique=True))),
            counterparts=tuple(draw(st.lists(st.sampled_from(PEOPLE), unique=True))),
            place=draw(st.sampled_from(["online", "online", "hall"])),
        )

    found: list[Version] = []
    kept: dict[str, Session] = {}
    for published in draw(st.lists(st.booleans(), min_size=1, max_size=8)):
        for name in draw(st.sets(st.sampled_from(NAMES), max_size=2)):
            kept.pop(name, None)
            if draw(st.integers(0, 3)):
                kept[name] = one(name)
        waiting = draw(st.sampled_from(["", "", "a"]))
        address = draw(st.sampled_from(["w1@example.org", "w1@example.org", "other@example.org"]))
        found.append((list(kept.values()), stated(waiting, {"w1": {"email": address}}), published))
    return found


def publications(told: list[Version]) -> Iterator[tuple[Publication, list[Session], Problem]]:
    """Each publication with the version that it publishes; nothing goes out where nothing has changed."""
    office = Office()
    for sessions, problem, published in told:
        office.draft(sessions, problem)
        if published:
            yield office.publish(), sessions, problem


def expected(sessions: list[Session], problem: Problem, who: str) -> list[Entry]:
    """What somebody attends, as their calendar has to show it."""
    waiting = {one.id for one in problem.activities if one.area == "held"}
    found = []
    for session in sessions:
        if who in {problem.person[one].email for one in session.people}:
            start, end = utc(session)
            minutes = (end - start) // timedelta(minutes=1)  # type: ignore[operator]
            title = f"{neutral(problem.activity[session.activity])} - ref {CODES[session.activity]} - {minutes} min"
            status = "TENTATIVE" if session.activity in waiting else "CONFIRMED"
            place = place_of(problem, session, online=TEAMS)
            found.append(Entry(title, start, end, place, status))  # type: ignore[arg-type]
    return sorted(found)


EVERYBODY = ("r1@example.org", "r2@example.org", "w1@example.org", "w2@example.org", "other@example.org")


@settings(max_examples=150, deadline=None)
@given(versions())
def test_every_diary_ends_with_exactly_what_was_published(told: list[Version]) -> None:
    diaries = {who: Diary() for who in EVERYBODY}
    before: dict[str, list[Entry]] = {who: [] for who in EVERYBODY}
    for made, sessions, problem in publications(told):
        written = messages(made)
        for message in written:
            diaries[addressee(message)].take(message)
        now = {who: expected(sessions, problem, who) for who in EVERYBODY}
        assert {who: diary.entries for who, diary in diaries.items()} == now
        assert all(diary.stale == diary.unraised == [] for diary in diaries.values())
        assert {addressee(message) for message in written} == {who for who in now if now[who] != before[who]}
        before = now


@settings(max_examples=60, deadline=None)
@given(versions())
def test_every_message_keeps_the_tables_and_every_body_the_grammar(told: list[Version]) -> None:
    for made, _, _ in publications(told):
        for message in messages(made):
            calendar = read(message)
            assert faults(calendar) == []
            assert allowed(calendar.parts[-1].one("DESCRIPTION").text)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_order_within_a_publication_does_not_matter(told: list[Version]) -> None:
    ends: list[dict[str, list[Entry]]] = []
    for backwards in (False, True):
        diaries = {who: Diary() for who in EVERYBODY}
        for made, _, _ in publications(told):
            for message in messages(made)[:: -1 if backwards else 1]:
                diaries[addressee(message)].take(message)
        ends.append({who: diary.entries for who, diary in diaries.items()})
    assert ends[0] == ends[1]


@settings(max_examples=100, deadline=None)
@given(versions())
def test_meetings_end_as_those_that_are_held_online_with_the_council(told: list[Version]) -> None:
    mailbox = Mailbox()
    for made, sessions, problem in publications(told):
        for request in requests(made).values():
            mailbox.do(request)
        assert sorted(map(_shown, mailbox.meetings.values())) == sorted(_wanted(sessions, problem))


def _shown(meeting: dict[str, Any]) -> tuple[object, ...]:
    addresses = sorted(one["emailAddress"]["address"] for one in meeting["attendees"])
    return meeting["subject"], meeting["start"]["dateTime"], meeting["end"]["dateTime"], addresses, meeting["showAs"]


def _wanted(sessions: list[Session], problem: Problem) -> Iterator[tuple[object, ...]]:
    for session in sessions:
        if session.counterparts and session.place == "online":
            addresses = sorted(problem.person[one].email for one in session.people)
            (entry,) = (
                one for one in expected(sessions, problem, addresses[0]) if CODES[session.activity] in one.title
            )
            start, end = (f"{when:%Y-%m-%dT%H:%M:%S}" for when in (session.start, session.end))
            yield entry.title, start, end, addresses, "tentative" if entry.status == "TENTATIVE" else "busy"


@pytest.mark.parametrize("reader", sorted(APPLYING))
def test_other_readers_end_with_the_same(reader: str, tmp_path: Path) -> None:
    """Forty sequences of publications, each a person's folder of files that are applied in order."""
    files: dict[str, list[bytes]] = {}
    wanted: dict[str, list[tuple[str, str, str]]] = {}

    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(versions())
    def gather(told: list[Version]) -> None:
        number = len(wanted) // len(EVERYBODY)
        for who in EVERYBODY:
            files[f"{number}-{who}"], wanted[f"{number}-{who}"] = [], []
        for made, sessions, problem in publications(told):
            for message in messages(made):
                files[f"{number}-{addressee(message)}"].append(message)
            for who in EVERYBODY:
                wanted[f"{number}-{who}"] = [
                    (one.title, one.start.isoformat(), one.end.isoformat()) for one in expected(sessions, problem, who)
                ]

    gather()
    assert applied_with(reader, files, tmp_path / "read") == wanted
