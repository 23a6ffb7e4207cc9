"""How much is too much, for one person, one team or all; and what comfort is worth."""

from __future__ import annotations

from pydantic import Field

from constraints.noun import Noun, Window


class Limits(Noun):
    """How much is too much; None: no limit."""

    interviews_per_reviewer_per_day: int | None = None
    interviews_per_interviewee_per_day: int | None = None
    interviews_per_interviewee_per_week: int | None = None
    sessions_per_team_at_once: int | None = None
    sites_per_person_per_day: int | None = None
    evenings_per_reviewer_per_week: int | None = None
    reserve_per_week: int | None = None
    """Mop-ups that every week with evidence sessions should hold at least."""
    freeze: int = Field(default=24, ge=0)
    """Hours before a published session within which it moves only if a must would be left out."""
    notice: int = Field(default=2, ge=0)
    """Hours from now on within which nobody is asked to anything that they have not been told of; 0: no limit."""


class Comfort(Noun):
    """What comfort is worth: weights of the last tier's wishes (0: not wished), and preferred hours."""

    fair_share: int = Field(default=0, ge=0)
    idle: int = Field(default=0, ge=0)
    preferred_hours: int = Field(default=0, ge=0)
    few_days: int = Field(default=0, ge=0)
    few_sites: int = Field(default=0, ge=0)
    variety: int = Field(default=0, ge=0)
    quiet_days: int = Field(default=0, ge=0)
    preferred: tuple[Window, ...] = ()
    quiet: tuple[Window, ...] = ()
    """When little should be asked of people: school holidays."""


class Rotation(Noun):
    """No two people of these pools hold more than so many sessions of these kinds together."""

    name: str
    pools: tuple[str, ...]
    kinds: tuple[str, ...]
    most: int = Field(ge=1)


class Pace(Noun):
    """At most so many sessions of these kinds in any so many days on end: of each person of a pool, or of all."""

    name: str
    kinds: tuple[str, ...]
    most: int = Field(ge=1)
    days: int = Field(ge=1)
    pool: str = ""
    """Each of its people by themselves; empty: all sessions together."""
