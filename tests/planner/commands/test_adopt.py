"""Taking in the council's workbook: as it was edited, checked, pinned; or refused, and nothing written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from edited_workbooks import COLUMNS, Change, cell, resave, row_of
from openpyxl.workbook import Workbook
from outgoing_samples import planned
from shipped import SELF_DIRECTED, no_passphrase, self_directed

from constraints.check import check
from constraints.problem import Session
from constraints.programme import Programme, in_time
from planner.commands.adopt import Adopted, BrokenRefused, adopt
from planner.commands.check import check_folder
from planner.commands.compare import compare
from planner.commands.documents import documents
from planner.commands.edit_checks import OutdatedRefused
from planner.commands.folder import state
from planner.commands.history import undo
from planner.commands.plan import record
from planner.commands.situation import situation
from planner.demo_key import KEY_FILE, demo_vault
from planner.intake.disruption import Waive
from planner.outgoing.codes import codes
from planner.store_reader import read_store
from samples.errors import InputRefused, Refusal

BytesOf = Callable[[Path], dict[str, bytes]]
MADE = datetime(2021, 4, 14, 9, tzinfo=ZoneInfo("Europe/London"))
NOW = datetime.fromisoformat("2021-04-16T08:00")
WORKBOOK = Path("out") / "host" / "programme.xlsx"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with one version and its documents; not to be changed."""
    folder = tmp_path_factory.mktemp("first") / "review"
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    record(folder, state(folder, ask, writing=True), planned(), MADE)
    write(folder)
    return folder


@pytest.fixture
def review(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(first, tmp_path / "review"))


def ask(_: bool) -> str:
    return no_passphrase()


def write(folder: Path) -> None:
    documents(folder, ask, lambda _: None)


def take(folder: Path, override: str = "", *, gone: bool = False, as_of: datetime = NOW) -> Adopted:
    return adopt(folder, folder / WORKBOOK, ask, override, gone=gone, as_of=as_of)


def edit(folder: Path, *changes: Change) -> None:
    resave(folder / WORKBOOK, *changes)


def code_of(activity: str) -> str:
    key = demo_vault(SELF_DIRECTED / KEY_FILE).key_bytes
    return codes(key, (one.id for one in self_directed().activities))[activity]


def typed(session: Session) -> Change:
    """The time of a session typed into its row."""

    def change(book: Workbook) -> None:
        row = row_of(book, code_of(session.activity))
        cells = {"Date": session.start.date(), "Start": f"{session.start:%H.%M}", "End": session.end.time()}
        for column, value in cells.items():
            book["Programme"][f"{COLUMNS[column]}{row}"] = value

    return change


def interviews() -> Iterator[Session]:
    problem = self_directed()
    yield from (one for one in planned().sessions if problem.activity[one.activity].interview and one.counterparts)


def with_session(session: Session) -> Programme:
    kept = [one for one in planned().sessions if one.activity != session.activity]
    return planned().model_copy(update={"sessions": tuple(sorted([*kept, session], key=in_time))})


def later(session: Session, minutes: int) -> Session:
    by = timedelta(minutes=minutes)
    return session.model_copy(update={"start": session.start + by, "end": session.end + by})


def a_legal_move() -> Session:
    """The feedback half an hour later: one of the few sessions with room around them."""
    move = later(planned().session["FEEDBACK"], 30)
    assert not any(verdict.breaches for verdict in check(self_directed(), with_session(move), tiers=()).musts)
    return move


@cache
def a_clash() -> tuple[Session, Session]:
    """An interview put upon the next one of the same reviewer, and that one."""
    held = list(interviews())
    one, other = next(
        (one, other) for one in held for other in held if one != other and one.reviewers == other.reviewers
    )
    length = one.end - one.start
    return one.model_copy(update={"start": other.start, "end": other.start + length}), other


