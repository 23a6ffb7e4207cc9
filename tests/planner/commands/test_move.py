"""A session moved by hand breaks no rule unasked, whatever of the others stays; and places says the same of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Planner = Callable[..., tuple[int, str, str]]

EARLY, MORNING = "2021-04-19T09:00", "2021-05-06T08:55"


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


def test_undo_says_what_it_moves_that_is_about_to_begin(published: Path, planner: Planner) -> None:
    early = ("--folder", published, "--as-of", EARLY)
    assert planner("move", "S21", "2021-05-06 16:00", "--override", "agreed", *early)[0] == 0

    _, said, _ = planner("undo", "--folder", published, "--as-of", MORNING)

    assert "S21, Thursday 6 May, 16.00, is about to begin and stands otherwise now: tell its people yourself." in said


def test_move_says_what_it_answers_besides(published: Path, planner: Planner) -> None:
    """An interview that had fallen through went into the reserve with it, and nobody was asked or told."""
    early = ("--folder", published, "--as-of", EARLY)
    planner("cancel", "S07", *early)

    _, said, _ = planner("move", "FEEDBACK", "2021-05-14 14:30", *early)

    assert "Answered with it" in said
    assert "S07 of Wednesday 28 April, 11.15 fell through" in said
