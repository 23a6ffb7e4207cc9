"""Every field that a manager writes says what it means: pages for managers are checked against these sentences."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from planner.intake.review import Review
from planner.intake.shapes import shapes


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models of the tables inside a model, whole way down."""
    for shape in shapes(model).values():
        inner = shape.model or (shape.item.model if shape.item else None)
        if inner is not None:
            yield inner
            yield from models(inner)


MODELS = sorted(set(models(Review)), key=lambda model: model.__name__)


def explained(model: type[BaseModel]) -> dict[str, str]:
    """Each field with the text below it; empty where there is none."""
    (written,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(written, ast.ClassDef)
    found: dict[str, str] = {}
    field = ""
    for line in written.body:
        text = line.value.value if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) else ""
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            field = line.target.id
            found[field] = ""
        elif field:
            found[field] = found[field] or str(text)
            field = ""
    return {name: found.get(name, "") for name in model.model_fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_means_in_a_sentence(model: type[BaseModel]) -> None:
    assert model.__doc__
    for field, text in explained(model).items():
        assert text.strip().endswith("."), f"{model.__name__}.{field}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_fields_of_minutes_hours_and_days_name_their_unit(model: type[BaseModel]) -> None:
    lengths = {"shortest", "longest", "breathing_space", "minutes", "least_minutes", "most_minutes"}
    days = {"days", "most_days", "least_days"}
    hours = {"freeze"}
    for field, said in explained(model).items():
        text = said.lower()
        assert field not in lengths or "minute" in text, f"{model.__name__}.{field}"
        assert field not in days or "day" in text, f"{model.__name__}.{field}"
        assert field not in hours or "hour" in text, f"{model.__name__}.{field}"
        assert field != "notice" or "working days" in text or "hours" in text, f"{model.__name__}.{field}"
