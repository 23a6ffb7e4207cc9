"""A session somewhere else: where somebody says it should be, and what the problem is once it stands there."""

from __future__ import annotations

from datetime import datetime

from constraints.noun import instant
from constraints.problem import Problem, Session
from constraints.programme import Programme, in_time
from planner.commands.naming import person_named
from planner.commands.situation import Situation, at_moment
from planner.intake.plain import WHOLE_DAY, UnreadableError, read_moment
from samples.errors import InputRefused


def session_to(stands: Situation, session: Session, when: str, people: tuple[str, ...]) -> Session:
    """The session at another time, by other reviewers where some are named; it stays as long as it is.

    Args:
        stands: how things stand.
        session: as it is.
        when: the new start as somebody writes it; empty: it stays.
        people: reviewers by id or name; empty: they stay.

    Raises:
        InputRefused: there is no such time or person, somebody would be there twice, it has begun, or the time is past.
    """
    problem, where = stands.problem, f"session {session.activity}"
    refuse_begun(stands, session)
    start = _moment(where, when, stands) if when else session.start
    if instant(start) < instant(stands.now):
        raise InputRefused(where, f"{start:%A %d %B %H.%M} is past")
    if not problem.start <= start.date() <= problem.end:
        lasts = f"The review is from {problem.start:%d %B %Y} to {problem.end:%d %B %Y}."
        raise InputRefused(where, f"{start:%A %d %B %Y} is not within the review", lasts)
    length = instant(session.end) - instant(session.start)
    reviewers = tuple(person_named(where, name, problem) for name in people) or session.reviewers
    for nth, who in enumerate(reviewers):
        if who in reviewers[:nth]:
            raise InputRefused(where, f"'{who}' is named twice", "Name each of those who hold it once.")
        if who in (session.counterparts or ()):
            raise InputRefused(where, f"'{who}' is met there, and cannot hold it too")
    end = (instant(start) + length).astimezone(problem.tz)
    return session.model_copy(update={"start": start, "end": end, "reviewers": reviewers})


def refuse_begun(stands: Situation, session: Session) -> None:
    """Refuse to move what has begun.

    Raises:
        InputRefused: it has.
    """
    if instant(session.start) < instant(stands.now):
        raise InputRefused(f"session {session.activity}", "it has begun, and what has happened does not move")


def _moment(where: str, text: str, stands: Situation) -> datetime:
    try:
        read, note = read_moment(text, ends=False)
    except UnreadableError as unreadable:
        raise InputRefused(where, f"'{text}' is not {unreadable.expected}", unreadable.hint) from None
    if note == WHOLE_DAY:
        raise InputRefused(where, f"'{text}' names a day and no time", f"Write the time too: '{text} 10:00'.")
    assert isinstance(read, datetime)
    return at_moment(read, stands.problem.tz)


def standing_there(problem: Problem, session: Session) -> Problem:
    """The problem once a session stands where somebody put it: a fact, whose people hear of it anyway."""
    others = tuple(fact for fact in problem.fixed if fact.activity != session.activity)
    known = {one.activity for one in problem.published}
    struck = (session.activity,) if session.activity in known and session.activity not in problem.struck else ()
    return problem.changed(
        fixed=(*others, session),
        struck=(*problem.struck, *struck),
        spoken_to=tuple(dict.fromkeys((*problem.spoken_to, *session.people))),
        frozen=tuple(one for one in problem.frozen if one != session.activity),
    )


def put(programme: Programme, session: Session) -> Programme:
    """The programme with a session where somebody put it, and all else as it is."""
    others = (one for one in programme.sessions if one.activity != session.activity)
    return programme.model_copy(update={"sessions": tuple(sorted((*others, session), key=in_time))})
