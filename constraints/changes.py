"""What turns one programme into another: sessions added, moved, cancelled, reassigned."""

from __future__ import annotations

from constraints.programme import Changes, Move, Programme
from constraints.same_session import same_cases, same_people, same_time_and_place


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
        moved=tuple(move for move in both if not same_time_and_place(move.before, move.after)),
        cancelled=tuple(session for session in before.sessions if session.activity not in after.session),
        reassigned=tuple(move for move in both if not _same_people_and_cases(move)),
    )


def _same_people_and_cases(move: Move) -> bool:
    return same_people(move.before, move.after) and same_cases(move.before, move.after)
