"""What every view is made from: a version of the programme, the one before it, and each session's code and revision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import AwareDatetime, Field

from constraints.problem import Noun, Problem
from constraints.programme import Programme


class Revision(Noun):
    """Where the invitation to a session stands: one UID a generation, SEQUENCE and DTSTAMP from the review's database.

    A move keeps the UID and raises the sequence; a changed counterpart begins a new generation with a new UID and
    sequence 0 (RFC 5546, 2.1.4). ``stamp`` is when the version was made in which this revision first stood.
    """

    uid: str
    generation: int
    sequence: int
    stamp: AwareDatetime


class Source(Noun):
    """A version of the programme as it was written down, ready to be shown.

    Attributes:
        number, made: the version, and when it was made.
        before: the programme of the version before; None: this is the first.
        problem_before: the problem that it answered; None: the same as now.
        codes: the neutral code of each activity, by its id (``R-7F3K``).
        revisions: of each session, by its activity's id.
        asked: of each person's own invitations, by person and activity, where they are not the session's.
        organiser: the organiser's address, and the name to show.
        head: what stands for the log up to this version; empty: it is not recorded.
    """

    problem: Problem
    programme: Programme
    number: int
    made: AwareDatetime
    before: Programme | None = None
    problem_before: Problem | None = None
    codes: Mapping[str, str]
    revisions: Mapping[str, Revision]
    asked: Mapping[str, Mapping[str, Revision]] = Field(default_factory=dict)
    organiser: str
    organiser_name: str
    head: str = ""

    def revision_for(self, person: str, activity: str) -> Revision:
        """Where somebody's invitation to a session stands."""
        return self.asked.get(person, {}).get(activity) or self.revisions[activity]

    def every_revision(self) -> Iterator[Revision]:
        """Those of sessions, then those of people."""
        yield from self.revisions.values()
        yield from (revision for theirs in self.asked.values() for revision in theirs.values())
