"""Calendar files (RFC 5545): unfolded, unescaped, each property and parameter by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.outgoing.decoding.web import address_fields, encoded_fields, page_fields
from planner.outgoing.fields import Field, Kind

_KINDS: dict[str, Kind] = {
    "SUMMARY": "title",
    "DESCRIPTION": "body",
    "COMMENT": "body",
    "LOCATION": "place",
    "UID": "uid",
    "DTSTART": "date-time",
    "DTEND": "date-time",
    "DTSTAMP": "date-time",
    "CREATED": "date-time",
    "LAST-MODIFIED": "date-time",
    "RECURRENCE-ID": "date-time",
}
_ADDRESSES = frozenset({"ORGANIZER", "ATTENDEE", "URL", "CONFERENCE", "SOURCE", "TZURL", "ATTACH"})
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_YEARLY = re.compile(r"FREQ=YEARLY(?:;BY(?:DAY=-?\dSU|MONTH=\d\d?))+")
_ESCAPE = re.compile(r"\\([\\;,nN])")
_CARET = {"^n": "\n", "^^": "^", "^'": '"'}


def calendar_fields(text: str) -> Iterator[Field]:
    """Every value and parameter of a calendar file.

    Those of a time zone are the zone's own; an alarm's description is a body.
    """
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    component: list[str] = []
    for number, line in enumerate(filter(None, re.split(r"\r?\n", unfolded)), start=1):
        name, parameters, value = _taken_apart(line)
        if name == "BEGIN":
            component.append(value)
        yield from _fields(_where(number, name), name, parameters, value, "VTIMEZONE" in component)
        if name == "END" and component:
            component.pop()


def _fields(where: str, name: str, parameters: dict[str, str], value: str, zone: bool) -> Iterator[Field]:
    if name not in _SPOKEN:
        yield Field(where, "free text", name)
    for parameter, said in parameters.items():
        yield from _parameter_fields(where, parameter, said)
    if name == "VERSION" or (zone and name == "RRULE" and _YEARLY.fullmatch(value)):
        yield Field(where, "markup", value)
    elif zone and name == "DTSTART":
        yield Field(where, "zone", value)
    elif parameters.get("ENCODING") == "BASE64":
        yield from encoded_fields(where, value)
    elif name in _ADDRESSES:
        yield from address_fields(where, value)
    elif name == "X-ALT-DESC":
        for field in page_fields(where, unescaped(value)):
            yield Field(where, "body" if ", text" in field.where else field.kind, field.text)
    else:
        yield Field(where, _KINDS.get(name, "free text"), unescaped(value))


def _parameter_fields(where: str, name: str, said: str) -> Iterator[Field]:
    value = re.sub(r"\^[n^']", lambda escape: _CARET[escape[0]], said.strip('"'))
    if name == "CN":
        yield Field(f"{where}, common name", "staff name", value)
    elif ":" in value:
        yield from address_fields(f"{where}, parameter", value)
    else:
        yield Field(f"{where}, parameter", "free text", value)
        yield Field(f"{where}, parameter", "free text", name)


def unescaped(value: str) -> str:
    """A text value as its reader sees it (RFC 5545, 3.3.11)."""
    return _ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], value)


def _taken_apart(line: str) -> tuple[str, dict[str, str], str]:
    head = re.match(r"[A-Za-z0-9-]+", line)
    if head is None:
        return "", {}, line
    parameters: dict[str, str] = {}
    at = head.end()
    while found := _PARAMETER.match(line, at):
        parameters[found[1].upper()] = found[2]
        at = found.end()
    return head[0].upper(), parameters, line[at:].removeprefix(":")


_SPOKEN = frozenset(
    {*_KINDS, *_ADDRESSES, "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "SEQUENCE", "STATUS", "CLASS"}
    | {"TRANSP", "TRIGGER", "ACTION", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "NAME", "PRIORITY"}
)


def _where(number: int, name: str) -> str:
    return name if name in _SPOKEN else f"line {number}"
