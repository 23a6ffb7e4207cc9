"""A day as a list, for programmes that too many hold for a column each: a session once, and who holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from constraints.problem import instant
from planner.outgoing.views import Edition, ReviewerDay, ReviewerLine

MOST_COLUMNS = 4
"""Reviewers with a column each; where there are more, columns are narrower than the words in them."""

MOST_AREAS = 3
"""Areas that the heading of a week names; more stand below it."""

EVERYONE = "Everyone"


@dataclass(frozen=True)
class Listed:
    """A session and who holds it, in the edition's order; or several that differ in nothing else but their codes."""

    line: ReviewerLine
    who: tuple[str, ...]
    code: str
    """Empty: they are several."""


def as_lists(edition: Edition) -> bool:
    """Whether days are lists rather than columns."""
    return len(edition.reviewers) > MOST_COLUMNS


def sessions_of(day: ReviewerDay, edition: Edition) -> tuple[Listed, ...]:
    """Each session of a day once, in order of time."""
    held: dict[str, tuple[ReviewerLine, list[str]]] = {}
    for reviewer, lines in zip(edition.reviewers, day.columns, strict=True):
        for line in lines:
            held.setdefault(line.session, (line, []))[1].append(reviewer)
    found = (Listed(line, tuple(who), line.code) for line, who in held.values())
    return tuple(sorted(found, key=lambda one: (instant(one.line.start), instant(one.line.end))))


def rows_of(day: ReviewerDay, edition: Edition) -> tuple[Listed, ...]:
    """The sessions of a day in order of time; those that each of several holds alone, such as lunch, are one row."""
    rows: dict[tuple[str, ...], list[Listed]] = {}
    for one in sessions_of(day, edition):
        rows.setdefault(_alike(one), []).append(one)
    return tuple(_row(same, edition) for same in rows.values())


def _alike(one: Listed) -> tuple[str, ...]:
    """What has to be the same for two sessions to stand in one row."""
    line = one.line
    if len(one.who) > 1 or line.met or line.cases:
        return (line.session,)
    return line.start.isoformat(), line.end.isoformat(), line.kind, line.title, line.place


def _row(same: Iterable[Listed], edition: Edition) -> Listed:
    first, *others = same
    who = (*first.who, *(name for one in others for name in one.who))
    everyone = as_lists(edition) and len(who) == len(edition.reviewers)
    return Listed(first.line, (EVERYONE,) if everyone else who, "" if others else first.code)
