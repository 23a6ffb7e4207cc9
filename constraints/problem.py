"""The problem: what has to happen, who there is, and what already stands.

Frozen values without behaviour beyond look-ups. Times are aware datetimes in the review's zone;
lengths are whole minutes. The words are those of the glossary in docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field, model_validator

from constraints.activity import (
    EVERYBODY,
    IN_DAY_ORDER,
    WORKING,
    Activity,
    Area,
    Candidate,
    CaseDemand,
    Gap,
    InDay,
    Mode,
    Need,
    ScopeItem,
)
from constraints.limits import Comfort, Limits, Pace, Rotation
from constraints.noun import (
    Noun,
    Window,
    inside,
    instant,
)
from constraints.people import (
    Conflicts,
    Hours,
    LedgerLine,
    Person,
    Pool,
    ReviewerDay,
    Team,
)
from constraints.rates import Rates
from constraints.session import (
    CaseSeen,
    Session,
    Waiver,
)
from constraints.sites import Resource, Site, Travel

__all__ = [
    "EVERYBODY",
    "IN_DAY_ORDER",
    "WORKING",
    "Activity",
    "Area",
    "Candidate",
    "CaseDemand",
    "CaseSeen",
    "Comfort",
    "Conflicts",
    "Gap",
    "Hours",
    "InDay",
    "LedgerLine",
    "Limits",
    "Mode",
    "Need",
    "Noun",
    "Pace",
    "Person",
    "Pool",
    "Problem",
    "Rates",
    "Resource",
    "ReviewerDay",
    "Rotation",
    "ScopeItem",
    "Session",
    "Site",
    "Team",
    "Travel",
    "Waiver",
    "Window",
    "inside",
    "instant",
]


HOUR = 60


class Problem(Noun):
    """Everything that planning and checking need to know, and nothing about files."""

    title: str
    zone: str = "Europe/London"
    grid: int = Field(default=15, gt=0)
    """Minutes between possible starts."""
    start: date
    end: date
    """The last day of the review, included."""
    people: tuple[Person, ...] = ()
    pools: tuple[Pool, ...] = ()
    hours: tuple[Hours, ...] = ()
    areas: tuple[Area, ...] = ()
    activities: tuple[Activity, ...] = ()
    resources: tuple[Resource, ...] = ()
    days: tuple[ReviewerDay, ...] = ()
    contracted: dict[str, float] = Field(default_factory=dict)
    outside: tuple[LedgerLine, ...] = ()
    teams: tuple[Team, ...] = ()
    sites: tuple[Site, ...] = ()
    travel: tuple[Travel, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    paces: tuple[Pace, ...] = ()
    patience: float = Field(default=10.0, gt=0)
    """How long to look for proof of all that is placed, and as long again for comfort: in seconds, roughly, for they
    are counted in the solver's own measure of work, which is the same on every machine."""
    limits: Limits = Limits()
    comfort: Comfort = Comfort()
    rates: Rates = Rates()
    now: AwareDatetime | None = None
    """What starts before this is history; None: nothing has begun."""
    fixed: tuple[Session, ...] = ()
    published: tuple[Session, ...] = ()
    """What people hold, or are to hold since it was decided: what is near and who is disturbed is told by this."""
    struck: tuple[str, ...] = ()
    """The activities whose session cannot stand as it does: cancelled, or its people are away."""
    spoken_to: tuple[str, ...] = ()
    """People who hear of another change anyway, by id: one more does not count."""
    frozen: tuple[str, ...] = ()
    """The activities whose published session is so near that only a must may move it."""
    waivers: tuple[Waiver, ...] = ()
    notices: tuple[str, ...] = ()
    """What was seen while the problem was stated and the reader should know."""

    @model_validator(mode="after")
    def _whole_hours(self) -> Self:
        if HOUR % self.grid:
            raise ValueError(f"its grid ({self.grid} minutes) does not divide an hour")
        return self

    @cached_property
    def tz(self) -> ZoneInfo:
        """The review's zone."""
        return ZoneInfo(self.zone)

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by id."""
        return {p.id: p for p in self.people}

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """Activities by id."""
        return {a.id: a for a in self.activities}

    @cached_property
    def members(self) -> Mapping[str, tuple[Person, ...]]:
        """The people of each pool, in the problem's order."""
        return {pool.id: tuple(p for p in self.people if pool.id in p.pools) for pool in self.pools}

    @cached_property
    def kind_of_day(self) -> Mapping[tuple[str, date], str]:
        """The declared kind of each reviewer-day, by person id and date."""
        return {(d.person, d.date): d.kind for d in self.days}

    @cached_property
    def reviewers(self) -> tuple[Person, ...]:
        """Everyone with a declared day: those whose days are counted."""
        declared = {d.person for d in self.days}
        return tuple(p for p in self.people if p.id in declared)

    @cached_property
    def spaced(self) -> tuple[Person, ...]:
        """Everyone who could hold a session that has breathing space after it."""
        needs = [need for activity in self.activities if activity.breathing_space for need in activity.needs]
        able = {person.id for need in needs for person in self.eligible(need)}
        return tuple(p for p in self.people if p.id in able)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The ids of the activities whose sessions are fixed."""
        return frozenset(s.activity for s in self.fixed)

    @cached_property
    def excused(self) -> frozenset[str]:
        """The people of the struck sessions, and others who have to hear of a change, whatever is done."""
        struck = (person for s in self.published if s.activity in self.struck for person in s.people)
        return frozenset((*struck, *self.spoken_to))

    @cached_property
    def resource(self) -> Mapping[str, Resource]:
        """Resources by id."""
        return {r.id: r for r in self.resources}

    @cached_property
    def minutes_between(self) -> Mapping[tuple[str, str], int]:
        """The minutes from one site to another; pairs of sites that are not written are no way apart."""
        ways = [(*way.between, way.minutes) for way in self.travel]
        return {pair: minutes for one, other, minutes in ways for pair in ((one, other), (other, one))}

    def only(self, ids: Collection[str]) -> Problem:
        """The same problem with some of its activities only, what ties them to each other, and their sessions."""
        kept = tuple(activity.among(ids) for activity in self.activities if activity.id in ids)
        fixed = tuple(session for session in self.fixed if session.activity in ids)
        left_away = {activity.id for activity in self.activities if activity.id not in ids}
        published = tuple(session for session in self.published if session.activity not in left_away)
        return self.changed(activities=kept, fixed=fixed, published=published)

    def freed(self) -> Problem:
        """The same problem with nothing fixed for being about to begin."""
        return self.changed(fixed=tuple(fact for fact in self.fixed if fact.activity not in self.frozen))

    def changed(self, **fields: object) -> Problem:
        """The same problem with other values of some fields."""
        return Problem.model_validate({**{name: getattr(self, name) for name in Problem.model_fields}, **fields})

    def eligible(self, need: Need) -> tuple[Person, ...]:
        """Who could fill a need, expertise apart: the people named, or the members of its pool who are not barred."""
        if need.people:
            return tuple(self.person[person] for person in need.people)
        return tuple(person for person in self.members.get(need.pool, ()) if person.id not in need.without)

    def days_of(self, activity: Activity) -> tuple[date, ...]:
        """The days that the windows of an activity touch; without windows, every day of the review."""
        stretches = [(w.start.date(), (w.end - timedelta(microseconds=1)).date()) for w in activity.windows]
        found = {
            first + timedelta(n)
            for first, last in stretches or [(self.start, self.end)]
            for n in range((last - first).days + 1)
        }
        return tuple(sorted(found))

    def resources_of(self, session: Session) -> tuple[str, ...]:
        """The resources that a session uses: its activity's, its room, and the record's for a case on record only."""
        activity = self.activity[session.activity]
        used = (*activity.resources, session.room) if session.room else activity.resources
        on_record = any(seen.mode is Mode.RECORD for seen in session.cases or ())
        if activity.demand and activity.demand.record_resource and on_record:
            return (*used, activity.demand.record_resource)
        return used
