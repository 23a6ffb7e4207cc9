"""What people already hold, added to a tiny problem: published sessions, what of them was struck, and what time it is.

Published sessions are made from the nouns: mostly such as could be held again, a few as no programme has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random

from constraints.problem import Activity, CaseSeen, Mode, Need, Problem, Session


def under_way(problem: Problem, random: Random, *, one_in: int) -> Problem:
    """Of so many problems, one with something published; the others as they are."""
    return problem if random.randrange(one_in) else _Held(problem, random).problem()


class _Held:
    def __init__(self, problem: Problem, random: Random) -> None:
        self.plain = problem
        self.random = random
        self.some = random.choice

    def one_in(self, n: int) -> bool:
        return self.random.randrange(n) == 0

    def problem(self) -> Problem:
        published = tuple(self.published())
        ids = [session.activity for session in published]
        struck = self.random.sample(ids, min(len(ids), self.some((0, 0, 1, 1, 2))))
        frozen = self.random.sample(ids, min(len(ids), self.some((0, 1, 3, 9))))
        return self.plain.changed(
            published=published,
            struck=tuple(struck),
            frozen=tuple(frozen),
            now=self.now(published),
            limits=self.plain.limits.model_copy(update={"notice": self.some((0, 1, 2, 2))}),
        )

    def now(self, published: tuple[Session, ...]) -> datetime | None:
        times = sorted(session.start for session in published)
        ragged = timedelta(minutes=self.some((0, 0, 5)))
        if not times:
            return None
        before = timedelta(days=self.some((1, 2, 6, 7)))
        hour = timedelta(hours=1)
        near = (times[0] - hour + ragged, self.some(times) - hour)
        return self.some((None, times[0], times[0] + ragged, times[-1] - ragged, times[0] - before, *near))

    def published(self) -> Iterator[Session]:
        facts = {fact.activity: fact for fact in self.plain.fixed}
        for activity in self.plain.activities:
            if activity.id in facts and not self.one_in(3):
                yield facts[activity.id]
            elif not self.one_in(5):
                yield self.session(activity)
        if self.one_in(5):
            people = self.random.sample([person.id for person in self.plain.people], 2)
            yield self.session(self.plain.activities[0]).model_copy(
                update={"activity": "gone", "reviewers": (people[0],), "counterparts": (people[1], "left")}
            )

    def session(self, activity: Activity) -> Session:
        start = self.some(list(self.starts(activity))) + timedelta(minutes=5 * self.one_in(15))
        cases, brought = self.case(activity)
        asked = tuple(person for need in activity.counterparts for person in self.people(need))
        return Session(
            activity=activity.id,
            start=start,
            end=start + timedelta(minutes=self.some((activity.shortest, activity.shortest, activity.longest))),
            reviewers=tuple(dict.fromkeys(person for need in activity.needs for person in self.people(need))),
            counterparts=None if self.one_in(15) else tuple(dict.fromkeys((*asked, *brought))),
            cases=cases,
            place="elsewhere" if self.one_in(8) else activity.place,
            room=self.some((None, "")) if self.one_in(10) else self.some(activity.rooms or ("",)),
        )

    def starts(self, activity: Activity) -> Iterator[datetime]:
        """Steps of the grid of its windows; without any, in the morning of each day."""
        grid = timedelta(minutes=self.plain.grid)
        for window in activity.windows:
            yield from (window.start + n * grid for n in range((window.end - window.start) // grid))
        if not activity.windows:
            for day in self.plain.days_of(activity):
                nine = datetime.combine(day, time(9), self.plain.tz)
                yield from (nine + n * grid for n in range(6))

    def people(self, need: Need) -> tuple[str, ...]:
        there = [person.id for person in self.plain.eligible(need)]
        if need.people or not isinstance(need.count, int):
            return tuple(there)
        return tuple(self.random.sample(there, min(need.count, len(there))))

    def case(self, activity: Activity) -> tuple[tuple[CaseSeen, ...], tuple[str, ...]]:
        """A case, and whom it brings."""
        if activity.demand is None:
            return (), ()
        candidate, mode = self.some(activity.demand.candidates), self.some(activity.demand.modes)
        brought = {Mode.WORKER: candidate.workers, Mode.COVER: candidate.cover[:1], Mode.RECORD: ()}[mode]
        return (CaseSeen(case=candidate.case, rank=candidate.rank, mode=mode),), brought
