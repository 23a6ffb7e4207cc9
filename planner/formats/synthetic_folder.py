"""A format's folder: its tables and demo key are read, its synthetic lists written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from planner.demo_key import CASES_FILE, KEY_FILE, demo_cases
from planner.layout import CASES, REVIEW_TOML
from samples.frame import Lists, ListSource, read_lists
from samples.reference import reference
from samples.synthetic import Table, write_lists


def tables_of(folder: Path) -> dict[str, Any]:
    """The tables of the folder's review.toml."""
    return tomllib.loads((folder / REVIEW_TOML).read_text(encoding="utf-8"))


def demo_key(folder: Path) -> bytes:
    """The format's public key: the file's line that is not a comment."""
    lines = (folder / KEY_FILE).read_text(encoding="utf-8").splitlines()
    return bytes.fromhex(next(line for line in lines if line and not line.startswith("#")))


def write_cases(folder: Path, written: Mapping[str, Any], lists: Mapping[str, Table], as_at: date) -> Lists:
    """Write cases/ and demo-cases.txt, and read the lists again as the review reads them.

    Args:
        folder: the format's folder.
        written: the tables of its review.toml, which say what each list's file is called.
        lists: the lists by id.
        as_at: the date that the lists speak of; the workbook among them says it was made then.
    """
    write_lists(lists, folder / CASES, as_at)
    sources = tuple(ListSource.model_validate(entry) for entry in written["list"])
    read = read_lists(folder / CASES, sources, partial(reference, demo_key(folder)))
    children = (row.reference for cases in read.values() for row in cases.rows)
    (folder / CASES_FILE).write_text(demo_cases(children), encoding="utf-8", newline="\n")
    return read
