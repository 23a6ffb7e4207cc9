"""Stretches of possible starts, and what can be done with them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date

from constraints.ticks import Span, merged

Ranges = tuple[Span, ...]
"""Stretches of possible starts in ticks: the first and the last of each, both included."""

ByDay = tuple[tuple[date, Ranges], ...]
"""Possible starts of each day that has any, in order."""


def beside(ranges: Iterable[Span], busy: Iterable[Span], length: int) -> Ranges:
    """The starts at which something of a length meets nothing that is busy."""
    left = list(ranges)
    for begins, ends in merged(busy):
        cut = []
        for first, last in left:
            cut += [(first, min(last, begins - length)), (max(first, ends), last)]
        left = [span for span in cut if span[0] <= span[1]]
    return tuple(left)


def since(ranges: Iterable[Span], tick: int) -> Ranges:
    """Starts from a tick on."""
    return tuple((max(first, tick), last) for first, last in ranges if last >= tick)


def at_least(count: int, of: Iterable[Ranges]) -> Ranges:
    """The starts that lie in so many of these ranges or more."""
    edges: Counter[int] = Counter()
    for ranges in of:
        for first, last in ranges:
            edges[first] += 1
            edges[last + 1] -= 1
    found: list[Span] = []
    there, since = 0, 0
    for tick in sorted(edges):
        before, there = there, there + edges[tick]
        if before < count <= there:
            since = tick
        elif there < count <= before:
            found.append((since, tick - 1))
    return tuple(found)


def both(some: Ranges, others: Ranges) -> Ranges:
    """The starts that lie in both, each in order."""
    found: list[Span] = []
    i = j = 0
    while i < len(some) and j < len(others):
        first, last = max(some[i][0], others[j][0]), min(some[i][1], others[j][1])
        if first <= last:
            found.append((first, last))
        if some[i][1] < others[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def within(days: ByDay, allowed: Ranges) -> ByDay:
    """Starts by day, those of them that are allowed."""
    lasts = [last for _, last in allowed]
    found = []
    for day, ranges in days:
        here = allowed[bisect_left(lasts, ranges[0][0]) : bisect_left(lasts, ranges[-1][1]) + 1]
        found.append((day, both(ranges, here)))
    return tuple((day, ranges) for day, ranges in found if ranges)
