"""Random batches of what can happen to a programme: drawn from a seed, so the same everywhere.

A batch is said at a moment, mostly while the review is under way, and names only what the programme holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import reduce
from random import Random
from typing import NamedTuple

from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme
from planner.intake.disruption import (
    Add,
    AwayFrom,
    Cancel,
    Disruption,
    Drop,
    NoShow,
    Overran,
    Pin,
    SwapReviewer,
    Withdraw,
)
from planner.intake.disruption_on_problem import on_problem, on_programme
from planner.intake.standing_now import stand

DAY = timedelta(days=1)


class Batch(NamedTuple):
    """What happened, and the moment at which it is looked at."""

    now: datetime
    said: tuple[Disruption, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened, by kind."""
        return tuple(one.kind for one in self.said)


class Standing(NamedTuple):
    """What has to happen as it now stands, and the programme as it was held."""

    problem: Problem
    before: Programme


def standing(problem: Problem, programme: Programme, batch: Batch) -> Standing:
    """How things stand after a batch, where the programme is what people hold."""
    before = on_programme(programme, batch.said)
    after = reduce(on_problem, batch.said, problem)
    pinned = {one.session for one in batch.said if isinstance(one, Pin)}
    return Standing(stand(after, before, before.sessions, pinned, batch.said, batch.now), before)


TRIES = 50
"""Draws after which there is nothing left that could be disrupted."""


def batch(problem: Problem, programme: Programme, random: Random, now: datetime | None = None) -> Batch:
    """A batch of one to four disruptions.

    Args:
        problem: what has to happen.
        programme: what people hold.
        random: draws them.
        now: when they are said; None: that is drawn, too.

    Returns:
        The batch; an empty one where nothing of the programme is left to be disrupted.
    """
    draws = (_Draw(problem, programme, random, now) for _ in range(TRIES))
    batches = (Batch(draw.now, tuple(draw.some())) for draw in draws)
    return next((one for one in batches if one.said), Batch(now or _midnight(problem), ()))


def one_cancelled(problem: Problem, programme: Programme, random: Random) -> Batch:
    """A batch of one cancellation: an interview's people say, a day or some before, that they cannot come."""
    draw = _Draw(problem, programme, random, None)
    ahead = [one for one in programme.sessions if _own(problem, one) and one.counterparts]
    session = random.choice(ahead)
    draw.now = session.start - random.choice((2, 26, 50)) * timedelta(hours=1)
    return Batch(draw.now, (draw.cancelled(session, session.counterparts or ()),))


def _own(problem: Problem, session: Session) -> bool:
    activity = problem.activity[session.activity]
    return not activity.standing and activity.priority != "mop-up"


def _midnight(problem: Problem) -> datetime:
    return datetime.combine(problem.start, time(), problem.tz)


