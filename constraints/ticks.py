"""Where times become whole numbers and back: ticks of the review's grid, counted in UTC.

Counting in UTC keeps lengths true over clock changes; wall-clock arithmetic would not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TypeVar

from constraints.problem import Problem, Window, instant

Span = tuple[int, int]
"""From a tick up to but not including another."""

Point = TypeVar("Point", int, datetime)


class Ticks:
    """Times of a problem as ticks from midnight of its first day, one tick a grid step."""

    def __init__(self, problem: Problem) -> None:
        self._zone = problem.tz
        self._step = timedelta(minutes=problem.grid)
        self._first = problem.start
        self._last = problem.end
        self._origin = self._midnight(problem.start)

    def _midnight(self, day: date) -> datetime:
        return instant(datetime.combine(day, time(), self._zone))

    def down(self, when: datetime) -> int:
        """The last tick at or before a time."""
        return (instant(when) - self._origin) // self._step

    def up(self, when: datetime) -> int:
        """The first tick at or after a time."""
        return -((self._origin - instant(when)) // self._step)

    def on_grid(self, when: datetime) -> bool:
        """Whether a time is a tick."""
        return self.down(when) == self.up(when)

    def time(self, tick: int) -> datetime:
        """The time of a tick, in the review's zone."""
        return (self._origin + tick * self._step).astimezone(self._zone)

    def length(self, minutes: int) -> int:
        """Ticks that cover so many minutes."""
        return -(-timedelta(minutes=minutes) // self._step)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day of the review."""
        return tuple(self._first + timedelta(n) for n in range((self._last - self._first).days + 1))

    @cached_property
    def day_spans(self) -> dict[date, Span]:
        """Each day of the review from midnight to midnight."""
        ends = [self.down(self._midnight(day)) for day in (*self.days, self._last + timedelta(1))]
        return {day: (ends[n], ends[n + 1]) for n, day in enumerate(self.days)}

    @property
    def horizon(self) -> Span:
        """The review from its first midnight to its last."""
        spans = self.day_spans
        return spans[self.days[0]][0], spans[self.days[-1]][1]

    def spans(self, windows: Iterable[Window]) -> list[Span]:
        """Windows as the ticks that lie wholly inside them, merged where they touch."""
        joined = merged((instant(w.start), instant(w.end)) for w in windows)
        rounded = [(self.up(start), self.down(end)) for start, end in joined]
        return [span for span in rounded if span[0] < span[1]]


def merged(spans: Iterable[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Spans in order, joined where they touch or overlap, without empty ones."""
    joined: list[tuple[Point, Point]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def starts(spans: Sequence[Span], length: int) -> list[Span]:
    """First and last start (both included) of a session of a length inside each span."""
    return [(start, end - length) for start, end in spans if end - length >= start]


def common(some: Sequence[tuple[Point, Point]], others: Sequence[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Where two ordered lists of spans overlap."""
    found: list[tuple[Point, Point]] = []
    i = j = 0
    while i < len(some) and j < len(others):
        start, end = max(some[i][0], others[j][0]), min(some[i][1], others[j][1])
        if start < end:
            found.append((start, end))
        if some[i][1] <= others[j][1]:
            i += 1
        else:
            j += 1
    return found
