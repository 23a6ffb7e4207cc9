"""planner rehearse: its table, its plot and its figures; the same wherever and however often it is run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner.commands.rehearsal_figures import Rehearsed
from planner.commands.rehearsal_plot import plot

Call = Callable[..., tuple[int, str, str]]

ARGUMENTS = ("--sequences", "2", "--seed", "3", "--reserve", "0", "--reserve", "10")


@pytest.fixture(scope="module")
def rehearsed_once(planned_once: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rehearsed]:
    """The shipped review, rehearsed by the command, and what it said."""
    from planner.commands.rehearse import rehearse_folder

    folder = Path(shutil.copytree(planned_once, tmp_path_factory.mktemp("rehearsed") / "review"))
    told = rehearse_folder(folder, lambda _: None, lambda _: None, sequences=2, seed=3, reserves=(0, 10))
    return folder, told


def test_what_is_written_is_what_is_said(rehearsed_once: tuple[Path, Rehearsed]) -> None:
    from planner.commands.rehearse_text import rehearsed_text

    folder, told = rehearsed_once
    assert (folder / told.lies / "rehearsal.txt").read_text("utf-8") == rehearsed_text(told)
    assert (folder / told.lies / "rehearsal.svg").read_text("utf-8") == plot(told)
    assert [size.held for size in told.sizes] == [0, 10]
    assert told.sizes[0].hours == 0


def test_two_processes_come_to_what_one_comes_to(rehearsed_once: tuple[Path, Rehearsed], planner: Call) -> None:
    """Whatever the cores: the command's two processes say to the byte what one says here."""
    from planner.commands import rehearsing

    folder, told = rehearsed_once
    known: list[rehearsing.Rehearsal] = []

    def one_by_one(rehearsal: rehearsing.Rehearsal, sequences: int, _: object) -> object:
        known.append(rehearsal)
        return tuple(rehearsal.sequence(number) for number in range(sequences))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("planner.commands.rehearse.walk_all", one_by_one)
        code, out, _ = planner("rehearse", "--folder", folder, *ARGUMENTS, "--json")
    assert code == 0
    assert known
    assert out.strip() == told.model_dump_json(indent=2)


def test_the_plot_can_be_read_as_a_picture_and_by_ear(rehearsed_once: tuple[Path, Rehearsed]) -> None:
    drawn = ET.fromstring(plot(rehearsed_once[1]))
    told = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert told.count("10 held") == 4
    assert "mop-ups" in drawn.attrib["aria-label"]


def test_nothing_of_the_review_is_changed(rehearsed_once: tuple[Path, Rehearsed], planned_once: Path) -> None:
    folder, _ = rehearsed_once
    assert (folder / "review.db").read_bytes() == (planned_once / "review.db").read_bytes()


def test_what_happened_has_to_be_answered_first(planned: Path, planner: Call) -> None:
    assert planner("cancel", "S05", "--folder", planned, "--as-of", "2021-04-26T09:00")[0] == 0
    code, _, said = planner("rehearse", "--folder", planned, *ARGUMENTS)
    assert code == 2
    assert "planner repair" in said


def test_a_review_that_was_never_planned_has_nothing_to_rehearse(review: Path, planner: Call) -> None:
    code, _, said = planner("rehearse", "--folder", review)
    assert code == 2
    assert "planner plan" in said


def test_a_rehearsal_from_a_later_moment_leaves_what_is_over_alone(planned: Path, planner: Call) -> None:
    late = ("--as-of", "2021-05-14T08:00", "--sequences", "1", "--reserve", "10", "--json")
    code, out, _ = planner("rehearse", "--folder", planned, *late)
    told = json.loads(out)
    assert code == 0
    assert told["sizes"][0]["cancelled"]["times"] == 0
    assert told["sizes"][0]["lost"] == 0
