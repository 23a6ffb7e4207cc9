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
    return _joined(where, room_of(problem, session))


def _joined(where: str, room: str) -> str:
    if not where or not room:
        return where or room
    return room if where.casefold() in room.casefold() else f"{where}, {room}"


def ways_to_say(problem: Problem, session: Session) -> Iterator[tuple[str, str, str]]:
    """Every place by name that a session could be moved to, with the site and the room it means; the likely ones first.

    A room's name alone is that room where the session is held now. What may not be is for the rules to say.
    """
    activity = problem.activity[session.activity]
    others = (*(site.id for site in problem.sites), ONLINE, *(one.place for one in problem.activities))
    sites = dict.fromkeys((session.place, activity.place, *others))
    rooms = dict.fromkeys((session.room or "", *activity.rooms, "", *_rooms(problem)))
    for site in sites:
        for room in rooms:
            moved = session.model_copy(update={"place": site, "room": room})
            yield place_of(problem, moved), site, room
    for room in filter(None, rooms):
        yield problem.resource[room].name, session.place, room


def usual_places(problem: Problem) -> tuple[str, ...]:
    """Where sessions of the review may be held, by name: what a manager chooses from."""
    names = {site.id: site.name for site in problem.sites}
    return tuple(
        sorted(
            {
                _joined(names.get(activity.place, activity.place), problem.resource[room].name if room else "")
                for activity in problem.activities
                for room in activity.rooms or ("",)
            }
        )
    )


def _rooms(problem: Problem) -> tuple[str, ...]:
    """The resources that are somebody's room."""
    return tuple(dict.fromkeys(room for activity in problem.activities for room in activity.rooms))


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
    rooms = _rooms(problem)
    yield from (resource.name for resource in problem.resources if resource.id in rooms)
