"""The problem: what has to happen, who there is, and what already stands.

Frozen values without behaviour beyond look-ups. Times are aware datetimes in the review's zone;
lengths are whole minutes. The words are those of the glossary in docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

InDay = Literal["first", "any", "next to last", "last"]
"""Where in a reviewer's day a session stands: sessions of an earlier word end before later ones start."""

IN_DAY_ORDER: Mapping[InDay, int] = {"first": 0, "any": 1, "next to last": 2, "last": 3}

EVERYBODY: Literal["all"] = "all"
WORKING: Literal["all who work that day"] = "all who work that day"


HOUR = 60


def instant(when: datetime) -> datetime:
    """A time in UTC: Python compares times of one zone by the wall clock, which shows an hour twice in October."""
    return when.astimezone(UTC)


class Noun(BaseModel):
    """A frozen value; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Window(Noun):
    """A stretch of time, from start up to but not including end."""

    start: AwareDatetime
    end: AwareDatetime

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if instant(self.start) >= instant(self.end):
            raise ValueError(f"it ends ({self.end:%d %B %H:%M}) before it starts")
        return self

    def holds(self, start: datetime, end: datetime) -> bool:
        """Whether the whole of start to end lies inside this window."""
        return instant(self.start) <= instant(start) and instant(end) <= instant(self.end)

    def meets(self, start: datetime, end: datetime) -> bool:
        """Whether some of start to end lies inside this window."""
        return instant(self.start) < instant(end) and instant(start) < instant(self.end)


def inside(windows: Iterable[Window], start: datetime, end: datetime) -> bool:
    """Whether the whole of start to end lies inside the windows, taken together where they touch."""
    reached = instant(start)
    for begins, ends in sorted((instant(window.start), instant(window.end)) for window in windows):
        if begins <= reached < ends:
            reached = ends
    return reached >= instant(end)


class Conflicts(Noun):
    """What a reviewer may not review: teams, people and cases, by id."""

    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


class Person(Noun):
    """Anyone whose time is used."""

    id: str
    name: str
    role: str = ""
    email: str = ""
    pools: tuple[str, ...] = ()
    team: str = ""
    expertise: tuple[str, ...] = ()
    hours: str = ""
    """The id of the working hours this person keeps; empty: none are kept."""
    windows: tuple[Window, ...] | None = None
    """When the person is free, in order and not touching; None: whenever their hours allow."""
    daily_limit: int | None = None
    """Interviews a day at most, where it differs from the review's limit."""
    conflicts: Conflicts = Conflicts()


class Pool(Noun):
    """People who can stand in for each other in a role."""

    id: str
    name: str


class Hours(Noun):
    """Working days and hours: the windows in which the people who keep them can be asked for."""

    id: str
    name: str
    windows: tuple[Window, ...]


class Need(Noun):
    """So many people from a pool, with an expertise; or all of it; or named people, all of them."""

    pool: str = ""
    people: tuple[str, ...] = ()
    count: int | Literal["all", "all who work that day"] = 1
    expertise: str = ""

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if bool(self.pool) == bool(self.people):
            raise ValueError("a need names either a pool or people, and not both")
        return self


class Mode(StrEnum):
    """How a case is seen; a demand lists the modes it allows in their order of preference."""

    WORKER = "worker"
    COVER = "cover"
    RECORD = "record"


class Candidate(Noun):
    """A case that may answer a demand, by its place in the draw, and who can speak about it."""

    case: str
    rank: int = Field(ge=1)
    workers: tuple[str, ...] = ()
    cover: tuple[str, ...] = ()


class CaseDemand(Noun):
    """An activity's demand for cases of a stratum.

    ``candidates`` stand in the order of the draw. Activities that share a stratum share its
    candidates; the first ``base`` of them are the base cases, the others the reserves.
    """

    stratum: str
    count: int = Field(default=1, ge=1)
    base: int = Field(default=1, ge=1)
    candidates: tuple[Candidate, ...] = ()
    modes: tuple[Mode, ...] = (Mode.WORKER, Mode.COVER, Mode.RECORD)
    enough: int = Field(default=1, ge=1)
    """How many of a case's workers are enough, where a case has several."""
    role: str = "allocated worker"
    record_resource: str = ""
    """The resource that a record-only session uses."""


