"""What the checks across a whole review find in the small review, by the names of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from planner.intake.finding import Finding
from planner.intake.review import Review

Check = Callable[[Review], Iterator[Finding]]
Parts = dict[str, Any]


def found(check: Check, parts: Parts) -> list[Finding]:
    """What a check finds in a review of these parts."""
    return list(check(Review.model_validate(parts)))


def places(check: Check, parts: Parts) -> list[tuple[str | int, ...]]:
    """Where it finds it, inside the part."""
    return [finding.loc for finding in found(check, parts)]
