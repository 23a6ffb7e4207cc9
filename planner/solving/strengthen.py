"""What every programme or one as good keeps anyway, said to the solver so that it proves sooner.

None of it is a rule: a programme that differs is not refused by anybody, there is only another just like it.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from constraints.problem import Pace, Person, Problem

if TYPE_CHECKING:
    from constraints.decision import Decision
    from constraints.variables import Variables


def strengthen(x: Variables) -> None:
    """Add all of it to a model on which all hard rules are posted."""
    strengthen_any(x)
    for decision in _unpublished(x):
        _only_when_owed(x, decision)


def strengthen_any(x: Variables) -> None:
    """Add what is so of any of a problem's activities too, with the others left away.

    A standing session is owed to somebody's work that day; without that work it could be held all the same.
    """
    for decision in x.decisions.values():
        _count_by_day(x, decision)
    for pace in x.problem.paces:
        _pool_keeps(x, pace)
    for pace in {(pace.pool, pace.kinds): pace for pace in x.problem.paces if pace.pool}.values():
        _pool_keeps_in_all(x, pace)
    for _, alike in groupby(sorted(_unpublished(x), key=_likeness), key=_likeness):
        _one_order(x, list(alike))


def _unpublished(x: Variables) -> list[Decision]:
    """The decisions of which nobody holds a session: to hold one as it was is worth something for its own sake."""
    published = {session.activity for session in x.problem.published}
    return [decision for decision in x.decisions.values() if decision.activity.id not in published]


def _count_by_day(x: Variables, decision: Decision) -> None:
    """A session that needs so many of one pool has so many of them on its day."""
    needs = decision.activity.needs
    if len(needs) == 1 and len(decision.day) > 1 and not needs[0].people and isinstance(needs[0].count, int):
        for day, on_day in decision.day.items():
            there = sum(x.on(decision, person, "holds")[day] for person in decision.fills[0])
            x.model.add(there == needs[0].count * on_day)


def _only_when_owed(x: Variables, decision: Decision) -> None:
    """A standing session that nobody is owed, since none of its people works that day, is not held for its own sake."""
    if decision.activity.standing:
        works = [x.works(person, day) for person in decision.holds for day in decision.day]
        x.model.add_bool_or(decision.present.negated(), *works)


def _pool_keeps(x: Variables, pace: Pace) -> None:
    """Of sessions that need so many of a pool, no more lie close together than its people can hold between them.

    Each person keeps the pace; together they keep as many times its limit, divided by those a session needs.
    """
    by_count: dict[int, list[Decision]] = {}
    for decision in x.decisions.values():
        if pace.pool and decision.activity.kind in pace.kinds:
            counts = [need.count for need in decision.activity.needs if need.pool == pace.pool]
            if counts and all(isinstance(count, int) for count in counts):
                by_count.setdefault(sum(map(int, counts)), []).append(decision)
    people = _there_at_all(x.problem, pace.pool)
    for count, decisions in by_count.items():
        together = len(people) * pace.most // count
        if len(decisions) > together:
            days = [x.day_number(decision) for decision in decisions]
            lasting = [
                x.model.new_optional_interval_var(day, pace.days, day + pace.days, decision.present, pace.name)
                for day, decision in zip(days, decisions, strict=True)
            ]
            x.model.add_cumulative(lasting, [1] * len(lasting), together)


def _pool_keeps_in_all(x: Variables, pace: Pace) -> None:
    """In all of the review no more of a pace's sessions are held than its pool's people can attend between them.

    No single person and no single day is short where a pool is asked for too much: only the sum says how much too much.
    """
    decisions = [d for d in x.decisions.values() if d.activity.kind in pace.kinds and not d.activity.standing]
    days = [day for decision in decisions for day in decision.day]
    if not days:
        return
    asked = [_of_pool(x.problem, decision, pace.pool) for decision in decisions]
    length = (max(days) - min(days)).days + 1
    most = sum(_attends_in_all(x, person, pace, length) for person in _there_at_all(x.problem, pace.pool))
    if sum(asked) > most:
        x.model.add(sum(n * decision.present for n, decision in zip(asked, decisions, strict=True)) <= most)


def _there_at_all(problem: Problem, pool: str) -> list[Person]:
    """The people of a pool who are free at some time."""
    return [person for person in problem.members.get(pool, ()) if person.windows is None or person.windows]


def _of_pool(problem: Problem, decision: Decision, pool: str) -> int:
    """How many of a pool attend a session wherever it is held: those that it needs, and those whom it names."""
    needs = [*decision.activity.needs, *decision.activity.counterparts]
    needed = sum(need.count for need in needs if need.pool == pool and isinstance(need.count, int) and not need.people)
    return needed + sum(decision.attends.get(p.id) is decision.present for p in problem.members.get(pool, ()))


def _attends_in_all(x: Variables, person: Person, pace: Pace, length: int) -> int:
    """How many sessions of a pace's kinds a person can attend in so many days on end."""
    kept = [p for p in x.problem.paces if p.pool in person.pools and set(pace.kinds) <= set(p.kinds)]
    limits = [p.most * -(-length // p.days) for p in kept]
    if person.most_days is not None:
        # what joins a day that fixed sessions use adds no day
        used = len({fact.start.date() for fact in x.facts_of(person.id)})
        limits.append(min(p.most for p in kept) * max(person.most_days, used))
    return min(limits)


def _likeness(decision: Decision) -> str:
    """What two activities share when either could stand for the other."""
    return decision.activity.model_copy(update={"id": ""}).model_dump_json()


def _one_order(x: Variables, alike: list[Decision]) -> None:
    """Of activities that are alike, the first are held, in order of their starts; whom another names is like nobody."""
    named = {other for activity in x.problem.activities for other in activity.tied_to}
    for one, other in pairwise(decision for decision in alike if decision.activity.id not in named):
        x.model.add_implication(other.present, one.present)
        x.model.add(one.start <= other.start).only_enforce_if(one.present, other.present)