class Activity(Noun):
    """Something that must happen, before it has a time."""

    id: str
    title: str
    kind: str
    area: str = ""
    serves: tuple[str, ...] = ()
    shortest: int = Field(gt=0)
    longest: int = Field(gt=0)
    needs: tuple[Need, ...] = ()
    counterparts: tuple[Need, ...] = ()
    demand: CaseDemand | None = None
    windows: tuple[Window, ...] = ()
    """It lies within one of these; empty: anywhere in the review."""
    day_kinds: tuple[str, ...] = ()
    """The kinds of reviewer-day it may stand on; empty: any."""
    after: tuple[str, ...] = ()
    first_of_area: bool = False
    last_of_area: bool = False
    in_day: InDay = "any"
    place: str = "online"
    breathing_space: int = Field(default=0, ge=0)
    priority: Literal["must", "should", "mop-up"] = "must"
    standing: str = ""
    """The id of the standing pattern it comes from; empty: an activity of the review's own."""
    evidence: bool = False
    interview: bool = False
    resources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _shortest_first(self) -> Self:
        if self.shortest > self.longest:
            raise ValueError(f"its shortest length ({self.shortest}) is above its longest ({self.longest})")
        return self


class ScopeItem(Noun):
    """A part of the scope that somebody has to serve."""

    id: str
    title: str


class Area(Noun):
    """A line of enquiry with its scope items; provisional says what it still waits for."""

    id: str
    title: str
    windows: tuple[Window, ...] = ()
    scope: tuple[ScopeItem, ...] = ()
    provisional: str = ""


class Resource(Noun):
    """A thing that only one session can have at a time, and when it is there (None: always)."""

    id: str
    name: str
    windows: tuple[Window, ...] | None = None


class ReviewerDay(Noun):
    """A day on which a reviewer may work, and what kind of day it is."""

    person: str
    date: date
    kind: str


class LedgerLine(Noun):
    """Days outside the contract, for the ledger only."""

    person: str
    date: date
    days: float = Field(gt=0)
    what: str


class Limits(Noun):
    """How much is too much; None: no limit."""

    interviews_per_reviewer_per_day: int | None = None
    interviews_per_interviewee_per_day: int | None = None


class Comfort(Noun):
    """What comfort is worth: weights of the last tier's wishes (0: not wished), and preferred hours."""

    fair_share: int = Field(default=0, ge=0)
    idle: int = Field(default=0, ge=0)
    preferred_hours: int = Field(default=0, ge=0)
    few_days: int = Field(default=0, ge=0)
    preferred: tuple[Window, ...] = ()


class CaseSeen(Noun):
    """A case in a session: its reference, its rank in the draw, and how it is seen."""

    case: str
    rank: int
    mode: Mode


class Session(Noun):
    """An activity with a time, people, cases and a place.

    ``counterparts`` or ``cases`` are None where a programme written by others does not state them.
    """

    activity: str
    start: AwareDatetime
    end: AwareDatetime
    reviewers: tuple[str, ...] = ()
    counterparts: tuple[str, ...] | None = ()
    cases: tuple[CaseSeen, ...] | None = ()
    place: str = "online"

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone known to attend."""
        return self.reviewers + (self.counterparts or ())

    def overlaps(self, other: Session) -> bool:
        """Whether the two share some time; back-to-back does not."""
        return instant(self.start) < instant(other.end) and instant(other.start) < instant(self.end)


class Waiver(Noun):
    """A breach knowingly accepted: the rule, the sessions (activity ids), who said so and why."""

    rule: str
    sessions: tuple[str, ...]
    who: str
    why: str


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
    limits: Limits = Limits()
    comfort: Comfort = Comfort()
    fixed: tuple[Session, ...] = ()
    published: tuple[Session, ...] = ()
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
    def facts(self) -> frozenset[str]:
        """The ids of the activities whose sessions are fixed."""
        return frozenset(s.activity for s in self.fixed)

    def only(self, ids: Collection[str]) -> Problem:
        """The same problem with some of its activities only, their order among each other and their fixed sessions."""
        kept = tuple(
            activity.model_copy(update={"after": tuple(before for before in activity.after if before in ids)})
            for activity in self.activities
            if activity.id in ids
        )
        fixed = tuple(session for session in self.fixed if session.activity in ids)
        return self.changed(activities=kept, fixed=fixed)

    def changed(self, **fields: object) -> Problem:
        """The same problem with other values of some fields."""
        return Problem.model_validate({**{name: getattr(self, name) for name in Problem.model_fields}, **fields})

    def eligible(self, need: Need) -> tuple[Person, ...]:
        """Who could fill a need, expertise apart: the people named, or the members of its pool."""
        if need.people:
            return tuple(self.person[person] for person in need.people)
        return self.members.get(need.pool, ())

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
        """The resources that a session uses: its activity's, and the record's where a case is read on record only."""
        activity = self.activity[session.activity]
        on_record = any(seen.mode is Mode.RECORD for seen in session.cases or ())
        if activity.demand and activity.demand.record_resource and on_record:
            return (*activity.resources, activity.demand.record_resource)
        return activity.resources
