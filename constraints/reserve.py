"""What the rest of a review needs in mop-ups, beside those that it still holds.

Sessions fall through independently, each with the same unknown chance. What is known of it before any was seen is a
beta distribution: its mean is the share that the review names, and it weighs as much as so many sessions seen. With
those that were seen it becomes another, and how many of the sessions to come fall through is beta-binomial: of n, k
with the probability ``C(n, k) B(k + a, n - k + b) / B(a, b)``, where a is the weight of those that fell through and b
that of those held (the posterior predictive of Gelman and others, Bayesian Data Analysis, 3rd edition, chapter 2).
A mop-up makes up for one of them; one that falls through again counts among those that were seen, not before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from constraints.catalogue import PLACING
from constraints.problem import Noun, Problem, Rates, Session, instant
from constraints.programme import Programme


class Reserve(Noun):
    """The mop-ups that the sessions to come need.

    Attributes:
        ahead: evidence sessions with people of the council that are still to come.
        expected: how many of them fall through on average.
        sure: how likely it should be that the reserve is enough.
        needed: the fewest mop-ups that make it so likely.
        held: the mop-ups that are still to come.
        chance: how likely it is that these are enough.
    """

    ahead: int
    expected: float
    sure: float
    needed: int
    held: int
    chance: float

    @property
    def short(self) -> int:
        """How many mop-ups are missing."""
        return max(0, self.needed - self.held)

    @property
    def sentence(self) -> str:
        """What is needed and what is there, for people."""
        return (
            f"about {self.expected:.1f} of the {self.ahead} evidence sessions to come will fall through; "
            f"{self.needed} mop-ups are enough with a likelihood of {self.sure:.0%}, "
            f"the {self.held} that are left with one of {self.chance:.0%}"
        )


def reserve(problem: Problem, programme: Programme, fallen: int) -> Reserve:
    """What the sessions from ``problem.now`` on need, and what they have.

    Args:
        problem: what has to happen, with its rates; before anything has begun all sessions are to come.
        programme: the sessions, history among them: whoever was met counts as seen. Those of activities that were
            dropped since do not count.
        fallen: how many evidence sessions with people of the council have fallen through so far.
    """
    sessions = programme.asked_for(problem).sessions
    asked = [session for session in sessions if _may_fall(problem, session)]
    ahead = sum(_to_come(problem, session) for session in asked)
    kept = PLACING["reserve kept"].counts
    held = sum(kept(problem.activity[s.activity]) and _to_come(problem, s) for s in sessions)
    rates = problem.rates
    likely = list(falling(ahead, *weights(rates, fallen, len(asked) - ahead)))
    up_to = list(accumulate(likely))
    return Reserve(
        ahead=ahead,
        expected=sum(number * chance for number, chance in enumerate(likely)),
        sure=rates.sure,
        needed=next((number for number, chance in enumerate(up_to) if chance >= rates.sure), ahead),
        held=held,
        chance=min(1.0, up_to[min(held, ahead)]),
    )


def weights(rates: Rates, fallen: int, held: int) -> tuple[float, float]:
    """The weight of sessions that fall through and of those that are held: what was expected, and what was seen."""
    return rates.weight * rates.cancelled + fallen, rates.weight * (1 - rates.cancelled) + held


def falling(ahead: int, fall: float, hold: float) -> Iterator[float]:
    """How likely it is that none, one, two and so on up to all of the sessions to come fall through.

    Args:
        ahead: how many are to come.
        fall: the weight of those that fall through, 0 or more.
        hold: the weight of those that are held, above 0.
    """
    chance = 1.0
    for nth in range(ahead):
        chance *= (hold + nth) / (fall + hold + nth)
    yield chance
    for number in range(ahead):
        chance *= (ahead - number) / (number + 1) * (fall + number) / (hold + ahead - number - 1)
        yield chance


def _may_fall(problem: Problem, session: Session) -> bool:
    """Whether a session is one that people of the council can call off."""
    return problem.activity[session.activity].evidence and bool(session.counterparts)


def _to_come(problem: Problem, session: Session) -> bool:
    return problem.now is None or instant(session.start) >= instant(problem.now)
