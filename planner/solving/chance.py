"""What chance has in store for a review: which sessions fall through, who falls ill, whether a judgement is late.

Every throw is made of the seed, the number of the sequence and what it is about, never of the throws before it. So one
sequence holds the same bad luck whatever the programme and its reserve, and one size can be held against another.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from constraints.problem import Problem, Rates, Session

EARLY = time(8, 30)
"""When the day's bad news is heard."""

NOON = time(12)
"""When that of other days is."""

NOTICE = (0, 1, 3)
"""Days before a session on which it may be heard that it falls through, each as likely: the day itself, the day
before, or earlier in the week."""

AN_HOUR = timedelta(hours=1)
"""A session that begins early is called off no later than this before it."""

ILLNESS = (1, 1, 2, 5)
"""Days of the calendar for which whoever falls ill is away, each as likely."""


class Chance:
    """What chance has in store for one sequence.

    Args:
        seed: of the whole rehearsal.
        sequence: which one of it.
        rates: how likely things are.
        waiting: the areas of which one may have to wait.
    """

    def __init__(self, seed: int, sequence: int, rates: Rates, waiting: Sequence[str] = ()) -> None:
        self._of, self._rates, self._waiting = f"{seed} {sequence}", rates, waiting

    def falls_through(self, problem: Problem, session: Session, times: int) -> datetime | None:
        """When it is heard that a session falls through; None: it is held.

        Args:
            problem: in whose zone days are counted.
            session: where it stands now.
            times: how often it fell through before.
        """
        throw = self._throw("session", session.activity, times)
        if throw.random() >= self._rates.cancelled:
            return None
        days = throw.choice(NOTICE)
        on = session.start.date() - timedelta(days)
        heard = datetime.combine(on, NOON if days else EARLY, problem.tz)
        return min(heard, session.start - AN_HOUR)

    def falls_ill(self, person: str, on: date) -> int:
        """For how many days somebody is away from this day on; 0: they do not fall ill on it."""
        throw = self._throw("ill", person, on)
        return throw.choice(ILLNESS) if throw.random() < self._rates.ill else 0

    def late(self) -> str:
        """The area that has to wait; empty: none has."""
        throw = self._throw("late")
        return throw.choice(self._waiting) if self._waiting and throw.random() < self._rates.late else ""

    def _throw(self, *about: object) -> Random:
        # seeding by text is the same on every machine and in every process; by a tuple it would not be
        return Random(" ".join(map(str, (self._of, *about))))  # noqa: S311
