"""What the checks find of ties, tracked cases and order, and where."""

from __future__ import annotations

from typing import Any

import pytest
from cross_findings import Parts, found, places

from planner.intake.cross_needs import needs_can_be_met
from planner.intake.cross_order import lengths_in_order, order_can_be_kept
from planner.intake.cross_strata import roles_told_apart
from planner.intake.cross_ties import cases_can_be_tracked, repeats_in_step, shared_fit
from planner.intake.finding import Finding


@pytest.mark.parametrize(
    ("nth", "case", "said"),
    [
        (0, {}, "neither a stratum nor an activity to track is named"),
        (2, {"stratum": "in-court", "tracks": "S01"}, "both a stratum and an activity to track are named"),
        (2, {"tracks": "S04"}, "'S04' asks for no case"),
        (2, {"tracks": "S03"}, "'S03' tracks a case and chooses none"),
        (2, {"tracks": "S01", "count": 2}, "2 cases are tracked, and 'S01' chooses 1"),
        (2, {"tracks": "S01", "role": "iro"}, "nobody has the role 'iro' in the stratum 'in-court'"),
        (0, {"stratum": "in-court", "role": "nurse"}, "nobody has the role 'nurse' in the stratum 'in-court'"),
        (0, {"stratum": "in-court", "role": "manager"}, ""),
        (2, {"tracks": "S01", "role": "allocated worker"}, ""),
        (2, {"tracks": "S01"}, ""),
    ],
)
def test_cases_can_be_tracked_from_one_that_chooses(tables: Parts, nth: int, case: dict[str, Any], said: str) -> None:
    tables["activities"][nth]["case"] = case
    # what S03 tracks has to choose still
    assert [one.found for one in found(cases_can_be_tracked, tables) if one.loc[0] == nth] == ([said] if said else [])


def test_cases_can_be_tracked_says_whom_to_track_instead(tables: Parts) -> None:
    tables["activities"][3]["case"] = {"tracks": "S03"}
    assert found(cases_can_be_tracked, tables) == [
        Finding("activities", (3, "case", "tracks"), "'S03' tracks a case and chooses none", "Track 'S01' itself")
    ]


@pytest.mark.parametrize(("repeat", "times"), [(1, 3), (2, 0), (3, 3)])
def test_repeats_in_step_with_every_tie(tables: Parts, repeat: int, times: int) -> None:
    tables["activities"][2]["repeat"] = repeat
    assert len(found(repeats_in_step, tables)) == times


def test_repeats_in_step_any_number_belongs_to_an_only_one(tables: Parts) -> None:
    tables["activities"][4]["repeat"] = 5
    assert found(repeats_in_step, tables) == []


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ([{"pool": "reviewers"}], "it needs 1 and 'S01', whose reviewers it has, needs 2"),
        ([{"people": ["lead", "second"]}], ""),
        ([{"pool": "reviewers"}, {"people": ["lead"]}], ""),
        ([{"pool": "reviewers", "count": "all"}], ""),
        ([], ""),
    ],
)
def test_shared_fit_as_many_reviewers(tables: Parts, needs: list[dict[str, Any]], said: str) -> None:
    tables["activities"][0]["needs"][0]["count"] = 2
    tables["activities"][2]["needs"] = needs
    assert [one.found for one in found(shared_fit, tables)] == ([said] if said else [])


@pytest.mark.parametrize(("count", "times"), [(1, 0), (2, 1)])
def test_shared_fit_without_a_need_there_is_one_reviewer(tables: Parts, count: int, times: int) -> None:
    tables["activities"][0]["needs"] = []
    tables["activities"][2]["needs"] = [{"pool": "reviewers", "count": count}]
    assert places(shared_fit, tables) == [(2, "same_reviewers_as")] * times


def test_shared_fit_a_room_is_there_to_share_at_the_same_place(tables: Parts) -> None:
    tables["activities"][4]["rooms"] = ["laptop"]
    assert [one.found for one in found(shared_fit, tables)] == ["none of its rooms is one of those of 'S04'"]
    tables["activities"][3]["rooms"] = []
    assert [one.found for one in found(shared_fit, tables)] == ["'S04' takes no room to share"]
    tables["activities"][4]["place"] = "online"
    assert [one.found for one in found(shared_fit, tables)] == ["its place is 'online', that of 'S04' is 'hall'"]


