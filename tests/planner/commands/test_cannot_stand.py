"""Whoever says what happened is told at once what cannot stand where it is: neither less nor more than repair says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Planner = Callable[..., tuple[int, str, str]]


def cannot_stand(out: str) -> list[str]:
    """The ids of the sessions below that heading."""
    lines = out.partition("Cannot stand where they are\n")[2].partition("\n\n")[0].splitlines()
    return [line.split(",")[0].strip() for line in lines]


def test_what_a_session_ran_into_is_told(published: Path, planner: Planner) -> None:
    """The overrun was noted without a word of the lunch that could not begin; the list of disruptions had it."""
    here = ("--folder", published, "--as-of", "2021-05-04T12:20")

    _, said, _ = planner("overran", "MAN-CIN", "--to", "13:15", *here)
    _, listed, _ = planner("disruptions", *here)

    assert "lunch-cin-cp-plo-1-lead-reviewer" in cannot_stand(said)
    assert cannot_stand(said) == cannot_stand(listed)


def test_what_is_said_after_an_area_moved_is_told_too(published: Path, planner: Planner) -> None:
    here = ("--folder", published, "--as-of", "2021-05-03T08:00")

    _, moved, _ = planner("move-area", "children-in-care", "--by", "7d", *here)
    _, said, _ = planner("cancel", "S20", *here)

    assert len(cannot_stand(moved)) > 10
    assert cannot_stand(said) == ["S20"]


def test_end_that_was_said_too_late_is_taken_back_rather_than_said_again(published: Path, planner: Planner) -> None:
    """It was to end at 13.15, the refusal said, and it was not: that was what had been said by mistake."""
    here = ("--folder", published, "--as-of", "2021-05-04T12:20")
    planner("overran", "MAN-CIN", "--to", "13:15", *here)

    code, _, err = planner("overran", "MAN-CIN", "--to", "13:00", *here)

    assert code == 2
    assert "it was said to end at 13.15, and 13.00 is no later. planner undo takes back what was said last." in err


def test_reason_that_names_a_case_is_refused_with_what_to_do_about_it(published: Path, planner: Planner) -> None:
    """It was to be taken out of the review's titles, places, staff or texts."""
    here = ("--folder", published, "--as-of", "2021-05-03T08:00")

    code, _, err = planner("move", "S21", "2021-05-06 16:00", "--override", "HF-117 asked for it", *here)

    assert code == 2
    assert "which only reviewers may see, stands where others see it. Nothing was written; say it without that." in err
