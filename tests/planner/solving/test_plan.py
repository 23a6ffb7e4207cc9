"""Planning: what comes out is judged afresh, is the same every time, and leaves nothing out without a reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import shipped
from shipped import self_directed

from constraints.catalogue import PLACING
from constraints.check import check
from constraints.problem import Problem, Window
from constraints.programme import Programme
from planner.solving.plan import plan, refuse_disagreement
from samples.errors import Disagreement

BUT_COMFORT = slice(None, -1)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return shipped.planned(shipped.SELF_DIRECTED.name)


def held(problem: Problem, programme: Programme, *, evidence: bool) -> int:
    return sum(problem.activity[s.activity].evidence is evidence for s in programme.sessions)


def test_plan_of_the_shipped_review_holds_all_it_asks_for(programme: Programme) -> None:
    problem = self_directed()

    assert held(problem, programme, evidence=True) == 55
    assert len(programme.sessions) == len(problem.activities)
    assert programme.left_out == ()
    assert check(problem, programme).broken == ()


def test_plan_of_the_shipped_review_is_proven_and_uses_two_reserves(programme: Programme) -> None:
    values = {tier.tier: tier.value for tier in programme.tiers}

    assert all(tier.proven for tier in programme.tiers)
    assert values["base cases seen"] == 2
    assert values["standing sessions held"] == values["reserve kept"] == 0


def test_plan_of_the_shipped_review_is_the_same_on_one_core(programme: Programme) -> None:
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set[int]()
    if not cores:
        pytest.skip("this system does not tell which cores a process runs on")
    os.sched_setaffinity(0, {min(cores)})
    try:
        again = plan(self_directed())
    finally:
        os.sched_setaffinity(0, cores)

    assert again.model_dump_json() == programme.model_dump_json()


def off_by_an_hour(programme: Programme) -> Programme:
    first, *others = programme.sessions
    hour = timedelta(hours=1)
    moved = first.model_copy(update={"start": first.start - hour, "end": first.end - hour})
    return programme.model_copy(update={"sessions": (moved, *others)})


def test_plan_refuses_an_answer_that_breaks_a_rule(programme: Programme) -> None:
    wrong = off_by_an_hour(programme)

    with pytest.raises(Disagreement, match="the search kept it and the check does not"):
        refuse_disagreement(self_directed(), wrong, check(self_directed(), wrong))


def test_plan_refuses_an_answer_that_costs_more_than_it_says(programme: Programme) -> None:
    last = programme.tiers[-1]
    cheap = programme.model_copy(
        update={"tiers": (*programme.tiers[BUT_COMFORT], last.model_copy(update={"value": last.value - 1}))}
    )

    with pytest.raises(Disagreement, match=r"comfort: the search says \d+ and the checks say \d+"):
        refuse_disagreement(self_directed(), cheap, check(self_directed(), cheap))


def without_deputies(problem: Problem) -> Problem:
    """Nobody of the director and deputies is free on 12 May."""
    day = date(2021, 5, 12)

    def split(windows: tuple[Window, ...]) -> Iterator[Window]:
        morning = problem.tz
        for window in windows:
            before = window.end.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0, tzinfo=morning)
            after = before + timedelta(days=1)
            if window.start < before:
                yield Window(start=window.start, end=min(window.end, before))
            if window.end > after:
                yield Window(start=max(window.start, after), end=window.end)

    whole = Window.model_validate({"start": "2021-04-15T00:00:00+01:00", "end": "2021-05-15T00:00:00+01:00"})
    people = tuple(
        person.model_copy(update={"windows": tuple(split(person.windows or (whole,)))})
        if "dcs-and-deputies" in person.pools
        else person
        for person in problem.people
    )
    return problem.changed(people=people)


def test_plan_leaves_out_only_what_cannot_be_and_says_why() -> None:
    problem = without_deputies(self_directed())

    planned = plan(problem)

    (left,) = planned.left_out
    assert left.activity == "kit-children-in-care-2"
    assert left.why == (
        "Keep in touch has no place at all: Director of Children's Services, Deputy director, social care and "
        "Deputy director, quality and improvement are not free for it"
    )
    assert PLACING["standing sessions held"].counts(problem.activity[left.activity])
    assert held(problem, planned, evidence=True) == 55
