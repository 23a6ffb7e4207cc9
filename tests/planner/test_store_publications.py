"""Publications: recorded with what was written outside or not at all, verified, and unknown to older databases."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_reviews import activity, problem, programme, session

from planner.commands.publish_folder import publication_folder
from planner.store import Store, open_store
from planner.store_publications import PUBLISHED, ToPublish
from planner.store_reader import read_store
from samples.errors import StoreRefused

AT = datetime(2021, 4, 14, 9, tzinfo=UTC)
STATED = problem(activity("a"))
FIRST = ToPublish(number=1, version=1, files="abc", changes='{"people":[]}')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one version."""
    path = tmp_path / "review.db"
    with open_store(path) as store:
        store.record_version(STATED, programme(session("a", "10:00", "11:00")), (), AT, "manager")
    return path


def published(store: Store, publication: ToPublish = FIRST) -> None:
    with store.publishing(publication, AT, "link officer"):
        pass


def test_folder_of_a_publication_that_could_not_be_recorded_is_taken_away(path: Path, tmp_path: Path) -> None:
    """Somebody read on while it was recorded: its folder stood there complete, to be sent, and was never published."""
    with read_store(path) as reader, open_store(path, patience=0.01) as store:
        reader.version()
        with (
            pytest.raises(StoreRefused, match="another planner is at work"),
            store.publishing(FIRST, AT, "link officer") as record,
            publication_folder(tmp_path / "out", 1, {"r1/a.ics": b"BEGIN"}),
        ):
            record()

    assert [one for one in (tmp_path / "out").rglob("*") if one.is_file()] == []
    with read_store(path) as store:
        assert store.publications() == ()


def test_what_is_read_together_belongs_together(path: Path) -> None:
    """A version was read, and then the log of the next one: what somebody else had decided between them was lost."""
    with read_store(path) as reader, open_store(path, patience=0.01) as store:
        version = reader.version()
        with pytest.raises(StoreRefused, match="another planner is at work"):
            published(store)
        assert (version.number, len(reader.log())) == (1, 1)
    with open_store(path) as store:
        published(store)


def older(path: Path) -> None:
    """The database as a planner without publications began it."""
    database = sqlite3.connect(path)
    database.executescript("DROP TABLE publication; UPDATE meta SET value = '1' WHERE key = 'schema'")
    database.close()


def test_publication_is_read_back_with_its_line_of_the_log(path: Path) -> None:
    with open_store(path) as store:
        assert store.publications() == ()
        published(store)
    with read_store(path) as store:
        store.verify()
        (found,) = store.publications()
        line = store.log()[-1]
    assert (found.number, found.version, found.files, found.changes) == (1, 1, "abc", '{"people":[]}')
    assert (found.at, found.who) == (AT, "link officer")
    assert (line.what, line.detail["publication"], line.detail["version"]) == (PUBLISHED, 1, 1)


def test_nothing_is_recorded_if_what_goes_with_it_fails(path: Path) -> None:
    before = path.read_bytes()
    with open_store(path) as store, pytest.raises(RuntimeError), store.publishing(FIRST, AT, "link officer"):
        raise RuntimeError
    assert path.read_bytes() == before


@pytest.mark.parametrize("late", [{"version": 2}, {"number": 2}, {"number": 0}])
def test_publication_of_something_else_than_what_stands_is_refused(path: Path, late: dict[str, int]) -> None:
    with open_store(path) as store, pytest.raises(StoreRefused, match="another version or publication"):
        published(store, FIRST.model_copy(update=late))


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE publication SET changes = '{}'",
        "UPDATE publication SET files = 'abd'",
        "UPDATE publication SET made_by = 'somebody'",
        "DELETE FROM publication",
        "INSERT INTO publication SELECT 2, version, files, changes, made_at, made_by FROM publication",
    ],
)
def test_publication_that_was_edited_is_found_out(path: Path, tampering: str) -> None:
    with open_store(path) as store:
        published(store)
    database = sqlite3.connect(path)
    database.executescript(tampering)
    database.close()
    with read_store(path) as store, pytest.raises(StoreRefused, match=r"publication [12] is not what the log"):
        store.verify()


def test_older_database_is_read_without_publications_and_upgraded_when_written(path: Path) -> None:
    older(path)
    before = path.read_bytes()
    with read_store(path) as store:
        store.verify()
        assert store.publications() == ()
    assert path.read_bytes() == before
    with open_store(path) as store:
        published(store)
    with read_store(path) as store:
        store.verify()
        assert len(store.publications()) == 1
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("2",)
