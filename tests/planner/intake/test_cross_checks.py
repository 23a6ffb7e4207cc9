"""What the checks across a whole review find, and where."""

from __future__ import annotations

from datetime import date, time

import pytest
from cross_findings import Parts, found

from planner.intake.cross_checks import asides, findings
from planner.intake.cross_dates import (
    absences_outside,
    dates_in_the_review,
    days_declared_twice,
    hours_forwards,
    on_the_grid,
    zone_known,
)
from planner.intake.cross_ids import addresses, blanks, ids_once
from planner.intake.cross_names import names_known
from planner.intake.cross_needs import needs_can_be_met
from planner.intake.cross_order import lengths_in_order, order_can_be_kept
from planner.intake.cross_strata import strata_complete
from planner.intake.finding import Finding


def test_findings_of_the_small_review_are_none(tables: Parts) -> None:
    assert found(findings, tables) == []
    assert found(asides, tables) == []


def test_zone_known_unknown_zone_is_found(tables: Parts) -> None:
    tables["about"]["zone"] = "Europe/Lundon"
    assert found(zone_known, tables) == [
        Finding("about", ("zone",), "there is no time zone 'Europe/Lundon'", "Did you mean 'Europe/London'?")
    ]


def test_zone_known_path_is_no_zone(tables: Parts) -> None:
    tables["about"]["zone"] = "../../etc"
    assert [finding.loc for finding in found(zone_known, tables)] == [("zone",)]


def test_names_known_finds_every_unknown_name_with_the_nearest(tables: Parts) -> None:
    tables["staff"][2]["cover"] = "sw_02"
    tables["activities"][0]["serves"] = ["court", "kinn"]
    tables["contract"][0]["kind"] = "readin"
    assert found(names_known, tables) == [
        Finding("staff", (2, "cover"), "there is no person 'sw_02'", "Did you mean 'sw-02'?"),
        Finding("contract", (0, "kind"), "there is no kind of day 'readin'", "Did you mean 'reading'?"),
        Finding("activities", (0, "serves", 1), "there is no scope item 'kinn'", "Did you mean 'kin'?"),
    ]


def test_names_known_says_where_there_is_nothing_of_the_sort(tables: Parts) -> None:
    del tables["lists"]
    tables["strata"][0] |= {"holder": {}, "others": [], "where": []}
    assert found(names_known, tables) == [
        Finding("strata", (0, "list"), "there is no list 'cases'", "The review has none of these at all")
    ]


def test_names_known_list_of_a_condition_is_known(tables: Parts) -> None:
    tables["strata"][0]["where"] = [{"test": "not in list", "value": "case"}]
    assert found(names_known, tables) == [
        Finding("strata", (0, "where", 0, "value"), "there is no list 'case'", "Did you mean 'cases'?")
    ]


def test_ids_once_finds_the_second_of_each(tables: Parts) -> None:
    tables["staff"][3]["id"] = "sw-01"
    tables["resources"][0]["id"] = "lead"
    assert [(finding.part, finding.loc) for finding in found(ids_once, tables)] == [
        ("staff", (3, "id")),
        ("resources", (0, "id")),
    ]


@pytest.mark.parametrize(("name", "times"), [("S01-1", 1), ("S01-2", 1), ("S01-3", 0), ("S01-0", 0), ("S01-x", 0)])
def test_ids_once_an_id_that_a_repeat_makes_is_taken(tables: Parts, name: str, times: int) -> None:
    tables["activities"][1]["id"] = name
    assert [finding.loc for finding in found(ids_once, tables)] == [(1, "id")] * times


@pytest.mark.parametrize("address", ["lead", "@example.org", "lead@", "a b@example.org", "a@b@example.org"])
def test_addresses_what_is_no_address_is_found(tables: Parts, address: str) -> None:
    tables["staff"][0]["email"] = address
    assert found(addresses, tables) == [
        Finding("staff", (0, "email"), f"'{address}' is not an e-mail address", "Write name@host")
    ]


def test_addresses_of_two_people_differ_whatever_the_letter_case(tables: Parts) -> None:
    tables["staff"][1]["email"] = "LEAD@example.org"
    assert [finding.loc for finding in found(addresses, tables)] == [(1, "email")]


def test_addresses_may_be_missing(tables: Parts) -> None:
    for member in tables["staff"]:
        member["email"] = ""
    assert found(addresses, tables) == []


def test_blanks_are_found(tables: Parts) -> None:
    tables["kinds"][0]["id"] = ""
    tables["days"][1]["dates"] = []
    assert [(finding.part, finding.loc) for finding in found(blanks, tables)] == [
        ("kinds", (0, "id")),
        ("days", (1, "dates")),
    ]


@pytest.mark.parametrize(("day", "inside"), [(14, False), (15, True)])
def test_dates_in_the_review_first_day_is_inside(tables: Parts, day: int, inside: bool) -> None:
    tables["outside"][0]["date"] = date(2021, 4, day)
    assert (found(dates_in_the_review, tables) == []) == inside


def test_dates_in_the_review_last_day_is_inside(tables: Parts) -> None:
    tables["days"][0]["dates"] = [date(2021, 5, 14), date(2021, 5, 15)]
    assert found(dates_in_the_review, tables) == [
        Finding(
            "days",
            (0, "dates", 1),
            "'15/05/2021' is outside the review",
            "The review lasts from 15/04/2021 to 14/05/2021",
        )
    ]


