"""From what is written to what the models expect: harmless mess is read past and noted, anything else refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel

from planner.intake.nearest import did_you_mean
from planner.intake.notes import Notes
from planner.intake.plain import (
    DATE_TEXT,
    NUMBER_TEXT,
    SPACES,
    TIME_TEXT,
    Read,
    UnreadableError,
    read_date,
    read_moment,
    read_number,
    read_text,
    read_time,
    read_yes_no,
    words,
)
from planner.intake.review import Review
from planner.intake.shapes import Shape, shapes
from planner.intake.written import Loc, Written, shown
from samples.strata import Condition

LETTER_CASE = "capital and small letters were read past"
MONTH_DATE = "a date was read as its month"

_KEEPS_LINES = frozenset({"constructs"})
_MONTHS = frozenset({"in month", "first in month"})
_NATURAL_IN_LISTS = frozenset({DATE_TEXT, TIME_TEXT, NUMBER_TEXT, SPACES})
"""What a cell with several values cannot do without, and so is no mess there."""


def tidy_part(written: Written, notes: Notes) -> object:
    """A part's plain values as its models expect them.

    Raises:
        InputRefused: a value that its field cannot hold, or a field that there is none of.
    """
    return _tidy(written.values, shapes(Review)[written.part], (), written, notes)


def _tidy(value: object, shape: Shape, loc: Loc, written: Written, notes: Notes) -> object:
    if shape.holds == "table":
        assert shape.model is not None
        return _tidy_table(value, shape.model, loc, written, notes)
    if shape.holds == "list":
        assert shape.item is not None
        if not isinstance(value, list):
            raise written.refused(loc, f"{shown(value, loc)} is not a list", "Write a list in square brackets, [ ]")
        return [_tidy(one, shape.item, (*loc, nth), written, notes) for nth, one in enumerate(value)]
    try:
        plain, note = _read(value, shape, loc, written.in_sheet)
    except UnreadableError as unreadable:
        raise written.refused(loc, f"{shown(value, loc)} is not {unreadable.expected}", unreadable.hint) from None
    if note and not (written.in_sheet and isinstance(loc[-1], int) and note in _NATURAL_IN_LISTS):
        notes.add(written, loc, note)
    return plain


def _tidy_table(value: object, model: type[BaseModel], loc: Loc, written: Written, notes: Notes) -> object:
    if not isinstance(value, Mapping):
        raise written.refused(loc, f"{shown(value, loc)} stands in place of a table of keys and values")
    known = shapes(model)
    if unknown := [key for key in value if key not in known]:
        raise written.refused(loc, f"there is no key {shown(unknown[0])} here", did_you_mean(str(unknown[0]), known))
    if model is Condition:
        value = _with_month(value)
    return {key: _tidy(one, known[key], (*loc, key), written, notes) for key, one in value.items()}


def _with_month(condition: Mapping[str, object]) -> Mapping[str, object]:
    """Excel turns 2021-02 into the first of February: back to the month where the test asks for one."""
    value, test = condition.get("value"), condition.get("test")
    if isinstance(value, date) and isinstance(test, str) and words(test).casefold() in _MONTHS:
        return {**condition, "value": f"{value:%Y-%m}"}
    return condition


def _read(value: object, shape: Shape, loc: Loc, in_sheet: bool) -> Read:
    read: Read
    match shape.holds:
        case "text":
            read = _read_text(value, loc, in_sheet)
        case "word":
            read = _read_word(value, shape, in_sheet)
        case "date":
            read = read_date(value)
        case "time":
            read = read_time(value)
        case "moment":
            read = read_moment(value, ends=loc[-1] == "end")
        case "yes or no":
            read = read_yes_no(value, in_sheet)
        case "mixed":
            read = _read_mixed(value, in_sheet)
        case _:
            read = read_number(value, in_sheet, whole=shape.holds == "whole")
    return read


def _read_text(value: object, loc: Loc, in_sheet: bool) -> Read:
    if loc[-1] in _KEEPS_LINES and isinstance(value, str):
        return value.strip(), ""
    if loc[-1] == "month" and isinstance(value, date):
        return f"{value:%Y-%m}", MONTH_DATE
    return read_text(value, in_sheet)


def _read_word(value: object, shape: Shape, in_sheet: bool) -> Read:
    if shape.numbers and not isinstance(value, str):
        return read_number(value, in_sheet, whole=True)
    plain, note = read_text(value, in_sheet)
    if shape.numbers and str(plain).replace(".", "").isdecimal():
        return read_number(value, in_sheet, whole=True)
    if plain in shape.words:
        return plain, note
    for word in shape.words:
        if word.casefold() == str(plain).casefold():
            return word, LETTER_CASE
    known = f"a number or {_listed(shape.words)}" if shape.numbers else _listed(shape.words)
    raise UnreadableError(f"one of the words known here ({known})", did_you_mean(str(plain), shape.words))


def _read_mixed(value: object, in_sheet: bool) -> Read:
    """A condition's value: text, a whole number, several texts, or a date as text."""
    if isinstance(value, list):
        texts = [read_text(one, in_sheet) for one in value]
        return tuple(text for text, _ in texts), "" if in_sheet else max((note for _, note in texts), default="")
    if isinstance(value, date):
        return read_date(value)[0].isoformat(), ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return read_number(value, in_sheet, whole=True)
    return read_text(value, in_sheet)


def _listed(known: tuple[str, ...]) -> str:
    return ", ".join(known)
