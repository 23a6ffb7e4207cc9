"""The campaign goes on where it was stopped, says what went wrong, and replaces its own part of the evidence only."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import campaign
import pytest
from evidence import EVIDENCE, tree, write_section
from limits import LIMITS
from results import Results
from steps.step import CRASHED, Figures

from planner.commands.new import formats

ITEMS = ("one", "two", "three")


class Doubled:
    """What comes of each item.

    Told over
    two lines.
    """

    AT_ONCE = 1

    def items(self) -> Sequence[str]:
        return ITEMS

    def measure(self, item: str) -> Figures:
        return {"figure": 2 * len(item), "faults": ["it is three"] if item == "three" else []}

    def report(self, lines: Sequence[Figures]) -> Iterator[str]:
        yield f"| {', '.join(str(line['figure']) for line in lines)} |"


def test_campaign_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "commit" / "doubled.jsonl"
    asked: list[str] = []

    def measured(_: str, item: str) -> Figures:
        asked.append(item)
        if asked == ["one", "two"]:
            raise KeyboardInterrupt
        return Doubled().measure(item)

    with pytest.raises(KeyboardInterrupt):
        campaign.run("doubled", Doubled(), Results(path), None, measured)
    assert asked[:2] == ["one", "two"]
    del asked[2:]

    found = campaign.run("doubled", Doubled(), Results(path), None, measured)

    assert asked == ["one", "two", "two", "three"]
    assert [(line["item"], line["figure"]) for line in found] == [("one", 6), ("two", 6), ("three", 10)]


def test_line_that_was_cut_short_is_measured_again(tmp_path: Path) -> None:
    path = tmp_path / "step.jsonl"
    Results(path).add("one", {"figure": 1})
    path.write_text(path.read_text("utf-8") + '{"item": "two", "fig', "utf-8")

    results = Results(path)

    assert results.missing(ITEMS) == ["two", "three"]
    results.add("two", {"figure": 2})
    assert [line["item"] for line in Results(path).of(ITEMS)] == ["one", "two"]


def test_item_that_crashed_is_said_and_measured_again(tmp_path: Path) -> None:
    results = Results(tmp_path / "step.jsonl")
    for item in ITEMS:
        results.add(item, {CRASHED: "ended with 1"} if item == "two" else Doubled().measure(item))

    assert results.missing(ITEMS) == ["two"]
    assert list(campaign.section(Doubled(), results.of(ITEMS))) == [
        "### What comes of each item",
        "",
        "Told over two lines.",
        "",
        "| 6, 10 |",
        "- FAULT, two: ended with 1",
        "- FAULT, three: it is three",
        "",
    ]


def test_item_is_measured_in_a_process_of_its_own() -> None:
    assert campaign.measured("brute_force", "0-1") == {"problems": 2, "faults": []}
    assert campaign.measured("brute_force", "nothing") == {
        CRASHED: "ValueError: invalid literal for int() with base 10: 'nothing'"
    }


def test_section_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "evidence.md"
    page.write_text(
        "before\n<!-- a begins -->\nold\n<!-- a ends -->\nafter <!-- b begins --><!-- b ends -->\n", "utf-8"
    )

    write_section("a", ["new", "figures", ""], page)

    assert page.read_text("utf-8") == (
        "before\n<!-- a begins -->\n\nnew\nfigures\n\n<!-- a ends -->\nafter <!-- b begins --><!-- b ends -->\n"
    )
    with pytest.raises(ValueError, match="no section between <!-- c begins --> and <!-- c ends -->"):
        write_section("c", [], page)


def test_evidence_has_every_section() -> None:
    text = EVIDENCE.read_text("utf-8")
    for name in ("bench", "repairs", "campaign"):
        assert text.count(f"<!-- {name} begins -->") == text.count(f"<!-- {name} ends -->") == 1


def test_code_that_differs_from_the_commit_is_told_apart(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], cwd=tmp_path, check=True
        )

    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "one.py").write_text("1\n", "utf-8")
    git("init", "--quiet")
    git("add", "tests")
    git("commit", "--quiet", "--message", "One")
    commit, clean = tree(tmp_path)
    (tmp_path / "notes.txt").write_text("not code", "utf-8")
    assert (tree(tmp_path), clean) == ((commit, ""), "")

    (tmp_path / "tests" / "one.py").write_text("2\n", "utf-8")
    _, changed = tree(tmp_path)
    (tmp_path / "tests" / "two.py").write_text("3\n", "utf-8")
    _, added = tree(tmp_path)

    assert len({clean, changed, added}) == 3


def test_every_shipped_format_has_limits() -> None:
    assert set(LIMITS) == set(formats())
