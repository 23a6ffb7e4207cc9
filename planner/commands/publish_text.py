"""A publication as a person reads it before saying yes: who is told what, how much in all, and what to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from planner.commands.publish import PersonTold, Published
from planner.commands.sentences import counted

FEW = 4
"""New sessions of one person that are told one by one; more are told by the first and the last."""


def publish_text(published: Published) -> str:
    """Who is told what, and what to do next."""
    return "\n".join(_lines(published))


def _lines(published: Published) -> Iterator[str]:
    yield from _unanswered(published)
    if not published.hash:
        but = ", but for what has begun by now" if published.begun else ""
        yield f"Nothing to publish: everybody holds version {published.version} as it is{but}."
        return
    yield f"{published.review}, version {published.version}"
    yield _compared(published)
    for person in published.people:
        yield ""
        yield from _person(person)
    yield from ("", _in_all(published))
    if published.begun:
        yield f"Nobody is told of what has begun by now: {counted(published.begun, 'session')}."
    if published.written:
        yield f"Publication {published.number} written to {published.written}"
        yield "Nothing has been sent: send each file to whom its folder is named after."
    else:
        yield f"Nothing was written. To publish exactly this: planner publish --yes {published.hash}"


def _unanswered(published: Published) -> Iterator[str]:
    if published.unanswered:
        yield f"Version {published.version} does not heed what happened since (planner repair answers it):"
        yield from (f"  {one}" for one in published.unanswered)


def _compared(published: Published) -> str:
    if not published.since:
        return "Nothing was published before: everybody is invited."
    return f"Compared with what people hold since publication {published.since}"


def _person(person: PersonTold) -> Iterator[str]:
    yield f"{person.name}{', to be told by hand: no address' if person.by_hand else ''}"
    new = [one for one in person.sessions if one.what == "new"]
    for one in person.sessions:
        if one.what != "new" or len(new) <= FEW:
            yield f"  {one.title}: {one.says}"
    if len(new) > FEW:
        first, last = (one.says.removeprefix("new, ") for one in (new[0], new[-1]))
        yield f"  {len(new)} new sessions, {first} to {last}"


def _in_all(published: Published) -> str:
    requests = f"; {counted(published.meetings, 'request')} for Teams" if published.meetings else ""
    told = f"{published.new} new, {published.changed} changed, {published.cancelled} cancelled"
    others = f"; {counted_people(published.untouched)} untouched" if published.untouched else ""
    return f"{told}, for {counted_people(len(published.people))}{requests}{others}"


def counted_people(count: int) -> str:
    """1 person, 2 people."""
    return "1 person" if count == 1 else f"{count} people"
