"""Activities: what must happen, before it has a time; with whom, about which cases, with what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from constraints.noun import Noun, Window

InDay = Literal["first", "any", "next to last", "last"]
"""Where in a reviewer's day a session stands: sessions of an earlier word end before later ones start."""

IN_DAY_ORDER: Mapping[InDay, int] = {"first": 0, "any": 1, "next to last": 2, "last": 3}

EVERYBODY: Literal["all"] = "all"
WORKING: Literal["all who work that day"] = "all who work that day"


class Need(Noun):
    """So many people from a pool, with an expertise, some of it barred; or all of it; or named people, all of them."""

    pool: str = ""
    people: tuple[str, ...] = ()
    count: int | Literal["all", "all who work that day"] = 1
    expertise: str = ""
    without: tuple[str, ...] = ()
    """Those of the pool who may not fill it: their place in it was given to others."""

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
    tracks: str = ""
    """The activity that chooses the case: the same one is seen here, by other people about it; empty: its own."""
    withdrawn: tuple[Candidate, ...] = ()
    """Cases of the draw that may not be seen any more, kept so that each of them is accounted for."""


class Gap(Noun):
    """How long after another activity one stands, where both are held: within these bounds, None: no bound.

    Minutes run from the end of the one to the start of the other, days from date to date.
    """

    after: str
    least_minutes: int | None = Field(default=None, ge=0)
    most_minutes: int | None = Field(default=None, ge=0)
    least_days: int | None = Field(default=None, ge=0)
    most_days: int | None = Field(default=None, ge=0)


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
    gaps: tuple[Gap, ...] = ()
    first_of_area: bool = False
    last_of_area: bool = False
    in_day: InDay = "any"
    place: str = "online"
    """``online``, or the id of a site."""
    rooms: tuple[str, ...] = ()
    """It takes one of these resources; empty: it needs no room."""
    same_place_as: str = ""
    """The activity in whose room it is held."""
    same_reviewers_as: str = ""
    """The activity whose reviewers hold it."""
    team: str = ""
    """The team that it looks at."""
    evening: bool = False
    """Whether it may stand in the evening hours of those who attend."""
    asked_from: AwareDatetime | None = None
    """Before this its counterparts cannot be asked for: they have had too little notice; None: at any time."""
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

    @property
    def tracks(self) -> str:
        """The activity whose case it is about; empty: it chooses its own, or is about none."""
        return self.demand.tracks if self.demand else ""

    @property
    def tied_to(self) -> tuple[str, ...]:
        """The other activities that it names: what it comes after, and whose case, people or room it shares."""
        shared = (self.tracks, self.same_place_as, self.same_reviewers_as)
        return (*self.after, *(gap.after for gap in self.gaps), *filter(None, shared))

    def among(self, ids: Collection[str]) -> Activity:
        """The same activity, tied to no other activities than these."""
        demand = self.demand
        if demand and demand.tracks and demand.tracks not in ids:
            demand = demand.model_copy(update={"tracks": ""})
        return self.model_copy(
            update={
                "after": tuple(before for before in self.after if before in ids),
                "gaps": tuple(gap for gap in self.gaps if gap.after in ids),
                "same_place_as": self.same_place_as if self.same_place_as in ids else "",
                "same_reviewers_as": self.same_reviewers_as if self.same_reviewers_as in ids else "",
                "demand": demand,
            }
        )


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
