"""What people hold: the invitations they were last told of, as rows that are kept and never worked out again.

A row is what one publication said. Publications add rows; the last row of each key stands. So an invitation that was
sent is known by what was sent, whatever the review, its organiser or the planner's words have become since.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import Protocol, TypeVar

from pydantic import AwareDatetime

from constraints.problem import Noun, Person
from planner.outgoing.source import Revision


class Standing(Noun):
    """A session as its invitation to everybody stands.

    Attributes:
        activity, code: which session.
        asked: who of the council is asked, each as a holder.
        online: whether it is held at no site.
        said: the digest of what it says to everybody.
        stands: False: the session is gone, and the sequence is that of its cancellation.
    """

    activity: str
    code: str
    asked: tuple[str, ...]
    online: bool
    said: str
    uid: str
    generation: int
    sequence: int
    stamp: AwareDatetime
    stands: bool = True

    @property
    def key(self) -> str:
        """What makes it the same session."""
        return self.activity

    @property
    def revision(self) -> Revision:
        """Where it stands."""
        return Revision(uid=self.uid, generation=self.generation, sequence=self.sequence, stamp=self.stamp)


class Holding(Noun):
    """What one person was told of one session.

    Attributes:
        activity, code: which session.
        person: who, by id; of several with one address, the first.
        address: where it went; empty: they have none, and are told by hand.
        start, end, title, place, tentative: what it says.
        organiser: from whose address it went.
        said: the digest of what it says to this person: nothing is sent to whom it would say the same.
        stands: False: it was cancelled, and the sequence is that of the cancellation.
    """

    activity: str
    code: str
    person: str
    address: str
    uid: str
    generation: int
    sequence: int
    stamp: AwareDatetime
    start: AwareDatetime
    end: AwareDatetime
    title: str
    place: str
    tentative: bool
    organiser: str
    said: str
    stands: bool = True

    @property
    def holder(self) -> str:
        """Whose diary it is in."""
        return self.address.casefold() or self.person

    @property
    def as_told(self) -> tuple[object, ...]:
        """What it says, the length in its title apart."""
        return self.start, self.end, self.place, self.tentative, self.title.rpartition(" - ")[0]

    @property
    def key(self) -> str:
        """What makes it the same invitation: whose diary, and which session."""
        return f"{self.holder} {self.activity}"

    @property
    def revision(self) -> Revision:
        """Where it stands."""
        return Revision(uid=self.uid, generation=self.generation, sequence=self.sequence, stamp=self.stamp)


class Meeting(Noun):
    """A session's Teams meeting as it was last asked for.

    Attributes:
        activity, code: which session.
        transaction, tag: what it was created with, and is found again by.
        said: what may change of it, as the fields of a request.
        stands: False: it was cancelled.
    """

    activity: str
    code: str
    transaction: str
    tag: str
    said: str
    stands: bool = True

    @property
    def key(self) -> str:
        """A session has one meeting at a time."""
        return self.activity


class _Row(Protocol):
    @property
    def key(self) -> str: ...


R = TypeVar("R", bound=_Row)


class Holdings(Noun):
    """What stands after a publication, or the rows that one publication adds."""

    sessions: tuple[Standing, ...] = ()
    people: tuple[Holding, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @cached_property
    def session(self) -> Mapping[str, Standing]:
        """Sessions by their activity's id."""
        return {row.key: row for row in self.sessions}

    @cached_property
    def held(self) -> Mapping[str, Holding]:
        """Invitations by their key."""
        return {row.key: row for row in self.people}

    @cached_property
    def meeting(self) -> Mapping[str, Meeting]:
        """Meetings by their activity's id."""
        return {row.key: row for row in self.meetings}

    def then(self, later: Holdings) -> Holdings:
        """What stands once these rows were added."""
        return Holdings(
            sessions=_later(self.session, later.sessions),
            people=_later(self.held, later.people),
            meetings=_later(self.meeting, later.meetings),
        )

    def since(self, before: Holdings) -> Holdings:
        """The rows that differ from what stood before: ``before.then(after.since(before))`` is after."""
        return Holdings(
            sessions=_differing(before.session, self.sessions),
            people=_differing(before.held, self.people),
            meetings=_differing(before.meeting, self.meetings),
        )

    def without(self, activities: Container[str]) -> Holdings:
        """The rows of other activities than these."""
        return Holdings(
            sessions=tuple(row for row in self.sessions if row.activity not in activities),
            people=tuple(row for row in self.people if row.activity not in activities),
            meetings=tuple(row for row in self.meetings if row.activity not in activities),
        )


def holder(person: Person) -> str:
    """Whose diary an invitation to somebody goes to: their address, in lower case; who has none is told by hand."""
    return person.email.casefold() or person.id


def _later(before: Mapping[str, R], rows: Iterable[R]) -> tuple[R, ...]:
    found = {**before, **{row.key: row for row in rows}}
    return tuple(found[key] for key in sorted(found))


def _differing(before: Mapping[str, R], rows: Iterable[R]) -> tuple[R, ...]:
    return tuple(row for row in rows if before.get(row.key) != row)
