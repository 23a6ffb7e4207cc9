"""On tiny problems, every programme there is: the solver finds the same best, tier by tier.

The programmes are made from the nouns alone (who could come, what could be seen, when) and judged by ``check`` alone;
nothing here knows a variable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import chain, combinations, product
from random import Random
from zoneinfo import ZoneInfo

import pytest
from agreement import counts

from constraints.catalogue import MUSTS, WISHES, weight
from constraints.musts import needs_met, no_clashes
from constraints.problem import (
    EVERYBODY,
    WORKING,
    Activity,
    Area,
    Candidate,
    CaseDemand,
    CaseSeen,
    Comfort,
    Limits,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    Session,
    Window,
)
from constraints.programme import Programme, in_time
from planner.solving.solve import solve

LONDON = ZoneInfo("Europe/London")
DAYS = (date(2021, 5, 4), date(2021, 5, 5))
STEP = timedelta(minutes=30)
SEEDS = 220


def tiniest(seed: int) -> Problem:
    """A problem of up to three activities, two reviewers, two workers, two cases and six starts."""
    random = Random(seed)
    some = random.choice
    demand = CaseDemand(
        stratum="audit",
        base=some((1, 1, 2)),
        candidates=tuple(
            Candidate(case=f"c{n}", rank=n, workers=(some(("w1", "w2")),), cover=some(((), ("w2",)))) for n in (1, 2)
        ),
        modes=some(((Mode.WORKER, Mode.RECORD), (Mode.WORKER,), (Mode.WORKER, Mode.COVER))),
        record_resource="laptop",
    )
    activities = tuple(_activity(random, f"a{n}", demand) for n in range(some((1, 2, 2, 3, 3))))
    free = {who: some((None, None, None, (_window(random, least=3),))) for who in ("r1", "r2", "w1", "w2")}
    problem = Problem(
        title="tiniest",
        grid=30,
        start=DAYS[0],
        end=DAYS[-1],
        people=tuple(
            Person(id=who, name=who, pools=("reviewers" if who[0] == "r" else "workers",), windows=free[who])
            for who in free
        ),
        pools=(Pool(id="reviewers", name="reviewers"), Pool(id="workers", name="workers")),
        areas=(Area(id="a", title="A"),),
        activities=activities,
        resources=(Resource(id="laptop", name="The laptop", windows=some((None, None, (_window(random, least=2),)))),),
        days=tuple(
            ReviewerDay(person=person, date=day, kind=some(("fieldwork", "fieldwork", "reading")))
            for person, day in product(("r1", "r2"), DAYS)
            if some((1, 1, 1, 1, 1, 0))
        ),
        contracted={"fieldwork": some((2, 4, 4))},
        limits=Limits(
            interviews_per_reviewer_per_day=some((None, 1)), interviews_per_interviewee_per_day=some((None, 1))
        ),
        comfort=Comfort(fair_share=2, idle=1, preferred_hours=1, few_days=3, preferred=(_window(random, least=2),)),
    )
    fixed = [_fixed(random, activities[0])] if len(activities) > 1 and some((1, 0, 0)) else []
    return Problem.model_validate(problem.model_dump() | {"fixed": tuple(fixed)})


def _at(day: date, half_hours: int) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=LONDON) + half_hours * STEP


def _window(random: Random, least: int) -> Window:
    day, start = random.choice(DAYS), random.choice((0, 0, 1))
    return Window(start=_at(day, start), end=_at(day, start + random.randint(least, 4)))


def _activity(random: Random, name: str, demand: CaseDemand) -> Activity:
    some = random.choice
    standing = some((True, False, False, False))
    need = some(
        (Need(pool="reviewers"), Need(pool="reviewers"), Need(people=("r1",)), Need(pool="reviewers", count=EVERYBODY))
    )
    if standing:
        need = some((Need(pool="reviewers", count=WORKING), Need(people=("r2",))))
    asked = (
        () if standing else some(((), (), (), (), (Need(pool="workers"),), (Need(pool="workers", count=EVERYBODY),)))
    )
    windows = {
        day: Window(start=_at(day, 0), end=_at(day, some((2, 3, 3)))) for day in random.sample(DAYS, some((1, 2, 2)))
    }
    return Activity(
        id=name,
        title=name,
        kind="any",
        area="" if standing else some(("", "a")),
        shortest=30,
        longest=some((30, 30, 60)),
        needs=(need,),
        counterparts=asked,
        demand=None if standing or asked or some((True, False, False, False)) else demand,
        windows=tuple(windows[day] for day in sorted(windows))[: 1 if standing else 2],
        day_kinds=some(((), (), (), ("fieldwork",))),
        after=("a0",) if name != "a0" and some((True, False, False)) else (),
        first_of_area=some((True, False, False, False)),
        last_of_area=some((True, False, False, False)),
        in_day=some(("first", "any", "any", "last")),
        breathing_space=some((0, 0, 30)),
        priority=some(("must", "must", "should", "mop-up")),
        standing="kit" if standing else "",
        evidence=not standing,
        interview=not standing and some((True, False)),
    )


def _fixed(random: Random, activity: Activity) -> Session:
    start = _at(random.choice(DAYS), random.choice((0, 1, 2)))
    cases = (CaseSeen(case="c1", rank=1, mode=Mode.WORKER),) if activity.demand else ()
    return Session(
        activity=activity.id, start=start, end=start + STEP, reviewers=("r1",), counterparts=("w1",), cases=cases
    )


def subsets(of: Iterable[str]) -> list[tuple[str, ...]]:
    """Every group of these people, nobody included."""
    people = list(of)
    return list(chain.from_iterable(combinations(people, n) for n in range(len(people) + 1)))


def every_session(problem: Problem, activity: Activity) -> list[Session]:
    """Every session an activity could have that no hard rule refuses for itself."""
    starts = [w.start + n * STEP for w in activity.windows for n in range((w.end - w.start) // STEP)]
    seen = activity.demand.candidates if activity.demand else ()
    cases = [(), *(((CaseSeen(case=c.case, rank=c.rank, mode=mode),)) for c in seen for mode in Mode)]
    depends = any(need.count == WORKING for need in activity.needs)
    found = []
    for who, whom, what in product(subsets(("r1", "r2")), subsets(("w1", "w2")), cases):
        held = Session(
            activity=activity.id, start=starts[0], end=starts[0], reviewers=who, counterparts=whom, cases=what
        )
        alone = Programme(sessions=(held,))
        if not depends and next(iter(needs_met.check(problem, alone)), None):
            continue
        for start, minutes in product(starts, range(activity.shortest, activity.longest + 1, problem.grid)):
            session = held.model_copy(update={"start": start, "end": start + timedelta(minutes=minutes)})
            if not broken(problem, (session,)):
                found.append(session)
    return found


def broken(problem: Problem, sessions: Sequence[Session], *, whole: bool = False) -> bool:
    """Whether these sessions break a hard rule that no further session can heal; of a whole programme, any."""
    programme = Programme(sessions=tuple(sorted((*problem.fixed, *sessions), key=in_time)))
    rules = MUSTS if whole else [rule for rule in MUSTS if rule is not needs_met]
    return any(counts(problem, breach) for rule in rules for breach in rule.check(problem, programme))


def every_programme(problem: Problem) -> Iterator[Programme]:
    """Every programme that breaks no hard rule, the fixed sessions in each."""
    partial: list[tuple[Session, ...]] = [()]
    for activity in problem.activities:
        if activity.id not in problem.facts:
            sessions = every_session(problem, activity)
            partial += [
                (*before, session)
                for before in partial
                for session in sessions
                if not broken(problem, (*before, session))
            ]
    for sessions in partial:
        if not broken(problem, sessions, whole=True):
            yield Programme(sessions=tuple(sorted((*problem.fixed, *sessions), key=in_time)))


def cost(problem: Problem, programme: Programme) -> tuple[int, ...]:
    """What each tier comes to, by the checks."""
    return tuple(
        sum(
            weight(rule, problem.comfort) * breach.cost
            for rule in tier.wishes
            for breach in rule.check(problem, programme)
        )
        for tier in WISHES
    )


@cache
def best_of(seed: int) -> tuple[int, ...]:
    """The least that any programme costs, tier by tier."""
    problem = tiniest(seed)
    return min(cost(problem, programme) for programme in every_programme(problem))


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(10)], ids=str)
def test_solver_finds_the_best_of_every_programme(seeds: range) -> None:
    for seed in seeds:
        problem = tiniest(seed)
        best = best_of(seed)

        found = solve(problem)

        assert (seed, tuple(tier.value for tier in found.tiers)) == (seed, best)
        assert (seed, cost(problem, found)) == (seed, best)
        assert not broken(problem, [s for s in found.sessions if s.activity not in problem.facts], whole=True)
        assert [tier.tier for tier in found.tiers if not tier.proven] == []


def test_tiniest_problems_ask_every_tier_for_something() -> None:
    costs = [best_of(seed) for seed in range(SEEDS)]

    assert [tier.name for tier, values in zip(WISHES, zip(*costs, strict=True), strict=True) if not any(values)] == []


def test_solver_that_forgets_a_rule_is_caught() -> None:
    forgetful = [rule for rule in MUSTS if rule is not no_clashes]

    values = [tuple(tier.value for tier in solve(tiniest(seed), musts=forgetful).tiers) for seed in range(40)]

    assert values != [best_of(seed) for seed in range(40)]
