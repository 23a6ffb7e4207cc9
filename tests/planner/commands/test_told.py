"""Whom to tell of a change, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from small_reviews import activity, problem, programme, session

from constraints.problem import Activity, Area, Need, Session
from planner.commands.told import people_told

MEETINGS = tuple(
    activity(name, needs=(Need(people=("r1",)),), counterparts=(Need(people=(worker,)),))
    for name, worker in (("first", "w1"), ("second", "w2"))
)
FIRST = session("first", "10:00", "11:00", counterparts=("w1",))
SECOND = session("second", "11:00", "12:00", counterparts=("w2",))


def told(*now: Session, wanted: Sequence[Activity] = MEETINGS) -> dict[str, tuple[str, ...]]:
    """Who is told what once these are held instead of the first and the second meeting."""
    held = problem(*wanted).changed(published=(FIRST, SECOND))
    return {one.person: one.said for one in people_told(held, programme(*now))}


def test_one_change_is_told_in_one_plain_sentence() -> None:
    later = session("first", "14:00", "15:00", counterparts=("w1",))

    found = told(SECOND, later)

    assert found["w1"] == ("was Tuesday 4 May 10.00, now Tuesday 4 May 14.00, nothing else changes",)
    assert "w2" not in found


def test_reviewer_with_several_changes_is_told_of_which_session_each_is() -> None:
    """A reviewer's list said "cancelled: was Thursday 6 May 12.30" eleven times over, and never of what."""
    later = session("first", "14:00", "15:00", counterparts=("w1",))

    found = told(later)

    assert found["r1"] == (
        "First: was Tuesday 4 May 10.00, now Tuesday 4 May 14.00",
        "Second: cancelled: was Tuesday 4 May 11.00",
    )
    assert found["w2"] == ("cancelled: was Tuesday 4 May 11.00",)


def test_session_that_is_no_longer_wanted_is_called_so() -> None:
    later = session("second", "14:00", "15:00", counterparts=("w2",))

    found = told(later, wanted=MEETINGS[1:])

    assert found["r1"] == (
        "a session that is no longer wanted: cancelled: was Tuesday 4 May 10.00",
        "Second: was Tuesday 4 May 11.00, now Tuesday 4 May 14.00",
    )


def test_people_of_the_council_are_told_times_and_never_titles() -> None:
    """A title tells the theme, which stays with the reviewers."""
    again = session("second", "15:00", "16:00", counterparts=("w1",))

    found = told(session("first", "14:00", "15:00", counterparts=("w1",)), again)

    assert found["w1"] == (
        "was Tuesday 4 May 10.00, now Tuesday 4 May 14.00",
        "new: Tuesday 4 May 15.00, online",
    )


def test_session_that_takes_longer_or_shorter_is_told_so() -> None:
    """It was told as "nothing else changes" although it took half the time, and as "was 10.00, now 10.00"."""
    shorter = session("first", "14:00", "14:30", counterparts=("w1",))
    until = session("second", "11:00", "11:45", counterparts=("w2",))

    found = told(shorter, until)

    assert found["w1"] == ("was Tuesday 4 May 10.00, now Tuesday 4 May 14.00, now takes 30 minutes",)
    assert found["w2"] == ("Tuesday 4 May 11.00: was until 12.00, now until 11.45",)


def test_session_somewhere_else_is_told_where() -> None:
    elsewhere = FIRST.model_copy(update={"place": "Civic centre"})

    assert told(elsewhere, SECOND)["w1"] == ("Tuesday 4 May 10.00: now Civic centre",)


def test_who_held_a_session_provisionally_is_told_that_it_is_confirmed() -> None:
    """Nobody was to be told, and publishing told fifteen people."""
    held = problem(*MEETINGS).changed(published=(FIRST, SECOND))

    found = {one.person: one.said for one in people_told(held, programme(FIRST, SECOND), {"first"})}

    assert found == {
        "r1": ("Tuesday 4 May 10.00: confirmed",),
        "w1": ("Tuesday 4 May 10.00: confirmed",),
    }


def test_who_is_asked_to_what_may_still_move_is_told_so() -> None:
    """Publishing said that it was only held for now, and the repair before it did not."""
    waiting = tuple(one.model_copy(update={"area": "court"}) for one in MEETINGS)
    areas = (Area(id="court", title="Court", provisional="until the judgement"),)
    held = problem(*waiting, areas=areas).changed(published=(SECOND,))

    found = {one.person: one.said for one in people_told(held, programme(FIRST, SECOND))}

    assert found["w1"] == ("new: Tuesday 4 May 10.00, online, only held for now",)


def test_case_read_alone_is_told_to_the_reviewer_as_no_meeting_any_more() -> None:
    """They were not told at all by the repair, and of another place when it was published."""
    met = FIRST.model_copy(update={"place": "online"})
    held = problem(*MEETINGS).changed(published=(met, SECOND))
    alone = met.model_copy(update={"counterparts": ()})

    found = {one.person: one.said for one in people_told(held, programme(alone, SECOND))}

    assert found["r1"] == ("Tuesday 4 May 10.00: no meeting any more",)
    assert found["w1"] == ("cancelled: was Tuesday 4 May 10.00",)
