"""The review's own words: let out everywhere, so looked through first."""

from __future__ import annotations

import pytest
from small_reviews import AUDIT, activity, at, problem, programme, session

from constraints.problem import Waiver
from planner.outgoing.leaks import index_of
from planner.outgoing.own_words import refuse_own_words
from planner.outgoing.rules import LeakRefused, Rule
from planner.outgoing.source import Source
from samples.reference import leak_index

KEY = bytes(range(32))
CHILD = ("C001713", "May Thornbury", "2014-03-09")
LABELLED = AUDIT.model_copy(
    update={"candidates": tuple(one.model_copy(update={"case": "HF-017"}) for one in AUDIT.candidates[:1])}
)


def version(place: str = "online", name: str = "First worker", role: str = "Social worker", **said: str) -> Source:
    stated = problem(activity("x", place=place, demand=LABELLED), people={"w1": {"name": name, "role": role}}).changed(
        title=said.get("title", "small"),
        waivers=(Waiver(rule="day_kind", sessions=("x",), who="review manager", why=said.get("why", "agreed")),),
    )
    stated = stated.changed(activities=(stated.activity["x"].model_copy(update={"title": said.get("asked", "X")}),))
    return Source(
        problem=stated,
        programme=programme(session("x", "10:00", "11:00", place=place)),
        number=1,
        made=at("09:00"),
        codes={"x": "R-0001"},
        revisions={},
        organiser="link.officer@example.org",
        organiser_name=said.get("organiser_name", "Link officer"),
    )


def rule_of(source: Source) -> Rule | None:
    try:
        refuse_own_words(source, index_of(leak_index(KEY, CHILD), KEY, source))
    except LeakRefused as refused:
        return refused.rule
    return None


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("Room 3, HF-017", Rule.CASE),
        ("Room 3 (hf 017)", Rule.CASE),
        ("Room 3, c001713", Rule.CHILD),
        ("Room 3, C 001713", Rule.CHILD),
        ("where May Thornbury lives", Rule.CHILD),
        ("born 9 March 2014", Rule.BORN),
        ("09/03/2014", Rule.BORN),
    ],
)
def test_own_words_that_name_a_child_are_refused(said: str, rule: Rule) -> None:
    assert rule_of(version(place=said)) == rule
    assert rule_of(version(role=said)) == rule
    assert rule_of(version(title=said)) == rule


@pytest.mark.parametrize("said", ["Visit to C001713", "HF-017", "where May Thornbury lives"])
def test_what_a_manager_wrote_after_planning_is_looked_through_too(said: str) -> None:
    """The title of an added session passed whole into the reviewers' documents, a child's identifier in it."""
    assert rule_of(version(asked=said)) in (Rule.CASE, Rule.CHILD)
    assert rule_of(version(why=said)) in (Rule.CASE, Rule.CHILD)
    assert rule_of(version(asked="Step-up and step-down", why="agreed with the head of service")) is None


@pytest.mark.parametrize("said", ["May House", "Thornbury office, 2nd floor", "online", "Team 2014", "4 May 2021"])
def test_clean_words_that_a_child_shares_pass(said: str) -> None:
    assert rule_of(version(place=said)) is None
    assert rule_of(version(role=said)) is None


def test_worker_may_be_called_as_a_child_is_and_not_as_a_case() -> None:
    assert rule_of(version(name="May Thornbury")) is None
    assert rule_of(version(organiser_name="May Thornbury")) is None
    assert rule_of(version(name="Ann Lee HF-017")) == Rule.CASE
    assert rule_of(version(organiser_name="Link officer C001713")) == Rule.CHILD


def test_refusal_says_where_and_nothing_of_the_child() -> None:
    source = version(place="Room 3, C001713")
    with pytest.raises(LeakRefused) as refused:
        refuse_own_words(source, index_of(leak_index(KEY, CHILD), KEY, source))
    assert refused.value.sentence == (
        "the place of a session: a word or number is one that a child could be known by. "
        "Nothing was written; take it out of the review's titles, places, staff or texts, and try again."
    )
