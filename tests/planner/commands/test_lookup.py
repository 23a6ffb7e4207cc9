"""The protected list: which child each session is about, and that every opening is logged first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from outgoing_samples import planned
from shipped import SELF_DIRECTED, no_passphrase

from planner.commands.folder import state
from planner.commands.lookup import LookedUp, lookup
from planner.commands.plan import record
from planner.commands.tables import lookup_text
from planner.demo_key import KEY_FILE, VAULT_FILE, demo_vault
from planner.store_reader import read_store
from planner.store_records import LogLine
from samples.errors import Refusal
from samples.reference import reference

MADE = datetime.fromisoformat("2021-04-14T09:00")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with one version; not to be changed."""
    folder = tmp_path_factory.mktemp("first") / "review"
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    record(folder, state(folder, lambda _: no_passphrase(), writing=True), planned(), MADE)
    return folder


@pytest.fixture
def again(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(first, tmp_path / "review"))


def found(folder: Path, person: str = "", who: str = "link officer") -> LookedUp:
    return lookup(folder, lambda _: no_passphrase(), person, who, datetime.fromisoformat("2021-04-20T08:30"))


def log(folder: Path) -> tuple[LogLine, ...]:
    with read_store(folder / "review.db") as store:
        store.verify()
        return store.log()


def test_every_case_stands_with_the_childs_identifier_and_who_is_asked(again: Path) -> None:
    vault = demo_vault(again / KEY_FILE)
    cases = found(again).cases
    expected = [
        (seen.case, tuple(session.counterparts or ()), session.start)
        for session in planned().sessions
        for seen in session.cases or ()
    ]
    people = state(again, lambda _: no_passphrase()).problem.person
    assert [(case.label, case.workers, case.start) for case in cases] == [
        (label, tuple(people[one].name for one in workers), start) for label, workers, start in expected
    ]
    assert all(vault.labels[reference(vault.key_bytes, case.identifier)] == case.label for case in cases)


def test_opening_is_logged_with_who_when_and_which_cases(again: Path) -> None:
    worker = next(s.counterparts[0] for s in planned().sessions if s.counterparts and s.cases)
    shown = found(again, worker, "council link officer")
    line = log(again)[-1]
    assert (line.what, line.who, line.at.isoformat()) == (
        "protected list opened",
        "council link officer",
        "2021-04-20T07:30:00+00:00",
    )
    assert line.detail == {"version": 1, "cases": [case.label for case in shown.cases]}
    assert len(shown.cases) == 1
    assert not [case.identifier for case in shown.cases if case.identifier in str(line)]


def test_person_is_found_by_name_too(again: Path) -> None:
    assert found(again, "social worker an4").cases == found(again, "sw-an-4").cases


def test_only_the_database_is_written(again: Path, bytes_of: Callable[[Path], dict[str, bytes]]) -> None:
    before = bytes_of(again)
    found(again)
    after = bytes_of(again)
    assert {path for path in before | after if before.get(path) != after.get(path)} == {"review.db"}


def test_refused_opening_shows_and_logs_nothing(again: Path) -> None:
    sentences = []
    for person, who in (("sw-an-44", "link officer"), ("", " ")):
        with pytest.raises(Refusal) as refused:
            found(again, person, who)
        sentences.append(refused.value.sentence)
    (again / VAULT_FILE).unlink()
    with pytest.raises(Refusal) as refused:
        found(again)
    assert [*sentences, refused.value.sentence] == [
        "--person: the review has nobody called 'sw-an-44'. Did you mean 'sw-an-4'?",
        "--who: nobody is named. Say by role who does so, such as 'link officer'.",
        "demo-vault.json: it does not know 59 of the programme's 59 cases. "
        "Restore it from a copy, or run planner plan to read the lists.",
    ]
    assert [line.what for line in log(again)] == ["version recorded"]


def test_list_is_read_as_a_table(again: Path) -> None:
    shown = found(again, "sw-an-4")
    (case,) = shown.cases
    time = f"{case.start:%a} {case.start.day} {case.start:%b %H.%M}-{case.end:%H.%M}"
    assert lookup_text(shown, 110).splitlines() == [
        "Self-directed review of children's services, version 1: 1 case",
        "Protected: for authorised eyes only; do not copy it into a message.",
        "+--------+--------------------+-------------------+-----------------+------------------------+",
        "| Case   | Child's identifier | Who is asked      | How             | When                   |",
        "+--------+--------------------+-------------------+-----------------+------------------------+",
        f"| {case.label} | {case.identifier:<18} | Social worker AN4 | with its worker | {time} |",
        "+--------+--------------------+-------------------+-----------------+------------------------+",
        "Opened by link officer, 20 April 2021 08:30 BST; this opening is in the log.",
    ]
