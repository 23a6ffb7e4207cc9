"""What changed since the version before, for reviewers and for the council."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from small_reviews import AUDIT, WEDNESDAY, activity, at, problem, programme, seen, session

from constraints.problem import Problem, Session
from planner.outgoing.changed import changed_for_host, changed_for_reviewers
from planner.outgoing.source import Source

STATED = problem(
    activity("a", title="Section 20", kind="interview", interview=True, demand=AUDIT),
    activity("b", title="Reading", kind="reading"),
)
HELD = session("a", "10:00", "11:00", counterparts=("w1",), cases=seen())
READING = session("b", "14:00", "15:00")


def made(before: list[Session] | None, after: list[Session], **other: Any) -> Source:
    said: dict[str, Any] = {
        "problem": STATED,
        "programme": programme(*after),
        "number": 2,
        "made": at("09:00").astimezone(UTC),
        "before": None if before is None else programme(*before),
        "codes": {"a": "R-0001", "b": "R-0002", "gone": "R-0003"},
        "revisions": {},
        "organiser": "link.officer@example.org",
        "organiser_name": "Link officer",
    }
    return Source.model_validate(said | other)


def told(before: list[Session] | None, after: list[Session], **other: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    source = made(before, after, **other)
    return changed_for_reviewers(source), changed_for_host(source)


def test_first_version_changed_nothing() -> None:
    assert told(None, [HELD]) == ((), ())
    assert told([HELD, READING], [HELD, READING]) == ((), ())


def test_move_is_told_with_both_times_to_each_in_their_words() -> None:
    moved = session("a", "13:30", "14:30", WEDNESDAY, counterparts=("w1",), cases=seen())
    assert told([HELD], [moved]) == (
        ("Interview: Section 20: was Tue 4 May 10.00, now Wed 5 May 13.30",),
        ("Practice discussion R-0001: was Tue 4 May 10.00, now Wed 5 May 13.30",),
    )


def test_other_length_and_place_are_told() -> None:
    longer = session("a", "10:00", "11:30", counterparts=("w1",), cases=seen(), place="Town hall")
    said = "Tue 4 May 10.00, was until 11.00, now until 11.30; was online, now at Town hall"
    assert told([HELD], [longer]) == ((f"Interview: Section 20: {said}",), (f"Practice discussion R-0001: {said}",))


def test_other_people_are_told_without_their_names() -> None:
    other = session("a", "10:00", "11:00", counterparts=("w2",), cases=seen(), reviewers=("r2",))
    said = "Tue 4 May 10.00, with other reviewers; Tue 4 May 10.00, other people are asked for"
    assert told([HELD], [other]) == ((f"Interview: Section 20: {said}",), (f"Practice discussion R-0001: {said}",))


def test_other_case_is_told_to_reviewers_only() -> None:
    other = session("a", "10:00", "11:00", counterparts=("w1",), cases=seen("c2", 2))
    assert told([HELD], [other]) == (("Interview: Section 20: cases were c1, now c2",), ())


def test_council_hears_nothing_of_sessions_it_does_not_attend() -> None:
    later = session("b", "15:00", "16:00")
    assert told([HELD, READING], [HELD, later]) == (("Reading: was Tue 4 May 14.00, now Tue 4 May 15.00",), ())
    assert told([HELD, READING], [HELD]) == (("Reading: cancelled, was Tue 4 May 14.00",), ())
    assert told([HELD], [HELD, READING]) == (("Reading: new, Tue 4 May 14.00",), ())


def test_sentences_stand_in_order_of_time() -> None:
    assert told([READING], [HELD]) == (
        ("Interview: Section 20: new, Tue 4 May 10.00", "Reading: cancelled, was Tue 4 May 14.00"),
        ("Practice discussion R-0001: new, Tue 4 May 10.00",),
    )


def test_activity_that_was_dropped_is_told_by_what_it_was() -> None:
    dropped = session("gone", "10:00", "11:00", counterparts=("w1",))
    earlier: Problem = problem(activity("gone", title="Care leavers", kind="group"))
    assert told([dropped], [], problem_before=earlier) == (
        ("Care leavers: cancelled, was Tue 4 May 10.00",),
        ("Group discussion R-0003: cancelled, was Tue 4 May 10.00",),
    )
    assert told([dropped], []) == (
        ("Review session R-0003: cancelled, was Tue 4 May 10.00",),
        ("Review session R-0003: cancelled, was Tue 4 May 10.00",),
    )
