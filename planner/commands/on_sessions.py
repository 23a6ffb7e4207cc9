"""What happens to a session, understood: it falls through, is missed, held, overruns, is pinned, changes hands."""

from __future__ import annotations

from datetime import datetime

from constraints.problem import Session, instant
from planner.commands.ears import Ears, moment, of_session
from planner.commands.naming import person_named
from planner.commands.requests import Request
from planner.commands.sentences import day_of, hour_of
from planner.intake.disruption import Cancel, Done, NoShow, Overran, Pin, SwapReviewer, Unpin
from planner.intake.plain import UnreadableError, read_time
from samples.errors import InputRefused


def _ahead(request: Request, ears: Ears) -> Session:
    """A session that is yet to begin and that nothing speaks against.

    Raises:
        InputRefused: there is none, it has begun, or it was struck already.
    """
    session = ears.names.session(request.name, ears.problem)
    where = f"session {session.activity}"
    if ears.begun(session):
        hint = f"If it was not held, say so: planner no-show {session.activity}."
        raise InputRefused(where, f"it began on {of_session(session)}", hint)
    _refuse_struck(where, session, ears)
    return session


def _begun(request: Request, ears: Ears) -> Session:
    """A session that has begun.

    Raises:
        InputRefused: there is none, it is yet to begin, or it was not held.
    """
    session = ears.names.session(request.name, ears.problem)
    where = f"session {session.activity}"
    if not ears.begun(session):
        hint = f"If it falls through, say so: planner cancel {session.activity}."
        raise InputRefused(where, f"it has not begun: it is on {of_session(session)}", hint)
    _refuse_struck(where, session, ears)
    return session


def _refuse_struck(where: str, session: Session, ears: Ears) -> None:
    if ears.struck(session):
        found = f"something was said already that takes it off {of_session(session)}"
        raise InputRefused(where, found, "planner disruptions lists what was said.")


def cancel(request: Request, ears: Ears) -> Cancel:
    """A session falls through: those named, else its counterparts, else its reviewers are not to be had then.

    Raises:
        InputRefused: it cannot be.
    """
    session = _ahead(request, ears)
    named = tuple(person_named("--by", name, ears.problem, session.people) for name in request.people)
    for person in named:
        if person not in session.people:
            found = f"'{person}' is not in it"
            raise InputRefused(f"session {session.activity}", found, f"In it are {', '.join(session.people)}.")
    people = named or session.counterparts or session.reviewers
    return Cancel(session=session.activity, start=session.start, end=session.end, people=people)


def no_show(request: Request, ears: Ears) -> NoShow:
    """A session was not held.

    Raises:
        InputRefused: it cannot be.
    """
    session = _begun(request, ears)
    _refuse_held(session, ears)
    return NoShow(session=session.activity, start=session.start)


def done(request: Request, ears: Ears) -> Done:
    """A session was held.

    Raises:
        InputRefused: it cannot be.
    """
    session = _begun(request, ears)
    _refuse_held(session, ears)
    return Done(session=session.activity)


def _refuse_held(session: Session, ears: Ears) -> None:
    if any(isinstance(one, Done) and one.session == session.activity for one in ears.everything):
        found = "it was said to be held"
        raise InputRefused(f"session {session.activity}", found, "planner undo takes back what was said last.")


def overran(request: Request, ears: Ears) -> Overran:
    """A session ended later than it was to.

    Raises:
        InputRefused: it cannot be.
    """
    session, text = _begun(request, ears), request.said["to"]
    where = f"session {session.activity}"
    try:
        clock, _ = read_time(text)
        until = datetime.combine(session.start.date(), clock, ears.problem.tz)
    except UnreadableError:
        until = moment(where, text, ears)
    if instant(until) <= instant(session.end):
        again = any(isinstance(one, Overran) and one.session == session.activity for one in ears.everything)
        found = f"it was {'said ' if again else ''}to end at {hour_of(session.end)}, and {hour_of(until)} is no later"
        hint = "planner undo takes back what was said last." if again else "Say when it ended: a time such as 11:30."
        raise InputRefused(where, found, hint)
    if until.date() != session.start.date():
        raise InputRefused(where, f"it would end on another day, {day_of(until)}", "Say when it ended that day.")
    for other in ears.stands.before.sessions:
        together = set(other.people) & set(session.people)
        if together and ears.begun(other) and session.end <= other.start < until and not ears.struck(other):
            found = f"{', '.join(sorted(together))} began {other.activity} at {hour_of(other.start)}"
            raise InputRefused(where, found, "Say when it ended, or what was not held.")
    return Overran(session=session.activity, start=session.start, until=until, who=ears.who)


def pin(request: Request, ears: Ears) -> Pin:
    """A session stays where it is.

    Raises:
        InputRefused: it cannot be.
    """
    session = _ahead(request, ears)
    if session.activity in ears.stands.pinned:
        raise InputRefused(f"session {session.activity}", "it is pinned already")
    return Pin(session=session.activity)


def unpin(request: Request, ears: Ears) -> Unpin:
    """A pinned session may move again.

    Raises:
        InputRefused: it cannot be.
    """
    activity = ears.names.activity(request.name, ears.problem)
    if activity not in ears.stands.pinned:
        known = ", ".join(sorted(ears.stands.pinned)) or "nothing"
        raise InputRefused(f"session {activity}", "it is not pinned", f"Pinned is {known}.")
    return Unpin(session=activity)


def swap(request: Request, ears: Ears) -> SwapReviewer:
    """A reviewer does not hold a session: another one does.

    Raises:
        InputRefused: it cannot be.
    """
    session = _ahead(request, ears)
    where = f"session {session.activity}"
    out = person_named(where, ";".join(request.people), ears.problem)
    if out not in session.reviewers:
        raise InputRefused(where, f"'{out}' does not hold it", f"It is held by {', '.join(session.reviewers)}.")
    needs = ears.problem.activity[session.activity].needs
    named = any(out in need.people for need in needs)
    to = request.said.get("instead", "")
    if not to and named:
        raise InputRefused(where, f"it asks for '{out}' by name", "Say who takes over.")
    to = person_named(where, to, ears.problem) if to else ""
    # from whom it was taken before may be named to take it back, but is not chosen
    able = {p.id for need in needs if need.pool for p in ears.problem.members.get(need.pool, ()) if to == p.id}
    able |= {p.id for need in needs if need.pool for p in ears.problem.eligible(need)}
    able |= {person.id for person in ears.problem.reviewers} if named else set()
    others = sorted(able - set(session.people))
    if not others:
        hint = f"If it cannot be held, say so: planner cancel {session.activity} --by {out}."
        raise InputRefused(where, f"nobody else can take it over from '{out}'", hint)
    if to and to not in others:
        raise InputRefused(where, f"'{to}' cannot take it over", f"Who can: {', '.join(others)}.")
    return SwapReviewer(session=session.activity, out=out, to=to)
