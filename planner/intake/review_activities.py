"""What the manager writes about what has to happen: kinds of activity, activities, standing sessions, their needs."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from pydantic import Field

from constraints.problem import InDay, Mode, Noun


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
    notice: int = Field(default=0, ge=0)
    """Working days' notice that counterparts are given, from the day of the invitations."""


class CaseEntry(Noun):
    """The cases an activity asks for, or the activity whose case it tracks."""

    stratum: str = ""
    tracks: str = ""
    """The entry that chooses the case; as many sessions as that one, the first for its first and so on."""
    role: str = ""
    """Who speaks about the case: one of the stratum's others by role; empty: its holder."""
    count: int = Field(default=1, ge=1)
    modes: tuple[Mode, ...] = (Mode.WORKER, Mode.COVER, Mode.RECORD)
    enough: int = Field(default=1, ge=1)
    record_resource: str = ""


class GapEntry(Noun):
    """How long after another activity: minutes from its end, days from its date."""

    after: str
    least_minutes: int | None = Field(default=None, ge=0)
    most_minutes: int | None = Field(default=None, ge=0)
    least_days: int | None = Field(default=None, ge=0)
    most_days: int | None = Field(default=None, ge=0)


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
    gaps: tuple[GapEntry, ...] = ()
    same_reviewers_as: str = ""
    """The entry whose reviewers hold it too."""
    same_place_as: str = ""
    """The entry in whose room it is held too."""
    team: str = ""
    """The team that it looks at."""
    evening: bool = False
    rooms: tuple[str, ...] = ()
    """It takes one of these."""
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
    rooms: tuple[str, ...] = ()
    priority: Literal["must", "should"] = "should"
