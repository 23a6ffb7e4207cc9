"""Sessions: activities with a time, people, cases and a place; and breaches knowingly accepted."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from pydantic import AwareDatetime

from constraints.activity import Mode
from constraints.noun import Noun, instant


class CaseSeen(Noun):
    """A case in a session: its reference, its rank in the draw, and how it is seen."""

    case: str
    rank: int
    mode: Mode


class Session(Noun):
    """An activity with a time, people, cases and a place.

    ``counterparts``, ``cases`` or ``room`` are None where a programme written by others does not state them.
    """

    activity: str
    start: AwareDatetime
    end: AwareDatetime
    reviewers: tuple[str, ...] = ()
    counterparts: tuple[str, ...] | None = ()
    cases: tuple[CaseSeen, ...] | None = ()
    place: str = "online"
    room: str | None = ""
    """The room it takes, of those its activity names; empty: none."""

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone known to attend."""
        return self.reviewers + (self.counterparts or ())

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        """Start and end as instants, worked out once: they are compared far more often than anything else."""
        return instant(self.start), instant(self.end)

    def overlaps(self, other: Session) -> bool:
        """Whether the two share some time; back-to-back does not."""
        (begins, ends), (other_begins, other_ends) = self.span, other.span
        return begins < other_ends and other_begins < ends


class Waiver(Noun):
    """A breach knowingly accepted: the rule, the sessions (activity ids), who said so and why."""

    rule: str
    sessions: tuple[str, ...]
    who: str
    why: str
