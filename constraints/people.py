"""People: who there is, when they are free, and in which roles they stand in for each other."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from constraints.noun import Noun, Window


class Conflicts(Noun):
    """What a reviewer may not review: teams, people and cases, by id."""

    teams: tuple[str, ...] = ()
    """The names of teams."""
    people: tuple[str, ...] = ()
    """The ids of people."""
    cases: tuple[str, ...] = ()
    """The labels of cases; never shown in a message."""


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
    most_days: int | None = None
    """Days on which the person holds sessions at most; None: any of those declared."""
    consecutive_days: bool = False
    """Whether those days follow one another, as their declared days do."""
    conflicts: Conflicts = Conflicts()


class Team(Noun):
    """A team of the council, as ``Person.team`` names it, and the district it belongs to."""

    id: str
    district: str = ""


class Pool(Noun):
    """People who can stand in for each other in a role."""

    id: str
    name: str


class Hours(Noun):
    """Working days and hours: the windows in which the people who keep them can be asked for."""

    id: str
    name: str
    windows: tuple[Window, ...]
    evenings: tuple[Window, ...] = ()
    """The windows that hold instead for activities of the evening; empty: the same."""


class ReviewerDay(Noun):
    """A day on which a reviewer may work, and what kind of day it is."""

    person: str
    date: date
    kind: str


class LedgerLine(Noun):
    """Days outside the contract, for the ledger only."""

    person: str
    date: date
    days: float = Field(gt=0, allow_inf_nan=False)
    what: str
