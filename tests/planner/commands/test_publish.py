"""Publishing a folder: previewed, confirmed by its hash, written and recorded together or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from diary_reader import Diary, addressee
from ics import read
from outgoing_samples import first_and_last_interview, planned, second_source
from shipped import SELF_DIRECTED, no_passphrase

from planner.commands.documents import documents
from planner.commands.folder import state
from planner.commands.happened import say
from planner.commands.plan import record
from planner.commands.publish import Published, publish
from planner.commands.publish_text import publish_text
from planner.commands.published import holdings_of
from planner.commands.requests import Request
from planner.store_reader import read_store
from samples.errors import Refusal

BytesOf = Callable[[Path], dict[str, bytes]]
MADE = datetime(2021, 4, 14, 9, tzinfo=ZoneInfo("Europe/London"))


def published(folder: Path, confirmed: str = "") -> Published:
    return publish(folder, lambda _: no_passphrase(), lambda _: None, confirmed, MADE + timedelta(hours=1))


def confirmed(folder: Path) -> Published:
    """The current version, published."""
    return published(folder, published(folder).hash)


def documented(folder: Path, version: int | None = None) -> None:
    documents(folder, lambda _: no_passphrase(), lambda _: None, version)


def late(folder: Path, confirmed: str = "") -> Published:
    """What is published once the first interview has begun, both as it was and a day later."""
    at = first_and_last_interview()[0].start + timedelta(days=1)
    return publish(folder, lambda _: no_passphrase(), lambda _: None, confirmed, at)


def next_version(folder: Path) -> None:
    """The second version: the first interview a day later, the last one cancelled."""
    stated = state(folder, lambda _: no_passphrase(), writing=True)
    record(folder, stated, second_source().programme, MADE + timedelta(days=2))


def refused(folder: Path, given: str) -> str:
    with pytest.raises(Refusal) as raised:
        published(folder, given)
    return raised.value.sentence


@pytest.fixture(scope="module")
def planned_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with one version, unpublished; not to be changed."""
    folder = tmp_path_factory.mktemp("once") / "review"
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    record(folder, state(folder, lambda _: no_passphrase(), writing=True), planned(), MADE)
    return folder


