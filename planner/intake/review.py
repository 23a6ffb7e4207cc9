"""What the manager writes: areas, activities, standing sessions, quotas, limits, staff and diaries.

These are patterns over the problem's nouns: a repeat instead of four activities, a weekday instead of dates.
``statement()`` expands them. One model a part; each part stands in review.toml or on a sheet of review.xlsx. Every
field says what it means and in which unit; the parts' models stand in the ``review_*.py`` beside this file.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from constraints.problem import Noun
from planner.intake.review_activities import (
    ActivityEntry,
    AreaEntry,
    CaseEntry,
    GapEntry,
    KindEntry,
    NeedEntry,
    ScopeEntry,
    StandingEntry,
)
from planner.intake.review_limits import (
    ComfortEntry,
    LimitsEntry,
    PaceEntry,
    QuietEntry,
    RotationEntry,
)
from planner.intake.review_people import (
    WEEKDAYS,
    Away,
    ContractLine,
    DayEntry,
    OutsideLine,
    PoolEntry,
    StaffMember,
    TeamEntry,
    Weekday,
    WorkingHours,
)
from planner.intake.review_places import ResourceEntry, SiteEntry, TravelEntry
from planner.intake.review_repairs import RepairsEntry
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
    "RepairsEntry",
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


class About(Noun):
    """The review itself: its dates, its zone and where its draw comes from."""

    id: str = Field(pattern=r"^[A-Z]{2,6}$")
    """Two to six capital letters; labels of cases begin with it (HF-017)."""
    title: str
    """What the review is called in everything that is handed out."""
    start: date
    """The first day on which anything may stand."""
    end: date
    """The last of them."""
    declared_start: date | None = None
    """The first day that the terms of reference state, where it differs."""
    declared_end: date | None = None
    """The last day that they state, where it differs."""
    zone: str = "Europe/London"
    """The time zone of all times written, by its IANA name."""
    grid: int = Field(default=15, ge=5, le=60)
    """Sessions start on the hour and every so many minutes after it; lengths are multiples of it."""
    bank_holidays: Literal["ENG", "WLS", "SCT", "NIR"] = "ENG"
    """The part of the United Kingdom whose bank holidays nobody works on."""
    closures: tuple[date, ...] = ()
    """Days on which the council is closed beside weekends and bank holidays."""
    seed: str = Field(min_length=20, pattern=r"^[0-9]+$")
    """The draw's seed: at least twenty decimal digits, from both parties."""
    depth: int = Field(default=5, ge=1)
    """How deep into the draw a demand may go: the base case and depth - 1 reserves."""
    patience: float = Field(default=10.0, gt=0, le=3600)
    """About how many seconds to look for proof of all that is placed, and as long again for comfort."""
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
    repairs: RepairsEntry = RepairsEntry()
    lists: tuple[ListSource, ...] = ()
    strata: tuple[Stratum, ...] = ()
    notices: tuple[str, ...] = ()
    """Harmless mess that was read past, one sentence each."""
