"""What the checks find of sites, teams and rooms, and where."""

from __future__ import annotations

from typing import Any

import pytest
from cross_findings import Parts, found, places

from planner.intake.cross_checks import asides
from planner.intake.cross_names import names_known
from planner.intake.cross_sites import rooms_large_enough, ways_between_sites
from planner.intake.finding import Finding


def test_names_known_a_team_needs_staff_or_something_that_looks_at_it(tables: Parts) -> None:
    assert found(names_known, tables) == []
    tables["teams"][1]["id"] = "Fosterin"
    assert found(names_known, tables) == [
        Finding("activities", (3, "team"), "there is no team 'Fostering'", "Did you mean 'Fosterin'?"),
        Finding(
            "teams",
            (1, "id"),
            "there is no member of staff or activity of the team 'Fosterin'",
            "Did you mean 'Fostering'?",
        ),
    ]


def test_names_known_a_team_of_the_staff_needs_no_entry(tables: Parts) -> None:
    tables |= {"teams": []}
    tables["activities"][3]["team"] = "Duty"
    assert found(names_known, tables) == []


def test_names_known_without_sites_a_place_is_free_text(tables: Parts) -> None:
    tables |= {"sites": [], "travel": []}
    tables["activities"][3]["place"] = "The old library, first floor"
    assert found(names_known, tables) == []


@pytest.mark.parametrize(("place", "known"), [("online", True), ("north", True), ("Online", False), ("library", False)])
def test_names_known_with_sites_a_place_is_one_of_them(tables: Parts, place: str, known: bool) -> None:
    tables["standing"][0]["place"] = place
    assert places(names_known, tables) == ([] if known else [(0, "place")])


def test_names_known_a_room_is_a_resource(tables: Parts) -> None:
    tables["activities"][3]["rooms"] = ["Room 1"]
    assert found(names_known, tables) == [
        Finding(
            "activities", (3, "rooms", 0), "there is no resource for a room called 'Room 1'", "Did you mean 'room-1'?"
        )
    ]


def test_ways_between_sites_lead_somewhere_else_and_stand_once(tables: Parts) -> None:
    tables["travel"] += [
        {"between": ["north", "hall"], "minutes": 45},
        {"between": ["north", "north"], "minutes": 0},
    ]
    assert found(ways_between_sites, tables) == [
        Finding(
            "travel",
            (1, "between"),
            "the way between 'north' and 'hall' stands here a second time",
            "Write it once; it counts in either direction",
        ),
        Finding("travel", (2, "between"), "the way leads from 'north' to itself", "Name two sites"),
    ]


def test_ways_between_sites_no_site_is_called_online(tables: Parts) -> None:
    tables["sites"][0]["id"] = "Online"
    assert (0, "id") in places(ways_between_sites, tables)


def test_ways_not_written_are_told_where_others_are(tables: Parts) -> None:
    tables["sites"] += [{"id": "south", "name": "South office"}, {"id": "unused", "name": "Unused"}]
    tables["activities"][0]["place"] = "south"
    said = "the way between 'hall' and 'south' is not written (and 1 more like it) and takes no time"
    assert found(asides, tables) == [Finding("travel", (), said)]
    tables["travel"] = []
    assert found(asides, tables) == []


@pytest.mark.parametrize(
    ("seats", "change", "told"),
    [
        (2, {}, False),
        (1, {}, True),
        (3, {"counterparts": [{"pool": "workers", "count": "all"}]}, True),
        (4, {"counterparts": [{"pool": "workers", "count": "all"}]}, False),
        (2, {"counterparts": [{"pool": "workers", "count": "all who work that day"}]}, True),
        (3, {"counterparts": [{"pool": "workers", "count": "all who work that day"}]}, False),
        (3, {"counterparts": [{"people": ["sw-01", "sw-02"]}]}, True),
        (2, {"case": {"stratum": "in-court"}}, False),
        (2, {"case": {"stratum": "in-court", "modes": ["worker", "cover"], "enough": 2}}, True),
        (3, {"case": {"stratum": "in-court", "modes": ["worker"], "enough": 2}}, True),
        (4, {"case": {"stratum": "in-court", "modes": ["worker"], "enough": 2}}, False),
        (1, {"needs": []}, False),
        (None, {"counterparts": [{"pool": "workers", "count": "all"}]}, False),
    ],
)
def test_rooms_large_enough_seat_the_least_number_of_people(
    tables: Parts, seats: int | None, change: dict[str, Any], told: bool
) -> None:
    tables["resources"][1]["seats"] = seats
    tables["activities"][3] |= change
    assert places(rooms_large_enough, tables) == [(3, "rooms", 0)] * told


def test_rooms_large_enough_names_seats_and_people(tables: Parts) -> None:
    tables["resources"][2]["seats"] = 1
    hint = "Name a larger room in its place"
    assert found(rooms_large_enough, tables) == [
        Finding("activities", (3, "rooms", 1), "'room-2' has one seat, and at least 2 people are there", hint),
        Finding("standing", (0, "rooms", 0), "'room-2' has one seat, and at least 2 people are there", hint),
    ]


def test_rooms_large_enough_a_room_is_no_resource_besides(tables: Parts) -> None:
    tables["activities"][3]["resources"] = ["room-2"]
    assert places(rooms_large_enough, tables) == [(3, "rooms", 1)]
