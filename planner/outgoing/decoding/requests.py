"""Meeting requests as JSON bodies: each value by its path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from planner.outgoing.decoding.web import address_fields, page_fields
from planner.outgoing.fields import Field, Kind

_KINDS: dict[str, Kind] = {
    "subject": "title",
    "bodyPreview": "body",
    "content": "body",
    "Comment": "body",
    "address": "address",
    "name": "staff name",
    "dateTime": "date-time",
    "transactionId": "uid",
    "iCalUId": "uid",
    "displayName": "place",
}
_TAG = "singleValueExtendedProperties"
_KEYS = frozenset(
    {*_KINDS, _TAG, "body", "contentType", "start", "end", "timeZone", "attendees", "type", "emailAddress"}
    | {"isOnlineMeeting", "onlineMeetingProvider", "allowNewTimeProposals", "responseRequested", "hideAttendees"}
    | {"isReminderOn", "reminderMinutesBeforeStart", "sensitivity", "showAs", "categories", "location", "id", "value"}
    | {"organizer", "importance", "isAllDay", "method", "path", "url", "headers", "Prefer", "Content-Type"}
    | {"find", "If-Match"}
)


def request_fields(text: str) -> Iterator[Field]:
    """Every key and value of a JSON body.

    Raises:
        ValueError: it is not JSON.
    """
    yield from _fields((), json.loads(text))


def _fields(path: tuple[str, ...], value: object) -> Iterator[Field]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _KEYS:
                yield Field(_where((*path, "a name")), "free text", str(key))
            yield from _fields((*path, str(key)), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _fields((*path, str(number)), inner)
    elif isinstance(value, str):
        yield from _value_fields(path, value)
    elif value is not None and not isinstance(value, bool):
        yield Field(_where(path), "number", str(value))


def _value_fields(path: tuple[str, ...], value: str) -> Iterator[Field]:
    where, key = _where(path), path[-1] if path else ""
    if _TAG in path and key == "value":
        review, _, code = value.rpartition("/")
        yield Field(where, "free text", review)
        yield Field(where, "code", code)
    elif _TAG in path:
        yield Field(where, "free text", value)
    elif key == "content" and "<" in value:
        for field in page_fields(where, value):
            yield Field(where, "body" if ", text" in field.where else field.kind, field.text)
    elif re.match(r"(?i)(?:https?|mailto|data):", value):
        yield from address_fields(where, value)
    else:
        yield Field(where, _KINDS.get(key, "free text"), value)


def _where(path: tuple[str, ...]) -> str:
    return ", ".join(part if part in _KEYS or part.isdigit() else "another name" for part in path)
