"""Every rule's two halves agree: what ``post`` refuses or charges, ``check`` calls a breach, and nothing else.

From a random programme that one rule alone allows, sessions are moved to where the rule bites: to every edge of another
session, a window or a day, one step of the grid to either side. Then the same is done to rules with known mistakes, to
show that a mistake is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice, pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from agreement import Verdict, verdicts_on_must, verdicts_on_wish
from tiny_problems import tiny_problem

from constraints.catalogue import MUSTS, WISHES, name_of
from constraints.constraint import Breach, Must, MustRule, Wish, WishRule
from constraints.decision import Decision
from constraints.musts import (
    breathing_space,
    consecutive_days,
    contracted_days,
    counterpart_attends,
    evenings,
    first_of_area,
    gap_limits,
    host_independence,
    in_its_window,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    its_length,
    last_of_area,
    minimum_notice,
    most_days,
    no_clashes,
    one_demand_a_case,
    only_when_free,
    order,
    order_of_the_day,
    resource_shared,
    resource_there,
    rest_between,
    reviewer_daily_limit,
    room_for_all,
    rotation,
    same_case,
    same_place,
    same_reviewers,
    sites_a_day,
    spread,
    team_at_once,
    travel_time,
    working_hours,
)
from constraints.problem import Problem, Window
from constraints.programme import Programme
from constraints.variables import Variables
from constraints.wishes import (
    base_cases,
    fair_share,
    few_days,
    few_sites,
    lowest_ranks,
    modes_in_order,
    no_idle,
    preferred_hours,
    quiet_days,
    reserve_per_week,
    variety,
)

WISHED = tuple(wish for tier in WISHES for wish in tier.wishes)
STRUCTURE = (its_length, counterpart_attends)
"""Rules that the variables keep by themselves: nothing is posted for them."""

PROBLEMS, EACH = 12, 14


def problems_for(rule: MustRule | WishRule) -> Iterator[Problem]:
    """Tiny problems in which the rule has something to say."""
    for seed in range(150):
        problem = tiny_problem(seed)
        if rule in STRUCTURE or next(iter(rule.post(Variables(problem))), None):
            yield problem


def disagreements(verdicts: Iterator[Verdict]) -> Iterator[Verdict]:
    return (verdict for verdict in verdicts if verdict.posted != verdict.checked)


@pytest.mark.parametrize("rule", MUSTS, ids=name_of)
def test_must_is_posted_as_it_is_checked(rule: MustRule) -> None:
    verdicts = list(verdicts_on_must(rule, islice(problems_for(rule), PROBLEMS), each=EACH))

    assert [verdict for verdict in verdicts if verdict.posted != verdict.checked] == []
    assert {verdict.checked for verdict in verdicts} == {0, 1}


@pytest.mark.parametrize("rule", WISHED, ids=name_of)
def test_wish_is_posted_as_it_is_checked(rule: WishRule) -> None:
    verdicts = list(verdicts_on_wish(rule, islice(problems_for(rule), PROBLEMS), each=2 * EACH))

    assert [verdict for verdict in verdicts if verdict.posted != verdict.checked] == []
    assert len({verdict.checked for verdict in verdicts}) > 1


def test_all_musts_together_refuse_what_any_check_finds() -> None:
    verdicts = list(verdicts_on_must(EVERY_MUST, map(tiny_problem, range(PROBLEMS)), each=2 * EACH))

    assert [verdict for verdict in verdicts if verdict.posted != verdict.checked] == []


def test_pruned_days_refuse_nothing_that_the_windows_allow() -> None:
    def pruned(problem: Problem) -> Variables:
        return Variables(problem, prune=True)

    problems = islice(problems_for(in_its_window), PROBLEMS)
    verdicts = list(verdicts_on_must(in_its_window, problems, each=EACH, build=pruned))

    assert [verdict for verdict in verdicts if verdict.posted != verdict.checked] == []


def rule_with(
    rule: Any,
    *,
    post: Callable[[Variables], Iterator[Any]] | None = None,
    check: Callable[[Problem, Programme], Iterator[Breach]] | None = None,
) -> Any:
    """A rule with another half in place of one of its own."""
    return SimpleNamespace(__name__=rule.__name__, READS=rule.READS, post=post or rule.post, check=check or rule.check)


def post_every_must(x: Variables) -> Iterator[Must]:
    for rule in MUSTS:
        yield from rule.post(x)


def check_every_must(problem: Problem, programme: Programme) -> Iterator[Breach]:
    for rule in MUSTS:
        yield from rule.check(problem, programme)


EVERY_MUST = rule_with(no_clashes, post=post_every_must, check=check_every_must)


def post_nothing(x: Variables) -> Iterator[Any]:
    yield from ()


@pytest.mark.parametrize("rule", [rule for rule in MUSTS if rule not in STRUCTURE], ids=name_of)
def test_must_that_posts_nothing_is_caught(rule: MustRule) -> None:
    forgotten = rule_with(rule, post=post_nothing)

    assert next(disagreements(verdicts_on_must(forgotten, problems_for(rule), each=EACH)))


@pytest.mark.parametrize("rule", WISHED, ids=name_of)
def test_wish_that_posts_nothing_is_caught(rule: WishRule) -> None:
    forgotten = rule_with(rule, post=post_nothing)

    assert next(disagreements(verdicts_on_wish(forgotten, problems_for(rule), each=EACH)))


def told(tamper: Callable[[Problem], dict[str, object]]) -> Callable[[Problem], Variables]:
    """Variables over a problem in which something is misread."""
    return lambda problem: Variables(problem.model_copy(update=tamper(problem)))


def each_activity(**changes: Callable[[Any], object]) -> Callable[[Problem], dict[str, object]]:
    def tamper(problem: Problem) -> dict[str, object]:
        changed = [a.model_copy(update={k: of(a) for k, of in changes.items()}) for a in problem.activities]
        return {"activities": tuple(changed)}

    return tamper


def longer(problem: Problem, windows: tuple[Window, ...] | None) -> tuple[Window, ...] | None:
    step = timedelta(minutes=problem.grid)
    return windows and tuple(Window(start=window.start, end=window.end + step) for window in windows)


def one_more_interview(problem: Problem) -> dict[str, object]:
    limits = {name: limit and limit + 1 for name, limit in problem.limits.model_dump().items()}
    people = [p.model_copy(update={"daily_limit": p.daily_limit and p.daily_limit + 1}) for p in problem.people]
    return {"limits": problem.limits.model_copy(update=limits), "people": tuple(people)}


def one_more_day(problem: Problem) -> dict[str, object]:
    return {"contracted": {kind: days + 1 for kind, days in problem.contracted.items()}}


def one_more_of_each(field: str, limit: str) -> Callable[[Problem], dict[str, object]]:
    """One more everywhere: turns, paces, days of people or seats."""

    def tamper(problem: Problem) -> dict[str, object]:
        limited = [(one, getattr(one, limit)) for one in getattr(problem, field)]
        return {field: tuple(one.model_copy(update={limit: most and most + 1}) for one, most in limited)}

    return tamper


def ways_a_step_longer(problem: Problem) -> dict[str, object]:
    ways = [way.model_copy(update={"minutes": way.minutes and way.minutes + problem.grid}) for way in problem.travel]
    return {"travel": tuple(ways)}


def notice_a_step_later(problem: Problem) -> dict[str, object]:
    step = timedelta(minutes=problem.grid)
    return each_activity(asked_from=lambda a: a.asked_from and a.asked_from + step)(problem)


def gaps_longer(problem: Problem) -> dict[str, object]:
    def longer(activity: Any) -> object:
        bounds = ("least_minutes", "most_minutes", "least_days", "most_days")
        steps = (problem.grid, problem.grid, 1, 1)
        return tuple(
            gap.model_copy(
                update={b: getattr(gap, b) + step for b, step in zip(bounds, steps, strict=True) if getattr(gap, b)}
            )
            for gap in activity.gaps
        )

    return each_activity(gaps=longer)(problem)


def one_more_mop_up(problem: Problem) -> dict[str, object]:
    wanted = problem.limits.reserve_per_week
    return {"limits": problem.limits.model_copy(update={"reserve_per_week": wanted and wanted + 1})}


def quiet_a_step_sooner(problem: Problem) -> dict[str, object]:
    step = timedelta(minutes=problem.grid)
    quiet = tuple(Window(start=window.start - step, end=window.end) for window in problem.comfort.quiet)
    return {"comfort": problem.comfort.model_copy(update={"quiet": quiet})}


def longer_windows_of_people(problem: Problem) -> dict[str, object]:
    people = [p.model_copy(update={"windows": longer(problem, p.windows)}) for p in problem.people]
    return {"people": tuple(people)}


def longer_windows_of_activities(problem: Problem) -> dict[str, object]:
    activities = [a.model_copy(update={"windows": longer(problem, a.windows)}) for a in problem.activities]
    return {"activities": tuple(activities)}


def longer_hours(problem: Problem) -> dict[str, object]:
    return {"hours": tuple(h.model_copy(update={"windows": longer(problem, h.windows)}) for h in problem.hours)}


def no_evenings(problem: Problem) -> dict[str, object]:
    return {"hours": tuple(h.model_copy(update={"evenings": ()}) for h in problem.hours)}


def longer_windows_of_resources(problem: Problem) -> dict[str, object]:
    resources = [r.model_copy(update={"windows": longer(problem, r.windows)}) for r in problem.resources]
    return {"resources": tuple(resources)}


def longer_preferred_hours(problem: Problem) -> dict[str, object]:
    comfort = problem.comfort.model_copy(update={"preferred": longer(problem, problem.comfort.preferred)})
    return {"comfort": comfort}


def modes_reversed(problem: Problem) -> dict[str, object]:
    def turned(activity: Any) -> object:
        demand = activity.demand
        return demand and demand.model_copy(update={"modes": demand.modes[::-1]})

    return each_activity(demand=turned)(problem)


def followed_by_nobody(activity: Any) -> object:
    return activity.demand and activity.demand.model_copy(update={"tracks": ""})


def base_of_none(problem: Problem) -> dict[str, object]:
    return each_activity(demand=lambda a: a.demand and a.demand.model_copy(update={"base": 0}))(problem)


class WithoutFacts(Variables):
    """Fixed sessions forgotten once the decisions are made."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.facts = ()


