"""What the manager writes about how much is too much: limits, turns, paces, quiet days; and what comfort is worth."""

from __future__ import annotations

from datetime import date, time

from pydantic import Field

from constraints.problem import Noun


class LimitsEntry(Noun):
    """How much is too much; None: no limit."""

    interviews_per_reviewer_per_day: int | None = Field(default=None, ge=1)
    """Interviews that a reviewer holds on one day at most."""
    interviews_per_interviewee_per_day: int | None = Field(default=None, ge=1)
    """Interviews for which somebody is asked on one day at most."""
    interviews_per_interviewee_per_week: int | None = Field(default=None, ge=1)
    """Interviews for which somebody is asked from a Monday to the Sunday after it at most."""
    sessions_per_team_at_once: int | None = Field(default=None, ge=1)
    """Sessions that take people of one team away from their work at the same time at most."""
    sites_per_person_per_day: int | None = Field(default=None, ge=1)
    """Sites at which a person has sessions on one day at most."""
    evenings_per_reviewer_per_week: int | None = Field(default=None, ge=1)
    """Evenings on which a reviewer works from a Monday to the Sunday after it at most."""
    reserve_per_week: int | None = Field(default=None, ge=1)
    """Mop-up sessions that every week with evidence sessions should hold at least."""
    freeze: int = Field(default=24, ge=0, le=24 * 14)
    """Hours before a published session within which it moves only if a must would be left out."""
    notice: int = Field(default=2, ge=0, le=24 * 14)
    """Hours that somebody is told ahead at least, once anything is published; 0: a session may begin at once."""


class RotationEntry(Noun):
    """No two people of these pools hold more than so many sessions of these kinds together."""

    name: str
    """What the rule is called in reports."""
    pools: tuple[str, ...] = Field(min_length=1)
    """The ids of the pools; two people count who are each of one of them."""
    kinds: tuple[str, ...] = Field(min_length=1)
    """The ids of the kinds of activity that count."""
    most: int = Field(ge=1)
    """Sessions at most."""


class PaceEntry(Noun):
    """At most so many sessions of these kinds in any so many days on end: of each person of a pool, or of all."""

    name: str
    """What the rule is called in reports."""
    kinds: tuple[str, ...] = Field(min_length=1)
    """The ids of the kinds of activity that count."""
    pool: str = ""
    """The pool, by id, of whose people each is counted alone; empty: all sessions together."""
    most: int = Field(default=1, ge=1)
    """Sessions at most."""
    days: int = Field(ge=1)
    """In any so many days of the calendar on end, weekends included: 14 is a fortnight."""


class QuietEntry(Noun):
    """Days on which little should be asked of people, such as school holidays."""

    name: str
    """What the days are, as people are told it."""
    start: date
    """The first of them."""
    end: date
    """The last of them."""


class ComfortEntry(Noun):
    """What comfort is worth, once everything else is settled: weights (0: not wished) and preferred hours.

    A weight multiplies the cost that its wish counts; docs/rules.md says what each of them counts.
    """

    fair_share: int = Field(default=4, ge=0)
    """The weight of evidence sessions of a week by which a reviewer is above or below their fair share."""
    idle: int = Field(default=1, ge=0)
    """The weight of idle time inside a reviewer's day, in steps of the grid."""
    preferred_hours: int = Field(default=2, ge=0)
    """The weight of evidence sessions outside the preferred hours."""
    few_days: int = Field(default=2, ge=0)
    """The weight of days of a week, beyond the first, on which an interviewee is asked for."""
    few_sites: int = Field(default=2, ge=0)
    """The weight of sites to which a person goes on a day, beyond the first."""
    variety: int = Field(default=2, ge=0)
    """The weight of sessions, beyond the first, that two people of a rotation hold together."""
    quiet_days: int = Field(default=2, ge=0)
    """The weight of sessions on quiet days, standing sessions apart."""
    preferred_start: time = time(10, 0)
    """When the hours preferred for evidence sessions begin, on every day."""
    preferred_end: time = time(16, 30)
    """When they end."""
