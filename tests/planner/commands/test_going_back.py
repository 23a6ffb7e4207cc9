"""What goes back to an earlier version says what it takes along; and who does so, and to which, is somebody and one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Planner = Callable[..., tuple[int, str, str]]

EARLY, MORNING = "2021-04-19T09:00", "2021-05-06T08:55"


def test_undo_says_what_it_moves_that_is_about_to_begin(published: Path, planner: Planner) -> None:
    early = ("--folder", published, "--as-of", EARLY)
    assert planner("move", "S21", "2021-05-06 16:00", "--override", "agreed", *early)[0] == 0

    _, said, _ = planner("undo", "--folder", published, "--as-of", MORNING)

    assert (
        "S21, Thursday 6 May, 11.15, is about to begin and stood otherwise until now: tell its people yourself." in said
    )


def test_undo_says_what_stands_again_that_is_about_to_begin(published: Path, planner: Planner) -> None:
    """A hold that had given way was back within the day, and nobody heard of it."""
    here = ("--folder", published, "--as-of", MORNING)
    assert planner("move", "S21", "2021-05-06 13:30", *here)[0] == 0

    _, said, _ = planner("undo", *here)

    assert "With it taken back: S21 stays where it is." in said
    assert said.count("is about to begin and stood otherwise until now") >= 2


@pytest.mark.parametrize("command", [("move", "S21", "2021-05-06 16:00"), ("undo",), ("cancel", "S21")])
def test_nobody_decides_without_a_role(published: Path, planner: Planner, command: tuple[str, ...]) -> None:
    """A move by nobody became a version whose maker the log could not name."""
    code, _, err = planner(*command, "--who", " ", "--folder", published, "--as-of", EARLY)

    assert code == 2
    assert err.startswith("--who: nobody is named.")


@pytest.mark.parametrize("command", [("restore",), ("show",), ("compare", "1")])
def test_number_that_no_database_knows_is_no_version(planned: Path, planner: Planner, command: tuple[str, ...]) -> None:
    """SQLite could not take it, and the planner said that the fault was its own."""
    code, _, err = planner(*command, "9" * 20, "--folder", planned)

    assert code == 2
    assert f"there is no version {'9' * 20}" in err


def test_version_that_stands_again_already_is_not_restored(published: Path, planner: Planner) -> None:
    here = ("--folder", published, "--as-of", EARLY)
    assert planner("move", "S21", "2021-05-06 16:00", "--override", "agreed", *here)[0] == 0
    assert planner("undo", *here)[0] == 0

    code, _, err = planner("restore", "1", *here)

    assert code == 2
    assert "version 3, the current one, is version 1 again" in err


def test_log_tells_what_undoing_releases(published: Path, planner: Planner) -> None:
    """An override was undone, and the story still said that its session stays where it is."""
    here = ("--folder", published, "--as-of", EARLY)
    assert planner("move", "S21", "2021-05-06 16:00", "--override", "agreed", *here)[0] == 0
    assert planner("undo", *here)[0] == 0

    _, said, _ = planner("log", "S21", "--folder", published)

    assert "with it taken back: S21 stays where it is" in said
    assert "(agreed)" in said
    assert "agreed (agreed)" not in said
