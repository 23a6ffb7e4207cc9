"""What a field of the review holds, and what it is where nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from making.own_words import Said
from planner.intake.shapes import shape_of

HOLDS: Mapping[str, tuple[str, str]] = {
    "text": ("text", "texts"),
    "date": ("date", "dates"),
    "time": ("time of day", "times of day"),
    "moment": ("date and time", "dates and times"),
    "whole": ("whole number", "whole numbers"),
    "number": ("number", "numbers"),
    "yes or no": ("`true` or `false`", ""),
    "mixed": ("text, date, whole number or list of texts", ""),
    "table": ("table", "tables"),
}
"""One of it, and several."""


def holds(field: FieldInfo) -> str:
    """What a field holds, with its bounds: ``whole number from 5 up to 60``."""
    shape = shape_of(field.annotation)
    if shape.words:
        words = ", ".join(f"`{word}`" for word in shape.words)
        return f"whole number, or one of {words}" if shape.numbers else f"one of {words}"
    if shape.item:
        item = shape.item
        many = f"any of {', '.join(f'`{word}`' for word in item.words)}" if item.words else HOLDS[item.holds][1]
        return f"list: {many}{_length(field)}"
    return " ".join((HOLDS[shape.holds][0], *_bounds(field)))


def _length(field: FieldInfo) -> str:
    least = next((bound.min_length for bound in field.metadata if isinstance(bound, MinLen)), 0)
    if any(isinstance(bound, MaxLen) and bound.max_length == least for bound in field.metadata):
        return f", {least} of them"
    return f", {least} or more" if least else ""


def _bounds(field: FieldInfo) -> Iterator[str]:
    for bound in field.metadata:
        if isinstance(bound, Gt):
            yield f"above {bound.gt}"
        if isinstance(bound, Ge):
            yield f"from {bound.ge}"
        if isinstance(bound, Le):
            yield f"up to {bound.le}"
        if isinstance(bound, Lt):
            yield f"below {bound.lt}"


def left_out(field: FieldInfo, said: Said) -> str:
    """What it means that nothing is written: in the field's own words, else its default."""
    if field.is_required():
        return "**needed**"
    return said.left_out or _written(field.default)


def _written(default: Any) -> str:
    """A default as review.toml would have it."""
    if isinstance(default, BaseModel):
        return "as below"
    if default in (None, "", ()):
        return "none"
    if isinstance(default, tuple):
        return f"`[{', '.join(_value(one) for one in default)}]`"
    return f"`{_value(default)}`"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, time):
        return value.isoformat()
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
