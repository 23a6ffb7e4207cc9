"""The checks that look across a whole review, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.intake.cross_dates import (
    absences_outside,
    dates_in_the_review,
    days_declared_twice,
    hours_forwards,
    on_the_grid,
    zone_known,
)
from planner.intake.cross_ids import addresses, blanks, ids_once
from planner.intake.cross_names import names_known
from planner.intake.cross_needs import needs_can_be_met, order_can_be_kept, strata_complete
from planner.intake.finding import Finding
from planner.intake.review import Review

CHECKS: tuple[Callable[[Review], Iterator[Finding]], ...] = (
    zone_known,
    blanks,
    ids_once,
    names_known,
    addresses,
    dates_in_the_review,
    days_declared_twice,
    hours_forwards,
    on_the_grid,
    needs_can_be_met,
    order_can_be_kept,
    strata_complete,
)


def findings(review: Review) -> Iterator[Finding]:
    """Everything in a review that contradicts something else in it."""
    for check in CHECKS:
        yield from check(review)


def asides(review: Review) -> Iterator[Finding]:
    """What does no harm but looks like a slip."""
    yield from absences_outside(review)
