"""An order that can be kept, and lengths of which the shorter is the shorter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from planner.intake.finding import Finding
from planner.intake.review import ActivityEntry, GapEntry, Review
from planner.intake.written import Loc, shown


class _Order(NamedTuple):
    """What may go round in a circle: its field, how a sentence says it, and the entries that an entry names for it."""

    field: str
    word: str
    named: Callable[[ActivityEntry], tuple[str, ...]]


_ORDERS = (
    _Order("after", "after", lambda entry: (*entry.after, *(gap.after for gap in entry.gaps))),
    _Order("same_reviewers_as", "with the reviewers of", lambda entry: (entry.same_reviewers_as,)),
    _Order("same_place_as", "in the room of", lambda entry: (entry.same_place_as,)),
)


def order_can_be_kept(review: Review) -> Iterator[Finding]:
    """No activity comes after itself or has its reviewers or room of itself; first and last have an area."""
    for order in _ORDERS:
        yield from _circle(review, order)
    for nth, entry in enumerate(review.activities):
        if (entry.first_of_area or entry.last_of_area) and not entry.area:
            field = "first_of_area" if entry.first_of_area else "last_of_area"
            yield Finding("activities", (nth, field), "the activity is of no area", "Name its area")


def lengths_in_order(review: Review) -> Iterator[Finding]:
    """No longest is shorter than its shortest; no least of a gap is above its most, and it has one of them."""
    for part, nth, shortest, longest in _ranges(review):
        if shortest is not None and longest is not None and longest < shortest:
            found = f"{longest} minutes are less than the shortest length, {shortest}"
            yield Finding(part, (nth, "longest"), found, "Put the shorter length first")
    for nth, entry in enumerate(review.activities):
        for at, gap in enumerate(entry.gaps):
            yield from _bounds((nth, "gaps", at), gap)


def _circle(review: Review, order: _Order) -> Iterator[Finding]:
    """The first circle, at the first of its entries: every member of it would tell of the same one."""
    names = {entry.id: order.named(entry) for entry in review.activities}
    for nth, entry in enumerate(review.activities):
        way = _way_round(entry.id, names)
        if way:
            found = f"{f' {order.word} '.join(map(shown, way))} goes round in a circle"
            field = "gaps" if order.field == "after" and way[1] not in entry.after else order.field
            yield Finding("activities", (nth, field), found, "Take one of them out")
            return


def _bounds(loc: Loc, gap: GapEntry) -> Iterator[Finding]:
    bounds = (("minutes", gap.least_minutes, gap.most_minutes), ("days", gap.least_days, gap.most_days))
    if all(least is None and most is None for _, least, most in bounds):
        found = f"the gap after {shown(gap.after)} has no bound"
        yield Finding("activities", loc, found, "Say its least or most minutes or days")
    for unit, least, most in bounds:
        if least is not None and most is not None and least > most:
            found = f"at most {most} {unit} are less than the least, {least}"
            yield Finding("activities", (*loc, f"most_{unit}"), found, "Put the smaller number first")


def _way_round(start: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A way from an activity back to itself, or nothing."""
    ways: dict[str, list[str]] = {start: [start]}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for earlier in names.get(here, ()):
            if earlier == start:
                return [*ways[here], start]
            if earlier not in ways:
                ways[earlier] = [*ways[here], earlier]
                waiting.append(earlier)
    return []


def _ranges(review: Review) -> Iterator[tuple[str, int, int | None, int | None]]:
    """Shortest and longest of every entry; where an activity says only its longest, its kind says the shortest."""
    least = {kind.id: kind.shortest for kind in review.kinds}
    for nth, kind in enumerate(review.kinds):
        yield "kinds", nth, kind.shortest, kind.longest
    for nth, entry in enumerate(review.activities):
        yield "activities", nth, entry.shortest or least.get(entry.kind), entry.longest
    for nth, standing in enumerate(review.standing):
        yield "standing", nth, standing.shortest or least.get(standing.kind), standing.longest
