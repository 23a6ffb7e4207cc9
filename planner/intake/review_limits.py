"""What the manager writes about how much is too much: limits, turns, quiet days, ways between sites, comfort."""

from __future__ import annotations

from datetime import date, time

from pydantic import Field

from constraints.problem import Noun


class LimitsEntry(Noun):
    """How much is too much."""

    interviews_per_reviewer_per_day: int | None = Field(default=None, ge=1)
    interviews_per_interviewee_per_day: int | None = Field(default=None, ge=1)
    interviews_per_interviewee_per_week: int | None = Field(default=None, ge=1)
    sessions_per_team_at_once: int | None = Field(default=None, ge=1)
    sites_per_person_per_day: int | None = Field(default=None, ge=1)
    evenings_per_reviewer_per_week: int | None = Field(default=None, ge=1)
    reserve_per_week: int | None = Field(default=None, ge=1)


class RotationEntry(Noun):
    """No two people of these pools hold more than so many sessions of these kinds together."""

    name: str
    pools: tuple[str, ...] = Field(min_length=1)
    kinds: tuple[str, ...] = Field(min_length=1)
    most: int = Field(ge=1)


class PaceEntry(Noun):
    """At most so many sessions of these kinds in any so many days on end: of each person of a pool, or of all."""

    name: str
    kinds: tuple[str, ...] = Field(min_length=1)
    pool: str = ""
    most: int = Field(default=1, ge=1)
    days: int = Field(ge=1)


class QuietEntry(Noun):
    """Days on which little should be asked of people, such as school holidays: from the first to the last."""

    name: str
    start: date
    end: date


class SiteEntry(Noun):
    """A place of work where sessions are held."""

    id: str
    name: str


class TravelEntry(Noun):
    """The minutes between two sites, either way."""

    between: tuple[str, ...] = Field(min_length=2, max_length=2)
    minutes: int = Field(ge=0)


class ComfortEntry(Noun):
    """What comfort is worth, and the hours preferred for evidence sessions."""

    fair_share: int = Field(default=4, ge=0)
    idle: int = Field(default=1, ge=0)
    preferred_hours: int = Field(default=2, ge=0)
    few_days: int = Field(default=2, ge=0)
    few_sites: int = Field(default=2, ge=0)
    variety: int = Field(default=2, ge=0)
    quiet_days: int = Field(default=2, ge=0)
    preferred_start: time = time(10, 0)
    preferred_end: time = time(16, 30)
