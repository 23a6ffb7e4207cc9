"""Calendar files: one for each session to invite with, one for each interviewee and each reviewer to look at.

Pure functions of a view and what it was made from: the same version gives the same bytes. What each file must hold and
must not is RFC 5546's, 3.2.1 (PUBLISH) and 3.2.2 (REQUEST); no event recurs.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from planner.outgoing.publish.events import calendar
from planner.outgoing.publish.invitation import as_held, invitation, own
from planner.outgoing.source import Source
from planner.outgoing.views import HostView, ReviewerLine, ReviewerView
from samples.errors import InputRefused


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
        _file("session", code): calendar("REQUEST" if one.attendees else "PUBLISH", [one], view.edition.zone)
        for code, one in invitations.items()
    }
    holders = {reviewer.id for reviewer in source.problem.reviewers}
    for person in (person for person in view.people if person.id not in holders):
        theirs = [as_held(source, invitations[line.code], person.id) for line in view.lines_of(person)]
        files[_file("person", person.id)] = calendar("PUBLISH", theirs, view.edition.zone)
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
            theirs = [own(source, lines[activity], view.edition.zone, reviewer.id) for activity in attended]
            files[_file("reviewer", reviewer.id)] = calendar("PUBLISH", theirs, view.edition.zone)
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
