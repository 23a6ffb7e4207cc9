"""Where a setting of a rule is written: ``kind.breathing_space`` is that line of a table [[kind]], and a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planner.intake.review import Review
from planner.layout import SINGLE, TABLES
from planner.layout_sheets import CHILD_SHEETS, SHEET_OF

PARTS = {table: part for part, table in TABLES.items()}
"""The part of the review that each table of review.toml holds."""


class Written(NamedTuple):
    """Where a setting is written in either file."""

    table: str
    line: str
    sheet: str
    columns: tuple[str, ...]


def in_words(settings: Iterable[str]) -> Iterator[str]:
    """Where settings are written, a phrase for those that stand together.

    Raises:
        KeyError: a review has no such table, line or column.
    """
    together: dict[tuple[str, str], list[Written]] = {}
    for one in map(written, settings):
        together.setdefault((one.table, one.sheet), []).append(one)
    for (table, sheet), those in together.items():
        lines = ", ".join(f"`{one.line}`" for one in those)
        columns = ", ".join(f"*{column}*" for one in those for column in one.columns)
        home = f"`[{table}]`" if PARTS[table] in SINGLE else f"`[[{table}]]`"
        yield f"{lines} of {home} (sheet *{sheet}*: {columns})"


def written(setting: str) -> Written:
    """Where a setting is written.

    Raises:
        KeyError: a review has no such table, line or column.
    """
    field_of(setting)
    table, *path = setting.split(".")
    found = list(_columns(PARTS[table], tuple(path)))
    if not found:
        raise KeyError(setting)
    return Written(table, ".".join(path), found[0][0], tuple(column for _, column in found))


def field_of(setting: str) -> FieldInfo:
    """The field of the review's own models that a setting is.

    Raises:
        KeyError: a review has no such table or no such line.
    """
    table, *path = setting.split(".")
    field: FieldInfo = Review.model_fields[PARTS[table]]
    for name in path:
        field = _model(field.annotation).model_fields[name]
    return field


def _model(annotation: Any) -> type[BaseModel]:
    """The model that a field holds one or several of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(_model(inner) for inner in get_args(annotation) if inner not in (type(None), Ellipsis))


def _columns(part: str, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every column that holds the field or a field inside it, after its sheet."""
    for column in SHEET_OF[part].columns:
        if column.path[: len(path)] == path:
            yield SHEET_OF[part].name, column.name
    for child in CHILD_SHEETS:
        if (child.part, child.field) == (part, path[0]):
            yield from ((child.name, each.name) for each in child.columns if each.path[: len(path) - 1] == path[1:])
