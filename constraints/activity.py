"""Activities: what must happen, before it has a time; with whom, about which cases, with what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from constraints.noun import Noun, Window

InDay = Literal["first", "any", "next to last", "last"]
"""Where in a reviewer's day a session stands: sessions of an earlier word end before later ones start."""

IN_DAY_ORDER: Mapping[InDay, int] = {"first": 0, "any": 1, "next to last": 2, "last": 3}

EVERYBODY: Literal["all"] = "all"
WORKING: Literal["all who work that day"] = "all who work that day"


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
