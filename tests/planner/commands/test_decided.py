"""What was decided is where the next repair starts, published or not; what is over by now is nobody's news."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from constraints.problem import Session
from planner.layout import DATABASE
from planner.store_reader import read_store

Planner = Callable[..., tuple[int, str, str]]

EARLY = "2021-04-19T09:00"


def repaired(planner: Planner, folder: Path, at: str) -> dict[str, Any]:
    code, out, err = planner("repair", "--wider", "0", "--json", "--folder", folder, "--as-of", at)
    assert code == 0, err
    return dict(json.loads(out))


def session(folder: Path, activity: str) -> Session:
    with read_store(folder / DATABASE) as store:
        return store.version().programme.session[activity]


def test_accepted_answer_stays_when_something_else_falls_through(published: Path, planner: Planner) -> None:
    """The answer that the manager chose was gone with the next repair, and the next move, unless published."""
    here = ("--folder", published, "--as-of", EARLY)
    planner("cancel", "S13", *here)
    offers = repaired(planner, published, EARLY)["offers"]
    cover = next(one for one in offers if one["kind"] == "cover worker or record only")
    assert planner("accept", str(cover["number"]), *here)[0] == 0
    chosen = session(published, "S13")

    _, said, _ = planner("disruptions", *here)
    again, _, _ = planner("repair", *here)
    planner("move", "FEEDBACK", "2021-05-14 14:30", *here)
    after_move = session(published, "S13")
    planner("cancel", "S26", *here)
    found = repaired(planner, published, EARLY)

    assert "Cannot stand" not in said
    assert again == 2
    assert chosen == after_move
    assert [title for title in found["struck"] if "Child protection" in title] == []
    for offer in found["offers"]:
        (change,) = (one["said"] for one in offer["changes"] if one["activity"] == "S13")
        assert change == "now with Social worker DE5"
    assert found["offers"][0]["disturbs"] == []


def test_session_that_was_not_held_is_nobodys_news_and_costs_the_next_repair_nothing(
    published: Path, planner: Planner
) -> None:
    """Its people counted as disturbed by every later repair, and each answer told them that it was cancelled."""
    at, next_hour = "2021-05-03T08:00", "2021-05-03T09:00"
    planner("no-show", "S10", "--folder", published, "--as-of", at)
    first = repaired(planner, published, at)["offers"][0]
    assert planner("accept", "1", "--folder", published, "--as-of", at)[0] == 0
    planner("cancel", "S21", "--folder", published, "--as-of", next_hour)

    then = repaired(planner, published, next_hour)

    assert first["told"] == []
    assert then["least"] == 0
    for offer in then["offers"]:
        assert "S10" not in {change["activity"] for change in offer["changes"]}
        assert not any("28 April" in said for one in offer["told"] for said in one["said"])


def test_session_that_was_moved_and_falls_through_is_named_where_it_stands(published: Path, planner: Planner) -> None:
    here = ("--folder", published, "--as-of", EARLY)
    planner("move", "S13", "2021-05-06 14:45", *here)

    _, said, _ = planner("cancel", "S13", *here)

    assert "Cannot stand where they are\n  S13, Thursday 6 May, 14.45" in said


def test_nobody_is_told_or_counted_for_what_is_over(published: Path, planner: Planner) -> None:
    """Two people were disturbed by sessions of the day before, which had been moved since they were told."""
    planner("move", "S07", "2021-04-28 10:00", "--folder", published, "--as-of", EARLY)
    assert session(published, "S10").start.hour == 11
    later = "2021-04-29T08:00"
    planner("cancel", "S20", "--folder", published, "--as-of", later)

    first = repaired(planner, published, later)["offers"][0]

    assert first["disturbs"] == []
    assert {one["activity"] for one in first["changes"]}.isdisjoint({"S07", "S10"})


def test_repair_of_earlier_changes_nothing_that_has_begun_or_come_near_since(published: Path, planner: Planner) -> None:
    """An interview that had begun was moved to the afternoon by an answer of three weeks before."""
    planner("cancel", "MAN-IRO", "--folder", published, "--as-of", EARLY)
    repaired(planner, published, EARLY)

    begun, _, past = planner("accept", "1", "--folder", published, "--as-of", "2021-05-11T10:30")
    close, _, near = planner("accept", "1", "--folder", published, "--as-of", "2021-05-10T17:00")

    assert (begun, close) == (2, 2)
    assert "MAN-CIC: it is on Tuesday 11 May at 10.00 and has begun since. Look afresh: planner repair." in past
    assert "and is about to begin by now" in near
    assert planner("accept", "1", "--folder", published, "--as-of", "2021-04-20T09:00")[0] == 0