class _Draw:
    def __init__(self, problem: Problem, programme: Programme, random: Random, now: datetime | None) -> None:
        self.problem, self.programme, self.random = problem, programme, random
        self.now = now or self.moment()
        self.ahead = [one for one in programme.sessions if one.start >= self.now]
        self.begun = [one for one in programme.sessions if one.start < self.now]

    def moment(self) -> datetime:
        """Before the review, early on one of its days, or just after something began."""
        first = _midnight(self.problem)
        at = self.random.choice(self.programme.sessions).start if self.programme.sessions else first
        early = datetime.combine(at.date(), time(8, 30), self.problem.tz)
        return self.random.choice((first - 2 * DAY, early, early, at + timedelta(minutes=5)))

    def some(self) -> Iterator[Disruption]:
        kinds: Sequence[tuple[Callable[[], Iterable[Disruption]], int]] = (
            (self.cancel, 8),
            (self.away, 6),
            (self.no_show, 2),
            (self.overran, 2),
            (self.withdraw, 3),
            (self.drop, 2),
            (self.add, 2),
            (self.swap, 2),
            (self.pin, 2),
        )
        many = self.random.choice((1, 1, 1, 2, 2, 3, 4))
        for kind in self.random.choices([one for one, _ in kinds], [weight for _, weight in kinds], k=many):
            yield from kind()

    def one_of(self, sessions: Sequence[Session]) -> Iterator[Session]:
        """Any of them, rather one of the review's own; none where there is none."""
        own = [one for one in sessions if _own(self.problem, one)]
        if sessions:
            yield self.random.choice(self.random.choice((own, own, own, sessions)) or sessions)

    def cancel(self) -> Iterator[Disruption]:
        for session in self.one_of([one for one in self.ahead if one.people]):
            asked = session.counterparts or session.reviewers
            yield self.cancelled(session, self.random.choice((asked, asked, asked[:1], session.people)))

    def cancelled(self, session: Session, people: Sequence[str]) -> Cancel:
        return Cancel(session=session.activity, start=session.start, end=session.end, people=tuple(people))

    def away(self) -> Iterator[Disruption]:
        """Somebody for a day, part of a day or a week; or a thing that sessions take."""
        for session in self.one_of(self.ahead):
            midnight = datetime.combine(session.start.date(), time(), self.problem.tz)
            noon = midnight + DAY / 2
            spells = ((midnight, DAY), (midnight, DAY), (midnight, DAY / 2), (noon, DAY / 2), (midnight, 5 * DAY))
            start, length = self.random.choice(spells)
            takes = (*session.people, *session.people, *self.problem.resources_of(session))
            if takes:
                yield AwayFrom(who=self.random.choice(takes), start=start, end=start + length)

    def no_show(self) -> Iterator[Disruption]:
        for session in self.one_of([one for one in self.begun if one.start >= self.now - DAY]):
            yield NoShow(session=session.activity, start=session.start)

    def overran(self) -> Iterator[Disruption]:
        for session in self.one_of([one for one in self.begun if one.start.date() == self.now.date()]):
            until = session.end + self.random.choice((1, 2, 3)) * timedelta(minutes=self.problem.grid)
            yield Overran(session=session.activity, start=session.start, until=until, who="Lead reviewer")

    def withdraw(self) -> Iterator[Disruption]:
        seen = [one for one in self.ahead if one.cases]
        for session in self.one_of(seen):
            case = self.random.choice(session.cases or ()).case
            kept = [one.activity for one in self.begun if case in {each.case for each in one.cases or ()}]
            yield Withdraw(case=case, kept=tuple(kept))

    def drop(self) -> Iterator[Disruption]:
        for session in self.one_of(self.ahead):
            yield Drop(activity=session.activity)

    def add(self) -> Iterator[Disruption]:
        likes = [activity for activity in self.problem.activities if not activity.standing]
        if likes:
            like = self.random.choice(likes)
            people = self.random.choice(((), (), self.somebody(like)))
            yield Add(activity=f"extra-{self.random.randrange(100)}", like=like.id, people=people)

    def somebody(self, like: Activity) -> tuple[str, ...]:
        """One person, of those who are not asked to hold it."""
        holding = {person.id for need in like.needs for person in self.problem.eligible(need)}
        others = [person.id for person in self.problem.people if person.id not in holding]
        return (self.random.choice(others),) if others else ()

    def swap(self) -> Iterator[Disruption]:
        for session in self.one_of([one for one in self.ahead if one.reviewers]):
            out = self.random.choice(session.reviewers)
            pools = set(self.problem.person[out].pools)
            others = [one.id for one in self.problem.people if pools & set(one.pools) and one.id not in session.people]
            to = self.random.choice(("", "", *others[:1], *self.random.sample(others, min(1, len(others)))))
            yield SwapReviewer(session=session.activity, out=out, to=to)

    def pin(self) -> Iterator[Disruption]:
        for session in self.one_of(self.ahead):
            yield Pin(session=session.activity)
