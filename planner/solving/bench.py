"""Where answers to a disruption are made: one model of what may change, and the programme around it.

An answer is the best of the model under an order of tiers and conditions; an offer is the answer put back into the
whole programme and judged afresh by every rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from constraints.catalogue import DISTURBED, REPAIRING, Tier
from constraints.changes import changes
from constraints.check import check
from constraints.problem import Problem, Session
from constraints.programme import LeftOut, Programme, TierValue, in_time
from constraints.wishes.fewest_disturbed import check as disturbed_in
from planner.solving.conditions import Struck, next_in_draw
from planner.solving.explain import why_left_out
from planner.solving.plan import refuse_disagreement
from planner.solving.ripple import Found, Ripple
from planner.solving.solver import SECOND
from planner.solving.touched import seen_elsewhere, sharing_records, standing_still, touched
from samples.errors import Disagreement

if TYPE_CHECKING:
    from planner.solving.ripple import Condition


USED = "it gave its place to what has to be held anew"
"""Why a hold of the reserve is no longer there."""


class Answer(NamedTuple):
    """What a search came to on a bench: what may change, and the best that was found of it; None: nothing may."""

    found: Found | None
    sessions: tuple[Session, ...]

    def value(self, tier: Tier) -> int:
        """What a tier comes to in what may change."""
        return self.found.values[tier.name] if self.found else 0

    def bound(self, tier: Tier) -> int:
        """What nothing is below in it."""
        return self.found.bounds[tier.name] if self.found else 0


class Bench:
    """One model of what may change.

    Args:
        problem: what has to happen as it now stands.
        before: the programme that people hold.
        ids: the activities that may be chosen afresh.
    """

    def __init__(self, problem: Problem, before: Programme, ids: frozenset[str]) -> None:
        self.problem, self.before, self.ids = problem, before, ids
        still = standing_still(problem, before)
        self._around = tuple(session for session in still.sessions if session.activity not in ids)
        self._part = _part(problem, still, ids)
        self.struck = Struck(problem, before)
        barred = seen_elsewhere(problem, before, ids)
        self._ripple = Ripple(self._part, before, barred) if ids else None
        if self._ripple:
            next_in_draw(self._ripple.x, problem, before, barred)

    @classmethod
    def of(cls, problem: Problem, before: Programme) -> Bench:
        """The bench of what a disruption touched."""
        return cls(problem, before, touched(problem, before))

    def wider(self) -> Bench | None:
        """The bench on which cases could also be had from sessions that would give them up; None: there are none."""
        lenders = sharing_records(self.problem, self.before, self.ids)
        return Bench(self.problem, self.before, self.ids | lenders) if lenders - self.ids else None

    def best(
        self,
        order: Sequence[Tier],
        seconds: float,
        *conditions: Condition,
        most_disturbed: int | None = None,
        first: int = 0,
    ) -> Answer | None:
        """The best answer in an order of tiers; None where there is none, or none was found in the time.

        Args:
            order: the tiers, the weightiest first.
            seconds: for each group of tiers that is looked at together.
            conditions: what is asked of this one beside the rules.
            most_disturbed: so many people may be disturbed, and no more.
            first: so many tiers are looked at before the others, which takes longer in all, but finds sooner what
                they come to.
        """
        if self._ripple is None:
            return Answer(None, self._around)
        at_most = {} if most_disturbed is None else {DISTURBED.name: most_disturbed}
        names = [tier.name for tier in order]
        found = self._ripple.best(names, seconds * SECOND, conditions=conditions, at_most=at_most, first=first)
        return found and Answer(found, tuple(sorted((*self._around, *found.sessions), key=in_time)))

    def programme(self, answer: Answer) -> Programme:
        """The whole programme of an answer, judged; its tiers are in the order of a repair.

        Raises:
            Disagreement: the rules judge it otherwise than the search did.
        """
        sessions = Programme(sessions=answer.sessions)
        judged = check(self.problem, sessions, tiers=REPAIRING)
        costs = {verdict.tier: verdict.cost for verdict in judged.tiers}
        told = tuple(self._tier(tier, costs[tier.name], answer) for tier in REPAIRING)
        programme = sessions.model_copy(update={"tiers": told})
        refuse_disagreement(self.problem, programme, judged)
        self.refuse_other_costs(answer)
        return self._explained(programme)

    def _tier(self, tier: Tier, cost: int, answer: Answer) -> TierValue:
        """A tier over all: what stands untouched is as near its bound as it was."""
        gap = answer.value(tier) - answer.bound(tier)
        was = next((one for one in self.before.tiers if one.tier == tier.name), None)
        if was and self.ids != self.problem.activity.keys():
            gap += was.value - was.bound
        bound = max(0, cost - gap)
        return TierValue(tier=tier.name, value=cost, bound=bound, proven=bound >= cost)

    def refuse_other_costs(self, answer: Answer) -> None:
        """Hold the search's costs of what may change against the checks'; where it stopped early its may be higher.

        Raises:
            Disagreement: they differ.
        """
        if answer.found is None:
            return
        part = Programme(sessions=tuple(s for s in answer.sessions if s.activity in self.ids))
        for tier in check(self._part, part, (), REPAIRING).tiers:
            said, exact = answer.found.values[tier.tier], answer.found.proven(tier.tier)
            if said != tier.cost if exact else said < tier.cost:
                raise Disagreement(f"{tier.tier}: the search says {said} and the checks say {tier.cost}")

    def _explained(self, programme: Programme) -> Programme:
        known = {left.activity: left for left in self.before.left_out if self._as_it_was(left.activity)}
        owed = [activity for activity in self.problem.activities if programme.owes(self.problem, activity)]
        used = {a.id: LeftOut(activity=a.id, why=USED) for a in owed if a.priority == "mop-up"}
        if {activity.id for activity in owed} <= known.keys() | used.keys():
            told = tuple(known.get(activity.id) or used[activity.id] for activity in owed)
            return programme.model_copy(update={"left_out": told})
        return programme.model_copy(update={"left_out": why_left_out(self.problem, programme, lambda _: None)})

    def _as_it_was(self, left_out: str) -> bool:
        """Whether why something is left out need not be asked again: nothing near it changed, or it is a minor one."""
        activity = self.problem.activity.get(left_out)
        return left_out not in self.ids or not activity or bool(activity.standing) or activity.priority == "mop-up"

    def disturbed(self, programme: Programme) -> tuple[str, ...]:
        """Whose diary changes, other than the people of struck sessions."""
        return tuple(breach.subject for breach in disturbed_in(self.problem, programme))

    def thawed(self, programme: Programme) -> tuple[str, ...]:
        """The activities whose session was about to begin and is not as it was, the cases it is about among it."""
        found = changes(self.before, programme)
        moves = (move.before.activity for move in (*found.moved, *found.reassigned))
        changed = {*moves, *(session.activity for session in found.cancelled)}
        return tuple(activity for activity in self.problem.frozen if activity in changed)


def _part(problem: Problem, still: Programme, ids: frozenset[str]) -> Problem:
    """The problem of what may change; who hears of something around it already is not counted a second time."""
    around = tuple(session for session in still.sessions if session.activity not in ids)
    others = problem.only(problem.activity.keys() - ids)
    known = {session.activity for session in around}
    gone = tuple(s for s in others.published if s.activity in known or s.activity not in problem.activity)
    elsewhere = disturbed_in(others.changed(published=gone), Programme(sessions=around))
    return problem.only(ids).changed(spoken_to=tuple(breach.subject for breach in elsewhere))
