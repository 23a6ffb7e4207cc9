"""The one place that reads a list's file: a workbook's sheet or a CSV file becomes rows of raw values.

Nothing is interpreted here beyond what the file itself says: a date cell is a date, everything else as it stands.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from samples.code_set import words
from samples.errors import InputRefused

Raw = str | float | bool | date | datetime | time | timedelta
"""A cell as the file has it (an int is a float here, an empty cell an empty text)."""

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True)
class Grid:
    """The rows of a sheet or file, in its order, and what was read past."""

    rows: Sequence[Sequence[Raw]] = field(repr=False)
    notices: tuple[str, ...] = ()


def read_grid(folder: Path, file: str, sheet: str, where: str) -> Grid:
    """Read a sheet of a workbook, or a CSV file, below a folder.

    Args:
        folder: the folder of the council's lists.
        file: the file's path below it; ``.csv`` is read as text, anything else as a workbook.
        sheet: the sheet's name; empty for the only sheet, or for a CSV file.
        where: what to call the list in a refusal.

    Raises:
        InputRefused: no such file or sheet, an empty file, or one that cannot be read.
    """
    path = _below(folder, file, where)
    content = _bytes(path, file, where)
    if path.suffix.casefold() == ".csv":
        return _csv(content, file, where)
    return _workbook(path, file, sheet, where)


def _below(folder: Path, file: str, where: str) -> Path:
    path = folder / file
    if not file or not path.resolve().is_relative_to(folder.resolve()):
        raise InputRefused(where, f"the file {file!r} does not lie in the folder {folder.name}", "Move the file there.")
    if not path.is_file():
        present = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
        there = (
            f"The folder {folder.name} holds {', '.join(present)}."
            if present
            else f"The folder {folder.name} is empty."
        )
        raise InputRefused(where, f"there is no file {file}", there)
    return path


def _bytes(path: Path, file: str, where: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputRefused(
            where, f"the file {file} cannot be opened ({error.strerror})", "Close it elsewhere."
        ) from None
    if not content.strip():
        raise InputRefused(where, f"the file {file} is empty", "Ask for the list again.")
    return content


def _csv(content: bytes, file: str, where: str) -> Grid:
    notices: list[str] = []
    if b"\0" in content or content.startswith(b"PK"):
        raise InputRefused(where, f"the file {file} is not a CSV file", "Save it as CSV UTF-8, or name it .xlsx.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        notices.append(f"{where}: the file {file} is not UTF-8; it was read as Windows text.")
    first = next((line for line in text.splitlines() if any(mark in line for mark in _SEPARATORS)), "")
    mark = max(_SEPARATORS, key=first.count)
    if mark != ",":
        notices.append(f"{where}: the columns of {file} are separated by {_SEPARATORS[mark]}, not by commas.")
    try:
        rows = tuple(tuple(row) for row in csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as error:
        raise InputRefused(where, f"the file {file} is not a CSV file ({error})", "Save it as CSV UTF-8.") from None
    return Grid(rows, tuple(notices))


def _workbook(path: Path, file: str, sheet: str, where: str) -> Grid:
    try:
        workbook = CalamineWorkbook.from_path(path)
        name, notices = _sheet(tuple(workbook.sheet_names), file, sheet, where)
        return Grid(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), notices)
    except PasswordError:
        raise InputRefused(where, f"the file {file} has a password", "Save a copy without one in the folder.") from None
    except (CalamineError, OSError, ValueError):
        raise InputRefused(where, f"the file {file} is not an Excel workbook", "Save it as .xlsx or .csv.") from None


def _sheet(names: tuple[str, ...], file: str, sheet: str, where: str) -> tuple[str, tuple[str, ...]]:
    there = f"Its sheets are {', '.join(names)}."
    if not sheet:
        if len(names) == 1:
            return names[0], ()
        raise InputRefused(where, f"the file {file} has {len(names)} sheets and none is named", there)
    if sheet in names:
        return sheet, ()
    alike = [name for name in names if words(name) == words(sheet)]
    if len(alike) != 1:
        raise InputRefused(where, f"the file {file} has no sheet {sheet}", there)
    return alike[0], (f"{where}: the sheet {alike[0]} was read for {sheet}.",)
