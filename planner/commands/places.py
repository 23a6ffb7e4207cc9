"""Every place that a session could have, and what one of them would take."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime

from constraints.places import Place, place_at, places
from constraints.problem import Noun, Problem, Session
from planner.commands.ask import Ask
from planner.commands.moving import refuse_begun, session_to
from planner.commands.naming import Names
from planner.commands.situation import Situation, situation
from planner.commands.told import Told, people_told
from planner.outgoing.places import room_of
from planner.outgoing.wording import dated_title


class PlaceTold(Noun):
    """One place: free, or blocked by which rule.

    Attributes:
        by: the reviewers' names.
        rule: the first that is in the way as everything stands; empty: the place is free.
        why: its sentence; of one place that cannot be had, what stays in the way whatever else moves.
    """

    start: AwareDatetime
    end: AwareDatetime
    by: tuple[str, ...]
    room: str
    present: bool
    rule: str
    why: str


class Takes(Noun):
    """What one place would take of the others.

    Attributes:
        place: the place.
        possible: whether ``planner move`` would put the session there; else the place says why not.
        moves: who else has to move, other than the people of the session.
        least: nobody can make it with fewer.
        left_out: the holds of the reserve that would be given up for it.
    """

    place: PlaceTold
    possible: bool
    moves: tuple[Told, ...] = ()
    least: int = 0
    proven: bool = True
    left_out: tuple[str, ...] = ()


class PlacesTold(Noun):
    """All places of a session, or what one of them would take."""

    session: str
    title: str
    places: tuple[PlaceTold, ...] = ()
    takes: Takes | None = None


def places_of(
    folder: Path, ask: Ask, name: str, at: str = "", people: tuple[str, ...] = (), as_of: datetime | None = None
) -> PlacesTold:
    """Every place of a session's window; or, of one place, who else would have to move.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if the session is named by its code.
        name: the session, by its activity's id or its code.
        at: the start of one place; empty: all of them.
        people: the reviewers of that place; empty: as it is held.
        as_of: the moment; without a zone, in the review's. None: now.

    Raises:
        Refusal: there is no such session, time or person, or the session has begun.
    """
    stands = situation(folder, ask, as_of)
    problem = stands.problem
    session = Names(folder, ask, stands.version.number, stands.before).session(name, problem)
    title = dated_title(problem, problem.activity[session.activity])
    if at or people:
        takes = _takes(stands, session_to(stands, session, at, people))
        return PlacesTold(session=session.activity, title=title, takes=takes)
    refuse_begun(stands, session)
    found = tuple(_told(problem, place) for place in places(problem, stands.still, session))
    return PlacesTold(session=session.activity, title=title, places=found)


def _takes(stands: Situation, session: Session) -> Takes:
    place = place_at(stands.problem, stands.still, session)
    told = _told(stands.problem, place)
    if place.free:
        return Takes(place=told, possible=True)
    # what judges an edit takes longer to load than all places to be told
    from planner.commands.making_room import room_for

    room = room_for(stands, place.session)
    if isinstance(room, str) or room.too_dear:
        why = room if isinstance(room, str) else room.too_dear
        return Takes(place=told.model_copy(update={"why": why}), possible=False)
    return Takes(
        place=told,
        possible=True,
        moves=tuple(one for one in people_told(stands.telling(room.problem), room.offer.programme) if not one.excused),
        least=room.least,
        proven=room.proven,
        left_out=tuple(dated_title(room.problem, activity) for activity in room.lost),
    )


def _told(problem: Problem, place: Place) -> PlaceTold:
    session = place.session
    return PlaceTold(
        start=session.start,
        end=session.end,
        by=tuple(problem.person[one].name for one in session.reviewers),
        room=room_of(problem, session),
        present=place.present,
        rule=place.rule,
        why=place.why,
    )
