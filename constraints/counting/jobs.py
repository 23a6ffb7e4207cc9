"""The nouns of counting: jobs, who could do them and when, and how often anybody can do anything.

A job is an activity seen from the side of some subjects: a person, a pool, a team, a thing. It leaves out whatever
others have to keep, so that what the subjects can do of their jobs is a bound on the activities that can be held,
whatever else is planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from constraints.counting.ranges import ByDay
from constraints.interview_limits import Side

Kind = Literal["area", "person", "people", "pool", "team", "day", "resource", "room", "stratum", "cases", "contract"]
"""What the subject of a density check is."""

THINGS: tuple[Kind, ...] = ("team", "resource", "room")
"""Subjects without hours of their own: those of whoever can be there count for them."""

ANY = 1_000_000
"""More sessions than any review holds."""


class Way(NamedTuple):
    """How a subject can take part in an activity.

    Attributes:
        days: the possible starts of each day.
        space: the ticks that have to be free afterwards.
        side: as what it is counted by the limits on interviews; None: by none.
        paces: which of the subject's paces count it.
    """

    days: ByDay
    space: int = 0
    side: Side | None = None
    paces: tuple[int, ...] = ()


class PaceLeft(NamedTuple):
    """At most so many in so many days on end, and the days of the fixed sessions that count."""

    most: int
    days: int
    fixed: tuple[date, ...]


class Diary(NamedTuple):
    """How often a subject can take part in anything; without limits, as often as there is time.

    Attributes:
        daily, weekly: the most interviews on each side.
        of_day, of_week: fixed interviews by side and day, and by side and Monday.
        most_days: days of work beside those in ``worked``; None: any number.
        worked: the days that fixed sessions make days of work.
        in_turn: the days that have to follow one another, where they have to.
        paces: limits on so many days on end.
    """

    daily: Mapping[Side, int] = {}
    weekly: Mapping[Side, int] = {}
    of_day: Mapping[tuple[Side, date], int] = {}
    of_week: Mapping[tuple[Side, date], int] = {}
    most_days: int | None = None
    worked: frozenset[date] = frozenset()
    in_turn: tuple[date, ...] = ()
    paces: tuple[PaceLeft, ...] = ()

    @property
    def over_days(self) -> bool:
        """Whether what is done on one day bears on another."""
        return bool(self.weekly or self.paces or self.most_days is not None)

    def left_of_day(self, side: Side, day: date) -> int:
        """Interviews left on a side of a day; without a limit, any number."""
        return max(0, self.daily[side] - self.of_day.get((side, day), 0)) if side in self.daily else ANY

    def left_of_week(self, side: Side, monday: date) -> int:
        """Interviews left on a side of a week; without a limit, any number."""
        return max(0, self.weekly[side] - self.of_week.get((side, monday), 0)) if side in self.weekly else ANY


class Pick(NamedTuple):
    """So many of these subjects, all at once."""

    many: int
    of: tuple[str, ...]


class Option(NamedTuple):
    """Subjects who hold an activity together, and the cases it is about, where it matters which."""

    members: tuple[str, ...]
    cases: tuple[str, ...] = ()


class Job(NamedTuple):
    """An activity as it is asked of some subjects.

    Attributes:
        id: the activity.
        length: the fewest ticks it takes.
        units: how many of the subjects, or of the cases, it takes at once.
        days: the days that its windows touch.
        ways: when each subject can take part.
        picks: how many it takes of which subjects, everybody once.
        options: for a job about cases, each of them with those whom it takes; it sees as many as it has units.
        by_case: whether it is about cases.
    """

    id: str
    length: int
    units: int
    days: tuple[date, ...]
    ways: Mapping[str, Way]
    picks: tuple[Pick, ...] = ()
    options: tuple[Option, ...] = ()
    by_case: bool = False


class Class(NamedTuple):
    """Jobs that are alike, whatever they pick."""

    length: int
    units: int
    ways: Mapping[str, Way]
    options: tuple[Option, ...]
    jobs: tuple[str, ...]


class Held(NamedTuple):
    """A job, who does it, and the tick at which it starts."""

    job: str
    option: Option
    start: int


class Budget(NamedTuple):
    """So many of these days, each of one person, may be used."""

    days: frozenset[tuple[str, date]]
    left: int


class Ask(NamedTuple):
    """What is asked of a subject.

    Attributes:
        subject: its id.
        name: who or what it is, for a sentence.
        subjects: the ids that rules name when they are about it.
        diaries: how often each of the calendars that the jobs name can take part in anything.
    """

    kind: Kind
    subject: str
    name: str
    subjects: tuple[str, ...]
    jobs: tuple[Job, ...]
    diaries: Mapping[str, Diary]
    budget: Budget | None = None


def classes_of(jobs: Iterable[Job]) -> list[Class]:
    """Jobs that are alike, together, in the order in which they first come."""
    alike: dict[object, list[Job]] = {}
    for job in jobs:
        alike.setdefault((job.length, job.units, tuple(sorted(job.ways.items())), job.options), []).append(job)
    return [
        Class(of[0].length, of[0].units, of[0].ways, of[0].options, tuple(job.id for job in of))
        for of in alike.values()
    ]
