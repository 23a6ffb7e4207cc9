"""Search one model tier by tier, and prove what is found.

Every run is one worker under a limit of deterministic time, and which of two runs side by side is listened to does not
depend on which was first. So the same problem gives the same programme for the same OR-Tools build, whatever the cores.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait

from ortools.sat.python import cp_model

from constraints.catalogue import Tier, weight
from constraints.constraint import MustRule
from constraints.problem import Problem, Session
from constraints.programme import Programme, TierValue
from constraints.representation import choices, read
from constraints.variables import Variables
from planner.solving.full_days import fill_days
from planner.solving.solver import MOMENT, hint_at, new_solver
from planner.solving.strengthen import strengthen
from planner.solving.weights import dominant, exact, most_of

A_SECOND = 0.2
"""The work of a second on one core: the solver's deterministic time, and what a run takes before it searches."""

READ = 0.000015
"""The work of reading a variable when a run begins, which the solver's own measure leaves out."""

TOGETHER, LEAST = 0.45, 0.01
"""The share of the work in which all tiers are tried at once, and what each alone has in any case."""

ALONE, LONGER = 0.3, 1.1
"""Once musts and shoulds are settled: the share of the work left that each tier alone may do, and how much more than
the limit the tiers may do together."""

TURN = 0.5
"""The work of the first turn at a single tier; each next one is twice as long. A new start from the best so far finds
at once what a long run misses."""

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
        fill_days(self.x)
        self._best: cp_model.CpSolver | None = None
        self._bounds: list[int] = []
        self.spent = 0.0
        """The work done so far."""

    def _cost(self, tier: Tier) -> cp_model.LinearExprT:
        comfort = self.x.problem.comfort
        return sum(weight(rule, comfort) * wish.cost for rule in tier.wishes for wish in rule.post(self.x))

    def settle(self, limit: float) -> None:
        """Settle every tier but the last in their order, and hold their values for what is settled next.

        Args:
            limit: the work that all of it may do.

        All at once first. What that leaves unproven is settled one after the other in the work that is left; once the
        first tiers are, the others are tried at once again after each, for a programme that is good in all of them.
        """
        costs = [cost for _, cost in self._costs[:-1]]
        self._settle_together(costs, TOGETHER * limit)
        while len(self._bounds) < len(costs):
            cost, *rest = costs[len(self._bounds) :]
            if len(self._bounds) < PLACING_TIERS:
                share = limit - self.spent - LEAST * limit * len(rest)
            else:
                share = ALONE * (LONGER * limit - self.spent)
            before = self.spent
            self._settle_alone(cost, max(share, LEAST * limit))
            if len(self._bounds) == PLACING_TIERS or (len(self._bounds) > PLACING_TIERS and self.spent > before):
                self._settle_together(rest, TOGETHER * (LONGER * limit - self.spent))

    def _settle_together(self, costs: Sequence[cp_model.LinearExprT], limit: float) -> None:
        """Look for less of as many of these tiers at once as can be; settled are the first ones that this proves."""
        # too short to read the model is too short to search it
        if not costs or (self._best is not None and limit <= self._reading()):
            return
        costs = costs[: exact(costs)]
        weights = dominant([most_of(cost) for cost in costs])
        bound = self._run(sum(w * cost for w, cost in zip(weights, costs, strict=True)), limit)
        for weight_of_one, cost in zip(weights, costs, strict=True):
            least, bound = divmod(bound, weight_of_one)
            if self._value(cost) > least:
                break
            self._hold(cost, least)

    def settle_last(self, limit: float) -> None:
        """Settle the last tier in so much work."""
        _, cost = self._costs[-1]
        self._settle_alone(cost, limit)

    def _settle_alone(self, cost: cp_model.LinearExprT, limit: float) -> None:
        """Look for less of one tier in ever longer turns, each of two runs unless it is too short for them."""
        least, turn = 0, TURN
        while limit > 0 and self._value(cost) > least:
            length = turn if limit > 4 * turn else limit / 2
            if length > self._reading() + MOMENT:
                least = max(least, self._run_twice(cost, length))
            else:
                least = max(least, self._run(cost, 2 * length))
            limit, turn = limit - 2 * length, 2 * turn
        self._hold(cost, least)

    def _reading(self) -> float:
        return READ * len(self.x.model.proto.variables)

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

    def _run(self, cost: cp_model.LinearExprT, limit: float) -> int:
        """Look for less cost from the best so far, and say what no programme is below.

        Where nothing is found in the time, holding nothing is an answer.
        """
        model = self.x.model
        self._hint()
        model.minimize(cost)
        solver = new_solver(max(limit - self._reading(), MOMENT))
        status = solver.solve(model)
        self.spent += solver.response_proto.deterministic_time + self._reading()
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        if found or self._best is None:
            self._best = solver if found else self._nothing_held()
        return max(0, -int(-solver.best_objective_bound // 1)) if found else 0

    def _run_twice(self, cost: cp_model.LinearExprT, limit: float) -> int:
        """The same, without linear relaxations and with them at once, for each proves what the other does not.

        The answer is the first one's if that proves it, however far the other is by then: on any machine the same.
        """
        model = self.x.model
        self._hint()
        model.minimize(cost)
        limit = max(limit - self._reading(), MOMENT)
        plain, relaxed = new_solver(limit), new_solver(limit, relaxations=True)
        with ThreadPoolExecutor(1) as beside:
            other = beside.submit(relaxed.solve, model)
            proven = plain.solve(model) == cp_model.OPTIMAL
            while proven and not other.done():
                relaxed.stop_search()
                wait([other], timeout=0.005)
        ran = [plain] if proven else [plain, relaxed]
        # how far the other came is another on every machine where it was stopped
        self.spent += 2 * (plain.response_proto.deterministic_time + self._reading())
        found = [one for one in ran if one.response_proto.solution]
        if found:
            self._best = min(found, key=lambda one: one.value(cost))
        return max([0, *(-int(-one.best_objective_bound // 1) for one in found)])

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
            hint_at(self.x.model, dict(enumerate(self._best.response_proto.solution)))

    def sessions(self) -> tuple[Session, ...]:
        """The sessions of the best so far, in order of time."""
        assert self._best is not None
        return read(self.x, self._best.value)


def tier_value(tier: str, value: int, bound: int) -> TierValue:
    """What a tier came to: proven where nothing is below its value."""
    return TierValue(tier=tier, value=value, bound=min(bound, value), proven=bound >= value)
