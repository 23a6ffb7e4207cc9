"""Every calendar file keeps RFC 5546's tables; and the check against them finds each fault that is sown."""

from __future__ import annotations

import re

import clock_changes
import pytest
from ics import read
from itip import faults
from outgoing_samples import second_source, source

from planner.outgoing.host_view import host_view
from planner.outgoing.publish.calendars import host_calendars, reviewer_calendars
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.source import Source

ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Soon\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"


def event(method: str, *lines: str, alarm: str = ALARM) -> str:
    """A small message that keeps the tables."""
    own = [
        *("UID:1@example.org", "SEQUENCE:1", "DTSTAMP:20210301T093000Z", "SUMMARY:Session"),
        *("DTSTART:20210330T090000Z", "DTEND:20210330T100000Z", "ORGANIZER:mailto:officer@example.org"),
    ]
    whole = ["BEGIN:VCALENDAR", "PRODID:-//Tests//EN", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", *own, *lines]
    return "\r\n".join(whole) + f"\r\n{alarm}END:VEVENT\r\nEND:VCALENDAR\r\n"


REQUEST = event("REQUEST", "ATTENDEE:mailto:two@example.org", "STATUS:CONFIRMED")
PUBLISH = event("PUBLISH", "STATUS:TENTATIVE")
CANCEL = event("CANCEL", "ATTENDEE:mailto:two@example.org", "STATUS:CANCELLED", alarm="")
UNINVITED = event("CANCEL", "ATTENDEE:mailto:two@example.org", alarm="")

SOWN = {
    "no product": (REQUEST, r"PRODID:.*\r\n", "", ["VCALENDAR: 0 PRODID"]),
    "no version": (REQUEST, r"VERSION:.*\r\n", "", ["VCALENDAR: 0 VERSION"]),
    "no method": (REQUEST, r"METHOD:.*\r\n", "", ["METHOD "]),
    "another method": (REQUEST, "METHOD:REQUEST", "METHOD:REPLY", ["METHOD REPLY"]),
    "no attendee": (REQUEST, r"ATTENDEE:.*\r\n", "", ["VEVENT: 0 ATTENDEE"]),
    "attendee of a published event": (
        PUBLISH,
        "END:VEVENT",
        "ATTENDEE:mailto:a@b.org\r\nEND:VEVENT",
        ["VEVENT: 1 ATTENDEE"],
    ),
    "no organiser": (PUBLISH, r"ORGANIZER:.*\r\n", "", ["VEVENT: 0 ORGANIZER"]),
    "two organisers": (REQUEST, r"(ORGANIZER:.*\r\n)", r"\1\1", ["VEVENT: 2 ORGANIZER"]),
    "no stamp": (REQUEST, r"DTSTAMP:.*\r\n", "", ["VEVENT: 0 DTSTAMP"]),
    "no UID": (CANCEL, r"UID:.*\r\n", "", ["VEVENT: 0 UID"]),
    "no start": (PUBLISH, r"DTSTART:.*\r\n", "", ["VEVENT: 0 DTSTART"]),
    "no title": (REQUEST, r"SUMMARY:.*\r\n", "", ["VEVENT: 0 SUMMARY"]),
    "two titles": (CANCEL, r"(SUMMARY:.*\r\n)", r"\1\1", ["VEVENT: 2 SUMMARY"]),
    "no sequence in a cancellation": (CANCEL, r"SEQUENCE:.*\r\n", "", ["VEVENT: 0 SEQUENCE"]),
    "sequence in words": (REQUEST, "SEQUENCE:1", "SEQUENCE:one", ["SEQUENCE is no number"]),
    "cancelled request": (REQUEST, "STATUS:CONFIRMED", "STATUS:CANCELLED", ["STATUS CANCELLED"]),
    "confirmed cancellation": (CANCEL, "STATUS:CANCELLED", "STATUS:CONFIRMED", ["STATUS CONFIRMED"]),
    "reminder of a cancellation": (CANCEL, "END:VEVENT", f"{ALARM}END:VEVENT", ["VEVENT: 1 VALARM"]),
    "reminder without words": (REQUEST, r"DESCRIPTION:Soon\r\n", "", ["VALARM: 0 DESCRIPTION"]),
    "end and length": (REQUEST, "END:VEVENT", "DURATION:PT1H\r\nEND:VEVENT", ["DTEND and DURATION"]),
    "answer to a request": (
        REQUEST,
        "END:VEVENT",
        "REQUEST-STATUS:2.0;Success\r\nEND:VEVENT",
        ["VEVENT: 1 REQUEST-STATUS"],
    ),
    "address without mailto": (REQUEST, "mailto:two@", "two@", ["ATTENDEE is no mail address"]),
    "stamp by the clock": (REQUEST, "093000Z", "093000", ["DTSTAMP is not in UTC"]),
    "time of no zone": (REQUEST, "090000Z", "090000", ["DTSTART is of no zone"]),
    "zone that is not there": (
        REQUEST,
        "DTSTART:20210330T090000Z",
        "DTSTART;TZID=X:20210330T090000",
        ["no VTIMEZONE X"],
    ),
    "rule of recurrence": (REQUEST, "END:VEVENT", "RRULE:FREQ=DAILY\r\nEND:VEVENT", ["VEVENT recurs"]),
    "task": (REQUEST, "END:VCALENDAR", "BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR", ["VCALENDAR: 1 VTODO"]),
    "nothing": (PUBLISH, r"BEGIN:VEVENT(?s:.*)END:VEVENT\r\n", "", ["VCALENDAR: 0 VEVENT"]),
    "two events in a request": (
        REQUEST,
        r"(BEGIN:VEVENT\r\nUID:)1(?s:(.*))(END:VEVENT\r\n)",
        r"\g<1>1\2\3\g<1>2\2\3",
        ["several UIDs"],
    ),
}


@pytest.mark.parametrize("message", [REQUEST, PUBLISH, CANCEL, UNINVITED])
def test_message_that_keeps_the_tables_has_no_faults(message: str) -> None:
    assert faults(read(message.encode())) == []


@pytest.mark.parametrize("fault", SOWN)
def test_sown_fault_is_found(fault: str) -> None:
    message, pattern, instead, expected = SOWN[fault]
    sown = re.sub(pattern, instead, message)
    assert sown != message
    assert faults(read(sown.encode())) == expected


@pytest.mark.parametrize(
    "made_from",
    [
        source,
        second_source,
        lambda: clock_changes.source(*clock_changes.SPRING),
        lambda: clock_changes.source(*clock_changes.AUTUMN),
    ],
)
def test_every_calendar_keeps_the_tables(made_from: type[Source]) -> None:
    made = made_from()
    files = {**host_calendars(made, host_view(made)), **reviewer_calendars(made, reviewer_view(made))}
    assert {name: found for name, written in files.items() if (found := faults(read(written)))} == {}
