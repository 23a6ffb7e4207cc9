"""The examples in the documents run and say what is printed; links lead somewhere; pages made from code are fresh."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook as workbook
from page_steps import Deed, Example, rows_of, steps

ROOT = Path(__file__).parents[1]
FORMATS = ROOT / "docs" / "formats.md"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PIECE = re.compile(r"From\s\[[\w-]+\]\(([^)]+)\):\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PIECE_OF_SHEET = re.compile(r"From the sheet `(\w+)` of \[[\w-]+\]\(([^)]+)\):\n\n((?:^\|.*\n)+)", re.MULTILINE)


def examples(page: Path) -> Iterator[Example]:
    return (step for step in steps(page.read_text("utf-8")) if isinstance(step, Example))


def planner(arguments: list[str], folder: Path, home: Path) -> str:
    """What a command prints for somebody whose configuration lies at home."""
    told = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    told |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "PLANNER_PASSPHRASE": "four words that nobody knows"}
    done = subprocess.run(
        [sys.executable, "-m", "planner.cli", *arguments],
        cwd=folder,
        env=told,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stderr if done.returncode == 2 else done.stdout


def same(example: Example, printed: str) -> bool:
    return doctest.OutputChecker().check_output(example.printed, printed, doctest.ELLIPSIS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "work"
    folder.mkdir()
    for step in steps(page.read_text("utf-8")):
        if isinstance(step, Deed):
            step.do(folder)
            continue
        program, *arguments = shlex.split(step.command)
        if program == "cd":
            folder = folder / arguments[0]
            continue
        assert program == "planner"
        printed = planner(arguments, folder, home)
        assert same(step, printed), f"$ {step.command}\n{printed}"


def test_page_on_formats_tells_every_step_so_that_it_can_be_done() -> None:
    page = FORMATS.read_text("utf-8")
    done = [set(step.said) for step in steps(page) if isinstance(step, Deed)]
    told = re.findall(r"^(Make|Save|Add|Change|Take|Sheet) (?:this|a|`)", page, re.MULTILINE)

    assert len(done) == len(told) > 10


def test_pieces_of_shipped_formats_stand_in_them() -> None:
    page = FORMATS.read_text("utf-8")
    pieces, sheets = PIECE.findall(page), PIECE_OF_SHEET.findall(page)

    assert len(pieces) + len(sheets) == len(re.findall(r"\bFrom\s(?:the sheet|\[)", page)) > 10
    for source, piece in pieces:
        assert f"\n{piece}" in (FORMATS.parent / source).read_text("utf-8"), piece
    for sheet, source, table in sheets:
        assert_in_sheet(FORMATS.parent / source, sheet, table)


def assert_in_sheet(book: Path, sheet: str, table: str) -> None:
    names, *wanted = rows_of(table)
    rows = [["" if cell is None else str(cell) for cell in row] for row in workbook(book)[sheet].values]
    columns = [rows[0].index(name) for name in names]
    there = [[row[column] for column in columns] for row in rows]
    assert all(row in there for row in wanted), wanted


def test_every_command_is_told_of_and_those_for_a_first_look_are_run_in_the_readme(tmp_path: Path) -> None:
    helped = planner(["--help"], tmp_path, tmp_path).partition("Commands:\n")[2].partition("\n\n")[0]
    commands = set(re.findall(r"^  ([\w-]+)", helped, re.MULTILINE))
    run = {
        example.command.split()[1] for example in examples(ROOT / "README.md") if example.command.startswith("planner ")
    }
    told = {name for page in PAGES for name in re.findall(r"planner ([a-z-]+)", page.read_text("utf-8"))}
    assert {"new", "check", "plan", "show", "compare", "documents", "lookup", "demo"} <= run <= commands
    assert commands <= told


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in PAGES:
        for link in LINK.findall(page.read_text("utf-8")):
            if not link.startswith("https://"):
                file, _, heading = link.partition("#")
                there = page.parent / file if file else page
                assert there.exists(), f"{page.name}: {link}"
                assert not heading or heading in headings(there), f"{page.name}: {link}"


def headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    plain = (re.sub(r"[^\w\- ]", "", line.lower()) for line in HEADING.findall(page.read_text("utf-8")))
    return {line.replace(" ", "-") for line in plain}


def test_pages_made_from_code_are_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
