"""A calendar file: its events, its time zone, and what each method must hold and must not.

Source: RFC 5546, 3.2.1 (PUBLISH), 3.2.2 (REQUEST) and 3.2.5 (CANCEL). No event recurs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Literal
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, vCalAddress

from planner.outgoing.publish.invitation import Address, Invitation
from planner.outgoing.publish.vtimezone import by_london_clock, timezone, written

PRODUCT = "-//Fieldwork planner//Calendars//EN"
NAME = "Fieldwork programme"
REMINDER = "A session of the fieldwork programme begins in 15 minutes"
REMIND_BEFORE = timedelta(minutes=15)
LOOK_AGAIN_AFTER = timedelta(hours=1)

Method = Literal["REQUEST", "PUBLISH", "CANCEL"]


def calendar(method: Method, invitations: Sequence[Invitation], zone: str) -> bytes:
    """A calendar file; one that requests or cancels holds one invitation (RFC 5546, 3.2).

    Args:
        method: what it asks its reader's calendar to do.
        invitations: what it holds.
        zone: the review's zone.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    if method == "PUBLISH":
        _feed(made)
    if by_london_clock(written(when, zone) for one in invitations for when in (one.start, one.end)):
        made.add_component(timezone())
    for one in invitations:
        made.add_component(_event(one, method, zone))
    return bytes(made.to_ical())


def _feed(made: Calendar) -> None:
    made.add("name", NAME)
    made.add("x-wr-calname", NAME)
    made.add("refresh-interval", LOOK_AGAIN_AFTER)
    # RFC 7986, 5.7 requires the parameter, which the library leaves out.
    made["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"


def _event(one: Invitation, method: Method, zone: str) -> Event:
    event = Event()
    event.add("uid", one.revision.uid)
    event.add("sequence", one.revision.sequence)
    event.add("dtstamp", one.revision.stamp.astimezone(UTC))
    event.add("dtstart", written(one.start, zone))
    event.add("dtend", written(one.end, zone))
    event.add("summary", one.title)
    event.add("description", one.body)
    if one.place:
        event.add("location", one.place)
    event.add("class", "PRIVATE")
    event.add("organizer", _address(one.organiser))
    if method == "CANCEL":
        # RFC 5546, 3.2.5: not present where only some are no longer asked
        if not one.goes_on:
            event.add("status", "CANCELLED")
        for attendee in one.attendees:
            event.add("attendee", _address(attendee))
        return event
    event.add("status", "TENTATIVE" if one.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", "TENTATIVE" if one.tentative else "BUSY")
    for attendee in one.attendees if method == "REQUEST" else ():
        event.add("attendee", _attendee(attendee, one.organiser))
    event.add_component(_reminder())
    return event


def _address(who: Address) -> vCalAddress:
    # RFC 6068: what has a meaning of its own in a mailto address is encoded, control characters with it.
    address = vCalAddress("mailto:" + quote(who.email, safe="@!$'*+~"))
    if who.name:
        address.params["CN"] = who.name
    return address


def _attendee(who: Address, organiser: Address) -> vCalAddress:
    organises = who.email.casefold() == organiser.email.casefold()
    address = _address(who)
    address.params["CUTYPE"] = "INDIVIDUAL"
    address.params["ROLE"] = "CHAIR" if organises else "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "ACCEPTED" if organises else "NEEDS-ACTION"
    address.params["RSVP"] = "FALSE" if organises else "TRUE"
    return address


def _reminder() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", REMINDER)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm
