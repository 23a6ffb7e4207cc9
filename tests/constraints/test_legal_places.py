"""Whether a case could be seen at all: in a room that is there and seats all, and after notice."""

from __future__ import annotations

import pytest
from small_reviews import CASES, activity, at, problem, window

from constraints.legal_places import has_place
from constraints.problem import CaseDemand, Mode, Need, Problem, Resource

WITH_ITS_WORKER = CaseDemand(stratum="audit", candidates=CASES[:1], modes=(Mode.WORKER,))
LUNCHTIME = (window("12:00", "14:00"),)


def asked(*rooms: Resource, **other: object) -> Problem:
    names = tuple(room.id for room in rooms)
    audit = activity("audit", demand=WITH_ITS_WORKER, windows=LUNCHTIME, rooms=names, **other)
    return problem(audit, resources=rooms)


def could(stated: Problem) -> bool:
    return has_place(stated, stated.activities[0], CASES[0])


def room(name: str, **other: object) -> Resource:
    return Resource.model_validate({"id": name, "name": name} | other)


def test_session_that_needs_no_room_has_a_place() -> None:
    assert could(asked())


@pytest.mark.parametrize(
    ("limits", "placed"),
    [
        ({}, True),
        ({"seats": 2}, True),
        ({"seats": 1}, False),
        ({"windows": (window("13:00", "14:00"),)}, True),
        ({"windows": (window("13:15", "15:00"),)}, False),
    ],
)
def test_room_is_there_and_seats_both_or_there_is_no_place(limits: dict[str, object], placed: bool) -> None:
    assert could(asked(room("blue", **limits))) == placed
    assert could(asked(room("blue", **limits), room("green", seats=2)))


@pytest.mark.parametrize(("from_when", "placed"), [("13:00", True), ("13:15", False)])
def test_notice_leaves_an_hour_or_there_is_no_place(from_when: str, placed: bool) -> None:
    assert could(asked(asked_from=at(from_when))) == placed


@pytest.mark.parametrize(("team", "placed"), [("North", True), ("South", False)])
def test_host_holds_nothing_about_their_own_team_or_there_is_no_place(team: str, placed: bool) -> None:
    hosted = (Need(people=("w2",)),)

    assert could(asked(needs=hosted, team=team)) == placed
