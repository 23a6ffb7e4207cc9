"""RFC 5546's tables for events, transcribed: 3.2.1 PUBLISH, 3.2.2 REQUEST, 3.2.5 CANCEL; and a check against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ics import Component

ONE, MAYBE, ANY, SOME, NONE = (1, 1), (0, 1), (0, 10**6), (1, 10**6), (0, 0)
Counts = tuple[int, int]

_FREE: Mapping[str, Counts] = {
    **dict.fromkeys(("ATTACH", "CATEGORIES", "COMMENT", "EXDATE", "RDATE", "RELATED-TO", "RESOURCES"), ANY),
    **dict.fromkeys(
        ("CLASS", "CREATED", "DESCRIPTION", "DTEND", "DURATION", "GEO", "LAST-MODIFIED", "LOCATION"), MAYBE
    ),
    **dict.fromkeys(("PRIORITY", "RECURRENCE-ID", "RRULE", "STATUS", "TRANSP", "URL", "SEQUENCE"), MAYBE),
    **dict.fromkeys(("DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID"), ONE),
    "REQUEST-STATUS": NONE,
}
EVENT: Mapping[str, Mapping[str, Counts]] = {
    "PUBLISH": {**_FREE, "CONTACT": MAYBE, "ATTENDEE": NONE},
    "REQUEST": {**_FREE, "CONTACT": ANY, "ATTENDEE": SOME},
    "CANCEL": {**_FREE, "CONTACT": ANY, "ATTENDEE": ANY, "SEQUENCE": ONE, "DTSTART": MAYBE, "SUMMARY": MAYBE},
}
"""How often each property stands in an event, by method."""

STATUS: Mapping[str, frozenset[str]] = {
    "PUBLISH": frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"}),
    "REQUEST": frozenset({"TENTATIVE", "CONFIRMED"}),
    "CANCEL": frozenset({"CANCELLED"}),
}
ALARMS: Mapping[str, Counts] = {"PUBLISH": ANY, "REQUEST": ANY, "CANCEL": NONE}
PARTS: Mapping[str, Counts] = {"VEVENT": SOME, "VTIMEZONE": ANY, "VFREEBUSY": NONE, "VJOURNAL": NONE, "VTODO": NONE}

DISPLAY: Mapping[str, Counts] = {"ACTION": ONE, "DESCRIPTION": ONE, "TRIGGER": ONE}
"""What a displayed alarm holds at least (RFC 5545, 3.6.6)."""

UTC = re.compile(r"\d{8}T\d{6}Z")
LOCAL = re.compile(r"\d{8}T\d{6}")


def faults(calendar: Component) -> list[str]:
    """Everything in which a calendar file departs from the tables; nothing: it keeps them."""
    (method,) = [one.value for one in calendar.all("METHOD")] or [""]
    if method not in EVENT:
        return [f"METHOD {method}"]
    found = [*_counted("VCALENDAR", calendar, {"PRODID": ONE, "VERSION": ONE, "CALSCALE": MAYBE})]
    found += _parts(calendar)
    for event in calendar.within("VEVENT"):
        found += [
            *_counted("VEVENT", event, EVENT[method]),
            *_said(event, method),
            *_when(event),
            *_alarms(event, method),
        ]
    uids = {one.value for event in calendar.within("VEVENT") for one in event.all("UID")}
    if method != "PUBLISH" and len(uids) > 1:
        found.append("several UIDs")
    return [*found, *_zones(calendar)]


def _counted(where: str, component: Component, counts: Mapping[str, Counts]) -> Iterator[str]:
    for name, (least, most) in counts.items():
        if not least <= len(component.all(name)) <= most:
            yield f"{where}: {len(component.all(name))} {name}"


def _parts(calendar: Component) -> Iterator[str]:
    for name, (least, most) in PARTS.items():
        if not least <= len(calendar.within(name)) <= most:
            yield f"VCALENDAR: {len(calendar.within(name))} {name}"


def _said(event: Component, method: str) -> Iterator[str]:
    for status in event.all("STATUS"):
        if status.value not in STATUS[method]:
            yield f"STATUS {status.value}"
    for person in (*event.all("ORGANIZER"), *event.all("ATTENDEE")):
        if not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", person.value):
            yield f"{person.name} is no mail address"
    for sequence in event.all("SEQUENCE"):
        if not sequence.value.isdigit():
            yield "SEQUENCE is no number"
    if any(event.all(name) for name in ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")):
        yield "VEVENT recurs"


def _when(event: Component) -> Iterator[str]:
    if event.all("DTEND") and event.all("DURATION"):
        yield "DTEND and DURATION"
    if any(not UTC.fullmatch(one.value) for one in event.all("DTSTAMP")):
        yield "DTSTAMP is not in UTC"
    for when in (*event.all("DTSTART"), *event.all("DTEND")):
        if not (LOCAL if "TZID" in when.parameters else UTC).fullmatch(when.value):
            yield f"{when.name} is of no zone"


def _alarms(event: Component, method: str) -> Iterator[str]:
    alarms, (least, most) = event.within("VALARM"), ALARMS[method]
    if not least <= len(alarms) <= most:
        yield f"VEVENT: {len(alarms)} VALARM"
    for alarm in alarms:
        yield from _counted("VALARM", alarm, DISPLAY)


def _zones(calendar: Component) -> Iterator[str]:
    there = [zone.one("TZID").value for zone in calendar.within("VTIMEZONE")]
    used = {
        one.parameters["TZID"]
        for event in calendar.within("VEVENT")
        for one in event.properties
        if "TZID" in one.parameters
    }
    if len(set(there)) != len(there):
        yield "a VTIMEZONE twice"
    yield from (f"no VTIMEZONE {name}" for name in sorted(used - set(there)))
