"""Every programme that a tiny problem has, and the best of them: made from the nouns, judged by ``check`` alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import chain, combinations, groupby, product

from agreement import counts

from constraints.catalogue import MUSTS, WISHES, Tier, name_of, weight
from constraints.constraint import MustRule
from constraints.musts import needs_met
from constraints.problem import WORKING, Activity, CaseSeen, Mode, Problem, Session
from constraints.programme import Programme, in_time

HEALED_BY_MORE = frozenset({"needs_met", "same_case", "same_reviewers", "consecutive_days"})
"""Rules that a further session may heal; what breaks any other stays broken, whatever else is held."""

LASTING = tuple(rule for rule in MUSTS if name_of(rule) not in HEALED_BY_MORE)
HEALED = tuple(rule for rule in MUSTS if name_of(rule) in HEALED_BY_MORE)


def best(problem: Problem, orders: Sequence[Sequence[Tier]]) -> tuple[tuple[int, ...], ...]:
    """The least that any programme costs, tier by tier, in each of these orders; all begin with musts and shoulds."""
    placed = _best_placed(problem)
    found = []
    for tiers in orders:
        left = placed
        for tier in tiers[2:]:
            left = _cheapest(problem, tier, left)
        found.append(cost(problem, left[0], tiers))
    return tuple(found)


def cost(problem: Problem, programme: Programme, tiers: Sequence[Tier] = WISHES) -> tuple[int, ...]:
    """What each tier comes to, by the checks."""
    return tuple(_cost(problem, tier, programme) for tier in tiers)


def _cost(problem: Problem, tier: Tier, programme: Programme) -> int:
    return sum(
        weight(rule, problem.comfort) * breach.cost for rule in tier.wishes for breach in rule.check(problem, programme)
    )


def _cheapest(problem: Problem, tier: Tier, programmes: Sequence[Programme]) -> list[Programme]:
    costs = [_cost(problem, tier, programme) for programme in programmes]
    return [programme for programme, its in zip(programmes, costs, strict=True) if its == min(costs)]


def _best_placed(problem: Problem) -> list[Programme]:
    """The programmes that keep every hard rule and leave out least: those that leave out more need no judging."""

    def placed(programme: Programme) -> tuple[int, ...]:
        return tuple(_cost(problem, tier, programme) for tier in WISHES[:2])

    for _, alike in groupby(sorted(selections(problem), key=placed), key=placed):
        kept = [
            programme for programme in alike if not broken(problem, programme.sessions, _unasked(problem, programme))
        ]
        if kept:
            return kept
    raise AssertionError("the fixed sessions alone break no rule")


def _unasked(problem: Problem, programme: Programme) -> Iterable[MustRule]:
    """The rules that were not asked yet: of two sessions, those apart that last; of more, they may break any."""
    return HEALED if len(programme.sessions) - len(problem.fixed) <= 2 else MUSTS


def broken(problem: Problem, sessions: Iterable[Session], rules: Iterable[MustRule] = MUSTS) -> bool:
    """Whether sessions break a hard rule, other than the fixed ones among themselves."""
    programme = Programme(sessions=tuple(sorted(sessions, key=in_time)))
    return any(counts(problem, breach) for rule in rules for breach in rule.check(problem, programme))


def selections(problem: Problem) -> Iterator[Programme]:
    """Every choice of sessions of which no two break a lasting rule, the fixed sessions in each."""

    @cache
    def fit(one: tuple[str, int], other: tuple[str, int]) -> bool:
        pair = (sessions[one[0]][one[1]], sessions[other[0]][other[1]])
        return not broken(problem, (*problem.fixed, *pair), LASTING)

    free = [activity for activity in problem.activities if activity.id not in problem.facts]
    sessions = {activity.id: every_session(problem, activity) for activity in free}
    chosen: list[tuple[tuple[str, int], ...]] = [()]
    for activity in free:
        mine = [(activity.id, nth) for nth in range(len(sessions[activity.id]))]
        chosen += [(*some, one) for some in chosen for one in mine if all(fit(other, one) for other in some)]
    for some in chosen:
        held = [sessions[name][nth] for name, nth in some]
        yield Programme(sessions=tuple(sorted((*problem.fixed, *held), key=in_time)))


def every_session(problem: Problem, activity: Activity) -> list[Session]:
    """Every session an activity could have that no hard rule refuses for itself."""
    step = timedelta(minutes=problem.grid)
    starts = sorted({w.start + n * step for w in activity.windows for n in range((w.end - w.start) // step)})
    depends = any(need.count == WORKING for need in activity.needs)
    found = []
    for held in _undated(problem, activity, starts[0]):
        if not depends and next(iter(needs_met.check(problem, Programme(sessions=(held,)))), None):
            continue
        for start, minutes in product(starts, range(activity.shortest, activity.longest + 1, problem.grid)):
            session = held.model_copy(update={"start": start, "end": start + timedelta(minutes=minutes)})
            if not broken(problem, (*problem.fixed, session), LASTING):
                found.append(session)
    return found


def _undated(problem: Problem, activity: Activity, start: object) -> Iterator[Session]:
    """A session with every group of people on either side, every case or none, every room or none."""
    candidates = activity.demand.candidates if activity.demand else ()
    cases = [(), *((CaseSeen(case=c.case, rank=c.rank, mode=mode),) for c in candidates for mode in Mode)]
    named = {person for need in activity.counterparts for person in need.people}
    asked = [person.id for person in problem.people if "workers" in person.pools or person.id in named]
    asking = [person.id for person in problem.people if "workers" not in person.pools]
    rooms = ("", *(resource.id for resource in problem.resources))
    for reviewers, counterparts, seen, room in product(_groups(asking), _groups(asked), cases, rooms):
        yield Session(
            activity=activity.id,
            start=start,
            end=start,
            reviewers=reviewers,
            counterparts=counterparts,
            cases=seen,
            place=activity.place,
            room=room,
        )


def _groups(people: Sequence[str]) -> list[tuple[str, ...]]:
    """Every group of these people, nobody included."""
    return list(chain.from_iterable(combinations(people, n) for n in range(len(people) + 1)))
