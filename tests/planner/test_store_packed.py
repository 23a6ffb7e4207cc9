from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from small_reviews import activity, at, problem, programme, session

from planner.canonical import dump
from planner.store import open_store
from planner.store_packed import packed, unpacked
from planner.store_reader import read_store
from samples.errors import StoreRefused

STATED = problem(activity("talk"))
HELD = programme(session("talk", "10:00", "11:00"))


@pytest.mark.parametrize("text", ["", "a", "Großbritannien " * 1000])
def test_what_is_kept_comes_back(text: str) -> None:
    assert unpacked(packed(text)) == text


def test_text_of_a_database_written_before_stands_as_it_is() -> None:
    assert unpacked("a problem") == "a problem"


@pytest.mark.parametrize(
    "kept", [None, 7, b"", b"a problem", packed("a problem")[:-1], packed("a problem") + b"x", zlib.compress(b"\xff")]
)
def test_what_is_neither_is_no_text(kept: object) -> None:
    with pytest.raises(ValueError, match=r"text|codec"):
        unpacked(kept)


def test_problem_of_a_hundred_versions_takes_little_room(tmp_path: Path) -> None:
    """Each thing that happened kept the whole problem once more: 25 MB after a hundred of them."""
    path = tmp_path / "review.db"
    people = tuple(
        STATED.people[0].model_copy(update={"id": f"w{n}", "name": f"Worker {n}", "role": "Social worker"})
        for n in range(100)
    )
    big = STATED.changed(people=(*STATED.people, *people))
    with open_store(path) as store:
        for n in range(20):
            # each version has a problem of its own
            store.record_version(big.changed(title=f"Review {n}"), HELD, (), at("08:00") + timedelta(n), "manager")
    with read_store(path) as store:
        store.verify()
        assert store.version(7).problem.title == "Review 6"
    assert path.stat().st_size < 20 * len(dump(big, big.tz)) / 2


@pytest.mark.parametrize("kept", ["x'00'", "7", "CAST(json || 'x' AS BLOB)", "'{}'"])
def test_damaged_problem_is_found_out(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as store:
        store.record_version(STATED, HELD, (), at("08:00"), "manager")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE snapshot SET json = {kept}")
    with read_store(path) as store:
        with pytest.raises(StoreRefused, match=r"the snapshot .* is not what was recorded"):
            store.verify()
        with pytest.raises(StoreRefused, match="cannot be read"):
            store.version()