def test_unedited_workbook_changes_nothing(review: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(review)
    taken = take(review)
    assert (taken.version, taken.created, taken.changed, taken.notices) == (1, False, (), ())
    assert bytes_of(review) == before


def test_edit_becomes_a_version_that_holds_it_and_pins_it(review: Path) -> None:
    move = a_legal_move()
    edit(review, typed(move))
    taken = take(review)
    assert (taken.version, taken.created, len(taken.changed), len(taken.pinned), taken.waived) == (2, True, 1, 1, ())
    stands = situation(review, ask, NOW)
    assert stands.version.programme.sessions == with_session(move).sessions
    assert stands.version.problem == self_directed()
    assert (stands.pinned, stands.pending) == (frozenset({move.activity}), ())
    assert move in stands.problem.fixed
    assert [one.tier for one in stands.version.programme.tiers] == [one.tier for one in planned().tiers]
    with read_store(review / "review.db") as store:
        store.verify()
        assert [line.what for line in store.log()][-2:] == ["disruption", "version recorded"]
    assert stands.heard.done[-1].version == 2
    assert len(stands.heard.done) == 2, "the pin is undone with its version"


def test_workbook_that_was_taken_in_already_changes_nothing(review: Path, bytes_of: BytesOf) -> None:
    edit(review, typed(a_legal_move()))
    take(review)
    before = bytes_of(review)
    again = take(review)
    assert (again.version, again.created) == (2, False)
    assert bytes_of(review) == before


def test_documents_after_an_edit_show_it_and_come_back_unedited(review: Path) -> None:
    edit(review, typed(a_legal_move()))
    take(review)
    write(review)
    assert (take(review).version, take(review).created) == (2, False)


def test_edit_that_breaks_rules_is_refused_with_cells_and_nothing_is_written(review: Path, bytes_of: BytesOf) -> None:
    clash, other = a_clash()
    edit(review, typed(clash))
    before = bytes_of(review)
    with pytest.raises(BrokenRefused) as refused:
        take(review)
    told = refused.value.broken.broken
    assert told
    assert all(sentence.startswith("Programme!") for sentence in told)
    assert any("cannot be in two places at once" in sentence for sentence in told)
    assert bytes_of(review) == before
    checked = check_folder(review, ask, review / WORKBOOK, as_of=NOW)
    assert checked.judged is not None
    assert set(told) <= set(checked.judged.broken)
    assert other.activity in self_directed().activity


def test_override_waives_exactly_what_the_edit_breaks_and_shows_it_ever_after(review: Path) -> None:
    clash, _ = a_clash()
    edit(review, typed(clash))
    with pytest.raises(BrokenRefused) as refused:
        take(review)
    taken = take(review, "agreed with the service")
    assert taken.waived == refused.value.broken.broken
    stands = situation(review, ask, NOW)
    expected = {
        (verdict.rule, frozenset(session.activity for session in breach.sessions))
        for verdict in check(self_directed(), with_session(clash), tiers=()).musts
        for breach in verdict.breaches
    }
    waived = [line.said for line in stands.heard.standing if isinstance(line.said, Waive)]
    assert {(one.rule, frozenset(one.sessions)) for one in waived} == expected
    assert {(one.who, one.why) for one in waived} == {("review manager", "agreed with the service")}
    checked = check_folder(review, ask)
    assert not checked.broken
    shown = [told for told in checked.notices if "accepted by review manager: agreed with the service" in told]
    assert len(shown) == len(taken.waived)


def test_breach_that_stood_before_the_edit_does_not_speak_against_it(review: Path) -> None:
    clash, _ = a_clash()
    edit(review, typed(clash))
    take(review, "agreed with the service")
    write(review)
    edit(review, typed(a_legal_move()))
    assert take(review).version == 3


def test_older_workbook_is_refused_with_what_changed_on_both_sides(review: Path, bytes_of: BytesOf) -> None:
    old = Path(shutil.copy(review / WORKBOOK, review / "mine.xlsx"))
    move = a_legal_move()
    edit(review, typed(move))
    take(review)
    other = next(one for one in interviews() if one.activity != move.activity)
    resave(old, typed(later(other, 15)), typed(later(move, 60)))
    before = bytes_of(review)
    for refusing in (
        lambda: adopt(review, old, ask, as_of=NOW),
        lambda: check_folder(review, ask, old, as_of=NOW),
    ):
        with pytest.raises(OutdatedRefused) as refused:
            refusing()
        told = refused.value.outdated
        assert (told.made_of, told.current) == (1, 2)
        assert [code_of(move.activity) in one for one in told.since] == [True]
        assert {code for code in map(code_of, (move.activity, other.activity)) if code in " ".join(told.edited)} == {
            code_of(move.activity),
            code_of(other.activity),
        }
        assert len(told.both) == 1
    assert bytes_of(review) == before


def test_workbook_of_a_version_that_stands_again_is_taken_in(review: Path) -> None:
    old = Path(shutil.copy(review / WORKBOOK, review / "mine.xlsx"))
    edit(review, typed(a_legal_move()))
    take(review)
    undo(review, as_of=NOW)
    resave(old, typed(a_legal_move()))
    assert adopt(review, old, ask, as_of=NOW).version == 4


def test_breach_names_the_cell_that_was_changed(review: Path) -> None:
    feedback = planned().session["FEEDBACK"]
    edit(review, typed(feedback.model_copy(update={"end": feedback.end - timedelta(minutes=30)})))
    with pytest.raises(BrokenRefused) as refused:
        take(review)
    assert [told.partition(":")[0][:-2] for told in refused.value.broken.broken] == ["Programme!F"]


def test_row_that_is_gone_is_refused_unless_it_is_said(review: Path, bytes_of: BytesOf) -> None:
    gone = next(interviews())

    def delete(book: Workbook) -> None:
        book["Programme"].delete_rows(row_of(book, code_of(gone.activity)))

    edit(review, delete)
    before = bytes_of(review)
    with pytest.raises(InputRefused, match=f"{code_of(gone.activity)}.*is gone.*--dropped"):
        take(review)
    assert bytes_of(review) == before
    taken = take(review, gone=True)
    assert any("taken out" in told for told in taken.changed)
    stands = situation(review, ask, NOW)
    assert gone.activity not in stands.version.programme.session
    assert gone.activity not in stands.version.problem.activity


def test_session_taken_out_that_is_about_to_begin_is_named(review: Path) -> None:
    """Whoever moved it by a quarter of an hour was told to tell its people; whoever took it out was not."""
    gone = next(interviews())
    edit(review, lambda book: book["Programme"].delete_rows(row_of(book, code_of(gone.activity))))

    taken = take(review, gone=True, as_of=gone.start - timedelta(hours=20))

    assert any("starts within 24 hours: tell its people yourself." in notice for notice in taken.notices)


def test_what_has_begun_cannot_be_changed(review: Path) -> None:
    session = next(interviews())
    edit(review, typed(later(session, 15)))
    with pytest.raises(InputRefused, match=r"Programme!E\d+: .* is history"):
        take(review, as_of=session.start + timedelta(minutes=1))


def test_nothing_can_be_moved_to_before_now(review: Path) -> None:
    held = sorted(interviews(), key=lambda one: one.start)
    now = held[3].start + timedelta(hours=6)
    last = held[-1]
    early = last.model_copy(update={"start": held[0].start, "end": held[0].start + (last.end - last.start)})
    edit(review, typed(early))
    with pytest.raises(BrokenRefused) as refused:
        take(review, as_of=now)
    assert any("which is now" in told for told in refused.value.broken.broken)


def test_workbook_of_another_history_is_refused(review: Path, first: Path) -> None:
    edit(review, typed(a_legal_move()))
    take(review)
    write(review)
    shutil.copy(first / "review.db", review / "review.db")
    with pytest.raises(InputRefused, match="it was made of version 2, and the review has version 1"):
        take(review)
    record(review, state(review, ask, writing=True), with_session(later(next(interviews()), 1440)), MADE)
    with pytest.raises(InputRefused, match=r"a version 2 that is not the one in review\.db"):
        take(review)


def test_edit_that_nobody_took_in_is_not_replaced(review: Path, bytes_of: BytesOf) -> None:
    edit(review, typed(a_legal_move()))
    before = bytes_of(review)
    with pytest.raises(InputRefused, match=r"out/host/programme\.xlsx: it was changed, and version 1 does not hold"):
        write(review)
    edit(review, cell("E5", "soon"))
    with pytest.raises(InputRefused, match=r"Programme!E5: cannot be read|Programme!E5 cannot be read"):
        write(review)
    edit(review, cell("E5", None))
    assert set(bytes_of(review)) == set(before)
    (review / WORKBOOK).unlink()
    write(review)
    assert not take(review).created


@pytest.mark.parametrize("broken", [cell("E4", "Begins"), cell("B4", "Number")])
def test_workbook_that_cannot_be_taken_in_is_not_replaced(review: Path, broken: Change, bytes_of: BytesOf) -> None:
    """Somebody renamed a column beside moving a session, and the documents were written over all of it."""
    edit(review, typed(a_legal_move()))
    edit(review, broken)
    before = bytes_of(review)
    with pytest.raises(
        InputRefused, match=r"out/host/programme\.xlsx: it may have been changed: .*keep it under another"
    ):
        write(review)
    assert bytes_of(review) == before
    (review / WORKBOOK).write_bytes(b"not a workbook")
    with pytest.raises(InputRefused, match="it may have been changed"):
        write(review)


def test_compare_takes_the_workbook(review: Path) -> None:
    edit(review, typed(a_legal_move()))
    compared = compare(review, "1", str(WORKBOOK), ask)
    assert (compared.b, compared.changes.moved, compared.changes.cancelled) == ("programme.xlsx", 1, 0)


def test_every_corruption_exits_with_two_and_one_sentence(
    review: Path, planner: Callable[..., tuple[int, str, str]], bytes_of: BytesOf
) -> None:
    harmful: tuple[tuple[Change, str], ...] = (
        (cell("C5", "some day"), "Programme!C5"),
        (cell("E5", "26:00"), "Programme!E5"),
        (cell("F5", "07:00"), "Programme!F5"),
        (cell("H5", "Nobody Known"), "Programme!H5"),
        (cell("J5", "the moon"), "Programme!J5"),
        (cell("B5", ""), "Programme!B5"),
        (cell("B5", "R-QQQQ"), "Programme!B5"),
    )
    original = (review / WORKBOOK).read_bytes()
    for change, where in harmful:
        (review / WORKBOOK).write_bytes(original)
        edit(review, change)
        before = bytes_of(review)
        for command in (("adopt", WORKBOOK), ("check", "--programme", WORKBOOK), ("compare", "1", WORKBOOK)):
            code, out, err = planner(*command, "--folder", review)
            assert (code, out) == (2, ""), (command, where)
            assert where in err
            assert err.count("\n") == 1
        assert bytes_of(review) == before


def test_command_line_tells_the_breaches_and_what_came_of_it(
    review: Path, planner: Callable[..., tuple[int, str, str]]
) -> None:
    clash, _ = a_clash()
    edit(review, typed(clash))
    at = ("--folder", review, "--as-of", "2021-04-16T08:00")
    code, out, err = planner("adopt", WORKBOOK, *at)
    assert code == 2
    assert out.startswith("Broken by the edit of programme.xlsx\n  Programme!")
    assert "--override" in err
    assert planner("check", "--programme", WORKBOOK, *at)[0] == 1
    code, out, err = planner("adopt", WORKBOOK, "--override", "agreed", *at)
    assert (code, err) == (0, "")
    assert out.startswith("Version 2 written from programme.xlsx.")


def test_checking_and_adopting_never_load_the_solver(review: Path) -> None:
    edit(review, typed(a_legal_move()))
    script = (
        "import sys; sys.modules['ortools'] = None; from planner.cli import run; "
        "at = ['--folder', sys.argv[1], '--as-of', '2021-04-16T08:00']; "
        "book = sys.argv[1] + '/out/host/programme.xlsx'; "
        "sys.exit(run(['check', '--programme', book, *at]) or run(['adopt', book, *at]))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(review)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Version 2 written" in done.stdout


def test_refusals_are_of_the_one_family() -> None:
    assert issubclass(OutdatedRefused, Refusal)
    assert issubclass(BrokenRefused, Refusal)
