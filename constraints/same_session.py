"""Whether two sessions of one activity say the same: when and where, with whom, about what.

What one of the two does not state is not compared.
"""

from __future__ import annotations

from constraints.noun import instant
from constraints.session import Session


def same_time_and_place(one: Session, other: Session) -> bool:
    """Whether start, end, place and room are the same."""
    (stood, stands) = ((instant(each.start), instant(each.end), each.place) for each in (one, other))
    return stood == stands and _same(one.room, other.room)


def same_people(one: Session, other: Session) -> bool:
    """Whether reviewers and counterparts are the same, in whatever order."""
    asked, asks = (None if each.counterparts is None else frozenset(each.counterparts) for each in (one, other))
    return set(one.reviewers) == set(other.reviewers) and _same(asked, asks)


def same_cases(one: Session, other: Session) -> bool:
    """Whether the same cases are seen in the same modes, in whatever order."""
    saw, sees = (None if each.cases is None else frozenset(each.cases) for each in (one, other))
    return _same(saw, sees)


def same_session(one: Session, other: Session) -> bool:
    """Whether the two say the same in all of it."""
    return same_time_and_place(one, other) and same_people(one, other) and same_cases(one, other)


def _same(one: object, other: object) -> bool:
    return one is None or other is None or one == other
