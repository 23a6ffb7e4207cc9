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
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")


class Example(NamedTuple):
    """A command of a page, and what the page says it prints; ``...`` stands for anything."""

    command: str
    printed: str


def examples(page: Path) -> Iterator[Example]:
    for block in BLOCK.findall(page.read_text("utf-8")):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = example.partition("\n")
            yield Example(command, printed)


def planner(arguments: list[str], folder: Path) -> str:
    told = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
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
    folder = tmp_path
    for example in examples(page):
        program, *arguments = shlex.split(example.command)
        if program == "cd":
            folder = folder / arguments[0]
            continue
        assert program == "planner"
        printed = planner(arguments, folder)
        assert same(example, printed), f"$ {example.command}\n{printed}"


def test_readme_names_every_command(tmp_path: Path) -> None:
    helped = planner(["--help"], tmp_path).partition("Commands:\n")[2].partition("\n\n")[0]
    commands = re.findall(r"^  (\w+)", helped, re.MULTILINE)
    run = {
        example.command.split()[1] for example in examples(ROOT / "README.md") if example.command.startswith("planner ")
    }
    assert {"new", "check", "plan", "show", "compare", "demo"} <= set(commands)
    assert set(commands) <= run


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in PAGES:
        for link in LINK.findall(page.read_text("utf-8")):
            if not link.startswith("https://"):
                assert (page.parent / link.partition("#")[0]).exists(), f"{page.name}: {link}"


def test_pages_made_from_code_are_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
