"""Rehearsal: a programme taken through one sequence of bad luck, day by day, the smallest repair accepted each time.

What happened becomes history, what is repaired is what people hold next. Pure: how the problem stands after something
happened, and how it is answered, are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from constraints.problem import Problem, Session, instant
from constraints.programme import Programme
from planner.solving.chance import EARLY, NOON, Chance
from planner.solving.spare import Answered
from planner.solving.tolls import Toll, Walked, lost_between, toll_of

BEFORE_AREA = 4
"""Days before the first session of a provisional area on which it is heard that it has to wait."""

DAY = timedelta(days=1)


class Fell(NamedTuple):
    """Sessions that fell through: their counterparts are not to be had at that time."""

    sessions: tuple[Session, ...]


class Ill(NamedTuple):
    """A reviewer who is away."""

    person: str
    start: datetime
    end: datetime


class Late(NamedTuple):
    """An area that has to wait."""

    area: str


class Eased(NamedTuple):
    """Sessions that no longer come before everything else of their area, so that one of them could be held again."""

    activities: tuple[str, ...]


Stroke = Fell | Ill | Late

Happening = Stroke | Eased

Stands = Callable[[Programme, Sequence[Happening], datetime], Problem]
"""The problem as it stands after all that happened, for people who hold this programme, at this moment."""

Answer = Callable[[Problem, Programme], Answered]


class _Due(NamedTuple):
    at: datetime
    happening: Stroke


def walk(
    problem: Problem, programme: Programme, chance: Chance, start: datetime, stands: Stands, answer: Answer
) -> Walked:
    """Take a programme through one sequence.

    Args:
        problem: what has to happen, as it is before anything happened.
        programme: what people hold.
        chance: what is in store.
        start: when it begins: what is before is history, and nothing is heard of it.
        stands: how the problem stands after something happened.
        answer: what is done about it.
    """
    walker = _Walker(problem, programme, chance, start)
    while due := walker.next_due():
        walker.take(due, stands, answer)
    return walker.walked(problem, programme)


class _Walker:
    """Where a sequence has come to."""

    def __init__(self, problem: Problem, programme: Programme, chance: Chance, start: datetime) -> None:
        self.problem, self.programme, self.chance, self.now = problem, programme, chance, start
        self.happened: list[Happening] = []
        self.times: dict[str, int] = {}
        self.away: set[tuple[str, date]] = set()
        self.waited = False
        self.tolls = {kind: Toll() for kind in (Fell, Ill, Late)}
        self.opening = Toll()
        self.out_of_turn = 0

    def next_due(self) -> _Due | None:
        """What is heard next; what is heard at one moment about several sessions is one happening."""
        dues = sorted((*self._late(), *self._ill()), key=lambda due: instant(due.at))
        falls = list(self._falling())
        first = min((at for at, _ in falls), key=instant, default=None)
        if first and not (dues and instant(dues[0].at) <= instant(first)):
            return _Due(first, Fell(tuple(session for at, session in falls if at == first)))
        return dues[0] if dues else None

    def _falling(self) -> Iterator[tuple[datetime, Session]]:
        """When it is heard of each session ahead that it falls through; of what was moved so near, at once."""
        for session in self.programme.sessions:
            if instant(session.start) > instant(self.now) and self._may_fall(session):
                heard = self.chance.falls_through(self.problem, session, self.times.get(session.activity, 0))
                if heard:
                    yield max(heard, self.now, key=instant), session

    def _may_fall(self, session: Session) -> bool:
        activity = self.problem.activity[session.activity]
        return activity.evidence and bool(session.counterparts)

    def _ill(self) -> Iterator[_Due]:
        days = {(who, one.start.date()) for one in self.programme.sessions for who in one.reviewers}
        for person, on in sorted(days - self.away):
            early = datetime.combine(on, EARLY, self.problem.tz)
            lasts = self.chance.falls_ill(person, on) if instant(early) > instant(self.now) else 0
            if lasts:
                midnight = datetime.combine(on, time(), self.problem.tz)
                yield _Due(early, Ill(person, midnight, midnight + lasts * DAY))

    def _late(self) -> Iterator[_Due]:
        area = "" if self.waited else self.chance.late()
        of_area = [s.start for s in self.programme.sessions if self.problem.activity[s.activity].area == area]
        first = min(of_area, key=instant, default=self.now) if area else self.now
        if instant(first) > instant(self.now):
            on = first.date() - BEFORE_AREA * DAY
            yield _Due(max(datetime.combine(on, NOON, self.problem.tz), self.now, key=instant), Late(area))

    def take(self, due: _Due, stands: Stands, answer: Answer) -> None:
        """Let something happen, and answer it."""
        self.now = due.at
        self.happened.append(due.happening)
        self._remember(due.happening)
        after = stands(self.programme, tuple(self.happened), due.at)
        done = answer(after, self.programme)
        kind = type(due.happening)
        many = len(due.happening.sessions) if isinstance(due.happening, Fell) else 1
        toll = toll_of(many, after, self.programme, done)
        self.tolls[kind] += toll
        if done.out_of_turn:
            self.happened.append(Eased(done.out_of_turn))
            self.out_of_turn += len(done.out_of_turn)
        if kind is Fell and any(after.activity[one].first_of_area for one in after.struck if one in after.activity):
            self.opening += toll
        self.problem, self.programme = after, done.programme

    def _remember(self, happening: Stroke) -> None:
        match happening:
            case Fell(sessions):
                self.times.update({s.activity: self.times.get(s.activity, 0) + 1 for s in sessions})
            case Ill(person, start, end):
                self.away.update((person, (start + n * DAY).date()) for n in range((end - start).days))
            case Late():
                self.waited = True

    def walked(self, problem: Problem, first: Programme) -> Walked:
        """What it came to, held against what there was at first."""
        return Walked(
            cancelled=self.tolls[Fell],
            opening=self.opening,
            ill=self.tolls[Ill],
            late=self.tolls[Late],
            out_of_turn=self.out_of_turn,
            **lost_between(problem, first, self.programme),
        )
