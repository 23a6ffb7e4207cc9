"""docs/review-file.md: every part of a review, every key of it, in the words of the models that read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import wrap
from typing import NamedTuple

from pydantic import BaseModel

from making.example import example_of, names
from making.lists_of_councils import lists_of_councils
from making.own_words import fields_of, told
from making.values import holds, left_out
from planner.intake.review import Review
from planner.intake.review_file import NEEDED
from planner.intake.shapes import shape_of
from planner.layout import NAME_COLUMN, SINGLE, TABLES, VALUE_COLUMN
from planner.layout_sheets import CHILD_SHEETS, SHEET_OF

WIDTH = 120

TOP = """# The review file

Every part of a review and every key of it: what it means, its unit, what it is if you leave it out, and which rules
look at it. How a review is written with them, from an empty folder, is told in [Formats](formats.md).

A part stands in `review.toml` as tables, or in `review.xlsx` as a sheet of its own; never in both. *Column* is the
column of the sheet. On a sheet several values of a cell are separated by `;`, and yes and no are *yes* and *no*.
Lengths are minutes, multiples of the review's grid; times are local times of its zone. In the column *If left out*,
**needed** says that an entry cannot do without the key. A key that no rule looks at names something, says how it is
shown, or is read before there are rules.
"""

HEAD = "| Key | {column} | Holds | Meaning | If left out | Rules |\n| --- | --- | --- | --- | --- | --- |"


class Table(NamedTuple):
    """A table of review.toml, or one inside an entry of it: the part, the fields that lead to it, its model."""

    part: str
    inside: tuple[str, ...]
    model: type[BaseModel]


def review_page() -> str:
    """Every part in the order of ``planner.layout.TABLES``, after a list of them all."""
    contents = [_wrapped(f"- [{_header(part)}](#{TABLES[part]}): {_title(part)}", "  ") for part in TABLES]
    parts = (line for part in TABLES for line in _part(part))
    return "\n".join([TOP, *contents, "", *parts, *lists_of_councils()])


def _header(part: str) -> str:
    return f"`[{TABLES[part]}]`" if part in SINGLE else f"`[[{TABLES[part]}]]`"


def _model(part: str) -> type[BaseModel]:
    shape = shape_of(Review.model_fields[part].annotation)
    model = (shape.item or shape).model
    assert model is not None
    return model


def _title(part: str) -> str:
    return told(_model(part)).partition("\n\n")[0].replace("\n", " ")


def _part(part: str) -> Iterator[str]:
    sheet = SHEET_OF[part].name
    yield f"## {TABLES[part]}\n"
    yield _paragraphs(_model(part))
    rows = f", a row for each key: its *{NAME_COLUMN}* and its *{VALUE_COLUMN}*" if part in SINGLE else ""
    needed = " A review cannot do without it." if part in NEEDED else ""
    yield _wrapped(f"{_header(part)} in `review.toml`, or the sheet *{sheet}*{rows}.{needed}") + "\n"
    yield from _table(Table(part, (), _model(part)))
    inner: dict[type[BaseModel], list[str]] = defaultdict(list)
    for name, field in _model(part).model_fields.items():
        shape = shape_of(field.annotation)
        if model := (shape.item or shape).model:
            inner[model].append(name)
    for model, fields in inner.items():
        yield f"### {' and '.join(fields)} of {TABLES[part]}\n"
        yield _paragraphs(model)
        yield from _own_sheet(part, fields[0])
        yield from _table(Table(part, tuple(fields), model))


def _own_sheet(part: str, field: str) -> Iterator[str]:
    for child in CHILD_SHEETS:
        if (child.part, child.field) == (part, field):
            text = (
                f"In a workbook they stand on the sheet *{child.name}*, whose column *{child.owner}* names the entry."
            )
            yield _wrapped(text) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield HEAD.format(column="Row" if table.part in SINGLE else "Column")
    said = fields_of(table.model)
    for name, field in table.model.model_fields.items():
        cells = (
            f"`{name}`",
            _columns(table, name),
            holds(field),
            said[name].means,
            left_out(field, said[name]),
            _rules(table, name),
        )
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |".replace("  ", " ")
    yield ""


def _columns(table: Table, name: str) -> str:
    """The columns that hold a field; where it holds tables that have a sheet of their own, that sheet."""
    children = [child for child in CHILD_SHEETS if child.part == table.part and child.field in (*table.inside, name)]
    if children and not table.inside:
        return f"sheet *{children[0].name}*"
    paths = [(field, name) for field in table.inside] or [(name,)]
    of_sheet = [column.name for column in SHEET_OF[table.part].columns if column.path in paths]
    of_child = [column.name for child in children for column in child.columns if column.path == (name,)]
    return ", ".join(f"*{found}*" for found in (*of_sheet, *of_child)) or ("below" if not table.inside else "")


@cache
def _looking() -> Mapping[str, list[str]]:
    """The rules that look at each setting, by the setting."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule in names():
        for setting in example_of(rule).settings:
            found[setting].append(rule)
    return found


def _rules(table: Table, name: str) -> str:
    paths = [f"{TABLES[table.part]}.{field}.{name}" for field in table.inside]
    rules = [rule for path in paths or [f"{TABLES[table.part]}.{name}"] for rule in _looking().get(path, ())]
    links = (f"[{rule.replace('_', ' ')}](rules.md#{rule.replace('_', '-')})" for rule in dict.fromkeys(rules))
    return ", ".join(links)


def _paragraphs(model: type[BaseModel]) -> str:
    return "\n\n".join(_wrapped(paragraph) for paragraph in told(model).split("\n\n")) + "\n"


def _wrapped(text: str, indent: str = "") -> str:
    plain = " ".join(text.split())
    return "\n".join(wrap(plain, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))
