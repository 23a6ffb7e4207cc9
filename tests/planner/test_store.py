from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from constraints.problem import Person, Problem, Session
from constraints.programme import LeftOut, Programme, TierValue
from planner.store import Store, open_store
from planner.store_chain import GENESIS
from planner.store_reader import read_store
from planner.store_records import RecordedVersion, draw_row
from samples.certificate import Certificate, Ranked
from samples.errors import StoreRefused

LONDON = ZoneInfo("Europe/London")
AT = datetime(2021, 4, 12, 10, 30, tzinfo=LONDON)
LATER = datetime(2021, 4, 13, 10, 30, tzinfo=LONDON)
RESTORE = "Restore it from a copy, or move it away to begin afresh."

PROBLEM = Problem(
    title="Review",
    start=date(2021, 4, 15),
    end=date(2021, 5, 14),
    people=(Person(id="R1", name="Reviewer 1"),),
    contracted={"fieldwork": 16.0, "reading": 2.0},
)


def certificate(stratum: str, frame_hash: str) -> Certificate:
    ranked = (Ranked(rank=1, reference="a" * 64, ticket="0.123"),)
    return Certificate(
        stratum=stratum,
        title="First missing episode",
        rule=(),
        purposive=False,
        list="missing",
        as_at=date(2021, 3, 31),
        population=12,
        frame_hash=frame_hash,
        seed="12345678901234567890",
        base=ranked,
        reserves=(),
    )


DRAWS = (certificate("S11", "f" * 64), certificate("S12", "e" * 64))
ROWS = tuple(draw_row(draw) for draw in DRAWS)


def programme(hour: int, value: int = 3) -> Programme:
    start, end = (datetime(2021, 4, 22, h, tzinfo=LONDON) for h in (hour, hour + 1))
    session = Session(activity="S01", start=start, end=end, reviewers=("R1",), counterparts=("W1",))
    tier = TierValue(tier="comfort", value=value, bound=3, proven=value == 3)
    return Programme(sessions=(session,), left_out=(LeftOut(activity="S02", why="W2 is away"),), tiers=(tier,))


def store_with_two_versions(path: Path) -> Path:
    with open_store(path) as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "review manager")
        store.record_version(PROBLEM, programme(10), DRAWS, LATER, "review manager", why="an earlier start")
    return path


def everything(store: Store) -> tuple[object, ...]:
    versions = tuple(store.version(line.number) for line in store.versions())
    return (store.versions(), versions, store.log(), store.head())


def read_through(path: Path) -> tuple[object, ...]:
    with read_store(path, patience=0) as store:
        store.verify()
        return everything(store)


def refusal(path: Path) -> str:
    with pytest.raises(StoreRefused) as refused:
        read_through(path)
    return refused.value.sentence


def edit(path: Path, statement: str) -> None:
    """Edit as somebody would who knows SQL and takes the triggers off first."""
    database = sqlite3.connect(path)
    database.executescript(f"DROP TRIGGER log_is_not_edited; DROP TRIGGER log_is_not_cut; {statement}")
    database.close()


def test_record_version_gives_back_what_was_recorded(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as store:
        assert store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager") == RecordedVersion(
            number=1, created=True
        )
    with read_store(path) as store:
        found = store.version()
        assert (found.number, found.problem, found.programme, found.at, found.who) == (
            1,
            PROBLEM,
            programme(9),
            AT,
            "manager",
        )
        assert found.programme.sessions[0].start.tzinfo is LONDON
        assert found.at.tzinfo is LONDON
        store.verify()
    assert [entry.name for entry in tmp_path.iterdir()] == ["review.db"]


@pytest.mark.parametrize(
    "of_the_hour",
    [{"now": AT}, {"published": programme(9).sessions}, {"struck": ("S01",)}, {"spoken_to": ("W1",)}],
    ids=lambda parts: next(iter(parts)),
)
def test_problem_is_the_same_whenever_it_is_looked_at(tmp_path: Path, of_the_hour: dict[str, object]) -> None:
    with open_store(tmp_path / "review.db") as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
        again = store.record_version(PROBLEM.changed(**of_the_hour), programme(9), DRAWS, LATER, "manager")

    assert again == RecordedVersion(number=1, created=False)


