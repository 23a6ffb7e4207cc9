"""Where a session is held, in words: a site's and a room's name, never their ids."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.problem import Problem, Session

ONLINE = "online"
"""The place of what is held at no site."""

TEAMS = "Microsoft Teams"
"""What an invitation calls it."""


def held_online(session: Session) -> bool:
    """Whether a session is held at no site."""
    return session.place.strip().casefold() == ONLINE


def place_of(problem: Problem, session: Session, *, online: str = ONLINE) -> str:
    """A session's place as its readers see it: ``County hall, Committee room``.

    What one person does alone and at no site has no place: nobody meets online for lunch or to read documents. A room
    whose name says its site already stands alone.

    Args:
        problem: the problem whose sites and rooms the session names.
        session: the session.
        online: what a place is called that is no site.
    """
    alone = len(session.people) < 2
    where = ("" if alone else online) if held_online(session) else site_of(problem, session)
    room = room_of(problem, session)
    if not where or not room:
        return where or room
    return room if where.casefold() in room.casefold() else f"{where}, {room}"


def site_of(problem: Problem, session: Session) -> str:
    """The name of the site; a review without sites may have written any place."""
    return next((site.name for site in problem.sites if site.id == session.place), session.place)


def room_of(problem: Problem, session: Session) -> str:
    """The name of the room; empty: it takes none, or none that the problem knows."""
    resource = problem.resource.get(session.room or "")
    return resource.name if resource else ""


def names_of_places(problem: Problem) -> Iterator[str]:
    """The names of all sites and of all resources that are somebody's room."""
    yield from (site.name for site in problem.sites)
    rooms = {room for activity in problem.activities for room in activity.rooms}
    yield from (resource.name for resource in problem.resources if resource.id in rooms)
