"""Every rule's two halves agree: what ``post`` refuses or charges, ``check`` calls a breach, and nothing else.

From a random programme that one rule alone allows, sessions are moved to where the rule bites: to every edge of another
session, a window or a day, one step of the grid to either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from agreement import STRUCTURE, WISHED, disagreements, problems_for, verdicts_on_must, verdicts_on_wish
from tiny_problems import tiny_problem
from wrong_rules import post_nothing, rule_with

from constraints.catalogue import MUSTS, name_of
from constraints.constraint import Breach, Must, MustRule, WishRule
from constraints.musts import facts_stand, in_its_window, no_clashes
from constraints.problem import Problem
from constraints.programme import Programme
from constraints.variables import Variables

PROBLEMS, EACH = 12, 14


@pytest.mark.parametrize("rule", [rule for rule in MUSTS if rule is not facts_stand], ids=name_of)
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


def post_every_must(x: Variables) -> Iterator[Must]:
    for rule in MUSTS:
        yield from rule.post(x)


def check_every_must(problem: Problem, programme: Programme) -> Iterator[Breach]:
    for rule in MUSTS:
        yield from rule.check(problem, programme)


EVERY_MUST = rule_with(no_clashes, post=post_every_must, check=check_every_must)


@pytest.mark.parametrize("rule", [rule for rule in MUSTS if rule not in STRUCTURE], ids=name_of)
def test_must_that_posts_nothing_is_caught(rule: MustRule) -> None:
    forgotten = rule_with(rule, post=post_nothing)

    assert next(disagreements(verdicts_on_must(forgotten, problems_for(rule), each=EACH)))


@pytest.mark.parametrize("rule", WISHED, ids=name_of)
def test_wish_that_posts_nothing_is_caught(rule: WishRule) -> None:
    forgotten = rule_with(rule, post=post_nothing)

    assert next(disagreements(verdicts_on_wish(forgotten, problems_for(rule), each=EACH)))
