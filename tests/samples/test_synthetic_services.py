"""The lists of early help and of care leavers: the same every time, and of nobody who stands on another list."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from samples.synthetic import AS_AT, Table
from samples.synthetic_services import early_help, leaving_care

TEAMS = {"North": ("Worker 1", "Worker 2"), "South": ("Worker 3",)}


def column(table: Table, name: str) -> list[object]:
    return [row[table.header.index(name)] for row in table.rows]


def test_both_are_the_same_for_the_same_chance() -> None:
    for make in (early_help, leaving_care):
        assert make(Random(1), TEAMS) == make(Random(1), TEAMS)
        assert make(Random(1), TEAMS) != make(Random(2), TEAMS)


def test_nobody_stands_on_two_lists(tables: dict[str, Table]) -> None:
    ids = [column(table, "Child Unique ID") for table in (early_help(Random(1), TEAMS), leaving_care(Random(1), TEAMS))]
    known = {str(one).strip() for one in column(tables["cin"], "Child Unique ID")}

    assert [len(set(one)) for one in ids] == [130, 45]
    assert not set(ids[0]) & set(ids[1])
    assert not known & {str(one) for of_list in ids for one in of_list}


def test_early_help_has_families_stepped_down_and_stepped_up() -> None:
    table = early_help(Random(1), TEAMS)
    ways = Counter(zip(column(table, "Came From"), column(table, "Went To"), strict=True))

    assert ways == {
        ("Assessed first", ""): 80,
        ("Social care", ""): 26,
        ("Assessed first", "Social care"): 18,
        ("Social care", "Social care"): 6,
    }
    for start, done, closed in zip(
        *(column(table, name) for name in ("Assessment Start Date", "Assessment Completion Date", "Closed")),
        strict=True,
    ):
        assert isinstance(start, date)
        assert isinstance(done, date)
        assert start < done <= AS_AT
        assert not isinstance(closed, date) or done <= closed <= AS_AT


def test_care_leavers_are_of_the_age_of_their_category() -> None:
    table = leaving_care(Random(1), TEAMS)

    for born, category in zip(column(table, "Date of Birth"), column(table, "Eligibility Category"), strict=True):
        assert isinstance(born, date)
        years = (AS_AT - born).days / 365.25
        assert 17 <= years < 18 if category == "Relevant" else 18 <= years < 23


def test_every_case_is_held_by_a_worker_of_the_team_beside_the_name() -> None:
    for table, worker, team in (
        (early_help(Random(1), TEAMS), "Early Help Worker", "Team"),
        (leaving_care(Random(1), TEAMS), "Allocated Worker", "Allocated Team"),
    ):
        assert all(w in TEAMS[str(t)] for w, t in zip(column(table, worker), column(table, team), strict=True))
