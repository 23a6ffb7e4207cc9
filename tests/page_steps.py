"""What a page tells its reader to do, read strictly from its words: files to save and change, commands to run.

The words before a block say what it is for: ``Save this as``, ``Add this at the end of``, ``Change this in`` ...
``to this``, ``Sheet``. A block of the language ``console`` holds commands and what they print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import openpyxl

FENCE = r"```\w+\n(?P<{}>.*?)^```$"
NAME = r"`(?P<{}>[^`\n]+)`"
TABLE = r"(?P<{}>(?:^\|[^\n]*\n)+)"

STEP = re.compile(
    "|".join(
        (
            rf"^Make a folder called {NAME.format('made')}, in it another called {NAME.format('inner')}",
            rf"^Save this as {NAME.format('saved')}:\n\n{FENCE.format('whole')}",
            rf"^Add this at the end of {NAME.format('added_to')}:\n\n{FENCE.format('more')}",
            rf"^Change this in {NAME.format('changed')}:\n\n{FENCE.format('old')}\n\nto this:\n\n{FENCE.format('new')}",
            rf"^Take (?P<parts>`.+?`) out of {NAME.format('taken_from')}",
            rf"^Sheet {NAME.format('sheet')}:\n\n{TABLE.format('rows')}",
            r"^```console\n(?P<console>.*?)^```$",
        )
    ),
    re.MULTILINE | re.DOTALL,
)

WHEN = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d")
WORKBOOK = "review.xlsx"


class Example(NamedTuple):
    """A command of a page, and what the page says it prints; ``...`` stands for anything."""

    command: str
    printed: str


class Deed(NamedTuple):
    """Anything else that a page tells its reader to do."""

    said: dict[str, str]

    def do(self, folder: Path) -> None:
        """Do it in the folder in which the reader stands."""
        said = self.said
        if "made" in said:
            (folder / said["made"] / said["inner"]).mkdir(parents=True)
        elif "saved" in said:
            (folder / said["saved"]).write_text(said["whole"], "utf-8")
        elif "added_to" in said:
            path = folder / said["added_to"]
            path.write_text(f"{path.read_text('utf-8')}\n{said['more']}", "utf-8")
        elif "changed" in said:
            change(folder / said["changed"], said["old"], said["new"])
        elif "taken_from" in said:
            take_out(folder / said["taken_from"], re.findall(r"\[\[(\w+)\]\]", said["parts"]))
        else:
            add_sheet(folder / WORKBOOK, said["sheet"], rows_of(said["rows"]))


def steps(page: str) -> Iterator[Example | Deed]:
    """What a page tells its reader to do, in its order."""
    for found in STEP.finditer(page):
        said = {name: text for name, text in found.groupdict().items() if text is not None}
        if "console" not in said:
            yield Deed(said)
            continue
        for example in re.split(r"^\$ ", said["console"], flags=re.MULTILINE)[1:]:
            command, _, printed = example.partition("\n")
            yield Example(command, printed)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"this stands {text.count(old)} times in {path.name}:\n{old}"
    path.write_text(text.replace(old, new), "utf-8")


def take_out(path: Path, tables: list[str]) -> None:
    """Take out every entry of these tables; an entry ends where the next begins."""
    parts = re.split(r"^(?=\[)", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text("".join(part for part in parts if re.match(r"\[*(\w*)", part)[1] not in tables), "utf-8")


def rows_of(table: str) -> list[list[str]]:
    """The cells of a table of a page, its column names first."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return [row for row in rows if set(row) != {"---"}]


def add_sheet(path: Path, title: str, rows: list[list[str]]) -> None:
    """Add a sheet as Excel would keep what is typed there."""
    book = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([_typed(cell) for cell in row])
    book.save(path)


def _typed(cell: str) -> str | datetime | None:
    return datetime.strptime(cell, "%d/%m/%Y %H:%M") if WHEN.fullmatch(cell) else cell or None  # noqa: DTZ007 -- local time
