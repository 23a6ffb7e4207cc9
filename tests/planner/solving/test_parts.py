"""Parts of a problem: what they hold together, and that planning them apart loses nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tiny_problems import in_two_weeks

from constraints.catalogue import MUSTS, WISHES
from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    Gap,
    Hours,
    Mode,
    Need,
    Person,
    Problem,
    ReviewerDay,
    Session,
    Window,
)
from constraints.programme import TierValue
from planner.solving.parts import parts
from planner.solving.plan import plan
from planner.solving.search import Search
from planner.solving.solve import solve

START, END = date(2021, 4, 19), date(2021, 5, 14)
TICK = {"title": "Interview", "kind": "interview", "shortest": 60, "longest": 60}


def window(first: date, last: date) -> Window:
    return Window.model_validate({"start": f"{first}T09:00:00+01:00", "end": f"{last}T17:00:00+01:00"})


def problem_of(**activities: tuple[date, date]) -> Problem:
    found = tuple(Activity(id=name, windows=(window(*days),), **TICK) for name, days in activities.items())
    return Problem(title="Weeks", start=START, end=END, activities=found)


TUESDAY, WEDNESDAY, NEXT_TUESDAY = date(2021, 4, 20), date(2021, 4, 21), date(2021, 4, 27)


def ids(problem: Problem) -> list[list[str]]:
    return [[activity.id for activity in part.activities] for part in parts(problem)]


def test_parts_are_weeks_when_nothing_ties_them() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), b=(WEDNESDAY, WEDNESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))

    assert ids(problem) == [["a", "b"], ["c"]]


def test_parts_join_weeks_that_one_activity_can_choose_between() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), b=(TUESDAY, NEXT_TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))

    assert ids(problem) == [["a", "b", "c"]]


def test_parts_join_activities_without_windows_to_every_week() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    anywhere = Activity(id="anywhere", **TICK)

    assert ids(problem.changed(activities=(*problem.activities, anywhere))) == [["a", "c", "anywhere"]]


def test_parts_join_activities_in_an_order() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    later = problem.activity["c"].model_copy(update={"after": ("a",)})

    assert ids(problem.changed(activities=(problem.activity["a"], later))) == [["a", "c"]]


def test_parts_join_activities_that_share_a_stratum() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    asking = tuple(a.model_copy(update={"demand": CaseDemand(stratum="S1")}) for a in problem.activities)

    assert ids(problem.changed(activities=asking)) == [["a", "c"]]


def test_parts_join_days_of_which_only_some_are_contracted() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    days = tuple(ReviewerDay(person="r", date=day, kind="fieldwork") for day in (TUESDAY, NEXT_TUESDAY))

    assert ids(problem.changed(days=days, contracted={"fieldwork": 2})) == [["a"], ["c"]]
    assert ids(problem.changed(days=days, contracted={"fieldwork": 1})) == [["a", "c"]]


@pytest.mark.parametrize(
    "tie",
    [
        {"gaps": (Gap(after="a", most_days=9),)},
        {"same_reviewers_as": "a"},
        {"same_place_as": "a"},
        {"demand": CaseDemand(stratum="S1", tracks="a")},
    ],
    ids=["gap", "same reviewers", "same place", "same case"],
)
def test_parts_join_activities_of_which_one_names_the_other(tie: dict[str, object]) -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    tied = problem.activity["c"].model_copy(update=tie)

    assert ids(problem.changed(activities=(problem.activity["a"], tied))) == [["a", "c"]]


def test_parts_join_the_declared_days_of_somebody_whose_days_are_limited() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    days = tuple(ReviewerDay(person="r", date=day, kind="fieldwork") for day in (TUESDAY, NEXT_TUESDAY))
    limited = Person(id="r", name="Specialist", most_days=1)

    assert ids(problem.changed(people=(limited,), days=days)) == [["a", "c"]]
    assert ids(problem.changed(people=(limited,), days=days[:1])) == [["a"], ["c"]]


def test_parts_are_one_where_the_days_of_somebody_without_declared_ones_are_limited() -> None:
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))

    assert ids(problem.changed(people=(Person(id="r", name="Manager", most_days=1),))) == [["a", "c"]]
    assert ids(problem.changed(people=(Person(id="r", name="Manager", consecutive_days=True),))) == [["a"], ["c"]]


def test_parts_join_what_opens_an_area_or_closes_it_with_the_rest_of_it() -> None:
    """An area over two weeks was planned week by week, and what closes it stood in the first: plan() disagreed."""
    problem = problem_of(a=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    of_area = tuple(a.model_copy(update={"area": "safeguarding"}) for a in problem.activities)
    closing = of_area[0].model_copy(update={"last_of_area": True})

    assert ids(problem.changed(activities=of_area)) == [["a"], ["c"]]
    assert ids(problem.changed(activities=(closing, of_area[1]))) == [["a", "c"]]


def test_parts_join_weeks_that_breathing_space_reaches_across() -> None:
    """Whoever was asked late on a Sunday and early on a Monday had no space between, and plan() disagreed."""
    tick = {"title": "Visit", "kind": "visit", "shortest": 30, "longest": 30, "needs": (Need(people=("r",)),)}
    edges = {"late": ("2021-05-09T23:30:00+01:00", "2021-05-10T00:00:00+01:00")}
    edges["early"] = ("2021-05-10T00:00:00+01:00", "2021-05-10T00:30:00+01:00")
    nights = tuple(
        Activity.model_validate({"id": name, "windows": ({"start": start, "end": end},), "breathing_space": 15, **tick})
        for name, (start, end) in edges.items()
    )
    problem = Problem(title="Nights", start=START, end=END, people=(Person(id="r", name="R"),), activities=nights)
    office = Hours(id="office", name="office hours", windows=(window(TUESDAY, TUESDAY),))
    keeping = problem.changed(hours=(office,), people=(Person(id="r", name="R", hours="office"),))

    assert ids(problem) == [["late", "early"]]
    assert ids(keeping) == [["late"], ["early"]]
    assert len(plan(problem).sessions) == 1


def seeing(*cases: str, stratum: str) -> CaseDemand:
    """A demand for one of these cases; nobody comes, and there is one base case."""
    candidates = tuple(Candidate(case=case, rank=rank) for rank, case in enumerate(cases, 1))
    return CaseDemand(stratum=stratum, candidates=candidates, modes=(Mode.RECORD,))


@pytest.mark.parametrize("fixed", [("a",), ("a", "c")], ids=["in one part", "in both"])
def test_a_case_that_a_fixed_session_sees_is_no_quarrel(fixed: tuple[str, ...]) -> None:
    """Barring the part of the fixed session from its case changed nothing, so the search barred it again, for ever."""
    problem = problem_of(a=(TUESDAY, TUESDAY), b=(TUESDAY, TUESDAY), c=(NEXT_TUESDAY, NEXT_TUESDAY))
    demands = {name: seeing("HF-001", "HF-002", stratum=name) for name in problem.activity}
    asking = tuple(a.model_copy(update={"demand": demands[a.id]}) for a in problem.activities)
    facts = tuple(
        Session.model_validate(
            {
                "activity": name,
                "start": f"{problem.activity[name].windows[0].start.date()}T10:00:00+01:00",
                "end": f"{problem.activity[name].windows[0].start.date()}T11:00:00+01:00",
                "cases": ({"case": "HF-001", "rank": 1, "mode": "record"},),
            }
        )
        for name in fixed
    )

    planned = plan(problem.changed(activities=asking, fixed=facts))

    assert len(parts(problem.changed(activities=asking))) == 2
    assert [seen.case for name in fixed for seen in planned.session[name].cases or ()] == ["HF-001"] * len(fixed)
    assert all("HF-001" not in {c.case for c in s.cases or ()} for s in planned.sessions if s.activity not in fixed)
    assert all(tier.proven for tier in planned.tiers)


def values(problem: Problem) -> tuple[TierValue, ...]:
    """What each tier comes to where nothing is taken apart."""
    whole = Search(problem, frozenset(), MUSTS, WISHES)
    whole.settle(20)
    whole.settle_last(20)
    return whole.values()


@pytest.mark.parametrize("seed", range(60))
def test_parts_planned_apart_come_to_what_the_whole_comes_to(seed: int) -> None:
    problem = in_two_weeks(seed)

    assert solve(problem).tiers == values(problem)


def test_twenty_problems_or_more_fall_into_parts() -> None:
    assert sum(len(parts(in_two_weeks(seed))) > 1 for seed in range(60)) >= 20


def test_parts_of_a_problem_without_activities_are_the_problem_itself() -> None:
    """Nothing to plan once made no parts at all, and the search fell over the comfort of none."""
    nothing = problem_of()

    assert parts(nothing) == (nothing,)
    assert all(tier.value == 0 and tier.proven for tier in solve(nothing).tiers)
