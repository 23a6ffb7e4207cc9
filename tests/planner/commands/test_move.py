"""A session moved by hand breaks no rule unasked, whatever of the others stays; and places says the same of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from constraints.check import check
from constraints.problem import Session
from planner.store_reader import read_store

Planner = Callable[..., tuple[int, str, str]]


EARLY, MORNING = "2021-04-19T09:00", "2021-05-06T08:55"


def planned_session(folder: Path, activity: str) -> Session:
    """A session of the current version."""
    with read_store(folder / "review.db") as store:
        return store.version().programme.session[activity]


def test_session_is_not_put_where_its_reviewer_is_pinned(published: Path, planner: Planner) -> None:
    """A reviewer was in two places at once, proven to change nothing for anybody: no rule relates two that stay."""
    here, to = ("--folder", published, "--as-of", EARLY), "2021-05-05 13:30"
    assert planner("pin", "S16", *here)[0] == 0

    code, _, err = planner("move", "S21", to, *here)
    takes = json.loads(planner("places", "S21", "--at", to, "--json", *here)[1])["takes"]

    assert code == 2
    assert "Second reviewer cannot be in two places at once" in err
    assert not takes["possible"]
    assert takes["place"]["why"] in err


@pytest.mark.parametrize("others", [("sw-as-1",), ("sw-as-1", "lead-reviewer")])
def test_session_is_not_held_by_people_whom_it_does_not_need(
    published: Path, planner: Planner, others: tuple[str, ...]
) -> None:
    by = [word for who in others for word in ("--with", who)]

    code, _, err = planner("move", "S07", "2021-04-28 10:00", *by, "--folder", published, "--as-of", EARLY)

    assert code == 2
    assert "needs 1 of Reviewers" in err


def test_hold_that_is_about_to_begin_makes_room_and_that_is_said(published: Path, planner: Planner) -> None:
    here = ("--folder", published, "--as-of", MORNING)

    code, said, err = planner("move", "S21", "2021-05-06 13:30", *here)

    assert code == 0, err
    assert "Mop-up on the laptop, week three was about to begin: tell its people yourself." in said
    assert planner("check", *here)[0] == 0


@pytest.mark.parametrize("how", [(), ("--override", "agreed with the worker")])
def test_session_is_not_moved_out_of_the_review(planned: Path, planner: Planner, how: tuple[str, ...]) -> None:
    """A slip in the year wrote a version a year after the review, which was told without the year."""
    code, _, err = planner("move", "S07", "2022-05-31 10:00", *how, "--folder", planned, "--as-of", EARLY)

    assert code == 2
    assert "Tuesday 31 May 2022 is not within the review" in err


def test_month_may_be_written_as_a_word(planned: Path, planner: Planner) -> None:
    code, said, err = planner("move", "FEEDBACK", "Fri 14 May 2021 14:30", "--folder", planned, "--as-of", EARLY)

    assert code == 0, err
    assert "now Friday 14 May 14.30" in said


def test_second_move_tells_what_it_changes_itself(published: Path, planner: Planner) -> None:
    """It told what the move before had changed, as long as that was not published, and not what it moved."""
    here = ("--folder", published, "--as-of", EARLY)
    assert planner("move", "S21", "2021-05-06 16:00", "--override", "agreed", *here)[0] == 0

    _, said, _ = planner("move", "S07", "2021-04-28 16:45", "--override", "agreed", *here)

    moved = [line.split()[1] for line in said.splitlines() if line.startswith("  moved:")]
    assert moved == ["S07,"]


def test_moved_session_breaks_nothing_where_it_stood_before(published: Path, planner: Planner) -> None:
    """Moved twice, it was fixed in the stored version where it had stood, and compare said a rule was broken."""
    here = ("--folder", published, "--as-of", MORNING)
    for when in ("2021-05-06 13:30", "2021-05-06 13:45"):
        assert planner("move", "S21", when, *here)[0] == 0

    with read_store(published / "review.db") as store:
        version = store.version()

    assert planner("check", *here)[0] == 0
    assert not [
        one for verdict in check(version.problem, version.programme, tiers=()).musts for one in verdict.breaches
    ]


def test_version_is_compared_with_all_that_it_holds(published: Path, planner: Planner) -> None:
    """What had begun, or was pinned, was left out of the figures of the version made since, which looked better."""
    here = ("--folder", published, "--as-of", MORNING)
    assert planner("move", "S21", "2021-05-06 13:30", *here)[0] == 0

    told = json.loads(planner("compare", "1", "2", "--json", "--folder", published)[1])
    both = {one["id"]: (one["a"], one["b"]) for one in told["measures"]}

    assert both["ranks_beyond"][0] == both["ranks_beyond"][1] > 0


@pytest.mark.parametrize("who", [("sw-as-1",), ("second-reviewer", "second-reviewer")])
def test_nobody_is_in_a_session_twice(published: Path, planner: Planner, who: tuple[str, ...]) -> None:
    """It was told as a session that clashes with itself."""
    here = ("--folder", published, "--as-of", EARLY)
    met = planned_session(published, "S07").counterparts
    names = [word for one in (met if len(who) == 1 else who) for word in ("--with", one)]

    code, _, err = planner("move", "S07", "2021-04-28 10:00", *names, *here)

    assert code == 2
    assert "is met there, and cannot hold it too" in err if len(who) == 1 else "is named twice" in err


def test_places_says_what_move_says(published: Path, planner: Planner) -> None:
    """It said that room could be made where moving was refused, for a meeting that would have been given up."""
    here, to = ("--folder", published, "--as-of", EARLY), "2021-04-27 13:45"

    code, _, err = planner("move", "S08", to, *here)
    takes = json.loads(planner("places", "S08", "--at", to, "--json", *here)[1])["takes"]

    assert code == 2
    assert "it leaves no place for Lunch" in err
    assert not takes["possible"]
    assert takes["place"]["why"] in err


def test_places_of_what_has_begun_are_refused(published: Path, planner: Planner) -> None:
    code, _, err = planner("places", "READ-1", "--folder", published, "--as-of", MORNING)

    assert code == 2
    assert "it has begun, and what has happened does not move" in err


def test_move_says_what_it_answers_besides(published: Path, planner: Planner) -> None:
    """An interview that had fallen through went into the reserve with it, and nobody was asked or told."""
    early = ("--folder", published, "--as-of", EARLY)
    planner("cancel", "S07", *early)

    _, said, _ = planner("move", "FEEDBACK", "2021-05-14 14:30", *early)

    assert "Answered with it" in said
    assert "S07 of Wednesday 28 April, 11.15 fell through" in said
