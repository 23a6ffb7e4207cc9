"""Density checks of all four formats: nothing too much is asked as they are shipped, and all that is said is true."""

from __future__ import annotations

from functools import cache

import pytest
from density_truth import untrue
from over_constrained_reviews import VARIANTS
from shipped import stated

from constraints.density import Density, density
from constraints.problem import Problem

STORIES = [(review, story) for review, stories in VARIANTS.items() for story in stories]
EXACT = 0.95
"""The share of counts that are exact; the others say "at most", and are as true."""


@cache
def told(review: str, story: str) -> tuple[Problem, tuple[Density, ...]]:
    """A review that asks for too much, and what is said of it."""
    problem = VARIANTS[review][story](stated(review))
    return problem, density(problem)


@pytest.mark.parametrize("review", VARIANTS)
def test_shipped_review_asks_for_nothing_too_much(review: str) -> None:
    assert density(stated(review)) == ()


@pytest.mark.parametrize(("review", "story"), STORIES, ids=lambda said: said.replace(" ", "-"))
def test_every_sentence_about_a_review_that_asks_for_too_much_is_true(review: str, story: str) -> None:
    assert not untrue(*told(review, story))


def test_most_counts_are_exact() -> None:
    found = [one for review, story in STORIES for one in told(review, story)[1]]
    assert len(found) > 50
    assert sum(one.exact for one in found) >= EXACT * len(found)
    assert all(("at most" in one.sentence) != one.exact for one in found)
