"""Every rule's examples: the one that is kept breaks nothing, the one that is broken breaks that rule and no other.

What docs/rules.md tells of the rules is read from the same files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

import pytest
from agreement import STRUCTURE, WISHED, charged, refused, sayable
from making.example import Example, example_of, names, reviewed
from making.rules_page import rules_page, sections, told, toml
from making.session_line import session
from making.setting import PARTS, in_words
from pydantic import ValidationError

from constraints.catalogue import MUSTS, name_of
from constraints.check import check
from constraints.constraint import MustRule, WishRule
from constraints.problem import Noun
from constraints.programme import Programme
from constraints.variables import Variables
from planner.intake.cross_checks import asides, findings
from planner.intake.review import ComfortEntry, Review
from samples.errors import InputRefused

RULES = (*MUSTS, *WISHED)

ALSO_BROKEN = {"counterpart_attends": {"needs_met"}}
"""Whoever is there in place of a case's worker is somebody for whom there is no need either."""

WITHOUT_SETTING = {
    "base_cases",
    "counterpart_attends",
    "facts_stand",
    "fewest_disturbed",
    "its_length",
    "kind_changes",
    "lowest_ranks",
    "modes_in_order",
    "no_clashes",
    "not_in_the_past",
    "one_demand_a_case",
    "place_musts",
    "same_case",
}
"""Rules that no absent setting silences: they hold for whatever is written."""


@pytest.fixture(params=RULES, ids=name_of)
def rule(request: pytest.FixtureRequest) -> MustRule | WishRule:
    return request.param


def broken(example: Example, programme: Programme) -> set[str]:
    """The hard rules that a programme does not keep, as far as anybody can tell."""
    return {verdict.rule for verdict in check(example.problem, programme).musts if verdict.says != "kept"}


def cost(rule: WishRule, example: Example, programme: Programme) -> int:
    return sum(breach.cost for breach in rule.check(example.problem, programme))


def test_every_rule_has_its_examples_and_every_example_its_rule() -> None:
    assert names() == sorted(map(name_of, RULES))


def test_kept_example_breaks_no_hard_rule_at_all(rule: MustRule | WishRule) -> None:
    example = example_of(name_of(rule))

    assert broken(example, example.keeping()) == set()


def test_broken_example_breaks_its_rule_and_no_other(rule: MustRule | WishRule) -> None:
    name = name_of(rule)
    example = example_of(name)

    its_own = {name} if rule in MUSTS else set()
    assert broken(example, example.breaking()) == its_own | ALSO_BROKEN.get(name, set())


@pytest.mark.parametrize("rule", MUSTS, ids=name_of)
def test_must_is_posted_as_its_examples_say(rule: MustRule) -> None:
    example = example_of(name_of(rule))
    problem = example.problem

    assert sayable(problem, example.breaking()) == (rule not in STRUCTURE)
    assert not refused(rule, problem, example.keeping())
    assert refused(rule, problem, example.breaking())


@pytest.mark.parametrize("rule", WISHED, ids=name_of)
def test_wish_costs_nothing_when_kept_and_the_same_posted_as_checked_when_not(rule: WishRule) -> None:
    example = example_of(name_of(rule))
    problem, spoilt = example.problem, example.breaking()

    assert cost(rule, example, example.keeping()) == charged(rule, problem, example.keeping()) == 0
    assert cost(rule, example, spoilt) == charged(rule, problem, spoilt) > 0


def test_review_of_an_example_is_one_that_would_be_read_without_a_word(rule: MustRule | WishRule) -> None:
    example = example_of(name_of(rule))
    review = reviewed(example.said)

    assert [*findings(review), *asides(review)] == []
    assert example.problem.notices == ()


def test_settings_are_lines_and_columns_of_a_review_and_the_example_writes_one(rule: MustRule | WishRule) -> None:
    example = example_of(name_of(rule))
    written = {
        f"{table}.{line}"
        for table, value in example.said.items()
        for entry in ([value] if isinstance(value, dict) else value)
        for line in entry
    }

    list(in_words(example.settings))
    assert not example.settings or any(".".join(one.split(".")[:2]) in written for one in example.settings)