def test_dates_in_the_review_activity_beside_its_area_is_found(tables: Parts) -> None:
    tables["activities"][0] |= {"start": date(2021, 4, 30), "end": date(2021, 4, 30)}
    assert found(dates_in_the_review, tables) == [
        Finding("activities", (0, "start"), "its days do not meet those of its area, 27/04/2021 to 29/04/2021")
    ]


def test_days_declared_twice_is_told_of_the_second(tables: Parts) -> None:
    tables["days"][1]["dates"].append(date(2021, 4, 21))
    assert found(days_declared_twice, tables) == [
        Finding(
            "days",
            (1, "dates", 2),
            "'21/04/2021' is declared a second time for 'lead' (before: reading)",
            "Declare a person's day once",
        )
    ]


@pytest.mark.parametrize(("latest", "times"), [(time(9, 30), 1), (time(10, 15), 1), (time(10, 30), 0)])
def test_hours_forwards_leave_room_for_the_activity(tables: Parts, latest: time, times: int) -> None:
    tables["activities"][0]["latest"] = latest
    assert [finding.loc for finding in found(hours_forwards, tables)] == [(0, "latest")] * times


@pytest.mark.parametrize(("grid", "times"), [(5, 0), (15, 0), (30, 5), (7, 1), (60, 10)])
def test_on_the_grid_coarser_grids_hold_less(tables: Parts, grid: int, times: int) -> None:
    tables["about"]["grid"] = grid
    assert len(found(on_the_grid, tables)) == times


def test_on_the_grid_says_which_lengths_would_do(tables: Parts) -> None:
    tables["kinds"][0]["breathing_space"] = 10
    assert found(on_the_grid, tables) == [
        Finding("kinds", (0, "breathing_space"), "10 minutes are not a multiple of the grid of 15", "Write 15")
    ]


@pytest.mark.parametrize(("count", "times"), [(1, 0), (2, 0), (3, 1), (0, 1), ("all", 0)])
def test_needs_can_be_met_by_the_pool(tables: Parts, count: object, times: int) -> None:
    tables["activities"][0]["needs"][0]["count"] = count
    assert [finding.loc for finding in found(needs_can_be_met, tables)] == [(0, "needs", 0, "count")] * times


def test_needs_can_be_met_counts_only_those_with_the_expertise(tables: Parts) -> None:
    tables["activities"][1]["needs"][0]["count"] = 2
    assert found(needs_can_be_met, tables) == [
        Finding(
            "activities",
            (1, "needs", 0, "count"),
            "2 people with the expertise 'fostering' are asked for, the pool 'reviewers' has 1",
            "Write 1 or fewer",
        )
    ]


def test_needs_can_be_met_without_a_need_there_are_reviewers(tables: Parts) -> None:
    tables["activities"][0]["needs"] = []
    assert found(needs_can_be_met, tables) == []
    for member in tables["staff"]:
        member["pools"] = ["workers"]
    assert (0, "needs") in [finding.loc for finding in found(needs_can_be_met, tables)]


def test_order_can_be_kept_tells_a_circle_once(tables: Parts) -> None:
    tables["activities"][0]["after"] = ["S02"]
    assert found(order_can_be_kept, tables) == [
        Finding(
            "activities", (0, "after"), "'S01' after 'S02' after 'S01' goes round in a circle", "Take one of them out"
        )
    ]


@pytest.mark.parametrize("field", ["first_of_area", "last_of_area"])
def test_order_can_be_kept_first_and_last_are_so_of_an_area(tables: Parts, field: str) -> None:
    tables["activities"][4][field] = True
    assert found(order_can_be_kept, tables) == [
        Finding("activities", (4, field), "the activity is of no area", "Name its area")
    ]


def test_lengths_in_order_longest_may_be_the_shortest(tables: Parts) -> None:
    tables["activities"][1]["longest"] = 60
    assert found(lengths_in_order, tables) == []


def test_lengths_in_order_longest_below_the_shortest_of_the_kind_is_found(tables: Parts) -> None:
    tables["activities"][1]["longest"] = 45
    assert found(lengths_in_order, tables) == [
        Finding(
            "activities",
            (1, "longest"),
            "45 minutes are less than the shortest length, 60",
            "Put the shorter length first",
        )
    ]


@pytest.mark.parametrize(
    ("change", "locs"),
    [
        ({"pick": "random", "by": "", "month": ""}, []),
        ({"by": ""}, [(0, "by")]),
        ({"month": "February"}, [(0, "month")]),
        ({"pick": "first in month", "month": ""}, [(0, "month")]),
    ],
)
def test_strata_complete_says_what_the_pick_needs(
    tables: Parts, change: dict[str, str], locs: list[tuple[int, str]]
) -> None:
    tables["strata"][0] |= change
    assert [finding.loc for finding in found(strata_complete, tables)] == locs


def test_absences_outside_are_told_and_harmless(tables: Parts) -> None:
    tables["away"][0] |= {"start": "2021-05-15T00:00", "end": "2021-05-16T00:00"}
    assert found(findings, tables) == []
    assert [finding.loc for finding in found(absences_outside, tables)] == [(0,)]
