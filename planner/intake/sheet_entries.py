"""From a row of a sheet to an entry: its columns unfolded into fields, cells with several values split."""

from __future__ import annotations

from collections.abc import Mapping

from planner.intake.plain import words
from planner.intake.shapes import Shape, shapes
from planner.intake.sheet_rows import Row
from planner.layout import SEPARATOR
from samples.errors import InputRefused

NEEDS = frozenset({"needs", "counterparts"})
"""Fields whose columns lie side by side: the nth pool goes with the nth count."""

Entry = dict[str, object]


def entry_of(row: Row, shape: Shape) -> Entry:
    """A row as an entry: paths unfolded, cells with several values split."""
    entry: Entry = {}
    for path, value in row.cells.items():
        if path[0] in NEEDS or path == ("",):
            continue
        inner = entry
        for step in path[:-1]:
            within = inner.setdefault(step, {})
            assert isinstance(within, dict)
            inner = within
        inner[path[-1]] = split(value, shape_at(shape, path))
    for field in NEEDS:
        cells = {path[1]: value for path, value in row.cells.items() if path[0] == field}
        if cells:
            entry[field] = _needs(row, field, cells)
    return entry


def _needs(row: Row, field: str, cells: Mapping[str, object]) -> list[Entry]:
    """One need for each pool, with its count and expertise; named people are one more need."""
    pools, people = _pieces(cells.get("pool", "")), _pieces(cells.get("people", ""))
    needs: list[Entry] = [{"pool": pool} for pool in pools]
    if people:
        needs.append({"people": people})
    for what in ("count", "expertise"):
        values = _pieces(cells.get(what, ""), keep_blank=True)
        if len(values) > max(len(pools), 0 if pools else 1) or (values and not needs):
            raise InputRefused(
                row.where((field, what)),
                f"{len(values)} values stand beside {len(pools)} pools",
                f"Write as many as there are pools, separated by {SEPARATOR}",
            )
        for need, value in zip(needs, values, strict=False):
            if value != "":
                need[what] = int(value) if isinstance(value, str) and value.isdecimal() else value
    return needs


def _pieces(value: object, *, keep_blank: bool = False) -> list[object]:
    """The values of one cell; a cell that holds no text is one value."""
    if not isinstance(value, str):
        return [value]
    pieces: list[object] = [words(piece) for piece in value.split(SEPARATOR)] if words(value) else []
    return pieces if keep_blank else [piece for piece in pieces if piece]


def split(value: object, shape: Shape) -> object:
    """A cell as its values, where its field holds several."""
    if shape.holds == "list":
        return _pieces(value)
    if shape.holds == "mixed" and isinstance(value, str) and SEPARATOR in value:
        return _pieces(value)
    return value


def shape_at(shape: Shape, path: tuple[str, ...]) -> Shape:
    """What the field at the end of a path holds."""
    for step in path:
        assert shape.model is not None
        shape = shapes(shape.model)[step]
    return shape