def test_record_version_writes_nothing_when_the_programme_is_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
    before = path.read_bytes()
    with open_store(path) as store:
        again = store.record_version(PROBLEM, programme(9, value=5), DRAWS, LATER, "somebody else")
    assert again == RecordedVersion(number=1, created=False)
    assert path.read_bytes() == before


def test_record_version_writes_a_version_for_another_problem_or_programme(tmp_path: Path) -> None:
    other = PROBLEM.model_copy(update={"title": "Another"})
    left_out = programme(9).model_copy(update={"left_out": ()})
    with open_store(tmp_path / "review.db") as store:
        steps = [(PROBLEM, programme(9)), (other, programme(9)), (other, left_out), (PROBLEM, programme(9))]
        numbers = [store.record_version(problem, found, DRAWS, AT, "manager").number for problem, found in steps]
        assert numbers == [1, 2, 3, 4]
        assert store.versions()[0].problem == store.versions()[3].problem
        assert store.version(2).problem.title == "Another"
        store.verify()


def test_record_version_logs_new_draws_even_when_the_programme_is_unchanged(tmp_path: Path) -> None:
    late = certificate("S13", "d" * 64)
    with open_store(tmp_path / "review.db") as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
        recorded = store.record_version(PROBLEM, programme(9), (*DRAWS, late), LATER, "manager")
        assert recorded == RecordedVersion(number=1, created=False)
        assert [line.what for line in store.log()] == ["version recorded", "draws recorded"]
        store.verify()


def rests_on(store: Store) -> list[object]:
    """What each version's line of the log says that it rests on."""
    return [line.detail["draws"] for line in store.log() if line.what == "version recorded"]


def test_version_made_of_another_rests_on_its_draws(tmp_path: Path) -> None:
    """Accepting, adopting and moving once recorded versions that seemed to rest on no draw at all."""
    ours, late = [row.hash for row in ROWS], certificate("S13", "d" * 64)
    with open_store(tmp_path / "review.db") as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
        store.record_version(PROBLEM, programme(10), 1, LATER, "manager")
        store.record_version(PROBLEM, programme(11), (late,), LATER, "manager")
        store.record_version(PROBLEM, programme(10), 2, LATER, "manager")

        assert rests_on(store) == [ours, ours, [draw_row(late).hash], ours]
        store.verify()


def test_version_made_of_one_planned_again_rests_on_the_draws_recorded_since(tmp_path: Path) -> None:
    newer = (certificate("S11", "d" * 64), DRAWS[1])
    with open_store(tmp_path / "review.db") as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
        store.record_version(PROBLEM, programme(9), newer, LATER, "manager")
        store.record_version(PROBLEM, programme(10), 1, LATER, "manager")

        assert rests_on(store)[-1] == [draw_row(draw).hash for draw in newer]
        store.verify()


def test_version_made_of_one_that_names_no_draws_rests_on_those_named_before(tmp_path: Path) -> None:
    with open_store(tmp_path / "review.db") as store:
        store.record_version(PROBLEM, programme(9), DRAWS, AT, "manager")
        store.record_version(PROBLEM, programme(10), (), LATER, "manager")
        store.record_version(PROBLEM, programme(11), 2, LATER, "manager")

        assert rests_on(store) == [rests_on(store)[0], [], rests_on(store)[0]]
        store.verify()


def test_log_names_what_was_written_by_its_hashes(tmp_path: Path) -> None:
    with read_store(store_with_two_versions(tmp_path / "review.db")) as store:
        first, second = store.log()
        assert (first.n, first.at, first.who, first.why) == (1, AT.astimezone(UTC), "review manager", "")
        assert (second.n, second.why) == (2, "an earlier start")
        assert first.detail["draws"] == [row.hash for row in ROWS]
        assert (first.detail["version"], second.detail["version"]) == (1, 2)
        assert first.detail["problem"] == store.versions()[0].problem
        assert store.head() == second.hash


def test_whole_versions_are_those_up_to_one_in_order(tmp_path: Path) -> None:
    with read_store(store_with_two_versions(tmp_path / "review.db")) as store:
        first, second = store.version(1), store.version(2)
        assert store.whole_versions(2) == (first, second)
        assert store.whole_versions(1) == (first,)


