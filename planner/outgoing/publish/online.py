"""Sessions that are held online with somebody of the council: what a Teams meeting for each needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.outgoing.places import held_online
from planner.outgoing.publish.invitation import Address, Invitation, invitation
from planner.outgoing.source import Source
from planner.outgoing.views import HostLine, HostView


@dataclass(frozen=True)
class OnlineSession:
    """A session to make a Teams meeting for.

    Attributes:
        attendees: each address once, in alphabetical order; the organiser, whose meeting it is, is not among them.
        unreached: the names of people of the council, then of reviewers, who have no address.
    """

    line: HostLine
    invitation: Invitation
    attendees: tuple[Address, ...]
    unreached: tuple[str, ...]

    @property
    def reaches_the_council(self) -> bool:
        """Whether anybody of the council has an address."""
        return any(person.email for person in self.line.people)


def online_sessions(source: Source, view: HostView) -> Iterator[OnlineSession]:
    """Every session of the view that is held online, in order of time."""
    activities = {code: activity for activity, code in source.codes.items()}
    for line in view.lines:
        session = source.programme.session[activities[line.code]]
        if held_online(session) and line.people:
            people = (*(person.id for person in line.people), *session.reviewers)
            asked = tuple(source.problem.person[person] for person in people)
            invited = invitation(source, line, view.edition.zone)
            yield OnlineSession(
                line=line,
                invitation=invited,
                attendees=_attendees(invited),
                unreached=tuple(person.name for person in asked if not person.email),
            )


def _attendees(invited: Invitation) -> tuple[Address, ...]:
    by_address: dict[str, Address] = {}
    for attendee in invited.attendees:
        by_address.setdefault(attendee.email.casefold(), attendee)
    by_address.pop(invited.organiser.email.casefold(), None)
    return tuple(by_address[address] for address in sorted(by_address))
