"""The exact requests that would create each online meeting in Teams.

Nothing is sent here: a request is what a sender would post for the signed-in organiser, and the same version gives the
same bytes. Source: Microsoft Graph v1.0, "create event" and "Outlook calendar online meetings".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from planner.canonical import canonical
from planner.outgoing import bodies
from planner.outgoing.publish.graph_models import (
    Attendee,
    DateTimeTimeZone,
    EmailAddress,
    ExtendedProperty,
    GraphValue,
    ItemBody,
    MeetingBody,
    MeetingRequest,
    RequestHeaders,
)
from planner.outgoing.publish.online import OnlineSession, online_sessions
from planner.outgoing.source import Revision, Source
from planner.outgoing.texts import TAG
from planner.outgoing.views import Edition, HostView

TRANSACTIONS = UUID("6d1f0d3c-5b0e-4a57-9c0a-3f1f4b7e2a91")
"""The namespace of our transaction ids; it never changes, or a repeated request would make a second meeting."""


def requests(source: Source, view: HostView) -> Mapping[str, bytes]:
    """The request for each session that is held online with somebody of the council, by file name (``R-7F3K.json``).

    A session of which nobody of the council has an address has none; the page of links names who has none.
    """
    return {
        f"{session.line.code}.json": as_json(creation(session, view.edition)) for session in meetings_of(source, view)
    }


def meetings_of(source: Source, view: HostView) -> Iterator[OnlineSession]:
    """The sessions that a meeting can be asked for."""
    return (one for one in online_sessions(source, view) if one.reaches_the_council and one.attendees)


def as_json(request: GraphValue) -> bytes:
    """A request as it is written; a field that it leaves alone is not there."""
    return canonical(request.model_dump(mode="json", by_alias=True, exclude_none=True)).encode()


def creation(session: OnlineSession, edition: Edition) -> MeetingRequest:
    """The request that creates the meeting of a session."""
    return MeetingRequest(headers=RequestHeaders(prefer=preference(edition.zone)), body=meeting_body(session, edition))


def preference(zone: str) -> str:
    """What every request asks of the answer: ids that stay, and times of the review's zone."""
    return f'IdType="ImmutableId", outlook.timezone="{zone}"'


def meeting_body(session: OnlineSession, edition: Edition) -> MeetingBody:
    """What creates the meeting of a session."""
    line, revision = session.line, session.invitation.revision
    said = bodies.meeting(tentative=line.tentative)
    return MeetingBody(
        subject=line.title,
        body=ItemBody(content="".join(f"<p>{escape(sentence)}</p>" for sentence in said)),
        start=_moment(line.start, edition.zone),
        end=_moment(line.end, edition.zone),
        attendees=tuple(
            Attendee(email_address=EmailAddress(address=one.email, name=one.name)) for one in session.attendees
        ),
        hide_attendees=len(line.people) > 1,
        show_as="tentative" if line.tentative else "busy",
        transaction_id=_transaction(revision),
        single_value_extended_properties=(
            ExtendedProperty(id=TAG, value=f"{edition.review}/{line.code}#g{revision.generation}"),
        ),
    )


def _moment(when: datetime, zone: str) -> DateTimeTimeZone:
    """A time on the zone's clocks; in the hour that they show twice, on the clocks of UTC."""
    local = when.astimezone(ZoneInfo(zone))
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
        local, zone = when.astimezone(UTC), "UTC"
    return DateTimeTimeZone(date_time=f"{local:%Y-%m-%dT%H:%M:%S}", time_zone=zone)


def _transaction(revision: Revision) -> str:
    """An id that the same meeting keeps however often it is asked for, and that no later generation shares."""
    return str(uuid5(TRANSACTIONS, f"{revision.uid}#{revision.generation}"))