def test_rule_is_silent_where_a_setting_is_absent(rule: MustRule | WishRule) -> None:
    example = example_of(name_of(rule))

    silent = [setting for setting in example.settings if silenced(rule, example, setting)]

    assert bool(silent) == (name_of(rule) not in WITHOUT_SETTING)


HELD = ("freeze_kept", "fewest_disturbed", "kind_changes", "not_in_the_past", "time_to_be_told")


@pytest.mark.parametrize("name", HELD)
def test_rule_about_what_people_hold_is_silent_before_anything_begins(name: str) -> None:
    example = example_of(name)
    problem = example.problem.changed(published=(), now=None)
    (rule,) = [rule for rule in RULES if name_of(rule) == name]

    assert list(rule.check(problem, example.breaking())) == []
    assert list(rule.post(Variables(problem))) == []


def silenced(rule: MustRule | WishRule, example: Example, setting: str) -> bool:
    """Whether the broken example no longer breaks its rule once a setting is left out of the review."""
    table, *path = setting.split(".")
    part, review = PARTS[table], reviewed(example.said)
    before = getattr(review, part)
    after = without_in_each(before, path) if isinstance(before, tuple) else without(before, path)
    try:
        problem = example.posed(Review.model_validate({**dict(review), part: after}))
        return not list(rule.check(problem, example.breaking()))
    except (InputRefused, ValidationError, KeyError):
        return False


def without_in_each(entries: tuple[Noun, ...], path: Sequence[str]) -> tuple[Noun, ...]:
    return tuple(left for entry in entries if (left := without(entry, path)) is not None)


def without(entry: Noun, path: Sequence[str]) -> Noun | None:
    """An entry that does not write a setting; None where there is no such entry then. A weight is nothing at 0."""
    line, *inner = path
    field, value = type(entry).model_fields[line], getattr(entry, line)
    if inner:
        return entry.model_copy(update={line: value and without(value, inner)})
    if field.is_required():
        return None
    weight = isinstance(entry, ComfortEntry) and isinstance(value, int)
    return entry.model_copy(update={line: 0 if weight else field.get_default(call_default_factory=True)})


def test_every_hard_rule_stands_in_a_section_and_every_section_in_one_piece() -> None:
    found = list(sections())

    assert sorted(name_of(rule) for _, rules in found for rule in rules) == sorted(map(name_of, MUSTS))
    assert all(title for title, _ in found)
    assert len({title for title, _ in found}) == len(found)


def test_rule_gives_its_reason(rule: MustRule | WishRule) -> None:
    title, reason = told(rule)

    assert title.endswith(".")
    assert reason.endswith(".")


def test_contents_lead_to_the_rules() -> None:
    page = rules_page()
    headings = [title.lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", page, re.MULTILINE)]

    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= {one for one in headings if headings.count(one) == 1}


def test_no_line_of_the_page_is_longer_than_the_others() -> None:
    assert [line for line in rules_page().split("\n") if len(line) > 120] == []


@pytest.mark.parametrize(
    "line",
    [
        "Monday 4 May 10:00-11:00, Interview: Lead reviewer with Worker A",
        "Tuesday 4 May 10:00-11:00, Interview of somebody: Lead reviewer with Worker A",
        "Tuesday 4 May 10:00-11:00, Interview: Lead reviewer with Worker D",
        "Tuesday 4 May 10:00-11:00, Interview: Lead reviewer with Worker A about EX-009",
        "Tuesday 4 May 10:00-11:00, Interview: Lead reviewer with Worker A at County hall",
        "Tuesday 4 May 10:00, Interview: Lead reviewer with Worker A",
    ],
)
def test_line_that_tells_of_what_is_not_there_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        session(example_of("only_when_free").problem, line)


def test_values_are_shown_as_they_are_written_in_a_review(rule: MustRule | WishRule) -> None:
    said = example_of(name_of(rule)).said

    assert tomllib.loads("\n".join(f"{table} = {toml(value)}" for table, value in said.items())) == said
