"""The story of a session, from first draft to what was sent, on a review of two sessions."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from small_reviews import AUDIT, WEDNESDAY, activity, at, problem, programme, seen, session

from constraints.problem import Session
from constraints.programme import LeftOut, Programme
from planner.commands.history import undo
from planner.commands.story import story
from planner.commands.verified import verified
from planner.intake.disruption import AwayFrom, Cancel, Overran, Waive
from planner.layout import DATABASE
from planner.store import open_store
from planner.store_publications import PUBLISHED
from samples.errors import InputRefused, StoreRefused

STATED = problem(activity("talk", demand=AUDIT), activity("late"))
TALK = session("talk", "10:00", "11:00", counterparts=("w1",), cases=seen())
LATE = session("late", "18:00", "19:00")
EARLY = at("08:00") - timedelta(days=3)


def nobody_asks(_new: bool) -> str:
    raise AssertionError("no code was given")


class Review:
    """A review whose log is written line by line, an hour each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at = EARLY

    def plan(self, *sessions: Session, left_out: tuple[LeftOut, ...] = (), why: str = "") -> None:
        held: Programme = programme(*sessions).model_copy(update={"left_out": left_out})
        with open_store(self.folder / DATABASE) as store:
            store.record_version(STATED, held, (), self._next(), "manager", why)

    def say(self, said: Cancel | AwayFrom | Overran | Waive, reason: str = "") -> None:
        with open_store(self.folder / DATABASE) as store:
            store.record_said([said.model_dump(mode="json")], [reason], self._next(), "link officer")

    def publish(self, version: int) -> None:
        with open_store(self.folder / DATABASE) as store:
            store.record_line(PUBLISHED, {"publication": 1, "version": version}, self._next(), "manager")

    def tells(self, name: str) -> list[str]:
        told = story(self.folder, nobody_asks, name).told
        return [f"{one.sentence} ({one.why})" if one.why else one.sentence for one in told]

    def _next(self) -> datetime:
        self.at += timedelta(hours=1)
        return self.at


@pytest.fixture
def review(tmp_path: Path) -> Review:
    """A review with one version."""
    found = Review(tmp_path)
    found.plan(TALK, LATE)
    return found


def test_story_tells_each_step_and_nothing_of_other_sessions(review: Review) -> None:
    review.publish(1)
    review.say(Cancel(session="talk", start=TALK.start, end=TALK.end, people=("w1",)), "court")
    review.say(AwayFrom(who="r2", start=at("00:00"), end=at("12:00")))
    moved = TALK.model_copy(update={"start": at("13:00", WEDNESDAY), "end": at("14:00", WEDNESDAY)})
    review.plan(moved, LATE, why="the smallest ripple")
    review.publish(2)
    assert review.tells("talk") == [
        "version 1 places it on Tuesday 4 May, 10.00 to 11.00, held by First reviewer, with Member of staff, case c1",
        "it was published: Tuesday 4 May, 10.00",
        "talk of Tuesday 4 May, 10.00 fell through: First worker is not to be had then (court)",
        "version 2: was Tuesday 4 May, 10.00 to 11.00, now Wednesday 5 May, 13.00 to 14.00 (the smallest ripple)",
        "the change was published: Wednesday 5 May, 13.00",
    ]
    assert review.tells("late") == [
        "version 1 places it on Tuesday 4 May, 18.00 to 19.00, held by First reviewer",
        "it was published: Tuesday 4 May, 18.00",
    ]


def test_story_tells_who_and_which_case_changed_without_a_workers_name(review: Review) -> None:
    other = {"reviewers": ("r2",), "counterparts": ("w2",), "cases": seen("c2", 2), "room": "hall"}
    review.plan(TALK.model_copy(update=other), LATE)
    assert review.tells("talk")[1] == (
        "version 2: held by Second reviewer instead of First reviewer; with somebody else, Member of staff; "
        "about c2 (worker) instead of c1 (worker); at hall instead of online"
    )


def test_story_tells_what_struck_it_and_what_left_it_out(review: Review) -> None:
    review.say(AwayFrom(who="w1", start=at("00:00"), end=at("00:00", WEDNESDAY)))
    review.say(Waive(rule="order", sessions=("talk",), who="director", why="agreed"))
    review.plan(LATE, left_out=(LeftOut(activity="talk", why="nobody is free"),))
    review.publish(2)
    assert review.tells("talk")[1:] == [
        "First worker is not to be had from Tuesday 4 May to the end of Tuesday 4 May",
        "talk may break the rule 'order', knowingly",
        "version 2 leaves it out: nobody is free",
    ]
    undo(review.folder, as_of=EARLY)
    assert "version 3 places it on" in review.tells("talk")[-1]


def test_story_tells_what_ran_into_a_session(review: Review) -> None:
    """It went from published to moved with no word of the interview before it, which had ended late."""
    late = Overran(session="talk", start=at("10:00"), until=at("18:30"), who="manager")
    early = Overran(session="talk", start=at("10:00"), until=at("17:00"), who="manager")
    review.say(early)
    before = review.tells("late")

    review.say(late)

    assert len(review.tells("late")) == len(before) + 1
    assert "18.30" in review.tells("late")[-1]


def test_story_of_everything_has_a_line_for_each_of_the_log(review: Review) -> None:
    review.say(AwayFrom(who="r2", start=at("00:00"), end=at("12:00")), "leave")
    undo(review.folder, as_of=EARLY)
    review.publish(1)
    assert review.tells("") == [
        "version 1, 2 sessions",
        "Second reviewer is not to be had from Tuesday 4 May to Tuesday 4 May, 12.00 (leave)",
        "taken back: Second reviewer is not to be had from Tuesday 4 May to Tuesday 4 May, 12.00",
        "version 1 was published",
    ]


def test_nobody_tells_of_a_session_that_never_was(review: Review) -> None:
    with pytest.raises(InputRefused, match=r"there is none called 'talks'\. Did you mean 'talk'\?"):
        review.tells("talks")


def test_edited_log_is_found_out(review: Review) -> None:
    assert verified(review.folder).lines == 1
    path = review.folder / DATABASE
    path.write_bytes(path.read_bytes().replace(b"manager", b"manages"))
    with pytest.raises(StoreRefused, match="line 1 of the log was edited, removed or inserted"):
        verified(review.folder)


def test_log_that_was_cut_off_is_found_out_by_the_hash_noted_before(review: Review) -> None:
    """Without its last lines a log verifies: nothing in it says how many there were."""
    first = verified(review.folder).head
    kept = (review.folder / DATABASE).read_bytes()
    review.say(AwayFrom(who="r2", start=at("00:00"), end=at("12:00")), "leave")
    last = verified(review.folder).head
    assert (verified(review.folder, first).noted, verified(review.folder, f" {last[:12].upper()} ").noted) == (1, 2)

    (review.folder / DATABASE).write_bytes(kept)

    assert verified(review.folder, first).noted == 1
    with pytest.raises(StoreRefused, match=r"no line of the log has the hash .* cut off since"):
        verified(review.folder, last)
    with pytest.raises(InputRefused, match="'abc' is too short"):
        verified(review.folder, "abc")
