"""Every sentence of a density check is true, proven by the rules' own ``post``; and what is asked too much is told."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from density_truth import most_held, untrue
from over_constrained import Change, away, both, days, late, lost, pool_away, pool_halved
from shipped import SELF_DIRECTED, self_directed
from tiny_problems import tiny_problem

from constraints.counting import count
from constraints.counting.asked import asked
from constraints.counting.maker import Maker
from constraints.density import Density, density
from constraints.problem import Problem, Window

ROOT = Path(__file__).parents[2]
SEEDS = range(150)
TELLING = 0.95
"""The share of people asked for too much who are told of: of others, several rules together leave them too little."""

WEEK_THREE, WEEK_FOUR = days(date(2021, 5, 4), date(2021, 5, 6)), days(date(2021, 5, 11), date(2021, 5, 13))


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_about_tiny_problems_are_true(seed: int) -> None:
    problem = tiny_problem(seed)
    assert not untrue(problem, density(problem))


@pytest.mark.parametrize("seed", range(40))
def test_sentences_are_true_where_only_flows_are_counted(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(count, "MANY", 0)
    problem = tiny_problem(seed)
    assert not untrue(problem, density(problem))


def test_most_counts_of_tiny_problems_are_exact() -> None:
    found = [one for seed in SEEDS for one in density(tiny_problem(seed))]
    assert len(found) > 300
    assert sum(one.exact for one in found) > 0.95 * len(found)


def test_who_is_asked_for_too_much_is_told() -> None:
    told, short = 0, 0
    for problem in map(tiny_problem, SEEDS):
        findings = density(problem)
        for person, activities in asked_of_people(problem):
            if most_held(problem, activities, (person,), "person").bound < len(activities):
                short += 1
                told += any(about(one, person, activities) for one in findings)
    assert short > 50
    assert told >= TELLING * short


def asked_of_people(problem: Problem) -> list[tuple[str, list[str]]]:
    """Who cannot be done without in what, of what some day can hold at all, by itself."""
    found = []
    for ask in asked(Maker(problem)):
        possible = [job.id for job in ask.jobs if most_held(problem, [job.id], (), "person").found]
        if ask.kind == "person" and possible:
            found.append((ask.subject, possible))
    return found


def about(finding: Density, person: str, activities: list[str]) -> bool:
    return finding.subjects == (person,) and bool(set(finding.activities) & set(activities))


# ---- the shipped review ----------------------------------------------------------------------------------------


def test_nothing_slow_is_loaded_for_a_review_that_asks_for_nothing_too_much() -> None:
    """networkx takes a quarter of a second to load, which nobody should wait for who does not need it."""
    looked = (
        "import sys\n"
        "from pathlib import Path\n"
        "from constraints.density import density\n"
        "from planner.commands.folder import state\n"
        f"assert density(state(Path({str(SELF_DIRECTED)!r}), lambda new: None).problem) == ()\n"
        "print({'networkx', 'ortools'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", looked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "set()\n", done.stderr


def laptop_lent_for_a_morning(problem: Problem) -> Problem:
    start = datetime(2021, 5, 4, 9, tzinfo=problem.tz)
    there = Window(start=start, end=start + timedelta(hours=3))
    return problem.changed(resources=tuple(one.model_copy(update={"windows": (there,)}) for one in problem.resources))


def two_interviews_a_day(problem: Problem) -> Problem:
    return problem.changed(limits=problem.limits.model_copy(update={"interviews_per_reviewer_per_day": 2}))


class Short(NamedTuple):
    """A review that asks for too much, and what is too much of it: kind, subject, how much there is, how much asked."""

    change: Change
    told: set[tuple[str, str, int, int]]


SHORT = {
    "a reviewer off for a week": Short(
        away(["second-reviewer"], WEEK_THREE),
        {("person", "second-reviewer", 0, 1), ("pool", "reviewers", 15, 17)},
    ),
    "the manager of the reviewing officers on leave": Short(
        away(["iro-manager"], WEEK_FOUR), {("person", "iro-manager", 0, 1)}
    ),
    "the laptop lost for a week": Short(lost("laptop", WEEK_THREE), {("resource", "laptop", 0, 4)}),
    "the laptop lent for a morning": Short(
        laptop_lent_for_a_morning, {("resource", "laptop", 0, 2), ("resource", "laptop", 0, 4)}
    ),
    "no social worker for a week": Short(pool_away("social-workers", WEEK_THREE), {("cases", "", 0, 1)}),
    "no social worker and no laptop": Short(
        both(pool_away("social-workers", WEEK_THREE), lost("laptop", WEEK_THREE)),
        {("resource", "laptop", 0, 4), ("cases", "", 0, 13)},
    ),
    "a judgement three days late": Short(late("children-in-care", 3), {("area", "children-in-care", 0, 20)}),
    "two interviews a day": Short(
        two_interviews_a_day,
        {("pool", "reviewers", free, asked) for free, asked in ((2, 3), (6, 11), (12, 17), (12, 15))},
    ),
}


@pytest.mark.parametrize("story", SHORT)
def test_what_is_short_is_told_exactly(story: str) -> None:
    problem = SHORT[story].change(self_directed())
    found = density(problem)
    assert {(one.kind, one.subject, one.free, one.asked) for one in found} == SHORT[story].told
    assert all(one.exact for one in found)
    assert not untrue(problem, found)


ENOUGH = {
    "a reviewer off for a day": away(["second-reviewer"], [date(2021, 5, 5)]),
    "half the social workers away": pool_halved("social-workers"),
    "half the reviewing officers away": pool_halved("iros"),
}
"""Changes after which everything that is asked can be held by itself: whether together, only planning can tell."""


@pytest.mark.parametrize("story", ENOUGH)
def test_nothing_is_said_where_there_is_enough(story: str) -> None:
    assert density(ENOUGH[story](self_directed())) == ()
