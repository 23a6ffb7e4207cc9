"""What a review asks for more than there is: planner check lists it, planner plan tells it first and goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SENTENCE = "Reviewers are free for 9 interviews in week two; 11 are asked for, 2 of them mop-ups"
HEADING = "Asked for more than there is, whatever is planned"

Planner = Callable[..., tuple[int, str, str]]


@pytest.fixture
def short(review: Path) -> Path:
    """A review in which a reviewer may hold three interviews a day."""
    text = (review / "review.toml").read_text("utf-8")
    limit = "interviews_per_reviewer_per_day = "
    assert f"{limit}5" in text
    (review / "review.toml").write_text(text.replace(f"{limit}5", f"{limit}3"), "utf-8")
    return review


def test_check_lists_it(short: Path, planner: Planner) -> None:
    code, said, _ = planner("check", "--folder", short)
    assert code == 0
    assert f"\n{HEADING}\n  {SENTENCE}" in said


def test_check_says_nothing_of_a_review_with_enough(review: Path, planner: Planner) -> None:
    _, said, _ = planner("check", "--folder", review)
    assert HEADING not in said


def test_check_tells_machines_what_can_be_verified(short: Path, planner: Planner) -> None:
    _, said, _ = planner("check", "--folder", short, "--json")
    (found,) = json.loads(said)["too_much"]
    assert found["sentence"].startswith(SENTENCE)
    assert (found["kind"], found["subject"], found["free"], found["asked"]) == ("pool", "reviewers", 9, 11)
    assert len(found["activities"]) == found["asked"]
    assert found["exact"]


def test_plan_tells_it_before_it_looks_and_goes_on(short: Path, planner: Planner) -> None:
    code, said, meanwhile = planner("plan", "--folder", short)
    assert code == 0
    assert f"\n{HEADING}\n  {SENTENCE}" in said
    first, then, *_ = meanwhile.splitlines()
    assert first.startswith(SENTENCE)
    assert first.endswith(").")
    assert then == "looking for the best programme ..."