def test_needs_can_be_met_by_those_of_the_entry_whose_reviewers_it_has(tables: Parts) -> None:
    for member in tables["staff"]:
        member["pools"] = ["workers"]
    tables["activities"][0]["needs"] = [{"pool": "workers"}]
    assert (2, "needs") not in places(needs_can_be_met, tables)
    tables["activities"][2]["same_reviewers_as"] = ""
    assert (2, "needs") in places(needs_can_be_met, tables)


@pytest.mark.parametrize(
    ("nth", "change", "loc", "said"),
    [
        (3, {"gaps": [{"after": "S05"}]}, (3, "gaps"), "'S04' after 'S05' after 'S04' goes round in a circle"),
        (1, {"after": ["S05"]}, (1, "after"), "'S02' after 'S05' after 'S02' goes round in a circle"),
        (3, {"same_place_as": "S04"}, (3, "same_place_as"), "'S04' in the room of 'S04' goes round in a circle"),
        (
            3,
            {"same_reviewers_as": "S05"},
            (3, "same_reviewers_as"),
            "'S04' with the reviewers of 'S05' with the reviewers of 'S04' goes round in a circle",
        ),
    ],
)
def test_order_can_be_kept_ties_go_round_in_no_circle(
    tables: Parts, nth: int, change: dict[str, Any], loc: tuple[str | int, ...], said: str
) -> None:
    tables["activities"][nth] |= change
    assert found(order_can_be_kept, tables) == [Finding("activities", loc, said, "Take one of them out")]


@pytest.mark.parametrize(
    ("gap", "locs"),
    [
        ({"after": "S01"}, [(2, "gaps", 0)]),
        ({"after": "S01", "least_days": 0}, []),
        ({"after": "S01", "most_minutes": 0}, []),
        ({"after": "S01", "least_minutes": 45, "most_minutes": 30}, [(2, "gaps", 0, "most_minutes")]),
        ({"after": "S01", "least_minutes": 30, "most_minutes": 30}, []),
        ({"after": "S01", "least_days": 2, "most_days": 1, "most_minutes": 5}, [(2, "gaps", 0, "most_days")]),
    ],
)
def test_lengths_in_order_a_gap_has_bounds_the_smaller_first(
    tables: Parts, gap: dict[str, Any], locs: list[tuple[str | int, ...]]
) -> None:
    tables["activities"][2]["gaps"] = [gap]
    assert places(lengths_in_order, tables) == locs


def test_roles_told_apart_each_has_its_own(tables: Parts) -> None:
    tables["strata"][0]["others"] += [{"columns": ["Nurse"], "role": "allocated worker"}]
    assert found(roles_told_apart, tables) == [
        Finding(
            "strata",
            (0, "others", 2, "role"),
            "the role 'allocated worker' is taken already",
            "Give each of the stratum its own",
        )
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"columns": []}, "no column is named"),
        ({"columns": ["Manager", ""]}, "a column without a name is named"),
        ({"columns": ["Manager"]}, ""),
        ({"list": "cases", "columns": ["Manager"]}, ""),
        ({"columns": ["Allocated Worker"]}, "the manager would be whoever is the allocated worker"),
        ({"list": "other", "columns": ["Allocated Worker"]}, ""),
    ],
)
def test_roles_told_apart_others_have_columns_of_their_own(tables: Parts, other: dict[str, Any], said: str) -> None:
    tables["strata"][0]["others"] = [other | {"role": "manager"}]
    assert [one.found for one in found(roles_told_apart, tables)] == ([said] if said else [])


def test_roles_told_apart_nobody_else_stands_where_the_holder_stands(tables: Parts) -> None:
    tables["strata"][0]["others"][1] = {"list": "cases", "role": "manager"}
    assert [one.found for one in found(roles_told_apart, tables)] == [
        "the manager would be whoever is the allocated worker"
    ]
