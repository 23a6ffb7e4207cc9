"""On which days a session can lie inside given spans at all, and what of its starts that forbids on the others.

Most spans are whole working days or nothing. A day on which no start is allowed is forbidden as a day, one on which
every start is allowed needs no word, and only what is left is said of starts: the solver reasons over a few days much
sooner than over thousands of starts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from constraints.ticks import Span, starts


class DaysInside(NamedTuple):
    """The days without an allowed start, and the starts forbidden on the others, first and last of each stretch."""

    never: tuple[date, ...]
    forbidden: tuple[Span, ...]


def days_inside(could: Mapping[date, Sequence[Span]], spans: Sequence[Span], length: int) -> DaysInside:
    """What lying inside spans means for a session of a length.

    Args:
        could: the spans, by day, in which the session can be at all.
        spans: those it has to lie in, in order and not touching.
        length: in ticks.
    """
    allowed = starts(spans, length)
    never: list[date] = []
    forbidden: list[Span] = []
    for day, room in could.items():
        possible = starts(room, length)
        outside = [part for start in possible for part in _without(start, allowed)]
        if outside == possible:
            never.append(day)
        else:
            forbidden += outside
    return DaysInside(tuple(never), tuple(forbidden))


def _without(stretch: Span, others: Sequence[Span]) -> list[Span]:
    """What is left of a stretch, both ends included, without others in order."""
    left: list[Span] = []
    first, last = stretch
    for start, end in others:
        if end < first:
            continue
        if start > last:
            break
        if first < start:
            left.append((first, start - 1))
        first = end + 1
    if first <= last:
        left.append((first, last))
    return left
