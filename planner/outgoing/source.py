"""What every view is made from: a version of the programme, the one before it, and each session's code and revision."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import AwareDatetime

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
        organiser: the organiser's address, and the name to show.
    """

    problem: Problem
    programme: Programme
    number: int
    made: AwareDatetime
    before: Programme | None = None
    problem_before: Problem | None = None
    codes: Mapping[str, str]
    revisions: Mapping[str, Revision]
    organiser: str
    organiser_name: str
