"""What the invitation to one session says, whichever way it is sent: neutral words, addresses, and its revision."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime

from constraints.problem import Noun, Person
from planner.outgoing.bodies import body
from planner.outgoing.places import TEAMS, place_of
from planner.outgoing.revisions import tentative
from planner.outgoing.source import Revision, Source
from planner.outgoing.titles import title
from planner.outgoing.views import HostLine, ReviewerLine
from planner.outgoing.wording import minutes


class Address(Noun):
    """Somebody's name as shown, and e-mail address."""

    name: str
    email: str


class Invitation(Noun):
    """One session as its invitation shows it.

    Attributes:
        activity: which session.
        title, body, place: neutral words, each from its allow-list; a place may be empty.
        tentative: whether it is a hold that is still to be confirmed.
        goes_on: whether, where it is cancelled for somebody, it stands for others.
        attendees: everyone to be invited who has an address: the council's people, then the reviewers.
    """

    activity: str
    revision: Revision
    start: datetime
    end: datetime
    title: str
    body: str
    place: str
    tentative: bool
    goes_on: bool = False
    organiser: Address
    attendees: tuple[Address, ...]


def invitation(source: Source, line: HostLine, zone: str) -> Invitation:
    """The invitation to a session of the host view."""
    activity = next(activity for activity, code in source.codes.items() if code == line.code)
    session = source.programme.session[activity]
    asked = [source.problem.person[one] for one in (*(person.id for person in line.people), *session.reviewers)]
    return Invitation(
        activity=activity,
        revision=source.revisions[activity],
        start=line.start,
        end=line.end,
        title=line.title,
        body=body(line.title, line.start, line.end, zone, tentative=line.tentative),
        place=place_of(source.problem, session, online=TEAMS),
        tentative=line.tentative,
        organiser=_organiser(source),
        attendees=_reached(asked),
    )


def as_held(source: Source, invited: Invitation, person: str) -> Invitation:
    """The same invitation under the revision of it that somebody holds."""
    return invited.model_copy(update={"revision": source.revision_for(person, invited.activity)})


def own(source: Source, line: ReviewerLine, zone: str, reviewer: str) -> Invitation:
    """A session of the reviewer view as the reviewer's own calendar shows it: the same words as the invitation."""
    session = source.programme.session[line.session]
    neutral = title(source.problem.activity[line.session], line.code, minutes(session))
    held = line.session in tentative(source.problem)
    return Invitation(
        activity=line.session,
        revision=source.revision_for(reviewer, line.session),
        start=line.start,
        end=line.end,
        title=neutral,
        body=body(neutral, line.start, line.end, zone, tentative=held),
        place=place_of(source.problem, session, online=TEAMS),
        tentative=held,
        organiser=_organiser(source),
        attendees=(),
    )


def plain_name(name: str) -> str:
    """A name without quotation marks, carets and control characters, which older calendars show as they are encoded.

    Source: RFC 6868, which newer calendars keep and older ones do not know.
    """
    kept = "".join(" " if unicodedata.category(one).startswith("C") else one for one in name if one not in '"^')
    return " ".join(kept.split())


def _organiser(source: Source) -> Address:
    return Address(name=plain_name(source.organiser_name), email=source.organiser)


def _reached(people: Iterable[Person]) -> tuple[Address, ...]:
    return tuple(Address(name=plain_name(person.name), email=person.email) for person in people if person.email)
