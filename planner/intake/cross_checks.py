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
from planner.intake.cross_needs import needs_can_be_met
from planner.intake.cross_notice import notice_can_be_given, quiet_days_apart, without_effect
from planner.intake.cross_order import lengths_in_order, order_can_be_kept
from planner.intake.cross_sites import rooms_large_enough, ways_between_sites, ways_not_written
from planner.intake.cross_strata import roles_told_apart, strata_complete
from planner.intake.cross_ties import cases_can_be_tracked, repeats_in_step, shared_fit
from planner.intake.finding import Finding
from planner.intake.review import Review

Check = Callable[[Review], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
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
    lengths_in_order,
    strata_complete,
    roles_told_apart,
    ways_between_sites,
    rooms_large_enough,
    cases_can_be_tracked,
    repeats_in_step,
    shared_fit,
    quiet_days_apart,
    notice_can_be_given,
)

ASIDES: tuple[Check, ...] = (absences_outside, ways_not_written, without_effect)


def findings(review: Review) -> Iterator[Finding]:
    """Everything in a review that contradicts something else in it."""
    for check in CHECKS:
        yield from check(review)


def asides(review: Review) -> Iterator[Finding]:
    """What does no harm but looks like a slip."""
    for check in ASIDES:
        yield from check(review)
