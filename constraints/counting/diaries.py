"""How often a person can take part in anything: their limits, less what fixed sessions have used of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from constraints.counting.jobs import Diary, PaceLeft
from constraints.days_worked import declared
from constraints.interview_limits import Side, by_week, daily
from constraints.musts import interviewee_weekly_limit, most_days, rest_between
from constraints.problem import Pace, Problem, Session

DAILY: Mapping[Side, str] = {
    "holds": "interviews_per_reviewer_per_day",
    "joins": "interviews_per_interviewee_per_day",
}
"""Which limit of the review counts the interviews of a day on each side."""


class Diaries:
    """The diaries of a problem's people."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.of = cache(self._of)
        self._daily = {
            side: {person.id: most for person, most in daily(problem, getattr(problem.limits, limit))}
            for side, limit in DAILY.items()
        }
        self._weekly = {person.id: most for person, most in interviewee_weekly_limit.limited(problem)}
        self._most_days = {person.id: (most, days) for person, most, days in most_days.limited(problem)}
        self._paces: dict[str, list[Pace]] = {}
        for pace, person in rest_between.of_people(problem):
            self._paces.setdefault(person.id, []).append(pace)

    def facts(self, person: str) -> tuple[Session, ...]:
        """The fixed sessions of a person."""
        return tuple(session for session in self._problem.fixed if person in session.people)

    def paces(self, person: str) -> tuple[Pace, ...]:
        """The paces that count for a person."""
        return tuple(self._paces.get(person, ()))

    def _of(self, person: str) -> Diary:
        problem, who = self._problem, self._problem.person[person]
        most, days = self._most_days.get(person, (None, ()))
        facts = self.facts(person)
        worked = frozenset(s.start.date() for s in facts if not problem.activity[s.activity].standing)
        return Diary(
            daily={side: of[person] for side, of in self._daily.items() if person in of},
            weekly={"joins": self._weekly[person]} if person in self._weekly else {},
            of_day=Counter(self._interviews(person)),
            of_week=Counter((side, by_week(day)) for side, day in self._interviews(person)),
            most_days=None if most is None else max(0, most - len(worked & set(days))),
            worked=worked,
            # where fixed sessions make days of work, others may lie on either side of them: nothing is said of that
            in_turn=declared(problem, who) if most is not None and who.consecutive_days and not worked else (),
            paces=tuple(PaceLeft(pace.most, pace.days, self._paced(facts, pace)) for pace in self.paces(person)),
        )

    def _interviews(self, person: str) -> Iterator[tuple[Side, date]]:
        for session in self.facts(person):
            if self._problem.activity[session.activity].interview:
                if person in session.reviewers:
                    yield "holds", session.start.date()
                if person in (session.counterparts or ()):
                    yield "joins", session.start.date()

    def _paced(self, facts: tuple[Session, ...], pace: Pace) -> tuple[date, ...]:
        return tuple(s.start.date() for s in facts if self._problem.activity[s.activity].kind in pace.kinds)
