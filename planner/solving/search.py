"""Search one model tier by tier, and prove what is found.

Every run is one worker under a limit of deterministic time, so that the same problem gives the same programme for the
same OR-Tools build, whatever the number of cores.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from constraints.catalogue import Tier, weight
from constraints.constraint import MustRule
from constraints.problem import Problem, Session
from constraints.programme import Programme, TierValue
from constraints.representation import choices, read
from constraints.variables import Variables
from planner.solving.solver import SECOND, new_solver
from planner.solving.strengthen import strengthen
from planner.solving.weights import dominant, most_of

TOGETHER, LEAST = 0.6, 0.03
"""The share of the time in which all tiers are tried at once, and what each alone has when all of it is used up."""

TURNS = ((0.05, False), (0.05, True), (0.15, False), (0.15, True), (0.3, False), (0.3, True))
"""Shares of a single tier's time, without linear relaxations and with them: each proves what the other does not, and a
new start from the best so far finds at once what a long run misses."""

PLACING_TIERS = 2
"""So many tiers, the musts and shoulds placed, are worth settling before the others are tried at once."""


class Search:
    """One model with every rule posted, and the best that was found in it so far.

    Args:
        problem: what has to happen.
        barred: cases that may not be chosen here.
        musts: the hard rules.
        tiers: the soft rules, in the order in which they give way.
    """

    def __init__(
        self, problem: Problem, barred: frozenset[str], musts: Sequence[MustRule], tiers: Sequence[Tier]
    ) -> None:
        self.x = Variables(problem, prune=True)
        for rule in musts:
            for _ in rule.post(self.x):
                pass
        self._costs = [(tier.name, self._cost(tier)) for tier in tiers]
        for decision in self.x.decisions.values():
            for option in decision.options if not decision.activity.tracks else ():
                if option.case in barred:
                    self.x.model.add(option.literal == 0)
        strengthen(self.x)
        self._best: cp_model.CpSolver | None = None
        self._bounds: list[int] = []
        self._spent = 0.0

    def _cost(self, tier: Tier) -> cp_model.LinearExprT:
        comfort = self.x.problem.comfort
        return sum(weight(rule, comfort) * wish.cost for rule in tier.wishes for wish in rule.post(self.x))

    def settle(self, seconds: float) -> None:
        """Settle every tier but the last in their order, and hold their values for what is settled next.

        All at once first. What that leaves unproven is settled one after the other in the time that is left; once
        the first tiers are, the others are tried at once again, for a programme that is good in all of them.
        """
        limit = seconds * SECOND
        costs = [cost for _, cost in self._costs[:-1]]
        self._settle_together(costs, TOGETHER * limit)
        while len(self._bounds) < len(costs):
            cost, *rest = costs[len(self._bounds) :]
            self._settle_alone(cost, max(limit - self._spent, LEAST * limit))
            if len(self._bounds) == PLACING_TIERS:
                self._settle_together(rest, TOGETHER * (limit - self._spent))

    def _settle_together(self, costs: Sequence[cp_model.LinearExprT], limit: float) -> None:
        """Look for less of all these tiers at once; settled are those from the first on that this proves."""
        if limit <= 0:
            return
        weights = dominant([most_of(cost) for cost in costs])
        bound = self._run(sum(w * cost for w, cost in zip(weights, costs, strict=True)), limit)
        for weight_of_one, cost in zip(weights, costs, strict=True):
            least, bound = divmod(bound, weight_of_one)
            if self._value(cost) > least:
                break
            self._hold(cost, least)

    def settle_last(self, seconds: float) -> None:
        """Settle the last tier, in twice the time that the others had, less what they took of it."""
        _, cost = self._costs[-1]
        self._settle_alone(cost, 2 * seconds * SECOND - self._spent)

    def _settle_alone(self, cost: cp_model.LinearExprT, limit: float) -> None:
        least = 0
        for share, relaxations in TURNS:
            if self._best is None or self._value(cost) > least:
                least = max(least, self._run(cost, share * limit, relaxations=relaxations))
        self._hold(cost, least)

    def _hold(self, cost: cp_model.LinearExprT, bound: int) -> None:
        if bound < self._value(cost):
            self._best = self._tight()
        self.x.model.add(cost <= self._value(cost))
        self._bounds.append(bound)

    def _value(self, cost: cp_model.LinearExprT) -> int:
        assert self._best is not None
        return self._best.value(cost)

    def values(self) -> tuple[TierValue, ...]:
        """What each tier settled so far comes to now: one that was not proven may have become better since."""
        settled = list(zip(self._costs, self._bounds, strict=False))
        if any(bound < self._value(cost) for (_, cost), bound in settled):
            self._best = self._tight()
        return tuple(tier_value(name, self._value(cost), bound) for (name, cost), bound in settled)

    def _run(self, cost: cp_model.LinearExprT, limit: float, *, relaxations: bool = False) -> int:
        """Look for less cost from the best so far, and say what no programme is below.

        Where nothing is found in the time, holding nothing is an answer.
        """
        model = self.x.model
        self._hint()
        model.minimize(cost)
        solver = new_solver(limit, relaxations=relaxations)
        status = solver.solve(model)
        self._spent += solver.response_proto.deterministic_time
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        if found or self._best is None:
            self._best = solver if found else self._nothing_held()
        return max(0, -int(-solver.best_objective_bound // 1)) if found else 0

    def _tight(self) -> cp_model.CpSolver:
        """The best so far with every cost as low as its programme allows; the search leaves them higher at times."""
        model = self.x.model.clone()
        for expression, value in choices(self.x, Programme(sessions=self.sessions())):
            model.add(expression == value)
        model.minimize(sum(cost for _, cost in self._costs))
        solver = new_solver(1.0)
        solver.solve(model)
        return solver

    def _nothing_held(self) -> cp_model.CpSolver:
        model = self.x.model.clone()
        for decision in self.x.decisions.values():
            model.add(decision.present == 0)
        solver = new_solver(1.0)
        solver.solve(model)
        return solver

    def _hint(self) -> None:
        if self._best is not None:
            self.x.model.clear_hints()  # type: ignore[no-untyped-call]
            for index, value in enumerate(self._best.response_proto.solution):
                self.x.model.add_hint(self.x.model.get_int_var_from_proto_index(index), value)

    def sessions(self) -> tuple[Session, ...]:
        """The sessions of the best so far, in order of time."""
        assert self._best is not None
        return read(self.x, self._best.value)


def tier_value(tier: str, value: int, bound: int) -> TierValue:
    """What a tier came to: proven where nothing is below its value."""
    return TierValue(tier=tier, value=value, bound=min(bound, value), proven=bound >= value)
