"""Revisions: what raises a sequence, what begins a generation, what leaves an invitation alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from small_reviews import WEDNESDAY, activity, at, problem, programme, session

from constraints.problem import Area, Problem, Resource, Session, Site
from planner.outgoing.revisions import Written, revisions, tentative
from planner.outgoing.source import Revision

NAMES = ("a", "b", "c")
CODES = {name: f"R-000{n}" for n, name in enumerate(NAMES)}


def walked(*programmes: Sequence[Session], waiting: Mapping[int, str] | None = None) -> Mapping[str, Revision]:
    versions = [
        Written(
            number=number,
            made=at("09:00") + timedelta(days=number),
            problem=stated((waiting or {}).get(number, "")),
            programme=programme(*sessions),
        )
        for number, sessions in enumerate(programmes, start=1)
    ]
    return revisions(versions, CODES, "review", "example.org")


def stated(waiting: str = "", **other: object) -> Problem:
    """The three activities, those of an area that waits for something apart."""
    areas = (Area(id="firm", title="Firm"), Area(id="held", title="Held", provisional="until it is known"))
    activities = (activity(name, area="held" if name in waiting else "firm") for name in NAMES)
    return problem(*activities, areas=areas, **other)


def stands(revision: Revision) -> tuple[int, int, int]:
    """Generation, sequence and the number of the version in which it first stood."""
    return revision.generation, revision.sequence, (revision.stamp - at("09:00")).days


HELD = session("a", "10:00", "11:00", counterparts=("w1",))


def test_first_version_has_the_first_generation() -> None:
    found = walked([HELD])["a"]
    assert stands(found) == (1, 0, 1)
    assert found.uid.endswith("@example.org")


def test_unchanged_session_keeps_everything() -> None:
    assert walked([HELD], [HELD, session("b", "12:00", "13:00")], [HELD])["a"] == walked([HELD])["a"]


def test_later_time_raises_the_sequence_under_the_same_uid() -> None:
    moved = session("a", "10:00", "11:00", WEDNESDAY, counterparts=("w1",))
    found = walked([HELD], [moved], [moved])["a"]
    assert stands(found) == (1, 1, 2)
    assert found.uid == walked([HELD])["a"].uid


def test_other_place_or_reviewer_raises_the_sequence() -> None:
    elsewhere = HELD.model_copy(update={"place": "Town hall"})
    other = HELD.model_copy(update={"reviewers": ("r2",)})
    assert stands(walked([HELD], [elsewhere])["a"]) == (1, 1, 2)
    assert stands(walked([HELD], [other])["a"]) == (1, 1, 2)


def test_other_room_raises_the_sequence_and_so_does_its_other_name() -> None:
    """The name is what an invitation says: a room that is called otherwise has to be told."""
    sites = (Site(id="hall", name="County Hall"),)
    large, small = (HELD.model_copy(update={"place": "hall", "room": room}) for room in ("large", "small"))

    def after(*versions: tuple[Session, str]) -> tuple[int, int, int]:
        written = [
            Written(
                number=number,
                made=at("09:00") + timedelta(days=number),
                problem=stated(
                    sites=sites, resources=(Resource(id="large", name=name), Resource(id="small", name="2"))
                ),
                programme=programme(held),
            )
            for number, (held, name) in enumerate(versions, start=1)
        ]
        return stands(revisions(written, CODES, "review", "example.org")["a"])

    assert after((large, "1"), (large, "1")) == (1, 0, 1)
    assert after((large, "1"), (small, "1")) == (1, 1, 2)
    assert after((large, "1"), (large, "Great hall"), (large, "Great hall")) == (1, 1, 2)
    assert after((small, "1"), (small, "Great hall")) == (1, 0, 1)


def test_confirmed_hold_raises_the_sequence() -> None:
    found = walked([HELD], [HELD], waiting={1: "a"})["a"]
    assert stands(found) == (1, 1, 2)
    assert found.uid == walked([HELD])["a"].uid


def test_other_counterpart_begins_a_generation() -> None:
    other = HELD.model_copy(update={"counterparts": ("w2",)})
    found = walked([HELD], [other])["a"]
    assert stands(found) == (2, 0, 2)
    assert found.uid != walked([HELD])["a"].uid


def test_other_case_leaves_the_invitation_alone() -> None:
    assert walked([HELD], [HELD.model_copy(update={"cases": None})])["a"] == walked([HELD])["a"]


def test_counterparts_in_another_order_are_the_same() -> None:
    two = HELD.model_copy(update={"counterparts": ("w1", "w2")})
    turned = HELD.model_copy(update={"counterparts": ("w2", "w1")})
    assert walked([two], [turned]) == walked([two])


def test_session_that_had_been_absent_comes_back_under_a_new_uid() -> None:
    found = walked([HELD], [], [HELD])["a"]
    assert stands(found) == (2, 0, 3)
    assert found.uid != walked([HELD])["a"].uid


def test_session_that_is_gone_has_no_revision() -> None:
    assert walked([HELD], []) == {}


def test_activities_of_a_provisional_area_are_tentative() -> None:
    areas = (Area(id="w4", title="Week four", provisional="once the judgement is published"), Area(id="w3", title="x"))
    stated = problem(activity("a", area="w4"), activity("b", area="w3"), activity("c"), areas=areas)
    assert tentative(stated) == frozenset("a")


@st.composite
def histories(draw: st.DrawFn) -> list[list[Session]]:
    def one(name: str) -> Session:
        start = at("09:00") + timedelta(hours=draw(st.integers(0, 3)))
        return Session(
            activity=name,
            start=start,
            end=start + timedelta(hours=1),
            reviewers=(draw(st.sampled_from(["r1", "r2"])),),
            counterparts=(draw(st.sampled_from(["w1", "w2"])),),
        )

    versions = st.lists(st.sets(st.sampled_from(NAMES)), min_size=1, max_size=7)
    return [[one(name) for name in sorted(names)] for names in draw(versions)]


@given(histories())
def test_sequences_never_fall_and_uids_are_never_shared_or_used_again(history: list[list[Session]]) -> None:
    reached: dict[str, tuple[int, int]] = {}
    bearer: dict[str, tuple[str, int]] = {}
    for number in range(1, len(history) + 1):
        found = walked(*history[:number])
        assert set(found) == {one.activity for one in history[number - 1]}
        for name, revision in found.items():
            stage = (revision.generation, revision.sequence)
            assert stage >= reached.get(name, (1, 0))
            reached[name] = stage
            assert bearer.setdefault(revision.uid, (name, revision.generation)) == (name, revision.generation)


@given(histories())
def test_what_is_written_again_changes_nothing(history: list[list[Session]]) -> None:
    assert walked(*history, history[-1]) == walked(*history)
