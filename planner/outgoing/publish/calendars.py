"""Calendar files: one for each session to invite with, one for each interviewee and each reviewer to look at.

Pure functions of a view and what it was made from: the same version gives the same bytes. What each file must hold and
must not is RFC 5546's, 3.2.1 (PUBLISH) and 3.2.2 (REQUEST); no event recurs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta
from typing import Literal
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, vCalAddress

from planner.outgoing.publish.invitation import Address, Invitation, invitation, own
from planner.outgoing.publish.vtimezone import by_london_clock, timezone, written
from planner.outgoing.source import Source
from planner.outgoing.views import HostView, ReviewerLine, ReviewerView
from samples.errors import InputRefused

PRODUCT = "-//Fieldwork planner//Calendars//EN"
NAME = "Fieldwork programme"
REMINDER = "A session of the fieldwork programme begins in 15 minutes"
REMIND_BEFORE = timedelta(minutes=15)
LOOK_AGAIN_AFTER = timedelta(hours=1)

Method = Literal["REQUEST", "PUBLISH"]


def host_calendars(source: Source, view: HostView) -> Mapping[str, bytes]:
    """The host's calendars, by file name: ``session-<code>.ics`` to invite with, ``person-<id>.ics`` to look at.

    A session of which nobody has an address cannot be an invitation: its file only shows it. Who holds sessions too has
    one calendar, among the reviewers'.

    Raises:
        InputRefused: nobody is named as the organiser.
    """
    _organiser_named(source)
    invitations = {line.code: invitation(source, line, view.edition.zone) for line in view.lines}
    files = {
        _file("session", code): _calendar("REQUEST" if one.attendees else "PUBLISH", [one], view.edition.zone)
        for code, one in invitations.items()
    }
    holders = {reviewer.id for reviewer in source.problem.reviewers}
    for person in (person for person in view.people if person.id not in holders):
        theirs = [invitations[line.code] for line in view.lines_of(person)]
        files[_file("person", person.id)] = _calendar("PUBLISH", theirs, view.edition.zone)
    return files


def reviewer_calendars(source: Source, view: ReviewerView) -> Mapping[str, bytes]:
    """A calendar for each reviewer who has a session, by file name (``reviewer-<id>.ics``), lunch and writing included.

    A manager of the council who holds sessions is met in others: all of them are in the one calendar.

    Raises:
        InputRefused: nobody is named as the organiser.
    """
    _organiser_named(source)
    files = {}
    lines = _lines(view)
    for reviewer in source.problem.reviewers:
        attended = [one.activity for one in source.programme.sessions_of(reviewer.id) if one.activity in lines]
        if attended:
            theirs = [own(source, lines[activity], view.edition.zone) for activity in attended]
            files[_file("reviewer", reviewer.id)] = _calendar("PUBLISH", theirs, view.edition.zone)
    return files


def _lines(view: ReviewerView) -> Mapping[str, ReviewerLine]:
    """Every session that somebody holds, by its activity's id."""
    columns = (column for week in view.weeks for day in week.days for column in day.columns)
    return {line.session: line for column in columns for line in column}


def _file(of: str, name: str) -> str:
    # An id may hold a slash or anything else that a file name cannot.
    return f"{of}-{quote(name, safe='')}.ics"


def _organiser_named(source: Source) -> None:
    if not source.organiser:
        found = "nobody is named as the organiser of the invitations"
        raise InputRefused("The calendars", found, "Name the organiser's e-mail address")


def _calendar(method: Method, invitations: Sequence[Invitation], zone: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if method == "PUBLISH":
        _feed(calendar)
    if by_london_clock(written(when, zone) for one in invitations for when in (one.start, one.end)):
        calendar.add_component(timezone())
    for one in invitations:
        calendar.add_component(_event(one, method, zone))
    return bytes(calendar.to_ical())


def _feed(calendar: Calendar) -> None:
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", LOOK_AGAIN_AFTER)
    # RFC 7986, 5.7 requires the parameter, which the library leaves out.
    calendar["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"


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
    event.add("status", "TENTATIVE" if one.tentative else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", "TENTATIVE" if one.tentative else "BUSY")
    event.add("organizer", _address(one.organiser))
    if method == "REQUEST":
        for attendee in one.attendees:
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
