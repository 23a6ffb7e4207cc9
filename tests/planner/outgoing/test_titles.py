"""Neutral titles: a word for every kind that a shipped format has, none that says more."""

from __future__ import annotations

import tomllib

import pytest
from shipped import FORMATS
from small_reviews import activity

from planner.outgoing.titles import NEUTRAL, OTHER, allowed, neutral, title


def kinds() -> list[tuple[str, str]]:
    return [
        (path.parent.name, kind["id"])
        for path in sorted(FORMATS.glob("*/review.toml"))
        for kind in tomllib.loads(path.read_text("utf-8"))["kind"]
    ]


@pytest.mark.parametrize(("name", "kind"), kinds())
def test_every_kind_of_a_shipped_format_has_a_word(name: str, kind: str) -> None:
    assert kind in NEUTRAL, name


def test_another_kind_is_a_review_session() -> None:
    assert neutral(activity("x", kind="séance")) == OTHER
    assert title(activity("x", kind="séance"), "R-7F3K", 60) == "Review session - ref R-7F3K - 60 min"


def test_who_is_seen_about_a_case_is_asked_as_who_is_seen_about_practice() -> None:
    asked = {NEUTRAL[kind] for kind in ("interview", "case-record", "tracking", "perspective")}
    assert asked == {"Practice discussion"}


@pytest.mark.parametrize("noun", sorted({*NEUTRAL.values(), OTHER}))
def test_every_word_makes_a_title_that_may_go_out(noun: str) -> None:
    assert allowed(f"{noun} - ref R-7F3K - 390 min")
    assert allowed(noun)
    assert not allowed(f"{noun}: fostering - ref R-7F3K - 60 min")
