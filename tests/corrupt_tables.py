"""Changes to the tables of the small review: those that do harm, and those that do none."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from contradicting_tables import CONTRADICTIONS, UNKNOWN, Steps
from pydantic import BaseModel

from planner.intake.review import Review
from planner.intake.shapes import Shape, shapes
from planner.layout import SINGLE, TABLES

SMALL_REVIEW = Path(__file__).parent / "planner" / "intake" / "small_review.toml"

Tables = dict[str, Any]
WRONG: dict[str, tuple[Any, ...]] = {
    "text": (7,),
    "word": ("nonsense", 3.5),
    "date": ("31/02/2021", 44301),
    "time": ("25:00", 9.5),
    "moment": ("2021-04-27 25:00", 44301),
    "whole": (-3, "many", 1.5),
    "number": (-1.0, "some", float("nan")),
    "yes or no": ("perhaps", 2),
    "list": ("text", 5),
    "table": ("text", 5),
    "mixed": (True, time(9)),
}
"""Values that a field of each shape cannot hold."""


@dataclass(frozen=True)
class Case:
    """A change to the tables or to the cells of the small review."""

    name: str
    change: Callable[[Any], None]


def set_at(steps: Steps, value: Any) -> Callable[[Tables], None]:
    """Put a value in a place of the tables."""

    def change(tables: Tables) -> None:
        inner: Any = tables
        for step in steps[:-1]:
            inner = inner[step]
        inner[steps[-1]] = value

    return change


def delete_at(steps: Steps) -> Callable[[Tables], None]:
    """Take a place out of the tables."""

    def change(tables: Tables) -> None:
        inner: Any = tables
        for step in steps[:-1]:
            inner = inner[step]
        del inner[steps[-1]]

    return change


def add_copy(table: str) -> Callable[[Tables], None]:
    """Write the first entry of a table a second time."""

    def change(tables: Tables) -> None:
        tables[table].append(copy.deepcopy(tables[table][0]))

    return change


def named(steps: Steps) -> str:
    """A place as the name of a case."""
    return "-".join(map(str, steps))


def places(model: type[BaseModel], written: dict[Steps, Any]) -> Iterator[tuple[Steps, Shape, bool]]:
    """Every field of a model and of the tables inside it, with its shape and whether an entry needs it.

    The first of the entries written stands for a field; for a table inside, the first that has it.
    """
    for field, shape in shapes(model).items():
        yield (*next(iter(written)), field), shape, model.model_fields[field].is_required()
        inner = shape.item if shape.item and shape.item.model else shape
        if inner.model:
            having = {(*at, field): entry[field] for at, entry in written.items() if entry.get(field)}
            if shape is not inner:
                having = {(*at, nth): one for at, many in having.items() for nth, one in enumerate(many)}
            yield from places(inner.model, having)


def parts() -> Iterator[tuple[Steps, Shape, bool]]:
    """Every field of every part of the small review."""
    tables = tomllib.loads(SMALL_REVIEW.read_text(encoding="utf-8"))
    for part, table in TABLES.items():
        shape = shapes(Review)[part]
        model = shape.model if part in SINGLE else shape.item.model if shape.item else None
        assert model is not None
        single: dict[Steps, Any] = {(table,): tables[table]}
        yield from places(model, single if part in SINGLE else {(table, n): e for n, e in enumerate(tables[table])})


def harmful_tables() -> Iterator[Case]:
    """Wrong types, missing and unknown keys, unknown names, contradictions, entries that stand twice."""
    for steps, shape, needed in parts():
        for value in WRONG[shape.holds]:
            yield Case(f"{named(steps)}={value!r}", set_at(steps, value))
        if needed:
            yield Case(f"{named(steps)} missing", delete_at(steps))
    for part, table in TABLES.items():
        first: Steps = (table,) if part in SINGLE else (table, 0)
        yield Case(f"{table} unknown key", set_at((*first, "colour"), "blue"))
        yield Case(f"{table} of text", set_at((table,), "text"))
        if part not in SINGLE | {"away", "outside"}:
            yield Case(f"{table} twice", add_copy(table))
        else:
            yield Case(f"{table} misspelt", lambda tables, of=table: tables.update({f"{of}x": tables.pop(of)}))
    for steps in UNKNOWN:
        yield Case(f"{named(steps)} unknown", set_at(steps, "nobody knows"))
    for steps, value in CONTRADICTIONS:
        yield Case(f"{named(steps)}={value!r}", set_at(steps, value))
    for table in ("about", "pool", "staff", "day", "kind", "activity", "resource", "hours", "area", "list", "stratum"):
        yield Case(f"{table} left out", delete_at((table,)))


def harmless_tables() -> Iterator[Case]:
    """Spaces and spaces that do not break around every text; dates, times and numbers as text."""
    clean = tomllib.loads(SMALL_REVIEW.read_text(encoding="utf-8"))
    for steps, value in leaves(clean):
        if isinstance(value, str) and steps[-1] != "constructs":
            yield Case(f"{named(steps)} spaces", set_at(steps, f"  {value}\u00a0"))
        elif isinstance(value, datetime):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value:%d/%m/%Y %H.%M}"))
        elif isinstance(value, date):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value.day}/{value.month}/{value.year}"))
            yield Case(f"{named(steps)} as iso text", set_at(steps, f"{value:%Y-%m-%d}"))
        elif isinstance(value, time):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value.hour}:{value.minute:02}"))
            yield Case(f"{named(steps)} with a point", set_at(steps, f"{value:%H.%M}"))
        elif isinstance(value, int) and not isinstance(value, bool) and steps[-1] not in {"days", "value"}:
            yield Case(f"{named(steps)} with .0", set_at(steps, float(value)))
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value}.0"))


def leaves(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every plain value of the tables with its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*steps, key))
    elif isinstance(value, list):
        for nth, one in enumerate(value):
            yield from leaves(one, (*steps, nth))
    else:
        yield steps, value
