"""Do a rule's two halves judge alike? Programmes at the edge of a rule, each judged by ``post`` and by ``check``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import zip_longest
from random import Random
from typing import NamedTuple

from moves import Step, programme_of, stated, steps, taken
from ortools.sat.python import cp_model
from tiny_problems import tiny_problem

from constraints.catalogue import MUSTS, WISHES
from constraints.constraint import Breach, MustRule, WishRule
from constraints.decision import Decision
from constraints.musts import counterpart_attends, facts_stand, its_length, one_demand_a_case
from constraints.problem import Problem
from constraints.programme import Programme
from constraints.representation import Unrepresentable, choices, read
from constraints.variables import Variables

WISHED = tuple(wish for tier in WISHES for wish in tier.wishes)
STRUCTURE = (its_length, counterpart_attends, facts_stand)
"""Rules that the variables keep by themselves: nothing is posted for them."""

Build = Callable[[Problem], Variables]
Judge = Callable[[Programme], int]


class Verdict(NamedTuple):
    """A programme, and what each half says of it: for a must 1 when refused, for a wish the cost."""

    problem: Problem
    programme: Programme
    posted: int
    checked: int


def problems_for(rule: MustRule | WishRule, seeds: Iterable[int] = range(150)) -> Iterator[Problem]:
    """Those of the tiny problems in which the rule has something to say."""
    for problem in map(tiny_problem, seeds):
        if rule in STRUCTURE or next(iter(rule.post(Variables(problem))), None):
            yield problem


def disagreements(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """The verdicts of which the halves do not say the same."""
    return (verdict for verdict in verdicts if verdict.posted != verdict.checked)


def verdicts_on_must(
    rule: MustRule, problems: Iterable[Problem], *, each: int, build: Build = Variables
) -> Iterator[Verdict]:
    """Both verdicts of a hard rule on programmes near one that keeps it.

    What the variables cannot say is refused whatever the rule; then some rule's check has to find it.
    """
    for nth, problem in enumerate(problems):
        x = build(problem)
        list(rule.post(x))
        bare = Variables(problem)
        for programme in nearby(problem, x, Random(nth), each, partial(_broken, rule, problem)):
            refused = _least(x, programme, 0) is None
            broken = _broken(rule, problem, programme)
            if refused and not broken and _least(bare, programme, 0) is None:
                yield Verdict(problem, programme, 1, max(_broken(must, problem, programme) for must in MUSTS))
            else:
                yield Verdict(problem, programme, int(refused), broken)


def verdicts_on_wish(
    rule: WishRule, problems: Iterable[Problem], *, each: int, build: Build = Variables
) -> Iterator[Verdict]:
    """Both costs of a soft rule on programmes near one that the variables can say.

    A case that two sessions see breaks a hard rule, and wishes are not asked what it costs.
    """
    for nth, problem in enumerate(problems):
        x = build(problem)
        wishes = list(rule.post(x))
        cost = sum(wish.cost for wish in wishes)
        for programme in nearby(problem, x, Random(nth), each, partial(_cost, rule, problem)):
            posted = None if _broken(one_demand_a_case, problem, programme) else _least(x, programme, cost)
            if posted is not None:
                yield Verdict(problem, programme, posted, _cost(rule, problem, programme))


def _broken(rule: MustRule, problem: Problem, programme: Programme) -> int:
    return int(any(counts(problem, breach) for breach in rule.check(problem, programme)))


def _cost(rule: WishRule, problem: Problem, programme: Programme) -> int:
    return sum(breach.cost for breach in rule.check(problem, programme))


def counts(problem: Problem, breach: Breach) -> bool:
    """Whether a breach is more than one among fixed sessions: those are reported, and no rule refuses them."""
    return not breach.sessions or any(session.activity not in problem.facts for session in breach.sessions)


def nearby(problem: Problem, x: Variables, random: Random, many: int, judge: Judge) -> list[Programme]:
    """A random programme that the model allows, and some of those a step or two away from it.

    Some of every kind of step, and as many that the check complains of as that it does not, where there are.
    """
    start = _some_programme(problem, x, random)
    if start is None:
        return []
    found = [start, *_held_programme(problem)]
    for before in (*found, None):
        origin = before or random.choice(found)
        by_verdict: dict[tuple[str, int], list[Programme]] = {}
        for step in _some_of_each(list(steps(problem, origin)), random, many):
            programme = taken(origin, step)
            by_verdict.setdefault((step.what, judge(programme)), []).append(programme)
        found += _in_turns(list(by_verdict.values()), many // 2)
    return found


def _held_programme(problem: Problem) -> Iterator[Programme]:
    """What people hold, held again as far as its activities have it, where the variables can say that."""
    again = [
        held.model_copy(update={"place": problem.activity[held.activity].place})
        for held in problem.published
        if held.activity in problem.activity and held.activity not in problem.facts and "counterparts" in stated(held)
    ]
    held = programme_of([*again, *problem.fixed])
    if again and sayable(problem, held):
        yield held


def _some_of_each(near: list[Step], random: Random, many: int) -> list[Step]:
    """At most so many steps of every kind, in any order."""
    by_kind: dict[str, list[Step]] = {}
    for step in near:
        by_kind.setdefault(step.what, []).append(step)
    found = [step for kind in by_kind.values() for step in random.sample(kind, min(len(kind), many))]
    return random.sample(found, len(found))


def _in_turns(piles: list[list[Programme]], many: int) -> list[Programme]:
    """So many of these, one of each pile in turn."""
    return [one for turn in zip_longest(*piles) for one in turn if one is not None][:many]


def _some_programme(problem: Problem, x: Variables, random: Random) -> Programme | None:
    model = x.model.clone()
    wanted: list[cp_model.LinearExprT] = []
    hour = random.choice((9, 9, 9, 9, 9, 9, 9, 23))
    loyal = bool(problem.published) and random.choice((True, False))
    for decision in x.decisions.values():
        literals = [*decision.attends.values(), *decision.takes.values()]
        literals += [option.literal for option in decision.options]
        wanted += [random.choice((99, 99, 99, -1)) * decision.present, *(random.randint(-9, 9) * of for of in literals)]
        wanted.append(50 * _near(x, model, decision.start, hour, random))
        wanted += _as_held(x, model, decision) if loyal else ()
    model.maximize(sum(wanted))
    solver = _solver()
    solver.parameters.max_deterministic_time = 0.05
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    held = [session for session in read(x, solver.value) if session.activity not in problem.facts]
    return programme_of([*held, *problem.fixed])


def _as_held(x: Variables, model: cp_model.CpModel, decision: Decision) -> Iterator[cp_model.LinearExprT]:
    """That a session stands as people hold it: alone, the solver never finds there."""
    for held in x.problem.published:
        if held.activity == decision.activity.id:
            stands = model.new_bool_var("stands")
            model.add(decision.start == x.ticks.down(held.start)).only_enforce_if(stands)
            yield 999 * stands
            yield from (99 * literal for person, literal in decision.holds.items() if person in held.reviewers)
            asked = held.counterparts or ()
            yield from ((99 if p in asked else -99) * literal for p, literal in decision.joins.items())


def _near(x: Variables, model: cp_model.CpModel, start: cp_model.IntVar, hour: int, random: Random) -> cp_model.IntVar:
    """A literal that puts a start near an hour of some day: alone, the solver chooses midnights."""
    midnight, _ = random.choice(list(x.ticks.day_spans.values()))
    first = midnight + x.ticks.length(hour * 60) + random.randrange(6)
    near = model.new_bool_var("near an hour")
    model.add(start >= first).only_enforce_if(near)
    model.add(start <= first + 4).only_enforce_if(near)
    return near


def _least(x: Variables, programme: Programme, cost: cp_model.LinearExprT) -> int | None:
    """The least cost of a programme in a model; None when the model refuses it."""
    model = x.model.clone()
    try:
        for expression, value in choices(x, programme):
            model.add(expression == value)
    except Unrepresentable:
        return None
    if not isinstance(cost, int):
        model.minimize(cost)
    solver = _solver()
    solver.parameters.cp_model_presolve = False
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL, status
    return solver.value(cost)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    return solver


def sayable(problem: Problem, programme: Programme) -> bool:
    """Whether the variables, without any rule, can say a programme."""
    return _least(Variables(problem), programme, 0) is not None


def refused(rule: MustRule, problem: Problem, programme: Programme) -> bool:
    """Whether the variables, with one hard rule posted, refuse a programme."""
    x = Variables(problem)
    list(rule.post(x))
    return _least(x, programme, 0) is None


def charged(rule: WishRule, problem: Problem, programme: Programme) -> int | None:
    """What a soft rule charges for a programme; None when the variables refuse it."""
    x = Variables(problem)
    return _least(x, programme, sum(wish.cost for wish in rule.post(x)))
