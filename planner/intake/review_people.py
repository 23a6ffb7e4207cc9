"""What the manager writes about people: the hours they keep, pools, teams, staff, absences, days and the contract."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal, Self

from pydantic import Field, model_validator

from constraints.problem import Conflicts, Noun

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

WEEKDAYS: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class WorkingHours(Noun):
    """Working hours on weekdays: who keeps them says so by their id. Bank holidays and closures are left out."""

    id: str
    """What pools and people call these hours by."""
    name: str
    """The hours' name, as people are told it."""
    weekdays: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    """The weekdays on which they are kept."""
    start: time
    """When the working day begins: a time of the day in the review's zone."""
    end: time
    """When it ends."""
    evening_end: time | None = None
    """Until when those who keep these hours can be asked for in the evening; None: not beyond the end."""


class PoolEntry(Noun):
    """People who can stand in for each other in a role."""

    id: str
    """What the staff list and needs call the pool by; the one called ``reviewers`` holds what names no need."""
    name: str
    """The pool's name, as people are told it."""
    hours: str = ""
    """The hours, by id, that its members keep unless they name their own; empty: none."""


class TeamEntry(Noun):
    """A team of the staff list, by the name it has there, and the district it belongs to."""

    id: str
    """The team's name, exactly as staff and activities have it."""
    district: str = ""
    """The district or area of the council; whoever works in one is not independent of its other teams. Empty: none."""


class StaffMember(Noun):
    """A person of either side, as the staff list has them."""

    id: str
    """What everything else calls the person by."""
    name: str
    """The name as the council's lists have it: case owners are found by it."""
    role: str = ""
    """The person's job, as others are told it."""
    email: str = ""
    """The address to which invitations go; empty: none."""
    pools: tuple[str, ...] = ()
    """The ids of the pools that the person belongs to."""
    team: str = ""
    """The name of the person's team; empty: none."""
    expertise: tuple[str, ...] = ()
    """What the person can do that a need may ask for, in the words that the need uses."""
    hours: str = ""
    """The hours, by id, that the person keeps; empty: those of the first of their pools that has some."""
    cover: str = ""
    """Who covers this person's cases, by id."""
    daily_limit: int | None = Field(default=None, ge=1)
    """Interviews a day at most, where it differs from the review's limit."""
    most_days: int | None = Field(default=None, ge=1)
    """Days on which this person holds sessions at most; None: all that are declared."""
    consecutive_days: bool = False
    """Whether those days follow one another, as the person's declared days do."""
    conflicts: Conflicts = Conflicts()
    """What the person may not review."""


class Away(Noun):
    """When a person or a resource is not to be had; no reason is kept. Local times of the review's zone."""

    who: str
    """The id of the person or of the resource."""
    start: datetime
    """When it begins; a date alone is the start of that day."""
    end: datetime
    """When it ends; a date alone is the end of that day."""

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.start >= self.end:
            raise ValueError(f"it ends ({self.end:%d %B %H:%M}) before it starts ({self.start:%d %B %H:%M})")
        return self


class DayEntry(Noun):
    """Days of a kind on which reviewers may work."""

    kind: str
    """What the days are for, in the review's own word: reading, fieldwork, report."""
    people: tuple[str, ...]
    """The ids of those who may work on each of these dates."""
    dates: tuple[date, ...]
    """The dates; a person's day is declared once."""


class ContractLine(Noun):
    """How many reviewer-days of a kind the contract holds."""

    kind: str
    """A kind of day."""
    days: float = Field(ge=0, allow_inf_nan=False)
    """Reviewer-days: a day on which two reviewers work is two."""


class OutsideLine(Noun):
    """Days outside the contract: a line of the day ledger, not an activity."""

    person: str
    """Whose days, by id."""
    date: date
    """The date that the line bears."""
    days: float = Field(gt=0, allow_inf_nan=False)
    """Reviewer-days."""
    what: str
    """What they were spent on, in a few words."""