def test_whole_versions_refuse_what_was_edited(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    edit(path, "UPDATE version SET programme = 'x' WHERE number = 1")
    with read_store(path) as store, pytest.raises(StoreRefused) as refused:
        store.whole_versions(2)
    assert refused.value.sentence == f"review.db: version 2 or one before it cannot be read. {RESTORE}"


def test_record_line_is_chained_to_the_log(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    with open_store(path) as store:
        store.record_line("list opened", {"cases": ["HF-017"]}, AT, "link officer", why="asked by a worker")
        store.verify()
        line = store.log()[-1]
        assert (line.n, line.what, line.who, line.why) == (3, "list opened", "link officer", "asked by a worker")
        assert (line.detail, line.at) == ({"cases": ["HF-017"]}, AT)
        assert store.head() == line.hash
    edit(path, "UPDATE log SET who = 'nobody' WHERE n = 3")
    assert refusal(path) == f"review.db: line 3 of the log was edited, removed or inserted. {RESTORE}"


def test_the_same_steps_give_the_same_head(tmp_path: Path) -> None:
    one, other = (store_with_two_versions(tmp_path / name) for name in ("one.db", "other.db"))
    with read_store(one) as first, read_store(other) as second:
        assert first.head() == second.head()


def test_version_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    with open_store(path) as store:
        assert store.head() == GENESIS
        with pytest.raises(
            StoreRefused, match=r"^review.db: it holds no programme yet. Plan the review first: planner plan.$"
        ):
            store.version()
    told = r"^review.db: there is no version 7. There are versions 1 to 2.$"
    with read_store(store_with_two_versions(path)) as store, pytest.raises(StoreRefused, match=told):
        store.version(7)


def test_read_store_creates_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "review.db") == (
        "review.db: there is none in this folder yet. Plan the review first: planner plan."
    )
    assert list(tmp_path.iterdir()) == []


def test_what_is_open_for_reading_cannot_be_written(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    before = path.read_bytes()
    with read_store(path) as reader, pytest.raises(StoreRefused):
        Store(path, reader._database).record_version(PROBLEM, programme(11), DRAWS, LATER, "manager")
    with read_store(path) as reader, pytest.raises(StoreRefused):
        Store(path, reader._database).record_line("list opened", {}, AT, "link officer")
    assert path.read_bytes() == before


def test_record_version_that_fails_half_way_leaves_what_was(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    with read_store(path) as store:
        before = everything(store)
    late = certificate("S13", "d" * 64)
    with open_store(path) as store:
        with pytest.raises(StoreRefused, match="a text to be written is not Unicode"):
            store.record_version(PROBLEM, programme(11), (late,), LATER, "manager \udcff")
        assert everything(store) == before
        store.verify()
        assert store.record_version(PROBLEM, programme(11), (late,), LATER, "manager").number == 3


CRASH = """
import os, sys
from pathlib import Path
import test_store as t

def die(statement):
    if statement.startswith(sys.argv[2]):
        os.kill(os.getpid(), 9)

with t.open_store(Path(sys.argv[1])) as store:
    store._database.execute("PRAGMA cache_size = 1")
    store._database.set_trace_callback(die)
    store.record_version(t.PROBLEM, t.programme(11), (), t.LATER, "manager")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed at once")
@pytest.mark.parametrize("moment", ["INSERT INTO version", "INSERT INTO log", "COMMIT"])
def test_a_planner_killed_in_mid_step_leaves_what_was(tmp_path: Path, moment: str) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    with read_store(path) as store:
        before = everything(store)
    here = Path(__file__)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parents[2]), str(here.parent)])}
    killed = subprocess.run([sys.executable, "-c", CRASH, str(path), moment], env=environment, check=False)
    assert killed.returncode == -9
    with read_store(path) as store:
        assert everything(store) == before
        store.verify()


def test_a_database_somebody_is_writing_is_refused(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(path, patience=0) as store:
        assert store.version().number == 2
        with pytest.raises(StoreRefused) as refused:
            store.record_version(PROBLEM, programme(11), DRAWS, LATER, "manager")
    other.execute("ROLLBACK")
    other.execute("BEGIN EXCLUSIVE")
    told = "review.db: another planner is at work on this review. Wait until it is done and try again."
    assert (refused.value.sentence, refusal(path)) == (told, told)
    other.close()


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    path.write_text("Draft programme, see e-mail\n" * 100)
    assert refusal(path) == f"review.db: it is damaged or not a database. {RESTORE}"
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    other.close()
    assert refusal(path) == "review.db: it is not a review's database. Move it away and try again."
    with pytest.raises(StoreRefused):
        open_store(path)


def test_a_folder_in_place_of_the_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    path.mkdir()
    told = "review.db: it is a folder, not a database. Move it away and try again."
    assert refusal(path) == told
    with pytest.raises(StoreRefused):
        open_store(path)


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    edit(path, "UPDATE meta SET value = '3' WHERE key = 'schema'")
    found = "its form is 3 and this planner knows forms up to 2"
    assert refusal(path) == f"review.db: {found}. Use the planner that wrote it, or a newer one."


def test_open_store_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match=r"^review.db: its folder does not exist."):
        open_store(tmp_path / "gone" / "review.db")


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    told = "review.db: it cannot be written. Ask for the right to write in the review's folder."
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write anywhere")
        with read_store(path) as store:
            assert store.version().number == 2
        with pytest.raises(StoreRefused) as refused, open_store(path) as store:
            store.record_version(PROBLEM, programme(11), DRAWS, LATER, "manager")
        assert refused.value.sentence == told
        with pytest.raises(StoreRefused):
            open_store(tmp_path / "other.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("left", [0, 1, 50, 100, 4096, 10_000, 20_480])
def test_a_truncated_database_is_refused(tmp_path: Path, left: int) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    whole = path.read_bytes()
    assert left < len(whole)
    path.write_bytes(whole[:left])
    assert refusal(path).endswith(RESTORE)
    with pytest.raises(StoreRefused):
        open_store(path)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE log SET why = 'x' WHERE n = 2", "line 2 of the log was edited, removed or inserted"),
        ("UPDATE log SET at = replace(at, 'T', ' ') WHERE n = 1", "line 1 of the log was edited, removed or inserted"),
        ("DELETE FROM log WHERE n = 1", "line 1 of the log was edited, removed or inserted"),
        ("DELETE FROM log WHERE n = 2", "version 2 is not what the log recorded"),
        ("UPDATE version SET made_by = 'x' WHERE number = 1", "version 1 is not what the log recorded"),
        ("UPDATE version SET programme = programme || ' '", "version 1 is not what the log recorded"),
        ("DELETE FROM version WHERE number = 2", "version 2 is not what the log recorded"),
        (
            f"UPDATE draw SET stratum = 'x' WHERE hash = '{ROWS[0].hash}'",
            f"the draw {ROWS[0].hash[:12]} is not what the log recorded",
        ),
        (f"DELETE FROM draw WHERE hash = '{ROWS[1].hash}'", f"the draw {ROWS[1].hash[:12]} is missing"),
    ],
)
def test_verify_says_what_was_edited(tmp_path: Path, statement: str, found: str) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    edit(path, statement)
    with read_store(path) as store, pytest.raises(StoreRefused) as refused:
        store.verify()
    assert refused.value.found == found


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE snapshot SET json = '{}'", "version 2 cannot be read"),
        ("UPDATE version SET programme = '{}x'", "version 2 cannot be read"),
        ("UPDATE version SET made_at = 'yesterday'", "version 2 cannot be read"),
    ],
)
def test_version_that_was_edited_is_refused(tmp_path: Path, statement: str, found: str) -> None:
    path = store_with_two_versions(tmp_path / "review.db")
    edit(path, statement)
    with read_store(path) as store:
        with pytest.raises(StoreRefused) as refused:
            store.version(2)
        assert refused.value.found == found
        with pytest.raises(StoreRefused):
            store.verify()


def test_the_log_cannot_be_edited_by_accident(tmp_path: Path) -> None:
    database = sqlite3.connect(store_with_two_versions(tmp_path / "review.db"))
    for statement in ("UPDATE log SET why = 'x'", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="the log is append-only"):
            database.execute(statement)
    database.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edited_byte_of_the_file_is_found_or_changes_nothing(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "review.db"
    if not path.exists():
        store_with_two_versions(path)
    whole = path.read_bytes()
    with read_store(path) as store:
        before = everything(store)
    damaged = tmp_path / "damaged.db"
    place = data.draw(st.sampled_from([at for at, byte in enumerate(whole) if byte]))
    damaged.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
    try:
        found = read_through(damaged)
    except StoreRefused as refused:
        event(refused.found)
    else:
        assert found == before
