"""What the manager writes about what has to happen: areas, kinds of activity, activities, standing sessions."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from pydantic import Field

from constraints.problem import InDay, Mode, Noun


class ScopeEntry(Noun):
    """A scope item of an area."""

    id: str
    """What activities that serve it call it by."""
    title: str
    """The item in the words of the terms of reference."""


class AreaEntry(Noun):
    """A line of enquiry: its dates, its scope items, its constructs as text."""

    id: str
    """What activities call the area by."""
    title: str
    """The area's name, as people are told it."""
    start: date
    """The first day on which its activities may stand."""
    end: date
    """The last of them."""
    scope: tuple[ScopeEntry, ...] = ()
    """What somebody has to look at in it."""
    constructs: str = ""
    """The questions behind the area, as free text for reviewers."""
    provisional: str = ""
    """What the area still waits for, such as a judgement; empty: nothing."""


class NeedEntry(Noun):
    """A need as written: so many of a pool, or named people."""

    pool: str = ""
    """The pool's id; empty where people are named."""
    people: tuple[str, ...] = ()
    """The ids of the people; all of them are there."""
    count: int | Literal["all", "all who work that day"] = 1
    """How many of the pool; of those who work that day nobody is waited for who is away whenever it could be held."""
    expertise: str = ""
    """What each of them can do, in the staff list's words; empty: anything."""


class KindEntry(Noun):
    """A kind of activity and its usual measure."""

    id: str
    """What activities, turns and paces call the kind by."""
    title: str = ""
    """The kind's name, as people are told it."""
    shortest: int = Field(gt=0)
    """The shortest length in minutes."""
    longest: int | None = Field(default=None, gt=0)
    """The longest length in minutes; None: the shortest."""
    breathing_space: int = Field(default=0, ge=0)
    """Minutes that reviewers have free after it."""
    evidence: bool = False
    """Whether it gathers evidence: counted as an evidence session, and in preferred hours."""
    interview: bool = False
    """Whether it is an interview, to which the daily and weekly limits apply."""
    notice: int = Field(default=0, ge=0)
    """Working days' notice that counterparts are given, from the day of the invitations."""


class CaseEntry(Noun):
    """The cases that an activity asks for: of a stratum, or those of another activity, which it tracks."""

    stratum: str = ""
    """The stratum's id, from whose draw the cases come; empty where it tracks."""
    tracks: str = ""
    """The entry that chooses the case: its only session's, or with as many sessions each, the nth one's for the nth."""
    role: str = ""
    """Who speaks about the case: the role of the stratum's holder or of one of its others; empty: its holder."""
    count: int = Field(default=1, ge=1)
    """Cases in each session; where it tracks, as many as are chosen there."""
    modes: tuple[Mode, ...] = (Mode.WORKER, Mode.COVER, Mode.RECORD)
    """The ways in which a case may be seen, the best first: its own worker, their cover, its record only."""
    enough: int = Field(default=1, ge=1)
    """How many of a case's workers are enough, where a case has several."""
    record_resource: str = ""
    """The resource, by id, that is used where only the record is seen; empty: none."""


class GapEntry(Noun):
    """How long after another activity: minutes from its end to this one's start, days from date to date."""

    after: str
    """The entry's id; with as many sessions each, the nth stands after its nth."""
    least_minutes: int | None = Field(default=None, ge=0)
    """No sooner than so many minutes after its end; None: no bound."""
    most_minutes: int | None = Field(default=None, ge=0)
    """No later than so many minutes after its end; None: no bound."""
    least_days: int | None = Field(default=None, ge=0)
    """No sooner than so many days after its date, 0 being the same day; None: no bound."""
    most_days: int | None = Field(default=None, ge=0)
    """No later than so many days after its date; None: no bound."""


