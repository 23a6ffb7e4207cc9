"""What a model of the review says of itself: its docstring, and the one below each of its fields."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pydantic import BaseModel

LEFT_OUT = re.compile(r"(?:; |\. )(?:None|[Ee]mpty): (?P<means>[^;.]+)")
"""How a field's docstring says what it means that nothing is written."""

PAGE = re.compile(r"docs/([\w-]+)\.md")


class Said(NamedTuple):
    """What a field means, and what it means to leave it out; empty: that is not said."""

    means: str
    left_out: str


def told(model: type[BaseModel]) -> str:
    """What the model says of itself, its paragraphs apart by a blank line."""
    text = _plain(inspect.cleandoc(model.__doc__ or ""))
    return PAGE.sub(r"[\1](\1.md)", text.replace("; None: ", "; left out: "))


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Said]:
    """What each field of a model says of itself.

    Raises:
        ValueError: a field says nothing.
    """
    (class_of,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(class_of, ast.ClassDef)
    docstrings = dict(_documented(class_of.body))
    if silent := model.model_fields.keys() - docstrings.keys():
        raise ValueError(f"{model.__name__} says nothing of {', '.join(sorted(silent))}")
    return {name: _said(docstrings[name]) for name in model.model_fields}


def _documented(body: list[ast.stmt]) -> list[tuple[str, str]]:
    """The annotated names of a class with the text below each of them."""
    found = []
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found.append((name, text))
    return found


def _said(docstring: str) -> Said:
    text = " ".join(_plain(docstring).split())
    found = LEFT_OUT.search(text)
    if not found:
        return Said(text, "")
    return Said(text[: found.start()] + text[found.end() :], found["means"])


def _plain(text: str) -> str:
    return text.replace("``", "`").strip()
