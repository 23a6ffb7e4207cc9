"""What the requests about online meetings may hold: closed models of Microsoft Graph's ``event``.

Only what we send is here, so that a misspelt or forgotten field is an error of ours and not a silence of Graph's.
Source: the ``event`` type of Graph v1.0 and the "create event" page of its documentation. Enumerated values are in
lower camel case: some pages of the documentation write ``HTML``, which its own client library drops without a word.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from constraints.problem import Noun


class GraphValue(Noun):
    """A value with Graph's names of fields: ``date_time`` is ``dateTime``."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True)


class ItemBody(GraphValue):
    """A body of HTML."""

    content_type: Literal["html"] = "html"
    content: str


class DateTimeTimeZone(GraphValue):
    """A time without an offset, and the zone whose clocks show it."""

    date_time: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")
    time_zone: str = Field(min_length=1)


class EmailAddress(GraphValue):
    """Who is reached, and the name to show."""

    address: str = Field(pattern=r"^[^@\s,;<>]+@[^@\s,;<>]+$")
    name: str


class Attendee(GraphValue):
    """Somebody who is asked to come."""

    type: Literal["required"] = "required"
    email_address: EmailAddress


class ExtendedProperty(GraphValue):
    """A value of ours on a meeting: ``String {GUID} Name ...``, by which it is found again."""

    id: str = Field(pattern=r"^String \{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\} Name [A-Za-z]+$")
    value: str


class MeetingBody(GraphValue):
    """The body of the request: one online meeting in the organiser's own calendar.

    ``sensitivity`` is private: the signed-in organiser owns the calendar, so no delegate is kept from a later move.
    ``hide_attendees`` holds where several people of the council come: each sees only the organiser and herself.
    """

    subject: str
    body: ItemBody
    start: DateTimeTimeZone
    end: DateTimeTimeZone
    attendees: tuple[Attendee, ...] = Field(min_length=1, max_length=500)
    is_online_meeting: Literal[True] = True
    online_meeting_provider: Literal["teamsForBusiness"] = "teamsForBusiness"
    allow_new_time_proposals: Literal[True] = True
    response_requested: Literal[True] = True
    hide_attendees: bool
    is_reminder_on: Literal[True] = True
    reminder_minutes_before_start: Literal[15] = 15
    sensitivity: Literal["private"] = "private"
    show_as: Literal["busy", "tentative"]
    categories: tuple[Literal["Fieldwork"]] = ("Fieldwork",)
    transaction_id: str = Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
    single_value_extended_properties: tuple[ExtendedProperty]


class RequestHeaders(GraphValue):
    """The headers, apart from those that a sender adds to each attempt (authorisation, ``client-request-id``)."""

    prefer: str = Field(alias="Prefer")
    content_type: Literal["application/json"] = Field(default="application/json", alias="Content-Type")


class MeetingRequest(GraphValue):
    """The whole request, for the organiser who is signed in."""

    method: Literal["POST"] = "POST"
    path: Literal["/v1.0/me/calendar/events"] = "/v1.0/me/calendar/events"
    headers: RequestHeaders
    body: MeetingBody


class Found(GraphValue):
    """How a meeting is found whose id only its mailbox knows: by our tag, or by what it was created with.

    ``{id}`` and ``{etag}`` in a request stand for the id and the ``@odata.etag`` of the meeting that is found.
    """

    transaction_id: str
    single_value_extended_properties: tuple[ExtendedProperty]


class ChangeHeaders(RequestHeaders):
    """The headers of a change: it is refused where somebody else has changed the meeting since it was found."""

    if_match: Literal["{etag}"] = Field(default="{etag}", alias="If-Match")


class MeetingPatch(GraphValue):
    """What may change of a meeting; what does not change is not sent, and the body never is.

    A body that is sent again costs the meeting its link; attendees that are sent again are all written to.
    """

    subject: str | None = None
    start: DateTimeTimeZone | None = None
    end: DateTimeTimeZone | None = None
    attendees: tuple[Attendee, ...] | None = Field(default=None, min_length=1, max_length=500)
    show_as: Literal["busy", "tentative"] | None = None


class ChangeRequest(GraphValue):
    """The whole request that changes a meeting."""

    find: Found
    method: Literal["PATCH"] = "PATCH"
    path: Literal["/v1.0/me/events/{id}"] = "/v1.0/me/events/{id}"
    headers: ChangeHeaders
    body: MeetingPatch


class CancelBody(GraphValue):
    """The words that go with a cancellation."""

    comment: str = Field(alias="Comment")


class CancelRequest(GraphValue):
    """The whole request that cancels a meeting; to delete it would tell everybody too, without a word."""

    find: Found
    method: Literal["POST"] = "POST"
    path: Literal["/v1.0/me/events/{id}/cancel"] = "/v1.0/me/events/{id}/cancel"
    headers: RequestHeaders
    body: CancelBody
