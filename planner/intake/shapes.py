"""What a field of the review's models holds, so that cells and keys are read by the models and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel

Holds = Literal["text", "word", "date", "time", "moment", "whole", "number", "yes or no", "list", "table", "mixed"]

_PLAIN: Mapping[object, Holds] = {
    str: "text",
    date: "date",
    time: "time",
    datetime: "moment",
    int: "whole",
    float: "number",
    bool: "yes or no",
}


@dataclass(frozen=True)
class Shape:
    """What a field holds; of what, if it is a list; which model, if it is a table; which words, if they are given."""

    holds: Holds
    item: Shape | None = None
    model: type[BaseModel] | None = None
    words: tuple[str, ...] = ()
    numbers: bool = False
    """Whether a whole number may stand in place of one of the words."""


@cache
def shapes(model: type[BaseModel]) -> Mapping[str, Shape]:
    """What each field of a model holds."""
    return {name: shape_of(field.annotation) for name, field in model.model_fields.items()}


def shape_of(annotation: object) -> Shape:
    """What a field with this annotation holds."""
    if get_origin(annotation) in {Union, UnionType}:
        options = [one for one in get_args(annotation) if one is not NoneType]
        return shape_of(options[0]) if len(options) == 1 else _either([shape_of(one) for one in options])
    if get_origin(annotation) is Literal:
        return Shape("word", words=tuple(str(word) for word in get_args(annotation)))
    if get_origin(annotation) is tuple:
        return Shape("list", item=shape_of(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Shape("word", words=tuple(str(member.value) for member in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("table", model=annotation)
    return Shape(_PLAIN[annotation])


def _either(options: list[Shape]) -> Shape:
    """A whole number or one of some words; anything else that has a choice is mixed."""
    given = [one for one in options if one.words]
    if len(options) == 2 and given and any(one.holds == "whole" for one in options):
        return Shape("word", words=given[0].words, numbers=True)
    return Shape("mixed")
