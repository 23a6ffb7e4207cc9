"""Places as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.commands.places import PlacesTold, PlaceTold, Takes
from planner.commands.sentences import counted, day_of, hour_of

NOBODY = "something changes for its own people alone"


def places_text(found: PlacesTold) -> str:
    """Every free place in order of time, and what blocks the others; or what one place would take."""
    return "\n".join(_taken(found.title, found.takes) if found.takes else _all(found))


def _all(found: PlacesTold) -> Iterator[str]:
    free = [place for place in found.places if not place.rule]
    yield f"{found.title}: {counted(len(free), 'free place')} of {len(found.places)}"
    yield from (f"  {_place(place)}{'  (where it is)' if place.present else ''}" for place in free)
    blocked = Counter(place.why for place in found.places if place.rule)
    if blocked:
        yield "Blocked, by what comes first:"
    for why, count in blocked.most_common():
        at = [place for place in found.places if place.why == why and place.rule]
        yield f"  {counted(count, 'place')} from {_place(at[0])}: {why}"


def _taken(title: str, takes: Takes) -> Iterator[str]:
    place = takes.place
    if not takes.possible:
        yield f"{title} cannot be on {_place(place)}: {place.why}"
    elif not place.rule:
        yield f"{title} on {_place(place)}: free; nobody else has to move"
    else:
        proof = "proven fewest" if takes.proven else "not proven fewest"
        yield f"{title} on {_place(place)}: {place.why}"
        whom = f"something changes for {counted(len(takes.moves), 'other')}" if takes.moves else NOBODY
        yield f"To make room, {whom} ({proof}){':' if takes.moves or takes.left_out else '.'}"
        for one in takes.moves:
            yield from (f"  {one.name}: {said}" for said in one.said)
        yield from (f"  left out: {one}" for one in takes.left_out)


def _place(place: PlaceTold) -> str:
    by = f" by {' and '.join(place.by)}" if place.by else ""
    room = f", {place.room}" if place.room else ""
    return f"{day_of(place.start)} {hour_of(place.start)}-{hour_of(place.end)}{by}{room}"
