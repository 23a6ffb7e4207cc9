"""What turns one programme into another: sessions added, moved, cancelled, reassigned."""

from __future__ import annotations

from constraints.problem import Session, instant
from constraints.programme import Changes, Move, Programme


def changes(before: Programme, after: Programme) -> Changes:
    """The changes from one programme to another, activity by activity.

    A session whose time, place or room differs is moved; one whose reviewers, counterparts or cases differ is
    reassigned; it may be both. What one of the two does not state is not compared.
    """
    both = [
        Move(before=before.session[session.activity], after=session)
        for session in after.sessions
        if session.activity in before.session
    ]
    return Changes(
        added=tuple(session for session in after.sessions if session.activity not in before.session),
        moved=tuple(move for move in both if _moved(move.before, move.after)),
        cancelled=tuple(session for session in before.sessions if session.activity not in after.session),
        reassigned=tuple(move for move in both if _reassigned(move.before, move.after)),
    )


def _moved(one: Session, other: Session) -> bool:
    stood, stands = ((instant(each.start), instant(each.end), each.place) for each in (one, other))
    return stood != stands or (None not in (one.room, other.room) and one.room != other.room)


def _reassigned(one: Session, other: Session) -> bool:
    return (
        set(one.reviewers) != set(other.reviewers)
        or _differ(one.counterparts, other.counterparts)
        or _differ(one.cases, other.cases)
    )


def _differ(one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> bool:
    return one is not None and other is not None and set(one) != set(other)
