"""Where answers to a disruption are made: one model of what may change, and the programme around it.

An answer is the best of the model under an order of tiers and conditions; an offer is the answer put back into the
whole programme and judged afresh by every rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from constraints.catalogue import DISTURBED, REPAIRING, Tier
from constraints.changes import changes
from constraints.check import Judgement, among_facts, check
from constraints.out_of_turn import out_of_turn
from constraints.problem import Activity, Problem, Session
from constraints.programme import LeftOut, Programme, TierValue, in_time
from constraints.wishes.fewest_disturbed import check as disturbed_in
from planner.solving.conditions import Struck, next_in_draw
from planner.solving.explain import why_left_out
from planner.solving.once import Once
from planner.solving.plan import refuse_disagreement
from planner.solving.ripple import Found, Ripple
from planner.solving.solver import SECOND
from planner.solving.touched import seen_elsewhere, sharing_records, standing_still, touched
from samples.errors import Disagreement

if TYPE_CHECKING:
    from planner.solving.ripple import Condition


FELL = "it cannot stand where it was, and everything else stays as it is"
"""Why a struck session is not held where nothing is done about it."""

UNPLACED = "it has no place yet, and everything else stays as it is"
"""Why one that was added, or is owed only since, is not held where nothing is done about it."""

USED = "it gave its place to what has to be held anew"
"""Why a hold of the reserve, or a standing session, is no longer there."""

NO_ROOM = "it cannot stand where it was, and nothing else makes room for it"
"""Why a struck hold of the reserve is no longer there."""


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
        problem: what has to happen as it now stands, every turn to be kept.
        before: the programme that people hold.
        ids: the activities that may be chosen afresh.
        late: opening activities that fell through and need not come first of their area.
        model: of another bench that differs in ``late`` alone.
    """

    def __init__(
        self,
        problem: Problem,
        before: Programme,
        ids: frozenset[str],
        late: tuple[str, ...] = (),
        model: Once[Ripple] | None = None,
    ) -> None:
        self._in_turn, self.before, self.ids, self.late = problem, before, ids, late
        self.problem = out_of_turn(problem, late)
        still = standing_still(problem, before)
        self._around = tuple(session for session in still.sessions if session.activity not in ids)
        self._part = _part(problem, still, ids)
        self.struck = Struck(problem, before)
        self._model = model or Once(self._modelled)

    def _modelled(self) -> Ripple:
        barred = seen_elsewhere(self.problem, self.before, self.ids)
        ripple = Ripple(self._part, self.before, barred)
        next_in_draw(ripple.x, self.problem, self.before, barred)
        return ripple

    @classmethod
    def of(cls, problem: Problem, before: Programme, late: tuple[str, ...] = ()) -> Bench:
        """The bench of what a disruption touched."""
        return cls(problem, before, touched(problem, before), late)

    def with_late(self, late: tuple[str, ...]) -> Bench:
        """The same bench, its model too, with these opening activities out of their turn and no others."""
        return Bench(self._in_turn, self.before, self.ids, late, self._model)

    def freed(self) -> Bench:
        """The bench on which what is about to begin may change too."""
        return Bench.of(self._in_turn.freed(), self.before, self.late)

    def wider(self) -> Bench | None:
        """The bench on which cases could also be had from sessions that would give them up; None: there are none."""
        lenders = sharing_records(self._in_turn, self.before, self.ids)
        return Bench(self._in_turn, self.before, self.ids | lenders, self.late) if lenders - self.ids else None

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
            seconds: as the solver counts them, for all of it.
            conditions: what is asked of this one beside the rules.
            most_disturbed: so many people may be disturbed, and no more.
            first: so many tiers are looked at before the others, which takes longer in all, but finds sooner what
                they come to.
        """
        if not self.ids:
            return Answer(None, self._around)
        at_most = {} if most_disturbed is None else {DISTURBED.name: most_disturbed}
        names = [tier.name for tier in order]
        found = self._model().best(
            names, seconds * SECOND, out_of_turn=self.late, conditions=conditions, at_most=at_most, first=first
        )
        return found and Answer(found, tuple(sorted((*self._around, *found.sessions), key=in_time)))

    def programme(self, answer: Answer) -> Programme:
        """The whole programme of an answer, judged; its tiers are in the order of a repair.

        Raises:
            Disagreement: the rules judge it otherwise than the search did.
        """
        programme, judged = self._judged(answer)
        refuse_disagreement(self.problem, programme, judged)
        self.refuse_other_costs(answer)
        return self._explained(programme)

    def untouched(self) -> Programme | None:
        """What of the programme still stands, and nothing else; None where that breaks a rule."""
        still = standing_still(self.problem, self.before)
        programme, judged = self._judged(Answer(None, tuple(sorted(still.sessions, key=in_time))))
        if any(not among_facts(self.problem, one) for verdict in judged.musts for one in verdict.breaches):
            return None
        known = {left.activity: left for left in self.before.left_out}
        owed = (activity.id for activity in self.problem.activities if programme.owes(self.problem, activity))
        why = dict.fromkeys(self.problem.struck, FELL)
        told = tuple(known.get(one) or LeftOut(activity=one, why=why.get(one, UNPLACED)) for one in owed)
        return programme.model_copy(update={"left_out": told})

    def _judged(self, answer: Answer) -> tuple[Programme, Judgement]:
        sessions = Programme(sessions=answer.sessions)
        judged = check(self.problem, sessions, tiers=REPAIRING)
        costs = {verdict.tier: verdict.cost for verdict in judged.tiers}
        told = tuple(self._tier(tier, costs[tier.name], answer) for tier in REPAIRING)
        return sessions.model_copy(update={"tiers": told}), judged

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
        owed = [activity for activity in self.problem.activities if programme.owes(self.problem, activity)]
        known = {left.activity: left for left in self.before.left_out if self._as_it_was(left.activity)}
        known |= {a.id: LeftOut(activity=a.id, why=self._gave_way(a)) for a in owed if self._gave_way(a)}
        return programme.model_copy(
            update={"left_out": why_left_out(self.problem, programme, lambda _: None, known) if owed else ()}
        )

    def _gave_way(self, activity: Activity) -> str:
        """Why a minor activity that was held is not any more; empty: that has to be asked."""
        spare = activity.priority == "mop-up"
        if not (spare or activity.standing) or activity.id not in self.before.session:
            return ""
        if activity.id in self.problem.struck:
            return NO_ROOM if spare else ""
        return USED

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
    spoken_to = (*problem.spoken_to, *(breach.subject for breach in elsewhere))
    return problem.only(ids).changed(spoken_to=spoken_to)
