"""What the checks find of notice, quiet days, evenings and names, and where."""

from __future__ import annotations

from datetime import date, time

import pytest
from cross_findings import Parts, found, places

from planner.intake.cross_checks import asides, findings
from planner.intake.cross_dates import hours_forwards, on_the_grid
from planner.intake.cross_ids import blanks, ids_once
from planner.intake.cross_notice import notice_can_be_given, quiet_days_apart
from planner.intake.finding import Finding


@pytest.mark.parametrize(
    ("invited", "notice", "locs"),
    [
        (date(2021, 5, 14), 0, []),
        (date(2021, 5, 15), 0, [("invited",)]),
        (date(2019, 4, 14), 0, [("invited",)]),
        (date(2019, 4, 16), 0, []),
        # Thursday; 4 May is a closure and 3 May a bank holiday
        (date(2021, 4, 29), 9, []),
        (date(2021, 4, 29), 10, [(0, "notice")]),
        (date(2021, 4, 29), 10**9, [(0, "notice")]),
        (None, 10**9, []),
    ],
)
def test_notice_can_be_given_before_the_review_is_over(
    tables: Parts, invited: date | None, notice: int, locs: list[tuple[str | int, ...]]
) -> None:
    tables["about"]["invited"] = invited
    tables["kinds"][0]["notice"] = notice
    assert places(notice_can_be_given, tables) == locs


@pytest.mark.parametrize(
    ("start", "end", "loc"),
    [
        (date(2021, 5, 21), date(2021, 5, 21), None),
        (date(2021, 5, 20), date(2021, 5, 21), "start"),
        (date(2021, 5, 1), date(2021, 5, 10), "start"),
        (date(2021, 5, 1), date(2021, 5, 9), None),
        (date(2021, 5, 9), date(2021, 5, 1), "end"),
        (date(2021, 5, 21), date(2051, 5, 21), "end"),
    ],
)
def test_quiet_days_apart_run_forwards_and_once(tables: Parts, start: date, end: date, loc: str | None) -> None:
    tables["quiet"].append({"name": "More of them", "start": start, "end": end})
    assert places(quiet_days_apart, tables) == ([(1, loc)] if loc else [])


@pytest.mark.parametrize(("evening", "times"), [(time(17, 30), 1), (time(17, 45), 0), (time(12), 1)])
def test_hours_forwards_an_evening_ends_after_the_day(tables: Parts, evening: time, times: int) -> None:
    tables["hours"][0]["evening_end"] = evening
    assert places(hours_forwards, tables) == [(0, "evening_end")] * times


def test_on_the_grid_an_evening_ends_on_it(tables: Parts) -> None:
    tables["hours"][0]["evening_end"] = time(20, 10)
    assert places(on_the_grid, tables) == [(0, "evening_end")]


@pytest.mark.parametrize("part", ["teams", "sites", "rotations", "paces"])
def test_ids_once_of_teams_sites_and_turns(tables: Parts, part: str) -> None:
    tables[part].append(tables[part][0])
    assert [(one.part, one.loc[-1]) for one in found(ids_once, tables)] == [
        (part, "id" if "id" in tables[part][0] else "name")
    ]


@pytest.mark.parametrize("part", ["sites", "rotations", "paces", "quiet"])
def test_blanks_of_names(tables: Parts, part: str) -> None:
    tables[part][0]["name"] = ""
    assert found(blanks, tables) == [Finding(part, (0, "name"), "nothing stands here", "Give the entry its name")]


@pytest.mark.parametrize(
    ("start", "end", "times"),
    [
        (date(2021, 4, 1), date(2021, 4, 14), 1),
        (date(2021, 4, 1), date(2021, 4, 15), 0),
        (date(2021, 5, 14), date(2021, 5, 20), 0),
        (date(2021, 5, 15), date(2021, 5, 20), 1),
    ],
)
def test_asides_quiet_days_touch_the_review_or_are_told(tables: Parts, start: date, end: date, times: int) -> None:
    tables["quiet"][0] |= {"start": start, "end": end}
    assert [one.part for one in found(asides, tables)] == ["quiet"] * times


def test_asides_evenings_need_one_who_keeps_them(tables: Parts) -> None:
    tables["hours"].append(tables["hours"][0] | {"id": "school", "evening_end": None})
    assert found(asides, tables) == []


def test_asides_tell_settings_that_come_to_nothing(tables: Parts) -> None:
    tables["quiet"].append({"name": "Summer", "start": date(2021, 8, 1), "end": date(2021, 8, 31)})
    tables["about"]["invited"] = None
    tables["hours"][0]["evening_end"] = None
    tables["staff"][1]["most_days"] = 3
    tables["staff"][2] |= {"consecutive_days": True, "most_days": 1}
    assert found(findings, tables) == []
    assert [(one.part, one.loc, one.found) for one in found(asides, tables)] == [
        ("quiet", (1,), "these quiet days lie outside the review and change nothing"),
        ("kinds", (0, "notice"), "the day of the invitations is not written, so no notice is kept"),
        ("activities", (3, "evening"), "nobody keeps evening hours, so this changes nothing"),
        ("staff", (1, "most_days"), "only 2 days are declared for 'second', so this changes nothing"),
        ("staff", (2, "consecutive_days"), "no days are declared for 'sw-01', so this changes nothing"),
    ]
