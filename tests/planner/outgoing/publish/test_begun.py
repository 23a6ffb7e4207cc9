"""What has begun is nobody's news: a publication made late writes to nobody about it."""

from __future__ import annotations

from datetime import datetime, timedelta

from publications import Office, requests
from small_reviews import WEDNESDAY, at, session

from constraints.problem import Session
from planner.outgoing.publish.publication import Publication
from planner.outgoing.publish.tellings import sentence

HELD = session("a", "10:00", "11:00", counterparts=("w1",))
EARLIER = session("a", "09:00", "10:00", counterparts=("w1",))
LATER = session("a", "10:00", "11:00", WEDNESDAY, counterparts=("w1",))
OTHER = session("b", "14:00", "15:00", WEDNESDAY, counterparts=("w2",))

BETWEEN, AFTER = at("09:30"), at("10:00")
"""On Tuesday: after the earlier place and before the one that was held; when that one begins."""


def second(now: tuple[Session, ...], when: datetime) -> Publication:
    """What is published of a version at a moment, after one with the first session alone."""
    office = Office()
    office.draft((HELD,))
    office.publish()
    office.draft(now)
    return office.publish(when)


def told(made: Publication) -> dict[str, list[str]]:
    """The folder, and a sentence each."""
    found: dict[str, list[str]] = {}
    for one in made.told:
        found.setdefault(one.now.person, []).append(f"{one.now.code} {sentence(one, 'Europe/London')}")
    return found


def test_move_published_after_both_of_its_times_is_told_to_nobody() -> None:
    """A move that was accepted in time and published too late was told as if it were still to come."""
    made = second((EARLIER,), AFTER)
    assert (told(made), made.files, made.begun) == ({}, {}, ("a",))


def test_move_to_what_has_begun_is_told_while_people_wait_for_the_old_time() -> None:
    made = second((EARLIER,), BETWEEN)
    said = ["R-0000 was Tue 4 May 10.00, now Tue 4 May 09.00; nothing else changes"]
    assert told(made) == {"r1": said, "w1": said}
    assert made.begun == ()


def test_session_to_be_held_anew_is_told_though_the_old_time_is_over() -> None:
    made = second((LATER,), AFTER + timedelta(hours=2))
    assert sorted(told(made)) == ["r1", "w1"]


def test_cancellation_after_its_time_is_told_to_nobody_and_the_rest_is_sent() -> None:
    made = second((OTHER,), AFTER)
    assert told(made) == {"r1": ["R-0001 new, Wed 5 May 14.00"], "w2": ["R-0001 new, Wed 5 May 14.00"]}
    assert sorted(requests(made)) == ["R-0001-create.json"]
    assert made.begun == ("a",)


def test_what_was_not_told_is_not_recorded_as_held() -> None:
    """Were it recorded, a later publication would go on from a sequence that nobody has seen."""
    office = Office()
    office.draft((HELD,))
    office.publish()
    before = office.holdings
    office.draft((EARLIER,))
    office.publish(AFTER)
    assert office.holdings == before


def test_first_publication_amid_the_review_invites_to_what_is_to_come() -> None:
    office = Office()
    office.draft((HELD, OTHER))
    made = office.publish(AFTER)
    assert {one.now.activity for one in made.told} == {"b"}
    assert made.begun == ("a",)


def test_review_that_is_over_can_still_be_tried_out() -> None:
    office = Office()
    office.draft((HELD, OTHER))
    made = office.publish(AFTER + timedelta(days=365))
    assert {one.now.activity for one in made.told} == {"a", "b"}
    assert made.begun == ()
