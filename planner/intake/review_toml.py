"""Read review.toml into parts as written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from planner.intake.nearest import did_you_mean
from planner.intake.written import Loc, Written, shown
from planner.layout import SINGLE, TABLES
from samples.errors import InputRefused

BOM = "a byte order mark at the start of the file was read past"

_NAMING = ("id", "who", "person", "kind", "name")
"""The field that names an entry in a sentence: the first of these that it has."""

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_YAML = re.compile(r"^\s*(- )?[\w-]+:(\s|$)")
_PARTS: Mapping[str, str] = {table: part for part, table in TABLES.items()}


def read_toml(path: Path) -> tuple[list[Written], list[str]]:
    """The parts that a review.toml holds, and notices of harmless mess.

    Raises:
        InputRefused: the file cannot be read, is not TOML, or holds a table that a review does not have.
    """
    text, notices = _text(path)
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _not_toml(path.name, text, error) from None
    return [_part(path.name, table, value) for table, value in tables.items()], notices


def _text(path: Path) -> tuple[str, list[str]]:
    if not path.is_file():
        raise InputRefused(path.name, "this is a folder, not a file", "Put a file of this name in its place")
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputRefused(path.name, f"the file cannot be opened ({error.strerror})") from None
    except UnicodeDecodeError:
        hint = "Save it as plain text in UTF-8"
        raise InputRefused(path.name, "the file is not text in UTF-8", hint) from None
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InputRefused(path.name, "the file is empty", "Start from one of the formats: planner new")
    return text, [f"{path.name}: {BOM}."] if bom else []


def _not_toml(name: str, text: str, error: Exception) -> InputRefused:
    at = _LINE.search(str(error))
    lines = text.splitlines()
    number = int(at[1]) if at else 0
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    where = f"{name}, line {number}" if number else name
    if _YAML.match(line) or (not number and any(_YAML.match(one) for one in lines)):
        return InputRefused(where, f"{_quoted(line)} is written as YAML", "Write it as TOML: key = value")
    reason = _LINE.sub("", str(error)).strip() if isinstance(error, tomllib.TOMLDecodeError) else "cannot be read"
    hint = (
        'Text stands in straight quotation marks ("), dates as 2021-04-15, times as 09:30:00, lists in [ ], '
        "tables as [about] or [[staff]]"
    )
    found = f"{_quoted(line)} is not TOML" if line.strip() else "this is not TOML"
    return InputRefused(where, f"{found} ({' '.join(reason.split()).rstrip('.').lower()})", hint)


def _quoted(line: str) -> str:
    return "this line" if "cases" in line or not line.strip() else shown(line)


def _part(name: str, table: str, value: object) -> Written:
    part = _PARTS.get(table)
    if part is None:
        raise InputRefused(name, f"there is no table {shown(table)} in a review", did_you_mean(table, _PARTS))
    if part in SINGLE:
        home = f"{name}, [{table}]"
        if not isinstance(value, Mapping):
            raise InputRefused(home, f"{shown(value)} stands in place of one table", f"Begin it with [{table}]")
        return Written(part, home, value, lambda loc: _spelt(home, loc))
    home = f"{name}, [[{table}]]"
    if not isinstance(value, list):
        found = "one table" if isinstance(value, Mapping) else shown(value)
        raise InputRefused(home, f"{found} stands in place of several tables", f"Begin each entry with [[{table}]]")
    return Written(part, home, value, lambda loc: _where(name, table, value, loc))


def _where(name: str, table: str, entries: list[Mapping[str, object]], loc: Loc) -> str:
    if not loc:
        return f"{name}, [[{table}]]"
    nth = loc[0]
    entry = entries[nth] if isinstance(nth, int) else {}
    called = next((entry[key] for key in _NAMING if key in entry), "") if isinstance(entry, Mapping) else ""
    title = f" {shown(called)}" if isinstance(called, str) and called.strip() else ""
    return _spelt(f"{name}, {table} {_ordinal(nth)}{title}", loc[1:])


def _spelt(home: str, loc: Loc) -> str:
    """A place and the way to a value in it: ``counterparts 1 pool``."""
    return f"{home}, {' '.join(_ordinal(step) for step in loc)}" if loc else home


def _ordinal(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step
