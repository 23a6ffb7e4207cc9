"""What comes out: the programme, what is left out and why, and what changed between two."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from constraints.problem import Activity, Noun, Person, Problem, Session


class LeftOut(Noun):
    """An activity without a session, and the simplest true sentence why."""

    activity: str
    why: str


class TierValue(Noun):
    """What a tier came to: its value, the best any programme could have, and whether they are proven equal."""

    tier: str
    value: int
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """(value - bound) / max(value, 1); 0 when proven."""
        return (self.value - self.bound) / max(self.value, 1)


class Programme(Noun):
    """All sessions in order of time, what is left out, and what each tier came to."""

    sessions: tuple[Session, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    tiers: tuple[TierValue, ...] = ()
    remarks: tuple[str, ...] = ()
    """What was seen while a programme written by others was read."""

    @cached_property
    def session(self) -> Mapping[str, Session]:
        """Sessions by activity id."""
        return {s.activity: s for s in self.sessions}

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Session, ...]]:
        found: dict[str, list[Session]] = {}
        for session in self.sessions:
            for person in session.people:
                found.setdefault(person, []).append(session)
        return {person: tuple(sorted(of, key=in_time)) for person, of in found.items()}

    def sessions_of(self, person: str) -> tuple[Session, ...]:
        """The sessions a person attends, in order of time."""
        return self._by_person.get(person, ())

    def people_of(self, problem: Problem) -> tuple[Person, ...]:
        """The people of a problem who attend anything, in the problem's order."""
        return tuple(person for person in problem.people if person.id in self._by_person)

    def day_of(self, person: str, day: date) -> tuple[Session, ...]:
        """The sessions a person attends on a day, in order of time."""
        return tuple(s for s in self.sessions_of(person) if s.start.date() == day)

    def works(self, problem: Problem, person: str, day: date) -> bool:
        """Whether a person has a session of the review's own on a day: standing sessions do not make a day worked."""
        return any(not problem.activity[s.activity].standing for s in self.day_of(person, day))

    def asked_for(self, problem: Problem) -> Programme:
        """The programme without the sessions of activities that were dropped since it was made."""
        kept = tuple(one for one in self.sessions if one.activity in problem.activity)
        return self if kept == self.sessions else self.model_copy(update={"sessions": kept})

    def owes(self, problem: Problem, activity: Activity) -> bool:
        """Whether an activity is owed and not held; a standing one is owed when one of its reviewers works that day."""
        if activity.id in self.session:
            return False
        if not activity.standing:
            return True
        return any(
            self.works(problem, person.id, day)
            for need in activity.needs
            for person in problem.eligible(need)
            for day in problem.days_of(activity)
            if (person.id, day) in problem.kind_of_day
        )


class Move(Noun):
    """One session before and after."""

    before: Session
    after: Session


class Changes(Noun):
    """What turns one programme into another."""

    added: tuple[Session, ...] = ()
    moved: tuple[Move, ...] = ()
    cancelled: tuple[Session, ...] = ()
    reassigned: tuple[Move, ...] = ()


def in_time(session: Session) -> tuple[datetime, datetime, str]:
    """The order in which sessions are listed: start, end, activity; by instant, not wall clock."""
    return (*session.span, session.activity)
