"""How a session and each one's invitation to it continue from one publication to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from constraints.noun import instant
from constraints.problem import Person, Problem, Session
from planner.canonical import canonical, digest
from planner.outgoing.holdings import Holding, Holdings, Standing, holder
from planner.outgoing.places import TEAMS, held_online, place_of
from planner.outgoing.titles import neutral, title
from planner.outgoing.wording import minutes
from planner.outgoing.written import Naming, Written, tentative

A_MOMENT = timedelta(seconds=1)
"""What a later message of one UID is stamped later by, at least."""


def sessions(before: Holdings, version: Written, naming: Naming) -> Iterator[Standing]:
    """The sessions of a version as they stand once it is published; those gone with the sequence of their end."""
    waiting = tentative(version.problem)
    for session in version.programme.sessions:
        yield _standing(before.session.get(session.activity), version, session, naming, session.activity in waiting)
    for row in before.sessions:
        if row.stands and row.activity not in version.programme.session:
            yield _raised(row, version.made, sequence=row.sequence + 1, stands=False)


def _standing(before: Standing | None, version: Written, session: Session, naming: Naming, held: bool) -> Standing:
    """A session as it stands now.

    It keeps its UID while the same people of the council are asked. Others, a publication without the session, or a
    Teams meeting where the one before is gone begin a new generation: a new UID, and sequence 0. Within a generation
    the sequence rises when another time, place, room, reviewer, neutral noun or standing is told (RFC 5546, 2.1.4).
    A site or room of another name is another one, since its name is what the invitation says.
    """
    problem = version.problem
    asked = tuple(sorted({holder(problem.person[one]) for one in session.counterparts or ()}))
    online, said = held_online(session), _said_to_all(problem, session, held)
    if before is None or not before.stands or before.asked != asked or (online and not before.online):
        generation = before.generation + 1 if before else 1
        return Standing(
            activity=session.activity,
            code=naming.codes[session.activity],
            asked=asked,
            online=online,
            said=said,
            uid=naming.uid(session.activity, generation),
            generation=generation,
            sequence=0,
            stamp=version.made,
        )
    if (before.said, before.online) == (said, online):
        return before
    return _raised(before, version.made, sequence=before.sequence + 1, said=said, online=online)


def _said_to_all(problem: Problem, session: Session, held: bool) -> str:
    noun, where = neutral(problem.activity[session.activity]), place_of(problem, session)
    times = [instant(session.start).isoformat(), instant(session.end).isoformat()]
    return digest(canonical([*times, where, sorted(set(session.reviewers)), noun, held]))


def people(before: Holdings, now: Holdings, version: Written, naming: Naming) -> Iterator[Holding]:
    """What everybody holds once a version is published; what they no longer do with the sequence of its end.

    Args:
        before: what they hold.
        now: the same, with the sessions as they stand once it is published.
        version: the version.
        naming: what new invitations are named by.
    """
    waiting = tentative(version.problem)
    there: set[str] = set()
    for session in version.programme.sessions:
        for person in _holders(version.problem, session):
            row = _invitation(version.problem, session, person, naming, session.activity in waiting)
            there.add(row.key)
            yield _holding(before.held.get(row.key), row.model_copy(update=_revised(now, row)), version.made)
    for row in before.people:
        if row.stands and row.key not in there:
            yield _raised(row, version.made, sequence=_after(row, now.session.get(row.activity)), stands=False)


def _holders(problem: Problem, session: Session) -> Iterator[Person]:
    """Those who attend a session, one for each diary."""
    found: dict[str, Person] = {}
    for one in session.people:
        found.setdefault(holder(problem.person[one]), problem.person[one])
    yield from found.values()


def _invitation(problem: Problem, session: Session, person: Person, naming: Naming, held: bool) -> Holding:
    """What a session's invitation says to somebody; where it stands comes after."""
    activity, code = problem.activity[session.activity], naming.codes[session.activity]
    start, end, where = instant(session.start), instant(session.end), place_of(problem, session, online=TEAMS)
    return Holding(
        activity=session.activity,
        code=code,
        person=person.id,
        address=person.email,
        uid="",
        generation=0,
        sequence=0,
        stamp=start,
        start=start,
        end=end,
        title=title(activity, code, minutes(session)),
        place=where,
        tentative=held,
        organiser=naming.organiser,
        said=digest(canonical([start.isoformat(), end.isoformat(), where, neutral(activity), held])),
    )


def _revised(now: Holdings, row: Holding) -> Mapping[str, object]:
    return now.session[row.activity].revision.model_dump()


def _holding(before: Holding | None, asked: Holding, made: datetime) -> Holding:
    """What somebody holds now.

    Who is told the same keeps what they hold, whatever others are told. Who is told something else keeps their UID,
    also where the session's is another one by now. Who is asked afresh gets the session's UID; where they had it
    before, a sequence above that of the cancellation.
    """
    if before is None:
        return asked
    if before.stands and (before.said == asked.said or _only_ended(before, asked, made)):
        return before
    if not before.stands and before.generation != asked.generation:
        return asked
    kept = {"uid": before.uid, "generation": before.generation, "organiser": before.organiser}
    least = asked.sequence if before.generation == asked.generation else 0
    sequence = max(least, before.sequence + 1)
    return asked.model_copy(update={**kept, "sequence": sequence, "stamp": _later(before, made)})


def _only_ended(before: Holding, asked: Holding, made: datetime) -> bool:
    """Whether all that changed is when a session that has begun came to its end: those who were there know."""
    begun = instant(before.start) < instant(made)
    return begun and before.model_copy(update={"end": asked.end}).as_told == asked.as_told


def _after(row: Holding, session: Standing | None) -> int:
    """The sequence of a cancellation: above all that was said under its UID."""
    same = session is not None and session.generation == row.generation
    return max(row.sequence + 1, session.sequence if session and same else 0)


Row = TypeVar("Row", Standing, Holding)


def _raised(row: Row, made: datetime, **other: object) -> Row:
    return row.model_copy(update={**other, "stamp": _later(row, made)})


def _later(row: Standing | Holding, made: datetime) -> datetime:
    return max(made, row.stamp + A_MOMENT)
