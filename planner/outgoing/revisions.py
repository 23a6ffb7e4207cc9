"""Where each session's invitation stands: its UID, SEQUENCE and DTSTAMP, worked out from all stored versions.

Nothing is drawn at random and no clock is read: whoever walks the same versions finds the same revisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import NAMESPACE_DNS, uuid5

from pydantic import AwareDatetime

from constraints.noun import instant
from constraints.problem import Noun, Problem, Session
from constraints.programme import Programme
from planner.outgoing.places import place_of
from planner.outgoing.source import Revision
from planner.outgoing.titles import neutral


class Written(Noun):
    """A version as it was written down.

    Attributes:
        number, made: the version, and when it was made.
        problem: what it answered.
        programme: its sessions.
    """

    number: int
    made: AwareDatetime
    problem: Problem
    programme: Programme


class _Standing(NamedTuple):
    """What an invitation says, and since when."""

    counterparts: frozenset[str]
    said: tuple[object, ...]
    generation: int
    sequence: int
    stamp: datetime


def tentative(problem: Problem) -> frozenset[str]:
    """The ids of the activities that stand in an area which is still provisional."""
    waiting = {area.id for area in problem.areas if area.provisional}
    return frozenset(activity.id for activity in problem.activities if activity.area in waiting)


def revisions(
    versions: Sequence[Written], codes: Mapping[str, str], review: str, domain: str
) -> Mapping[str, Revision]:
    """The revision of every session of the last version, by its activity's id.

    A session keeps its UID while the same counterparts are asked for. Other counterparts, or a version without the
    session, begin a new generation: a new UID, and sequence 0. Within a generation the sequence rises by one with each
    version that gives another time, place, room, reviewer, neutral noun or standing (tentative or firm): RFC 5546,
    2.1.4. A site or room of another name is another one, since its name is what the invitation says.

    Args:
        versions: every version up to the one that is shown, the first one first.
        codes: the code of each activity.
        review: a name of the review that no other review of the organiser's has.
        domain: the organiser's domain, for the UID's right-hand side (RFC 5545, 3.8.4.7).
    """
    known: dict[str, _Standing] = {}
    present: Iterable[str] = ()
    for version in versions:
        there, waiting = frozenset(present), tentative(version.problem)
        for session in version.programme.sessions:
            before, absent = known.get(session.activity), session.activity not in there
            said = _said(version.problem, session, held=session.activity in waiting)
            known[session.activity] = _next(before, session, said, version.made, absent=absent)
        present = version.programme.session
    return {activity: _revision(known[activity], f"{review}/{codes[activity]}", domain) for activity in sorted(present)}


def _said(problem: Problem, session: Session, *, held: bool) -> tuple[object, ...]:
    """What an invitation tells those it asks for."""
    noun = neutral(problem.activity[session.activity])
    where = place_of(problem, session)
    return instant(session.start), instant(session.end), where, frozenset(session.reviewers), noun, held


def _next(
    before: _Standing | None, session: Session, said: tuple[object, ...], made: datetime, *, absent: bool
) -> _Standing:
    counterparts = frozenset(session.counterparts or ())
    if before is None or absent or before.counterparts != counterparts:
        return _Standing(counterparts, said, before.generation + 1 if before else 1, 0, made)
    if before.said != said:
        return _Standing(counterparts, said, before.generation, before.sequence + 1, made)
    return before


def _revision(standing: _Standing, name: str, domain: str) -> Revision:
    uid = uuid5(uuid5(NAMESPACE_DNS, domain), f"{name}/{standing.generation}")
    return Revision(
        uid=f"{uid}@{domain}", generation=standing.generation, sequence=standing.sequence, stamp=standing.stamp
    )
