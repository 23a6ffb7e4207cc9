"""Who is told what: each person's new, changed and cancelled sessions, as a sentence and as a message (RFC 5546).

Each message holds one session and one person, so nobody reads from it who else is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from constraints.noun import instant
from planner.outgoing.bodies import (
    A_MEETING,
    CONFIRMED,
    ELSEWHERE,
    NO_MEETING,
    NOTHING_ELSE,
    RENAMED,
    UNCONFIRMED,
    body,
    withdrawal,
)
from planner.outgoing.holdings import Holding, Holdings, holder
from planner.outgoing.publish.events import calendar
from planner.outgoing.publish.invitation import Address, Invitation, plain_name
from planner.outgoing.source import Source
from planner.outgoing.wording import when

What = Literal["new", "changed", "cancelled"]


@dataclass(frozen=True)
class Telling:
    """One thing that one person is told.

    Attributes:
        what: which of the three.
        before: what they held; None: nothing.
        now: what they hold; for a cancellation, what they held with the sequence of its end.
        goes_on: whether a session that is cancelled for them stands for others.
    """

    what: What
    before: Holding | None
    now: Holding
    goes_on: bool = False


def tellings(before: Holdings, changes: Holdings) -> Iterator[Telling]:
    """Everything that has to be told, in order of time.

    Who was told by hand and has an address by now is sent what they attend, and no cancellation.
    """
    standing_for = {row.uid for row in before.then(changes).people if row.stands}
    reached = {(row.person, row.activity) for row in changes.people if row.stands and row.address}
    for row in sorted(changes.people, key=lambda one: (one.start, one.activity, one.holder, not one.stands)):
        held = before.held.get(row.key)
        standing = held if held and held.stands else None
        if row.stands:
            yield Telling("changed" if standing else "new", standing, row)
        elif row.address or (row.person, row.activity) not in reached:
            yield Telling("cancelled", standing, row, goes_on=row.uid in standing_for)


def sentence(telling: Telling, zone: str) -> str:
    """What is told, in a few words: ``was Wed 5 May 10.00, now Thu 6 May 13.30; nothing else changes``."""
    begins = when(telling.now.start.astimezone(ZoneInfo(zone)))
    if telling.what == "cancelled":
        return f"cancelled, was {begins}"
    if telling.before is None:
        return f"new, {begins}{', only held for now' if telling.now.tentative else ''}"
    return update(telling.before, telling.now, zone)


def update(before: Holding, now: Holding, zone: str) -> str:
    """What has changed of an invitation, in neutral words, and whether that is all."""
    parts = list(_parts(before, now, zone))
    return "; ".join([*parts, NOTHING_ELSE] if len(parts) == 1 else parts)


def message(source: Source, telling: Telling, zone: str) -> bytes:
    """The calendar file that tells it to whoever has an address."""
    now = telling.now
    said = (now.title, now.start, now.end, zone)
    if telling.what == "cancelled":
        gone = _invitation(source, now, withdrawal(*said))
        return calendar("CANCEL", [gone.model_copy(update={"goes_on": telling.goes_on})], zone)
    changed = update(telling.before, now, zone) if telling.before else ""
    return calendar("REQUEST", [_invitation(source, now, body(*said, tentative=now.tentative, update=changed))], zone)


def _parts(before: Holding, now: Holding, zone: str) -> Iterator[str]:
    tz = ZoneInfo(zone)
    was, will = before.start.astimezone(tz), now.start.astimezone(tz)
    lasted, lasts = (instant(one.end) - instant(one.start) for one in (before, now))
    if before.start != now.start:
        yield f"was {when(was)}, now {when(will)}"
        if lasted != lasts:
            yield f"it now takes {lasts // timedelta(minutes=1)} minutes"
    elif lasted != lasts:
        yield f"was until {before.end.astimezone(tz):%H.%M}, now until {now.end.astimezone(tz):%H.%M}"
    if before.place != now.place:
        yield (ELSEWHERE if before.place else A_MEETING) if now.place else NO_MEETING
    if before.tentative != now.tentative:
        yield UNCONFIRMED if now.tentative else CONFIRMED
    if before.title.partition(" - ")[0] != now.title.partition(" - ")[0]:
        yield RENAMED


def _invitation(source: Source, row: Holding, said: str) -> Invitation:
    names = {holder(person): person.name for person in reversed(source.problem.people)}
    organises = row.organiser.casefold() == source.organiser.casefold()
    return Invitation(
        activity=row.activity,
        revision=row.revision,
        start=row.start,
        end=row.end,
        title=row.title,
        body=said,
        place=row.place,
        tentative=row.tentative,
        organiser=Address(name=plain_name(source.organiser_name) if organises else "", email=row.organiser),
        attendees=(Address(name=plain_name(names.get(row.holder, "")), email=row.address),),
    )
