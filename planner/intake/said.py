"""What the models object to, said in one plain sentence with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.intake.written import Loc, Written, shown
from samples.errors import InputRefused

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_PATTERNS: Mapping[str, str] = {
    "id": "Write two to six capital letters, such as HF",
    "seed": "Write at least twenty digits, some from each party, as text",
}

_BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than": ("gt", "above"),
    "greater_than_equal": ("ge", "of at least"),
    "less_than": ("lt", "below"),
    "less_than_equal": ("le", "of at most"),
}


def refusal_of(errors: ValidationError, by_part: Mapping[str, Written]) -> InputRefused:
    """The first objection as a refusal."""
    error = errors.errors(include_url=False)[0]
    part, *rest = error["loc"]
    written, loc = by_part[str(part)], tuple(rest)
    found, hint = _said(error, loc)
    return written.refused(loc, found, hint)


def _said(error: ErrorDetails, loc: Loc) -> tuple[str, str]:
    """What was found and what to try."""
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    field = str(loc[-1]) if loc else ""
    if kind == "missing":
        return "it is missing", "Every entry of this part needs it"
    if kind in _BOUNDS:
        bound, word = _BOUNDS[kind]
        return f"{shown(value, loc)} is out of range", f"Write a number {word} {context[bound]}"
    if kind in {"too_short", "too_long"}:
        wanted = context["min_length"] if kind == "too_short" else context["max_length"]
        there, more = context["actual_length"], "at least" if kind == "too_short" else "at most"
        found = "one value stands here" if there == 1 else f"{there or 'no'} values stand here"
        return found, f"Write {more} {wanted}"
    if kind in {"string_pattern_mismatch", "string_too_short"}:
        return f"{shown(value, loc)} is not of the form expected", _PATTERNS.get(field, "")
    if kind == "value_error":
        return str(context["error"]), "Put the earlier before the later" if "before it starts" in str(context) else ""
    return f"{shown(value, loc)} cannot be used ({error['msg'].lower()})", ""