class ActivityEntry(Noun):
    """An activity, or ``repeat`` of them that are alike: their ids are then S18-1, S18-2 ..."""

    id: str
    """What other entries and a programme call it by."""
    title: str
    """What it is, as people are told it; nothing about a child."""
    kind: str
    """The id of its kind."""
    area: str = ""
    """The id of its area; empty: none."""
    repeat: int = Field(default=1, ge=1)
    """How many of it there are."""
    serves: tuple[str, ...] = ()
    """The ids of the scope items that it serves."""
    shortest: int | None = Field(default=None, gt=0)
    """The shortest length in minutes; None: its kind's."""
    longest: int | None = Field(default=None, gt=0)
    """The longest length in minutes; None: its kind's, or its shortest where that is longer."""
    needs: tuple[NeedEntry, ...] = ()
    """Who holds it; empty: those of the entry whose reviewers it has, else one of the pool ``reviewers``."""
    counterparts: tuple[NeedEntry, ...] = ()
    """Who is met, beside those whom a case brings."""
    case: CaseEntry | None = None
    """The cases that it asks for; None: none."""
    start: date | None = None
    """The first day on which it may stand; None: its area's, else the review's."""
    end: date | None = None
    """The last of them; None: its area's, else the review's."""
    earliest: time | None = None
    """It starts no earlier in the day."""
    latest: time | None = None
    """It ends no later in the day."""
    day_kinds: tuple[str, ...] = ()
    """The kinds of reviewer-day on which it may stand; empty: any."""
    after: tuple[str, ...] = ()
    """The ids of entries of which every activity has to be over."""
    gaps: tuple[GapEntry, ...] = ()
    """How long after others it stands."""
    same_reviewers_as: str = ""
    """The id of the entry whose reviewers hold it too; empty: none."""
    same_place_as: str = ""
    """The id of the entry in whose room it is held too; empty: none."""
    team: str = ""
    """The team that it looks at, which its reviewers have to be independent of; empty: none."""
    evening: bool = False
    """Whether it may stand in the evening hours of those who attend."""
    rooms: tuple[str, ...] = ()
    """The ids of the resources of which it takes one; empty: those of the entry whose room it has, else none."""
    first_of_area: bool = False
    """Whether it comes before everything else of its area."""
    last_of_area: bool = False
    """Whether it comes after everything else of its area."""
    in_day: InDay = "any"
    """Where in its reviewers' day it stands."""
    place: str = "online"
    """``online``, or the id of a site; a review without sites may write any place."""
    breathing_space: int | None = Field(default=None, ge=0)
    """Minutes that reviewers have free after it; None: as its kind says."""
    priority: Literal["must", "should", "mop-up"] = "must"
    """What is left out first where not everything fits: mop-ups, then what should be held."""
    resources: tuple[str, ...] = ()
    """The ids of the things it uses, all of them."""


class StandingEntry(Noun):
    """A session that recurs on days of a kind when a reviewer works."""

    id: str
    """The beginning of its sessions' ids: ``<id>-<area>-<nth day>``."""
    title: str
    """What it is, as people are told it."""
    kind: str
    """The id of its kind of activity."""
    pool: str = "reviewers"
    """The id of the pool whose declared days it follows and whose people hold it."""
    day_kinds: tuple[str, ...]
    """The kinds of day on which it recurs."""
    start: date | None = None
    """The first day it is held, where later than the first of its kind."""
    shared: bool = True
    """One session for everyone who works that day; otherwise one each."""
    shortest: int | None = Field(default=None, gt=0)
    """The shortest length in minutes; None: its kind's."""
    longest: int | None = Field(default=None, gt=0)
    """The longest length in minutes; None: its kind's, or its shortest where that is longer."""
    earliest: time | None = None
    """It starts no earlier in the day."""
    latest: time | None = None
    """It ends no later in the day."""
    counterparts: tuple[NeedEntry, ...] = ()
    """Who is met."""
    in_day: InDay = "any"
    """Where in its reviewers' day it stands."""
    place: str = "online"
    """``online``, or the id of a site; a review without sites may write any place."""
    rooms: tuple[str, ...] = ()
    """The ids of the resources of which it takes one; empty: none."""
    priority: Literal["must", "should"] = "should"
    """Whether it is held for certain, or left out where not everything fits."""
