"""The model in which repairs are looked for: the rules, the costs, and what people hold as the place to start from.

Each repair is the best of the same model under an order of tiers and conditions of its own. Every run is one worker
under a limit of deterministic time, so the same disruption has the same repairs on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from constraints.catalogue import COMFORT, MUSTS, WISHES, Tier, weight
from constraints.musts import first_of_area
from constraints.out_of_turn import fallen_openings
from constraints.problem import Problem, Session
from constraints.programme import Programme
from constraints.representation import hinted, read
from constraints.variables import Variables
from planner.solving.solver import MOMENT, Hint, fix, hint_at, new_solver
from planner.solving.strengthen import strengthen
from planner.solving.weights import dominant, exact, most_of

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    Condition = Callable[[Variables, cp_model.CpModel], bool]


class Found(NamedTuple):
    """The best that a search came to.

    Attributes:
        sessions: of the model's activities, fixed ones among them.
        values: what each tier comes to, by its name.
        bounds: what nothing is below, given the tiers before it in the order.
    """

    sessions: tuple[Session, ...]
    values: Mapping[str, int]
    bounds: Mapping[str, int]

    def proven(self, tier: str) -> bool:
        """Whether nothing is better in a tier, given those before it."""
        return self.values[tier] <= self.bounds[tier]


class Ripple:
    """One model with every rule posted; a search may let opening sessions that fell through be held out of their turn.

    Args:
        problem: the activities that may be chosen afresh, and the facts among them.
        before: what people hold, from which every search begins.
        barred: cases that may not be chosen here.
    """

    def __init__(self, problem: Problem, before: Programme, barred: frozenset[str]) -> None:
        self.x = Variables(problem, prune=True)
        self._turns = {opening: self.x.literal(f"{opening} in turn") for opening in fallen_openings(problem)}
        for rule in MUSTS:
            for must in rule.post(self.x):
                if rule is first_of_area and must.subject in self._turns:
                    must.constraint.only_enforce_if(self._turns[must.subject])
        self.costs = {tier.name: self._cost(tier) for tier in WISHES}
        for decision in self.x.decisions.values():
            for option in decision.options if not decision.activity.tracks else ():
                if option.case in barred:
                    self.x.model.add(option.literal == 0)
        strengthen(self.x)
        self._before: Hint = {literal.index: value for literal, value in hinted(self.x, before)}

    def _cost(self, tier: Tier) -> cp_model.LinearExprT:
        comfort = self.x.problem.comfort
        return sum(weight(rule, comfort) * wish.cost for rule in tier.wishes for wish in rule.post(self.x))

    def best(
        self,
        order: Sequence[str],
        limit: float,
        *,
        out_of_turn: Collection[str] = (),
        conditions: Iterable[Condition] = (),
        at_most: Mapping[str, int] | None = None,
        first: int = 0,
    ) -> Found | None:
        """The best programme in an order of tiers.

        Args:
            order: the names of the tiers, the weightiest first.
            limit: deterministic time for all of it. Tiers are looked at in groups; what one group leaves is the next
                one's, and where nothing is left what was found so far stays.
            out_of_turn: opening activities that fell through and need not come first of their area.
            conditions: what is asked of this one beside the rules; one that cannot be said at all answers False.
            at_most: tiers that may not come to more.
            first: so many tiers are a group of their own.

        Returns:
            None where there is none, or none was found in the time.
        """
        model = self.x.model.clone()
        for opening, in_turn in self._turns.items():
            fix(model, in_turn, opening not in out_of_turn)
        if not all(condition(self.x, model) for condition in conditions):
            return None
        for tier, most in (at_most or {}).items():
            model.add(self.costs[tier] <= most)
        return self._in_order(model, [*self._groups(order[:first]), *self._groups(order[first:])], limit)

    def _in_order(self, model: cp_model.CpModel, groups: Iterable[Sequence[str]], limit: float) -> Found | None:
        hint = self._before
        bounds: dict[str, int] = {}
        solver, left = None, limit
        for group in groups:
            costs = [self.costs[tier] for tier in group]
            weights = dominant([most_of(cost) for cost in costs])
            hint_at(model, hint)
            model.minimize(sum(w * cost for w, cost in zip(weights, costs, strict=True)))
            tried = new_solver(max(left, MOMENT), brief=True)
            tried.solve(model)
            left -= tried.response_proto.deterministic_time
            if not tried.response_proto.solution:
                break
            solver = tried
            bound = max(0, -int(-solver.best_objective_bound // 1))
            for tier, one, cost in zip(group, weights, costs, strict=True):
                bounds[tier], bound = divmod(bound, one)
                if bounds[tier] < solver.value(cost):
                    # what is left of the bound says nothing of the tiers after one that is not proven
                    bound = 0
                model.add(cost <= solver.value(cost))
            hint = dict(enumerate(solver.response_proto.solution))
        return self._read(solver, bounds) if solver else None

    def _read(self, solver: cp_model.CpSolver, bounds: Mapping[str, int]) -> Found:
        values = {tier: solver.value(cost) for tier, cost in self.costs.items()}
        known = {tier: min(bounds.get(tier, 0), value) for tier, value in values.items()}
        return Found(read(self.x, solver.value), values, known)

    def _groups(self, order: Sequence[str]) -> Iterator[list[str]]:
        """The tiers in groups that can be weighed into one; comfort is a group of its own."""
        left = list(order)
        while left:
            before = left[: left.index(COMFORT.name)] if COMFORT.name in left else left
            count = exact([self.costs[tier] for tier in before]) if before else 1
            yield left[:count]
            left = left[count:]