@pytest.fixture(scope="module")
def published_once(planned_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, published; not to be changed."""
    folder = Path(shutil.copytree(planned_once, tmp_path_factory.mktemp("published") / "review"))
    confirmed(folder)
    return folder


@pytest.fixture
def fresh(planned_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(planned_once, tmp_path / "review"))


@pytest.fixture
def again(published_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published_once, tmp_path / "review"))


def test_preview_writes_nothing_and_is_the_same_each_time(fresh: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(fresh)
    shown = published(fresh)
    assert published(fresh) == shown
    assert bytes_of(fresh) == before
    assert (shown.changed, shown.cancelled, shown.untouched, shown.since) == (0, 0, 0, 0)
    assert shown.new == sum(len(one.sessions) for one in shown.people)
    assert publish_text(shown).split("\n")[-1] == (
        f"Nothing was written. To publish exactly this: planner publish --yes {shown.hash}"
    )


def test_preview_says_what_the_version_does_not_heed_and_must_be_confirmed_anew(fresh: Path) -> None:
    """An interview that had fallen through was sent out with all others, by a hash from before, without a word."""
    before = published(fresh)
    request = Request(what="cancel", name="S07")
    say(fresh, lambda _: no_passphrase(), [request], as_of=MADE + timedelta(hours=1))

    shown = published(fresh)

    assert before.unanswered == ()
    assert shown.unanswered[0].startswith("S07 of Wednesday 28 April, 11.15 fell through")
    assert publish_text(shown).startswith("Version 1 does not heed what happened since")
    assert refused(fresh, before.hash).startswith("--yes: what would be written now is not the preview")
    assert published(fresh, shown.hash).written


def test_everybody_gets_a_file_for_each_session(published_once: Path, bytes_of: BytesOf) -> None:
    files = bytes_of(published_once / "out" / "publish" / "1")
    sessions = planned().sessions
    attending = {person for session in sessions for person in session.people}
    assert {path.partition("/")[0] for path in files} == attending | {"graph"}
    messages = [content for path, content in files.items() if path.endswith(".ics")]
    assert len(messages) == sum(len(set(session.people)) for session in sessions)
    assert all(read(one).one("METHOD").value == "REQUEST" for one in messages)


def test_publication_is_recorded_with_what_people_hold(published_once: Path, planned_once: Path) -> None:
    with read_store(planned_once / "review.db") as store:
        assert store.publications() == ()
    with read_store(published_once / "review.db") as store:
        store.verify()
        (publication,) = store.publications()
        held, line = holdings_of([publication]), store.log()[-1]
    assert {row.activity for row in held.sessions} == set(planned().session)
    assert (line.what, line.detail["publication"], line.detail["version"]) == ("published", 1, 1)


@pytest.mark.parametrize("given", ["", "0123456789abcdef"])
def test_nothing_to_publish_is_said_and_changes_nothing(again: Path, bytes_of: BytesOf, given: str) -> None:
    before = bytes_of(again)
    found = published(again, given)
    assert publish_text(found) == "Nothing to publish: everybody holds version 1 as it is."
    assert bytes_of(again) == before


def test_other_hash_is_refused(fresh: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(fresh)
    assert refused(fresh, "0123456789abcdef") == (
        "--yes: what would be written now is not the preview 0123456789abcdef. "
        "Look at planner publish --preview, and confirm the hash that it ends with."
    )
    assert bytes_of(fresh) == before


def test_version_made_since_the_preview_is_refused(fresh: Path, bytes_of: BytesOf) -> None:
    shown = published(fresh)
    next_version(fresh)
    before = bytes_of(fresh)
    assert "is not the preview" in refused(fresh, shown.hash)
    assert bytes_of(fresh) == before


def test_what_has_begun_is_counted_and_told_to_nobody(again: Path) -> None:
    next_version(again)
    moved, cancelled = first_and_last_interview()
    shown = late(again)
    assert (shown.changed, shown.cancelled, shown.begun) == (0, len(cancelled.people), 1)
    assert publish_text(shown).split("\n")[-2] == "Nobody is told of what has begun by now: 1 session."
    assert not list(Path(late(again, shown.hash).written).rglob(f"{second_source().codes[moved.activity]}*"))
    left = "Nothing to publish: everybody holds version 2 as it is, but for what has begun by now."
    assert publish_text(late(again)) == left
    documented(again)


def test_documents_show_also_what_was_never_told(fresh: Path) -> None:
    """A session that had begun when its version was first published had no revision: no document could be made."""
    shown = late(fresh)
    assert shown.begun > 0
    late(fresh, shown.hash)
    documented(fresh)
    assert publish_text(late(fresh)).startswith("Nothing to publish")


def test_next_publication_holds_the_changes_and_nothing_else(again: Path, bytes_of: BytesOf) -> None:
    next_version(again)
    shown = confirmed(again)
    moved, cancelled = first_and_last_interview()
    codes = second_source().codes
    expected = {
        **{f"{who}/{codes[moved.activity]}.ics": "REQUEST" for who in moved.people},
        **{f"{who}/{codes[cancelled.activity]}.ics": "CANCEL" for who in cancelled.people},
    }
    files = bytes_of(again / "out" / "publish" / "2")
    found = {path: read(content).one("METHOD").value for path, content in files.items() if path.endswith(".ics")}
    assert found == expected
    assert {path for path in files if path.startswith("graph/")} == {
        f"graph/{codes[moved.activity]}-change.json",
        f"graph/{codes[cancelled.activity]}-cancel.json",
    }
    assert (shown.new, shown.changed, shown.cancelled) == (0, len(moved.people), len(cancelled.people))
    told = {person.person for person in shown.people}
    everybody = {person for session in planned().sessions for person in session.people}
    assert shown.untouched == len(everybody - told)


def test_all_files_in_order_leave_everybody_with_the_published_version(again: Path, bytes_of: BytesOf) -> None:
    next_version(again)
    confirmed(again)
    diaries: dict[str, Diary] = {}
    for number in ("1", "2"):
        for path, content in sorted(bytes_of(again / "out" / "publish" / number).items()):
            if path.endswith(".ics"):
                diaries.setdefault(addressee(content), Diary()).take(content)
    problem, programme = second_source().problem, second_source().programme
    for who, diary in diaries.items():
        (person,) = (one.id for one in problem.people if one.email.casefold() == who)
        assert [(one.start, one.end) for one in sorted(diary.entries, key=lambda one: (one.start, one.title))] == [
            (one.start, one.end) for one in sorted(programme.sessions_of(person), key=lambda one: one.start)
        ]
        assert diary.stale == []


def test_documents_leave_publications_alone_and_show_what_was_sent(again: Path, bytes_of: BytesOf) -> None:
    next_version(again)
    confirmed(again)
    before = bytes_of(again / "out" / "publish")
    documented(again)
    assert bytes_of(again / "out" / "publish") == before
    out = bytes_of(again / "out")
    shown = {
        path.removeprefix("reviewer/calendars/reviewer-").removesuffix(".ics"): {
            event.one("UID").value: event.one("SEQUENCE").value for event in read(content).within("VEVENT")
        }
        for path, content in out.items()
        if path.startswith("reviewer/calendars/")
    }
    for path, content in sorted(before.items()):
        number, _, rest = path.partition("/")
        if rest.partition("/")[0] in shown and number == "2":
            event = read(content).within("VEVENT")[0]
            held = shown[rest.partition("/")[0]]
            if read(content).one("METHOD").value == "REQUEST":
                assert held[event.one("UID").value] == event.one("SEQUENCE").value == "1"
            else:
                assert event.one("UID").value not in held


def test_documents_of_a_version_are_the_same_before_and_after_it_is_published(fresh: Path, bytes_of: BytesOf) -> None:
    views = ("host", "reviewer", "public")

    def shown() -> dict[str, bytes]:
        documented(fresh)
        return {path: one for path, one in bytes_of(fresh / "out").items() if path.startswith(views)}

    before = shown()
    confirmed(fresh)
    assert shown() == before


def test_folder_that_cannot_be_written_leaves_the_record_alone(fresh: Path) -> None:
    (fresh / "out").mkdir()
    (fresh / "out" / "publish").write_text("in the way")
    before = (fresh / "review.db").read_bytes()
    assert refused(fresh, published(fresh).hash).startswith(
        "out/publish: it cannot be written, so nothing was published."
    )
    assert (fresh / "review.db").read_bytes() == before


def test_record_that_cannot_be_written_leaves_no_folder(fresh: Path) -> None:
    shown = published(fresh)

    def meanwhile(said: str) -> None:
        if said == "writing the publication":
            next_version(fresh)

    with pytest.raises(Refusal) as raised:
        publish(fresh, lambda _: no_passphrase(), meanwhile, shown.hash, MADE + timedelta(hours=1))
    assert raised.value.sentence == "review.db: there is another version or publication by now. Preview again."
    assert not (fresh / "out").exists()


def test_folder_of_a_publication_that_was_never_recorded_is_replaced(fresh: Path, bytes_of: BytesOf) -> None:
    """A crash between the folder and the record had left a folder that a second attempt could not write."""
    left = fresh / "out" / "publish" / "1"
    left.mkdir(parents=True)
    (left / "half.ics").write_text("half")
    (fresh / "out" / "publish" / ".new-left").mkdir()
    confirmed(fresh)
    assert "half.ics" not in bytes_of(left)
    assert [one.name for one in (fresh / "out" / "publish").iterdir()] == ["1"]


def test_leak_refuses_the_preview_already(fresh: Path, bytes_of: BytesOf) -> None:
    path = fresh / "review.toml"
    path.write_text(path.read_text("utf-8").replace('"Link officer"', '"Link officer for HF-017"', 1), "utf-8")
    before = bytes_of(fresh)
    assert "the label or the reference of a case" in refused(fresh, "")
    assert bytes_of(fresh) == before
