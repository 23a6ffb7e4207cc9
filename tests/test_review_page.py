"""The page on the review file tells of everything that a review may hold, in the words of the models."""

from __future__ import annotations

import pytest
from making.example import example_of, names
from making.own_words import Said, fields_of
from making.review_page import review_page
from pydantic import BaseModel

from planner.layout import TABLES
from planner.layout_sheets import CHILD_SHEETS, SHEETS


class Told(BaseModel):
    """A table that only this test has."""

    seats: int | None = None
    """How many people there is room for; None: any number."""
    list: str = ""
    """Where it stands; empty: here. More is said of it."""
    title: str
    """What it is called."""


class Silent(BaseModel):
    """A table with a key of which nothing is said."""

    title: str


def test_every_table_sheet_and_column_stands_on_the_page() -> None:
    page = review_page()

    assert [table for table in TABLES.values() if f"\n## {table}\n" not in page] == []
    for sheet in (*SHEETS, *CHILD_SHEETS):
        assert f"sheet *{sheet.name}*" in page
        assert [column.name for column in sheet.columns if f"*{column.name}*" not in page] == []


def test_every_rule_with_settings_is_named_beside_a_key() -> None:
    page = review_page()

    set_by_a_review = [rule for rule in names() if example_of(rule).settings]
    assert [rule for rule in set_by_a_review if f"(rules.md#{rule.replace('_', '-')})" not in page] == []


def test_what_leaving_a_key_out_means_is_told_apart_from_what_it_means() -> None:
    assert fields_of(Told) == {
        "seats": Said("How many people there is room for.", "any number"),
        "list": Said("Where it stands. More is said of it.", "here"),
        "title": Said("What it is called.", ""),
    }


def test_key_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="Silent says nothing of title"):
        fields_of(Silent)