class OneTickShort(Variables):
    """Every interval ends one step of the grid early."""

    def _interval(self, decision: Decision, literal: Any, who: str, space: int = 0) -> Any:
        return super()._interval(decision, literal, who, space - 1)


class FactsRoundedInwards(Variables):
    """The breathing space of a fixed session is cut by a step."""

    def fact_span(self, session: Any, *, spaced: bool = False) -> tuple[int, int]:
        start, end = super().fact_span(session, spaced=spaced)
        return start, end - 1


def post_order_strictly(x: Variables) -> Iterator[Must]:
    """`order` with < for <=: nothing may follow at once."""
    for earlier, later in order.pairs(x.problem):
        first, second = x.decisions.get(earlier.id), x.decisions.get(later.id)
        if first and second:
            constraint = x.model.add(first.end < second.start)
            constraint.only_enforce_if(first.present, second.present)
            yield Must(later.id, "", constraint)


def check_overlap_or_touch(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """`no_clashes` with <= for <: back-to-back clashes."""
    for person in problem.people:
        mine = programme.sessions_of(person.id)
        for one, other in pairwise(mine):
            if other.start <= one.end:
                yield Breach(subject=person.id, sentence="", sessions=(one, other))


WRONG_MUSTS = {
    "breathing space a step short": (
        breathing_space,
        told(each_activity(breathing_space=lambda a: max(0, a.breathing_space - 15))),
    ),
    "breathing space a step too long": (
        breathing_space,
        told(lambda p: each_activity(breathing_space=lambda a: a.breathing_space and a.breathing_space + p.grid)(p)),
    ),
    "breathing space after facts cut": (breathing_space, FactsRoundedInwards),
    "breathing space without facts": (breathing_space, WithoutFacts),
    "sessions a step short": (no_clashes, OneTickShort),
    "clashes without facts": (no_clashes, WithoutFacts),
    "resource a step short": (resource_shared, OneTickShort),
    "resource without facts": (resource_shared, WithoutFacts),
    "order that forgets facts": (rule_with(order, post=post_order_strictly), Variables),
    "back-to-back as a clash": (rule_with(no_clashes, check=check_overlap_or_touch), Variables),
    "windows a step longer": (in_its_window, told(longer_windows_of_activities)),
    "people free a step longer": (only_when_free, told(longer_windows_of_people)),
    "hours a step longer": (working_hours, told(longer_hours)),
    "laptop there a step longer": (resource_there, told(longer_windows_of_resources)),
    "one more interview for reviewers": (reviewer_daily_limit, told(one_more_interview)),
    "one more interview for interviewees": (interviewee_daily_limit, told(one_more_interview)),
    "reviewers' limit without facts": (reviewer_daily_limit, WithoutFacts),
    "interviewees' limit without facts": (interviewee_daily_limit, WithoutFacts),
    "one more day": (contracted_days, told(one_more_day)),
    "contracted days without facts": (contracted_days, WithoutFacts),
    "cases of facts seen again": (one_demand_a_case, WithoutFacts),
    "day's order without facts": (order_of_the_day, WithoutFacts),
    "nothing first of its area": (first_of_area, told(each_activity(first_of_area=lambda a: False))),
    "first taken for last": (last_of_area, told(each_activity(last_of_area=lambda a: a.first_of_area))),
    "one more turn": (rotation, told(one_more_of_each("rotations", "most"))),
    "turns without facts": (rotation, WithoutFacts),
    "districts forgotten": (host_independence, told(lambda _: {"teams": ()})),
    "one more day of a specialist": (most_days, told(one_more_of_each("people", "most_days"))),
    "specialists' days without facts": (most_days, WithoutFacts),
    "gaps between days without facts": (consecutive_days, WithoutFacts),
    "a day more of rest": (rest_between, told(one_more_of_each("paces", "days"))),
    "rest without facts": (rest_between, WithoutFacts),
    "a day more of spread": (spread, told(one_more_of_each("paces", "days"))),
    "spread without facts": (spread, WithoutFacts),
    "gaps a step longer": (gap_limits, told(gaps_longer)),
    "any case followed": (same_case, told(each_activity(demand=followed_by_nobody))),
    "ways a step longer": (travel_time, told(ways_a_step_longer)),
    "ways from facts forgotten": (travel_time, WithoutFacts),
    "one more site": (sites_a_day, told(one_more_interview)),
    "sites of facts forgotten": (sites_a_day, WithoutFacts),
    "one more session with a team": (team_at_once, told(one_more_interview)),
    "team without facts": (team_at_once, WithoutFacts),
    "one more interview of a week": (interviewee_weekly_limit, told(one_more_interview)),
    "week's limit without facts": (interviewee_weekly_limit, WithoutFacts),
    "one more evening": (evenings, told(one_more_interview)),
    "evenings without facts": (evenings, WithoutFacts),
    "evening hours forgotten": (working_hours, told(no_evenings)),
    "notice a step later": (minimum_notice, told(notice_a_step_later)),
    "one more seat": (room_for_all, told(one_more_of_each("resources", "seats"))),
    "anybody's room": (same_place, told(each_activity(same_place_as=lambda _: ""))),
    "room of a fact forgotten": (same_place, WithoutFacts),
    "anybody's reviewers": (same_reviewers, told(each_activity(same_reviewers_as=lambda _: ""))),
}


@pytest.mark.parametrize("mistake", WRONG_MUSTS)
def test_wrong_must_is_caught(mistake: str) -> None:
    rule, build = WRONG_MUSTS[mistake]

    assert next(disagreements(verdicts_on_must(rule, problems_for(rule), each=EACH, build=build)))


WRONG_WISHES = {
    "preferred hours a step longer": (preferred_hours, told(longer_preferred_hours)),
    "days without facts": (few_days, WithoutFacts),
    "share without facts": (fair_share, WithoutFacts),
    "idle without facts": (no_idle, WithoutFacts),
    "idle without breathing space": (no_idle, told(each_activity(breathing_space=lambda a: 0))),
    "modes the wrong way round": (modes_in_order, told(modes_reversed)),
    "ranks counted from the first": (lowest_ranks, told(base_of_none)),
    "one more mop-up of a week": (reserve_per_week, told(one_more_mop_up)),
    "reserve of a week without facts": (reserve_per_week, WithoutFacts),
    "sites of a day without facts": (few_sites, WithoutFacts),
    "variety without facts": (variety, WithoutFacts),
    "quiet a step sooner": (quiet_days, told(quiet_a_step_sooner)),
    "base cases counted where they are followed": (base_cases, told(each_activity(demand=followed_by_nobody))),
}


@pytest.mark.parametrize("mistake", WRONG_WISHES)
def test_wrong_wish_is_caught(mistake: str) -> None:
    rule, build = WRONG_WISHES[mistake]

    assert next(disagreements(verdicts_on_wish(rule, problems_for(rule), each=EACH, build=build)))


def post_at_twice_the_price(x: Variables) -> Iterator[Wish]:
    for wish in preferred_hours.post(x):
        yield Wish(wish.subject, wish.sentence, 2 * wish.cost)


def test_wish_at_another_price_is_caught() -> None:
    dear = rule_with(preferred_hours, post=post_at_twice_the_price)

    assert next(disagreements(verdicts_on_wish(dear, problems_for(preferred_hours), each=EACH)))
