"""From the Teams meetings that stand to those that should: the requests that create, change and cancel.

Nothing is sent here. What changes of a meeting is sent sparsely; other people of the council are another meeting, since
whoever was asked before keeps the link and the chat of the old one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from constraints.noun import instant
from planner.canonical import canonical
from planner.outgoing.bodies import WITHDRAWN
from planner.outgoing.holdings import Holdings, Meeting
from planner.outgoing.publish.graph_models import (
    CancelBody,
    CancelRequest,
    ChangeHeaders,
    ChangeRequest,
    ExtendedProperty,
    Found,
    MeetingBody,
    MeetingPatch,
    RequestHeaders,
)
from planner.outgoing.publish.online import OnlineSession
from planner.outgoing.publish.teams import as_json, creation, meeting_body, meetings_of, preference
from planner.outgoing.source import Source
from planner.outgoing.texts import TAG
from planner.outgoing.views import Edition, HostView


@dataclass(frozen=True)
class MeetingChange:
    """A meeting as it stands after its request, and the request: its file's name and its bytes."""

    meeting: Meeting
    name: str
    request: bytes


def meeting_changes(source: Source, view: HostView, before: Holdings) -> Iterator[MeetingChange]:
    """Every request that is needed: cancellations first, then changes, then new meetings.

    Args:
        source: the version to be published.
        view: its host view.
        before: what people hold.
    """
    wanted = {_meeting(one, view.edition).activity: one for one in meetings_of(source, view)}
    standing = {row.activity: row for row in before.meetings if row.stands}
    kept = {
        activity
        for activity, row in standing.items()
        if activity in wanted and _meeting(wanted[activity], view.edition).transaction == row.transaction
    }
    for activity in sorted(standing.keys() - kept):
        yield _cancelled(standing[activity], view.edition)
    for activity in sorted(kept):
        yield from _changed(standing[activity], wanted[activity], view.edition)
    for activity in sorted(wanted.keys() - kept):
        made = _meeting(wanted[activity], view.edition)
        yield MeetingChange(made, f"{made.code}-create.json", as_json(creation(wanted[activity], view.edition)))


def _meeting(session: OnlineSession, edition: Edition) -> Meeting:
    body = meeting_body(session, edition)
    return Meeting(
        activity=session.invitation.activity,
        code=session.line.code,
        transaction=body.transaction_id,
        tag=body.single_value_extended_properties[0].value,
        said=canonical(_said(body)),
    )


def _said(body: MeetingBody) -> Mapping[str, object]:
    """What may change of a meeting, for comparing; attendees by address, since a name put right is no news."""
    fields = body.model_dump(mode="json", include={"subject", "start", "end", "show_as"})
    return {**fields, "attendees": [one.email_address.address.casefold() for one in body.attendees]}


def _changed(row: Meeting, session: OnlineSession, edition: Edition) -> Iterator[MeetingChange]:
    body = meeting_body(session, edition)
    said, now = json.loads(row.said), _said(body)
    differing = {name for name in now if said.get(name) != now[name]}
    only_ended = instant(session.line.start) < instant(edition.made) and differing <= {"end", "subject"}
    if not differing or only_ended:
        return
    if differing & {"start", "end"}:
        differing |= {"start", "end"}
    request = ChangeRequest(
        find=_found(row),
        headers=ChangeHeaders(prefer=preference(edition.zone)),
        body=MeetingPatch.model_validate({name: getattr(body, name) for name in differing}),
    )
    made = row.model_copy(update={"said": canonical(now)})
    yield MeetingChange(made, f"{row.code}-change.json", as_json(request))


def _cancelled(row: Meeting, edition: Edition) -> MeetingChange:
    request = CancelRequest(
        find=_found(row),
        headers=RequestHeaders(prefer=preference(edition.zone)),
        body=CancelBody(comment=WITHDRAWN),
    )
    return MeetingChange(row.model_copy(update={"stands": False}), f"{row.code}-cancel.json", as_json(request))


def _found(row: Meeting) -> Found:
    tag = ExtendedProperty(id=TAG, value=row.tag)
    return Found(transaction_id=row.transaction, single_value_extended_properties=(tag,))
