"""What the manager writes: areas, activities, standing sessions, quotas, limits, staff and diaries.

These are patterns over the problem's nouns: a repeat instead of four activities, a weekday instead of dates.
``statement()`` expands them. One model a part; each part stands in review.toml or on a sheet of review.xlsx.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal, Self

from pydantic import Field, model_validator

from constraints.problem import Conflicts, Noun
from planner.intake.review_activities import (
    ActivityEntry,
    CaseEntry,
    GapEntry,
    KindEntry,
    NeedEntry,
    StandingEntry,
)
from planner.intake.review_limits import (
    ComfortEntry,
    LimitsEntry,
    PaceEntry,
    QuietEntry,
    RotationEntry,
    SiteEntry,
    TravelEntry,
)
from samples.frame import ListSource
from samples.strata import Stratum

__all__ = [
    "WEEKDAYS",
    "About",
    "ActivityEntry",
    "AreaEntry",
    "Away",
    "CaseEntry",
    "ComfortEntry",
    "ContractLine",
    "DayEntry",
    "GapEntry",
    "KindEntry",
    "LimitsEntry",
    "NeedEntry",
    "OutsideLine",
    "PaceEntry",
    "PoolEntry",
    "QuietEntry",
    "ResourceEntry",
    "Review",
    "RotationEntry",
    "ScopeEntry",
    "SiteEntry",
    "StaffMember",
    "StandingEntry",
    "TeamEntry",
    "TravelEntry",
    "Weekday",
    "WorkingHours",
]

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

WEEKDAYS: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class About(Noun):
    """The review itself: its dates, its zone and where its draw comes from."""

    id: str = Field(pattern=r"^[A-Z]{2,6}$")
    """Capital letters; labels of cases begin with it (HF-017)."""
    title: str
    start: date
    end: date
    declared_start: date | None = None
    declared_end: date | None = None
    """The dates that the terms of reference state, where they differ."""
    zone: str = "Europe/London"
    grid: int = Field(default=15, ge=5, le=60)
    bank_holidays: Literal["ENG", "WLS", "SCT", "NIR"] = "ENG"
    closures: tuple[date, ...] = ()
    """Days on which the council is closed beside weekends and bank holidays."""
    seed: str = Field(min_length=20, pattern=r"^[0-9]+$")
    """The draw's seed: at least twenty decimal digits, from both parties."""
    depth: int = Field(default=5, ge=1)
    """How deep into the draw a demand may go: the base case and depth - 1 reserves."""
    organiser: str = Field(default="", pattern=r"^(?:[^@\s]+@[^@\s]+\.[^@\s.]+)?$")
    """The address from which sessions are arranged, often the council's link officer; empty: not known yet."""
    organiser_name: str = ""
    """The name to show for it; empty: the address."""
    invited: date | None = None
    """The day on which invitations go out, from which notice is counted; None: there is no telling."""

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"the review ends ({self.end:%d %B %Y}) before it starts ({self.start:%d %B %Y})")
        return self


class WorkingHours(Noun):
    """Working hours on weekdays: who keeps them says so by their id."""

    id: str
    name: str
    weekdays: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    start: time
    end: time
    evening_end: time | None = None
    """Until when those who keep these hours can be asked for in the evening; None: not beyond the end."""


class PoolEntry(Noun):
    """A pool, and whose hours its members keep unless they say otherwise."""

    id: str
    name: str
    hours: str = ""


class StaffMember(Noun):
    """A person of either side, as the staff list has them."""

    id: str
    name: str
    role: str = ""
    email: str = ""
    pools: tuple[str, ...] = ()
    team: str = ""
    expertise: tuple[str, ...] = ()
    hours: str = ""
    cover: str = ""
    """Who covers this person's cases, by id."""
    daily_limit: int | None = Field(default=None, ge=1)
    most_days: int | None = Field(default=None, ge=1)
    """Days on which this person holds sessions at most."""
    consecutive_days: bool = False
    """Whether those days follow one another."""
    conflicts: Conflicts = Conflicts()


class Away(Noun):
    """When a person or a resource is not to be had; no reason is kept. Local times of the review's zone."""

    who: str
    start: datetime
    end: datetime

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.start >= self.end:
            raise ValueError(f"it ends ({self.end:%d %B %H:%M}) before it starts ({self.start:%d %B %H:%M})")
        return self


class TeamEntry(Noun):
    """A team of the staff list, by the name it has there, and the district it belongs to."""

    id: str
    district: str = ""


class ResourceEntry(Noun):
    """A thing that only one session can have at a time; with seats, a room."""

    id: str
    name: str
    seats: int | None = Field(default=None, ge=1)


class DayEntry(Noun):
    """Days of a kind on which reviewers may work."""

    kind: str
    people: tuple[str, ...]
    dates: tuple[date, ...]


class ContractLine(Noun):
    """How many reviewer-days of a kind the contract holds."""

    kind: str
    days: float = Field(ge=0, allow_inf_nan=False)


class OutsideLine(Noun):
    """Days outside the contract: a line of the day ledger, not an activity."""

    person: str
    date: date
    days: float = Field(gt=0, allow_inf_nan=False)
    what: str


class ScopeEntry(Noun):
    """A scope item of an area."""

    id: str
    title: str


class AreaEntry(Noun):
    """A line of enquiry: its dates, its scope items, its constructs as text."""

    id: str
    title: str
    start: date
    end: date
    scope: tuple[ScopeEntry, ...] = ()
    constructs: str = ""
    provisional: str = ""


class Review(Noun):
    """All that the manager writes, whichever file each part stands in."""

    about: About
    hours: tuple[WorkingHours, ...] = ()
    pools: tuple[PoolEntry, ...] = ()
    resources: tuple[ResourceEntry, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    away: tuple[Away, ...] = ()
    days: tuple[DayEntry, ...] = ()
    contract: tuple[ContractLine, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    areas: tuple[AreaEntry, ...] = ()
    kinds: tuple[KindEntry, ...] = ()
    activities: tuple[ActivityEntry, ...] = ()
    standing: tuple[StandingEntry, ...] = ()
    teams: tuple[TeamEntry, ...] = ()
    sites: tuple[SiteEntry, ...] = ()
    travel: tuple[TravelEntry, ...] = ()
    rotations: tuple[RotationEntry, ...] = ()
    paces: tuple[PaceEntry, ...] = ()
    quiet: tuple[QuietEntry, ...] = ()
    limits: LimitsEntry = LimitsEntry()
    comfort: ComfortEntry = ComfortEntry()
    lists: tuple[ListSource, ...] = ()
    strata: tuple[Stratum, ...] = ()
    notices: tuple[str, ...] = ()
    """Harmless mess that was read past, one sentence each."""
