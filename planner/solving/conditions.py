"""What an answer of a kind is asked beside the rules: into the reserve, with other cases, by other reviewers.

Each is said on a copy of the model and answers whether it can be said at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from constraints.legal_places import LegalPlaces
from constraints.problem import Mode, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

    Model = cp_model.CpModel


class Struck:
    """The struck sessions that have to be held anew, and how.

    Args:
        problem: what has to happen now.
        before: what people hold.
    """

    def __init__(self, problem: Problem, before: Programme) -> None:
        self.problem = problem
        self.before = before

    def _anew(self, x: Variables) -> Iterator[tuple[Decision, Session]]:
        """The decisions about struck sessions of the review's own, with what was held; mop-ups need no answer."""
        for activity in self.problem.struck:
            decision, was = x.decisions.get(activity), self.before.session.get(activity)
            if decision and was and not decision.activity.standing and decision.activity.priority != "mop-up":
                yield decision, was

    def into_reserve(self, x: Variables, model: Model) -> bool:
        """At least one is held where a mop-up of its reviewers stood."""
        ways = [
            self._there(x, model, decision, mop_up)
            for decision, _ in self._anew(x)
            for mop_up in _mop_ups(self.problem, self.before)
            if mop_up.activity in x.decisions and set(mop_up.reviewers) <= set(decision.holds)
        ]
        return _one_of(model, ways)

    def _there(self, x: Variables, model: Model, decision: Decision, mop_up: Session) -> cp_model.IntVar:
        way = model.new_bool_var(f"{decision.activity.id} in {mop_up.activity}")
        model.add(decision.start >= x.ticks.down(mop_up.start)).only_enforce_if(way)
        model.add(decision.start < x.ticks.down(mop_up.end)).only_enforce_if(way)
        model.add_bool_and(decision.present, *(decision.holds[who] for who in mop_up.reviewers)).only_enforce_if(way)
        return way

    def other_cases(self, x: Variables, model: Model) -> bool:
        """At least one is about a case that nobody was to be asked about: an exchange between two sessions is none."""
        known = {case for session in self.before.sessions for case in _cases(session)}
        ways = []
        for decision, _ in self._anew(x):
            options = () if decision.activity.tracks else decision.options
            ways += [option.literal for option in options if option.case not in known]
        return _one_of(model, ways)

    def same_cases(self, x: Variables, model: Model) -> bool:
        """All that are held are about the cases they were about, whoever speaks of them."""
        for decision in x.decisions.values():
            was = self.before.session.get(decision.activity.id)
            seen = _cases(was) if was else set()
            for option in decision.options if seen else ():
                if option.case not in seen:
                    model.add(option.literal == 0)
        return True

    def has_other_cases(self, sessions: Sequence[Session]) -> bool:
        """Whether one of the sessions is about another case than before."""
        return any(
            not _cases(session) <= _cases(self.before.session[session.activity])
            for session in sessions
            if session.activity in self.before.session
        )

    def other_reviewers(self, x: Variables, model: Model) -> bool:
        """At least one is held, and not by those who held it."""
        ways = []
        for decision, was in self._anew(x):
            if set(decision.holds) - set(was.reviewers) and was.reviewers:
                way = model.new_bool_var(f"{decision.activity.id} by others")
                held = [decision.holds[who] for who in was.reviewers if who in decision.holds]
                model.add(sum(held) < len(was.reviewers)).only_enforce_if(way)
                model.add_implication(way, decision.present)
                ways.append(way)
        return _one_of(model, ways)

    def cover_or_record(self, x: Variables, model: Model) -> bool:
        """At least one is about the same case with a cover worker, or on the record alone, where it was not before."""
        ways = []
        for decision, was in self._anew(x):
            seen = {(case.case, case.mode) for case in was.cases or ()}
            cases = {case for case, _ in seen}
            ways += [
                option.literal
                for option in decision.options
                if option.mode is not Mode.WORKER and option.case in cases and (option.case, option.mode) not in seen
            ]
        return _one_of(model, ways)


def _cases(session: Session) -> set[str]:
    return {seen.case for seen in session.cases or ()}


def _mop_ups(problem: Problem, before: Programme) -> Iterator[Session]:
    for session in before.sessions:
        activity = problem.activity.get(session.activity)
        if activity and activity.priority == "mop-up" and activity.id not in problem.facts:
            yield session


def _one_of(model: Model, ways: Sequence[cp_model.IntVar]) -> bool:
    if ways:
        model.add_bool_or(ways)
    return bool(ways)


def next_in_draw(x: Variables, problem: Problem, before: Programme, barred: Collection[str]) -> None:
    """Post that another case than before is the next one in the draw's order.

    Cases down to the deepest that was used have their outcome already. Below it a case may be taken only when each
    one drawn before it is taken too, is seen for another stratum, or has no place of its own at all.

    Args:
        x: the model.
        problem: whose draws count.
        before: what was seen so far.
        barred: the cases that others see.
    """
    by_stratum: dict[str, list[Decision]] = {}
    for decision in x.decisions.values():
        if decision.activity.demand and not decision.activity.tracks:
            by_stratum.setdefault(decision.activity.demand.stratum, []).append(decision)
    for stratum, decisions in by_stratum.items():
        seen = set(_seen_of(problem, before, stratum))
        ranks = {c.rank: c.case for d in decisions if d.activity.demand for c in d.activity.demand.candidates}
        deepest = max((rank for rank, case in ranks.items() if case in seen), default=0)
        below = [ranks[rank] for rank in sorted(ranks) if rank > deepest and ranks[rank] not in barred]
        # nothing waits for the last one
        _in_order(x, decisions, [*_seeable(problem, decisions, below[:-1]), *below[-1:]])


def _in_order(x: Variables, decisions: Sequence[Decision], cases: Sequence[str]) -> None:
    """Each of the cases is taken only where the one before it is."""
    takes = {case: [o.literal for d in decisions for o in d.options if o.case == case] for case in cases}
    for case, following in pairwise(cases):
        for literal in takes[following]:
            x.model.add(sum(takes[case]) == 1).only_enforce_if(literal)


def _seen_of(problem: Problem, before: Programme, stratum: str) -> Iterator[str]:
    for session in before.sessions:
        activity = problem.activity.get(session.activity)
        if activity and activity.demand and activity.demand.stratum == stratum:
            yield from (seen.case for seen in session.cases or ())


def _seeable(problem: Problem, decisions: Sequence[Decision], cases: Sequence[str]) -> Iterator[str]:
    """Those of the cases that one of the activities could see if nothing else were in the way."""
    demands = [(LegalPlaces(problem, each.activity), each.activity.demand) for each in decisions] if cases else []
    for case in cases:
        if any(
            places.has(candidate)
            for places, demand in demands
            for candidate in (demand.candidates if demand else ())
            if candidate.case == case
        ):
            yield case
