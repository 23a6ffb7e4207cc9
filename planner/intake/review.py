"""What the manager writes: areas, activities, standing sessions, quotas, limits, staff and diaries.

These are patterns over the problem's nouns: a repeat instead of four activities, a weekday instead of dates.
``statement()`` expands them. One model a part; each part stands in review.toml or on a sheet of review.xlsx.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal, Self

from pydantic import Field, model_validator

from constraints.problem import Conflicts, InDay, Mode, Noun
from samples.frame import ListSource
from samples.strata import Stratum

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


class ResourceEntry(Noun):
    """A thing that only one session can have at a time."""

    id: str
    name: str


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


class NeedEntry(Noun):
    """A need as written: a pool with a count, or named people."""

    pool: str = ""
    people: tuple[str, ...] = ()
    count: int | Literal["all", "all who work that day"] = 1
    expertise: str = ""


class KindEntry(Noun):
    """A kind of activity and its usual measure, in minutes."""

    id: str
    title: str = ""
    shortest: int = Field(gt=0)
    longest: int | None = Field(default=None, gt=0)
    breathing_space: int = Field(default=0, ge=0)
    evidence: bool = False
    interview: bool = False


class CaseEntry(Noun):
    """The cases an activity asks for."""

    stratum: str
    count: int = Field(default=1, ge=1)
    modes: tuple[Mode, ...] = (Mode.WORKER, Mode.COVER, Mode.RECORD)
    enough: int = Field(default=1, ge=1)
    record_resource: str = ""


class ActivityEntry(Noun):
    """An activity, or ``repeat`` of them that are alike: their ids are then S18-1, S18-2 ..."""

    id: str
    title: str
    kind: str
    area: str = ""
    repeat: int = Field(default=1, ge=1)
    serves: tuple[str, ...] = ()
    shortest: int | None = Field(default=None, gt=0)
    longest: int | None = Field(default=None, gt=0)
    needs: tuple[NeedEntry, ...] = ()
    counterparts: tuple[NeedEntry, ...] = ()
    case: CaseEntry | None = None
    start: date | None = None
    end: date | None = None
    earliest: time | None = None
    latest: time | None = None
    """Between these hours of the day: it starts no earlier and ends no later."""
    day_kinds: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    """The ids of entries of which every activity has to be over."""
    first_of_area: bool = False
    last_of_area: bool = False
    in_day: InDay = "any"
    place: str = "online"
    breathing_space: int | None = Field(default=None, ge=0)
    priority: Literal["must", "should", "mop-up"] = "must"
    resources: tuple[str, ...] = ()


class StandingEntry(Noun):
    """A session that recurs on days of a kind when a reviewer works."""

    id: str
    title: str
    kind: str
    pool: str = "reviewers"
    """Whose days it follows."""
    day_kinds: tuple[str, ...]
    start: date | None = None
    """The first day it is held, where later than the first of its kind."""
    shared: bool = True
    """One session for everyone who works that day; otherwise one each."""
    shortest: int | None = Field(default=None, gt=0)
    longest: int | None = Field(default=None, gt=0)
    earliest: time | None = None
    latest: time | None = None
    counterparts: tuple[NeedEntry, ...] = ()
    in_day: InDay = "any"
    place: str = "online"
    priority: Literal["must", "should"] = "should"


class LimitsEntry(Noun):
    """How much is too much."""

    interviews_per_reviewer_per_day: int | None = Field(default=None, ge=1)
    interviews_per_interviewee_per_day: int | None = Field(default=None, ge=1)


class ComfortEntry(Noun):
    """What comfort is worth, and the hours preferred for evidence sessions."""

    fair_share: int = Field(default=4, ge=0)
    idle: int = Field(default=1, ge=0)
    preferred_hours: int = Field(default=2, ge=0)
    few_days: int = Field(default=2, ge=0)
    preferred_start: time = time(10, 0)
    preferred_end: time = time(16, 30)


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
    limits: LimitsEntry = LimitsEntry()
    comfort: ComfortEntry = ComfortEntry()
    lists: tuple[ListSource, ...] = ()
    strata: tuple[Stratum, ...] = ()
    notices: tuple[str, ...] = ()
    """Harmless mess that was read past, one sentence each."""
