"""Writing a version down: all of it, the same bytes each time, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from outgoing_samples import first_and_last_interview, planned, second_source
from shipped import SELF_DIRECTED, no_passphrase

from planner.commands.documents import DocumentsWritten, documents
from planner.commands.folder import state
from planner.commands.plan import record
from planner.demo_key import VAULT_FILE
from samples.errors import Refusal

BytesOf = Callable[[Path], dict[str, bytes]]
MADE = datetime(2021, 4, 14, 9, tzinfo=ZoneInfo("Europe/London"))


def written(folder: Path, version: int | None = None) -> DocumentsWritten:
    return documents(folder, lambda _: no_passphrase(), lambda _: None, version)


def start(folder: Path) -> Path:
    """A review folder with its first version."""
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    record(folder, state(folder, lambda _: no_passphrase(), writing=True), planned(), MADE)
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with one version and its documents; not to be changed."""
    folder = start(tmp_path_factory.mktemp("first") / "review")
    written(folder)
    return folder


@pytest.fixture
def again(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(first, tmp_path / "review"))


def test_each_view_has_its_documents(first: Path, bytes_of: BytesOf) -> None:
    files = set(bytes_of(first / "out"))
    assert {one for one in files if one.count("/") == 1} >= {
        *(f"reviewer/programme.{kind}" for kind in ("docx", "xlsx", "html")),
        *(f"host/programme.{kind}" for kind in ("docx", "xlsx")),
        "host/teams-links.html",
        *(f"public/programme.{kind}" for kind in ("docx", "xlsx", "html")),
    }
    assert {one for one in files if one.startswith("reviewer/calendars/")} == {
        "reviewer/calendars/reviewer-lead-reviewer.ics",
        "reviewer/calendars/reviewer-second-reviewer.ics",
    }
    sessions = {one.rpartition("-")[2] for one in files if one.startswith("host/calendars/session-R-")}
    meetings = {one.rpartition("-")[2] for one in files if one.startswith("host/teams/R-")}
    assert {one.removesuffix(".json") for one in meetings} == {one.removesuffix(".ics") for one in sessions}
    assert not [one for one in files if one.startswith("public/") and one.endswith(".ics")]


def test_documents_say_where_they_lie(again: Path, bytes_of: BytesOf) -> None:
    result = written(again)
    told = {f"{view.view}/{file}" for view in result.views for file in view.files}
    assert told == set(bytes_of(again / "out"))
    assert [view.folder for view in result.views] == [
        str(again / "out" / view) for view in ("reviewer", "host", "public")
    ]
    assert (result.version, result.made) == (1, MADE)


def test_second_run_writes_the_same_bytes(again: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(again)
    written(again)
    assert bytes_of(again) == before


def test_another_folder_gives_the_same_bytes(first: Path, tmp_path: Path, bytes_of: BytesOf) -> None:
    other = start(tmp_path / "elsewhere")
    written(other)
    assert bytes_of(other / "out") == bytes_of(first / "out")


def test_later_version_keeps_what_is_unchanged_and_an_earlier_one_can_be_written_again(
    again: Path, bytes_of: BytesOf
) -> None:
    before = bytes_of(again / "out")
    stated = state(again, lambda _: no_passphrase(), writing=True)
    record(again, stated, second_source().programme, MADE + timedelta(days=2))
    assert written(again).version == 2
    after = bytes_of(again / "out")
    sessions = {one for one in before if one.startswith("host/calendars/session-")}
    codes = second_source().codes
    moved, cancelled = (f"host/calendars/session-{codes[one.activity]}.ics" for one in first_and_last_interview())
    assert {one for one in sessions if before[one] != after.get(one)} == {moved, cancelled}
    assert cancelled not in after
    assert b"SEQUENCE:0" in after[moved]
    assert written(again, 1).version == 1
    assert bytes_of(again / "out") == before


def refused(folder: Path, version: int | None = None) -> str:
    with pytest.raises(Refusal) as raised:
        written(folder, version)
    return raised.value.sentence


def changed(folder: Path, old: str, new: str) -> None:
    path = folder / "review.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_leak_refuses_everything_and_names_nobody(again: Path, bytes_of: BytesOf) -> None:
    changed(again, 'organiser_name = "Link officer"', 'organiser_name = "Link officer for HF-017"')
    before = bytes_of(again)
    sentence = refused(again)
    assert bytes_of(again) == before
    assert sentence == (
        "the organiser's name: the label or the reference of a case, which only reviewers may see, stands where "
        "others see it. Nothing was written; take it out of the review's titles, places, staff or texts, and try again."
    )


def test_review_without_an_organiser_is_refused(again: Path, bytes_of: BytesOf) -> None:
    changed(again, 'organiser = "link.officer@example.org"\n', "")
    before = bytes_of(again)
    assert refused(again) == (
        "review.toml, about: it names no organiser, whose address invitations need. "
        'Add a line such as organiser = "link.officer@example.org" there, or Organiser on the sheet About.'
    )
    assert bytes_of(again) == before


def test_vault_that_does_not_know_the_cases_is_refused(again: Path, bytes_of: BytesOf) -> None:
    (again / VAULT_FILE).unlink()
    before = bytes_of(again)
    assert refused(again) == (
        "demo-vault.json: it does not know 59 of the programme's 59 cases. "
        "Restore it from a copy, or run planner plan to read the lists."
    )
    assert bytes_of(again) == before


def test_unplanned_review_and_unknown_version_are_refused(again: Path) -> None:
    assert refused(again, 7) == "review.db: there is no version 7. There are versions 1 to 1."
    (again / "review.db").unlink()
    assert refused(again) == "review.db: there is none in this folder yet. Plan the review first: planner plan."
