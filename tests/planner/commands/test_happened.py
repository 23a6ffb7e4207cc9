"""What happened, said at the command line of a planned review: noted, refused, listed, planned around."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import reduce
from pathlib import Path
from random import Random

import pytest
from disruptions import batch

from planner.commands.documents import documents
from planner.commands.folder import state
from planner.commands.naming import Names
from planner.commands.plan import record
from planner.commands.situation import Situation, situation
from planner.commands.vaults import open_folder_vault
from planner.intake.disruption import MoveArea, Pin
from planner.intake.disruption_on_problem import on_problem
from planner.intake.review_file import read_review
from planner.layout import DATABASE
from planner.outgoing.codes import codes
from planner.store import open_store
from planner.store_reader import read_store
from planner.store_records import LogLine
from samples.errors import StoreRefused

Said = tuple[int, str, str]
Planner = Callable[..., Said]

TUESDAY = ("--as-of", "2021-05-04T08:30")
"""The first morning of the third week."""

NOON = ("--as-of", "2021-05-04T12:10")


def nobody_asks(_new: bool) -> str:
    raise AssertionError("the shipped review needs no passphrase")


def stands(folder: Path, at: str = "2021-05-04T08:30") -> Situation:
    return situation(folder, nobody_asks, datetime.fromisoformat(at))


def log_of(folder: Path) -> tuple[LogLine, ...]:
    with read_store(folder / DATABASE) as store:
        return store.log()


def begun_at_ten(folder: Path) -> str:
    """A session of the review's own that begins at ten on Tuesday."""
    ten = datetime.fromisoformat("2021-05-04T10:00+01:00")
    sessions = [one for one in stands(folder).before.sessions if one.start == ten and one.counterparts]
    return sessions[0].activity


def tomorrow(folder: Path) -> str:
    """An interview of Wednesday."""
    found = (
        one.activity
        for one in stands(folder).before.sessions
        if one.start.day == 5 and one.start.month == 5 and one.cases and one.counterparts
    )
    return next(found)


def test_absence_given_in_times_begins_after_the_session_that_is_running(planned: Path, planner: Planner) -> None:
    """A session that was being held, and was said to be, was taken off its place and moved to the next day."""
    running = begun_at_ten(planned)
    (session,) = (one for one in stands(planned).before.sessions if one.activity == running)
    during = ("--as-of", "2021-05-04T10:15")
    code, out, err = planner(
        "away", session.reviewers[0], "2021-05-04T10:30", "2021-05-04T17:00", "--folder", planned, *during
    )
    assert (code, err) == (0, "")
    assert f"from Tuesday 4 May, {session.end:%H.%M} to" in out
    assert running not in stands(planned, "2021-05-04T10:15").problem.struck


def test_absence_of_another_year_is_refused(planned: Path, planner: Planner) -> None:
    code, _, err = planner("away", "lead-reviewer", "2022-05-05", "2022-05-06", "--folder", planned, *TUESDAY)
    assert code == 2
    assert "it touches no day of the review, which runs from 15 April 2021 to 14 May 2021" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "S24-2", "2021-05-12"), "names a day and no time"),
        (("move", "S24-2", "2021-05-12 10:00", "--override", " "), "--override: it is empty"),
        (("publish", "--yes", ""), "--yes: it is empty"),
        (("adopt", "programme.xlsx", "--override", ""), "--override: it is empty"),
    ],
)
def test_what_was_begun_and_not_said_is_refused(
    planned: Path, planner: Planner, words: tuple[str, ...], said: str
) -> None:
    """A day alone was midnight, and an empty reason was none, so that others made room."""
    code, _, err = planner(*words, "--folder", planned, *TUESDAY)
    assert code == 2
    assert said in err


def test_cancelled_session_is_noted_struck_and_pending(planned: Path, planner: Planner) -> None:
    session = tomorrow(planned)
    code, out, err = planner("cancel", session, "--reason", "court", "--folder", planned, *TUESDAY)
    assert (code, err) == (0, "")
    assert out.startswith(f"Noted: {session} of Wednesday 5 May, ")
    assert "(court)" in out
    assert out.endswith("Version 1 does not answer 1 thing yet. Next: planner repair\n")
    found = stands(planned)
    assert found.problem.struck == (session,)
    assert [line.why for line in found.pending] == ["court"]
    code, out, _ = planner("disruptions", "--folder", planned, "--json", *TUESDAY)
    assert [one["line"] for one in json.loads(out)["pending"]] == [2]


def test_every_kind_of_happening_is_one_line_of_the_log(planned: Path, planner: Planner) -> None:
    now, late = begun_at_ten(planned), tomorrow(planned)
    held = stands(planned).before.session[now]
    said: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (("done", now), NOON),
        (("overran", now, "--to", f"{held.end:%H}.{held.end.minute + 5:02}"), NOON),
        (("pin", "FEEDBACK"), NOON),
        (("unpin", "FEEDBACK"), NOON),
        (("swap-reviewer", late, "second-reviewer", "--to", "Lead reviewer"), NOON)
        if "second-reviewer" in stands(planned).before.session[late].reviewers
        else (("swap-reviewer", late, "lead-reviewer", "--to", "second-reviewer"), NOON),
        (("add", "S31", "--like", "S12", "--title", "One more", "--from", "2021-05-12", "--to", "13/05/2021"), NOON),
        (("drop", "MOP-CIC-2"), NOON),
        (("withdraw", "hf-042"), NOON),
        (("confirm", "Children in care"), NOON),
        (("away", "second-reviewer", "2021-05-06T13:00", "2021-05-06"), NOON),
        (("away", "laptop", "2021-05-11", "2021-05-11"), NOON),
        (("move-area", "children-in-care", "--by", "1w"), NOON),
        (("no-show", "S01"), NOON),
    ]
    for nth, (arguments, at) in enumerate(said, start=1):
        code, out, err = planner(*arguments, "--folder", planned, *at)
        assert (code, err) == (0, ""), arguments
        assert out.startswith("Noted: ")
        assert len(log_of(planned)) == 1 + nth
        assert log_of(planned)[-1].detail["said"]["kind"] == arguments[0]  # type: ignore[index, call-overload]
    assert planner("log", "--verify", "--folder", planned)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cancel", "S1"), "session: there is none called 'S1'. Did you mean 'S01'?"),
        (("cancel", "R-0000"), "session: there is none called 'R-0000'"),
        (("cancel", "S01"), "If it was not held, say so: planner no-show S01."),
        (("cancel", "FEEDBACK", "--by", "nobody"), "--by: the review has nobody called 'nobody'."),
        (("cancel", "FEEDBACK", "--by", "laptop"), "--by: the review has nobody called 'laptop'"),
        (("cancel", "FEEDBACK", "--reason", "ill"), "'ill' is no reason. Did you mean 'illness'?"),
        (("cancel", "FEEDBACK", "--who", " "), "--who: nobody is named."),
        (("cancel", ""), "it does not say what it happened to"),
        (("no-show", "FEEDBACK"), "If it falls through, say so: planner cancel FEEDBACK."),
        (("done", "FEEDBACK"), "session FEEDBACK: it has not begun: it is on Friday 14 May at"),
        (("overran", "S01", "--to", "soon"), "'soon' is not a date and a time."),
        (("overran", "S01", "--to", "01:00"), "is no later. Say when it ended"),
        (("overran", "S01", "--to", "2021-05-04T10:00"), "it would end on another day"),
        (("overran", "S01", "--to", "23:00"), "began"),
        (("away", "second-reviwer", "2021-05-05", "2021-05-05"), "Did you mean 'second-reviewer'?"),
        (("away", "second-reviewer", "2021-05-06", "2021-05-05"), "2021-05-05 is not after 2021-05-06."),
        (("away", "second-reviewer", "2021-04-20", "2021-04-30"), "it has passed, and what has begun is history."),
        (("away", "second-reviewer", "tomorrow", "2021-05-05"), "'tomorrow' is not a date and a time."),
        (("add", "S12", "--like", "S13"), "add S12: there is an activity of this name."),
        (("add", "S 31", "--like", "S13"), "add S 31: it cannot be called that."),
        (("add", "S31", "--like", "kit-children-in-care-1"), "'kit-children-in-care-1' recurs by its pattern."),
        (("add", "S31", "--like", "S12", "--from", "2021-05-12"), "it says only one of from and to."),
        (("add", "S31", "--like", "S12", "--from", "2021-07-12", "--to", "2021-07-13"), "that is outside the review."),
        (("add", "S31", "--like", "S12", "--from", "2021-05-03", "--to", "2021-05-03"), "2021-05-03 has passed."),
        (("add", "S31", "--like", "S12", "--minutes", "50"), "50 minutes is no length of a session."),
        (("add", "S31", "--like", "S12", "--person", "Nobody"), "the review has nobody called 'Nobody'."),
        (("drop", "S01"), "session S01: it began on Thursday 22 April at"),
        (("withdraw", "HF-9"), "case: no session may see one called 'HF-9'."),
        (("move-area", "children-in-care", "--to", "2021-05-31"), "Monday 31 May 2021 is a bank holiday."),
        (("move-area", "children-in-care"), "it says neither or both of by and to."),
        (("move-area", "children-in-care", "--by", "x"), "'x' is not a number of days."),
        (("move-area", "children-in-care", "--by", "1000d"), "is more than four months from where it is. Is the date"),
        (("move-area", "family-support", "--by", "28d"), "area family-support: it has begun: "),
        (("move-area", "children", "--by", "7d"), "Did you mean 'children-in-care'?"),
        (("confirm", "leadership"), "area leadership: it is not provisional."),
        (
            ("swap-reviewer", "FEEDBACK", "second-reviewer", "--to", "lead-reviewer"),
            "nobody else can take it over from 'second-reviewer'. If it cannot be held, say so:",
        ),
        (("swap-reviewer", "FEEDBACK", "second-reviewer"), "nobody else can take it over from 'second-reviewer'."),
        (("swap-reviewer", "REPORT-LEAD", "second-reviewer"), "'second-reviewer' does not hold it."),
        (("swap-reviewer", "REPORT-LEAD", "lead-reviewer"), "asks for 'lead-reviewer' by name. Say who takes over."),
        (("pin", "S01"), "session S01: it began on"),
        (("unpin", "S20"), "session S20: it is not pinned. Pinned is nothing."),
        (("batch", "none.csv"), "none.csv: there is no such file."),
        (("undo",), "undo: version 1 is the first"),
        (("redo",), "redo: there is nothing to do again."),
        (("restore", "4"), "review.db: there is no version 4. There are versions 1 to 1."),
        (("log", "S99"), "session: there is none called 'S99'."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    arguments: tuple[str, ...], told: str, planned_once: Path, planner: Planner
) -> None:
    before = (planned_once / DATABASE).read_bytes()
    at = () if arguments[0] == "log" else TUESDAY
    code, out, err = planner(*arguments, "--folder", planned_once, *at)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert (planned_once / DATABASE).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [("cancel", "S04"), ("disruptions",), ("undo",), ("versions",), ("restore", "1"), ("log",), ("log", "--verify")],
    ids=" ".join,
)
def test_nothing_can_happen_before_there_is_a_programme(
    arguments: tuple[str, ...], review: Path, planner: Planner, bytes_of: Callable[[Path], dict[str, bytes]]
) -> None:
    before = bytes_of(review)
    code, out, err = planner(*arguments, "--folder", review)
    assert (code, out) == (2, "")
    assert err == "review.db: there is none in this folder yet. Plan the review first: planner plan.\n"
    assert bytes_of(review) == before


def test_what_was_said_already_is_not_said_again(planned: Path, planner: Planner) -> None:
    for arguments in (("cancel", "FEEDBACK"), ("withdraw", "HF-042"), ("drop", "MOP-CIC-2"), ("pin", "S20")):
        assert planner(*arguments, "--folder", planned, *TUESDAY)[0] == 0
        code, _, err = planner(*arguments, "--folder", planned, *TUESDAY)
        assert (code, err.count("\n")) == (2, 1), arguments
    assert "session MOP-CIC-2: it was dropped." in planner("pin", "MOP-CIC-2", "--folder", planned, *TUESDAY)[2]
    assert len(log_of(planned)) == 5


def test_session_that_was_held_is_no_no_show(planned: Path, planner: Planner) -> None:
    assert planner("done", "S01", "--folder", planned, *TUESDAY)[0] == 0
    for what in ("no-show", "done"):
        code, _, err = planner(what, "S01", "--folder", planned, *TUESDAY)
        assert (code, err.startswith("session S01: it was said to be held. ")) == (2, True), what


def test_session_is_named_by_the_code_that_documents_show(planned: Path, planner: Planner) -> None:
    opened = open_folder_vault(planned, read_review(planned).about, nobody_asks, writing=False)
    found = stands(planned)
    known = codes(opened.vault.key_bytes, [one.id for one in found.version.problem.activities])
    code, out, _ = planner("cancel", known["FEEDBACK"].lower(), "--folder", planned, *TUESDAY)
    assert code == 0
    assert "Noted: FEEDBACK of Friday 14 May" in out


def test_case_is_named_by_its_reference_too(planned: Path) -> None:
    with read_store(planned / DATABASE) as store:
        drawn = store.drawn()
    found = stands(planned)
    names = Names(planned, nobody_asks, 1, found.before)
    (seen,) = found.before.session["S12"].cases or ()
    reference = next(of for of, places in drawn.items() if ("S12", seen.rank) in places)
    assert names.case(reference.upper(), found.problem) == seen.case


TABLE = """what,name,person,instead,from,to,reason
away,Second reviewer,,,05/05/2021,05/05/2021,illness
cancel,FEEDBACK,,,,,
Pin,S26,,,,,
"""


def test_table_of_what_happened_is_said_at_once_and_taken_back_at_once(planned: Path, planner: Planner) -> None:
    (planned / "monday.csv").write_text(TABLE, encoding="utf-8-sig")
    code, out, err = planner("batch", "monday.csv", "--folder", planned, *TUESDAY)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("Noted")] == [
        "Noted: Second reviewer is not to be had from Wednesday 5 May to the end of Wednesday 5 May (illness).",
        next(line for line in out.splitlines() if "FEEDBACK" in line and line.startswith("Noted")),
        "Noted: S26 stays where it is.",
    ]
    assert len(log_of(planned)) == 4
    planner("undo", "--folder", planned, *TUESDAY)
    assert not stands(planned).heard.standing


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "cancle,S04,,,,,",
            "row 5, column what: 'cancle' is nothing that can happen. Did you mean 'cancel'?",
        ),
        ("cancel,S4,,,,,", "monday.csv, row 5, session: there is none called 'S4'."),
        (
            "cancel,S26,,,05/05/2021,,",
            "row 5, column from: 'cancel' does not say this. It says name, person",
        ),
        ("away,Lead reviewer,,,05/05/2021,,", "monday.csv, row 5: it does not say 'to'. away needs from and to."),
        ("cancel,FEEDBACK,,,,,", "row 5, session FEEDBACK: something was said already that takes it off"),
        ("cancel,S26,,,,,flu", "monday.csv, row 5: 'flu' is no reason."),
    ],
)
def test_table_with_one_row_that_cannot_be_says_nothing(row: str, told: str, planned: Path, planner: Planner) -> None:
    (planned / "monday.csv").write_text(f"{TABLE}{row}\n", encoding="utf-8")
    before = (planned / DATABASE).read_bytes()
    code, out, err = planner("batch", "monday.csv", "--folder", planned, *TUESDAY)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert (planned / DATABASE).read_bytes() == before


def test_reason_stands_in_the_log_alone(planned: Path, planner: Planner) -> None:
    planner("cancel", tomorrow(planned), "--reason", "diary-clash", "--folder", planned, *TUESDAY)
    assert planner("plan", "--folder", planned, *TUESDAY)[0] == 0
    with closing(sqlite3.connect(planned / DATABASE)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        where = {table for table in tables if "diary-clash" in repr(list(database.execute(f"SELECT * FROM {table}")))}
    assert where == {"log"}
    found = stands(planned)
    assert "diary-clash" not in found.problem.model_dump_json()


def test_plan_keeps_history_and_what_is_pinned_and_answers_what_was_said(planned: Path, planner: Planner) -> None:
    session = tomorrow(planned)
    before = stands(planned).before
    pinned = next(one.activity for one in before.sessions if one.start.day == 12 and one.cases)
    planner("pin", pinned, "--folder", planned, *TUESDAY)
    planner("cancel", session, "--folder", planned, *TUESDAY)
    code, out, _ = planner("plan", "--folder", planned, "--json", *TUESDAY)
    assert (code, json.loads(out)["version"]) == (0, 2)
    after = stands(planned)
    assert not after.pending
    assert not after.problem.struck
    began = [one for one in before.sessions if one.start < datetime.fromisoformat("2021-05-04T08:30+01:00")]
    assert all(after.before.session[one.activity] == one for one in (*began, before.session[pinned]))
    people = set(before.session[session].counterparts or ())
    now = after.before.session[session]
    assert not now.overlaps(before.session[session]) or not people & set(now.people)
    planner("plan", "--folder", planned, "--as-of", "2021-05-04T08:40")
    again = stands(planned).before
    assert [(one.activity, one.start, one.people) for one in again.sessions] == [
        (one.activity, one.start, one.people) for one in after.before.sessions
    ]
    code, out, _ = planner("log", session, "--folder", planned)
    assert "version 1 places it on Wednesday 5 May" in out
    assert "fell through" in out
    assert "version 2: " in out


@pytest.mark.parametrize("seed", range(4))
def test_restated_from_the_files_is_the_version_with_all_that_is_pending(planned: Path, seed: int) -> None:
    """One way through the files, one through the database: both have to pose the same problem."""
    found = stands(planned)
    random = Random(seed)
    with open_store(planned / DATABASE) as store:
        for _ in range(2):
            said = batch(found.version.problem, found.before, random).said
            store.record_said([one.model_dump(mode="json") for one in said], [""] * len(said), found.version.at, "m")
    said = [line.said for line in stands(planned).pending]
    assert state(planned, nobody_asks).problem == reduce(on_problem, said, found.version.problem)


def test_situation_reads_nothing_but_the_database(planned: Path, planner: Planner) -> None:
    planner("cancel", tomorrow(planned), "--folder", planned, *TUESDAY)
    before = stands(planned)
    for one in planned.iterdir():
        if one.name != DATABASE and one.is_file():
            one.unlink()
    assert stands(planned).problem == before.problem


@pytest.mark.parametrize(
    "words",
    [
        ("places", "S24-2"),
        ("places", "S24-2", "--at", "2021-05-11T10:00"),
        ("move", "S24-2", "2021-05-11T10:00", "--override", "her own wish"),
        ("check", "--programme", "programme.xlsx"),
        ("adopt", "programme.xlsx"),
    ],
)
def test_dropped_activity_is_in_nobodys_way(words: tuple[str, ...], planned: Path, planner: Planner) -> None:
    """Its session still stood in the current version, and whoever asked for places was told of a fault."""
    documents(planned, nobody_asks, lambda _: None)
    planner("drop", "S27", "--folder", planned, *TUESDAY)
    book = planned / "out" / "host" / "programme.xlsx"
    given = tuple(str(book) if word == book.name else word for word in words)
    code, out, err = planner(*given, "--folder", planned, *TUESDAY)
    assert (code, "fault" in err) == (0, False), out + err


def test_moved_area_poses_the_problem_of_its_new_days(planned: Path, planner: Planner) -> None:
    planner("move-area", "children-in-care", "--by", "7d", "--folder", planned, *TUESDAY)
    found = stands(planned)
    assert isinstance(found.pending[0].said, MoveArea)
    assert found.problem.end.isoformat() == "2021-05-21"
    last = [one for one in found.before.sessions if one.start.date().isoformat() >= "2021-05-11"]
    assert set(found.problem.struck) == {one.activity for one in last}
    assert [one.id for one in found.problem.activities] == [one.id for one in found.version.problem.activities]


def test_what_is_said_and_what_is_pinned_are_listed(planned: Path, planner: Planner) -> None:
    planner("pin", "S26", "--folder", planned, *TUESDAY)
    found = stands(planned)
    assert found.pinned == {"S26"}
    assert [type(line.said) for line in found.heard.standing] == [Pin]
    _, out, _ = planner("disruptions", "--folder", planned, *TUESDAY)
    assert out.startswith("Version 1 answers all that happened.\n\nPinned\n  S26, ")


def test_check_says_what_the_version_does_not_answer_and_what_that_breaks(planned: Path, planner: Planner) -> None:
    session = tomorrow(planned)
    assert planner("check", "--folder", planned)[0] == 0
    planner("cancel", session, "--folder", planned, *TUESDAY)
    planner("drop", "MOP-CIC-2", "--folder", planned, *TUESDAY)
    code, out, _ = planner("check", "--folder", planned, "--json")
    told = json.loads(out)
    assert code == 1
    assert "version 1 does not answer 2 things that happened; repair it, or plan again." in told["notices"]
    assert not any("have changed since" in notice for notice in told["notices"])
    broken = {rule["rule"] for rule in told["judged"]["rules"] if rule["breaches"] and not rule["tier"]}
    assert broken == {"only_when_free"}


def test_area_slips_once_more_by_as_much(planned: Path, planner: Planner) -> None:
    """The second slip was said to have been said already; the same words twice, unanswered, still are."""
    early = ("--as-of", "2021-04-19T09:00", "--folder", planned)
    slips = ("move-area", "children-in-care", "--by", "7d", *early)
    assert planner(*slips)[0] == 0
    assert "this was said already" in planner(*slips)[2]
    assert planner("repair", "--wider", "0", *early)[0] == 0
    assert planner("accept", "1", *early)[0] == 0

    code, _, err = planner(*slips)

    assert code == 0, err


def test_reviewer_may_take_a_session_over_again_and_hand_it_over_again(planned: Path, planner: Planner) -> None:
    early = ("--as-of", "2021-04-19T09:00", "--folder", planned)
    one, other = "second-reviewer", "lead-reviewer"
    for out, to in ((one, other), (other, one), (one, other)):
        code, _, err = planner("swap-reviewer", "S12", out, "--to", to, *early)
        assert code == 0, err
        planner("repair", "--wider", "0", *early)
        planner("accept", "1", *early)

    _, said, _ = planner("disruptions", *early)

    assert "Cannot stand" not in said


def test_plan_does_not_write_over_what_was_decided_while_it_looked(planned: Path, planner: Planner) -> None:
    """A session that was moved meanwhile stood where it had been, with no word of it."""
    at = datetime.fromisoformat("2021-04-19T09:00")
    stated = state(planned, nobody_asks, writing=True)
    with read_store(planned / DATABASE) as store:
        programme = store.version().programme
    assert planner("move", "S20", "2021-05-06 15:00", "--override", "agreed", "--folder", planned, *TUESDAY)[0] == 0

    with pytest.raises(StoreRefused, match="somebody else has written into it"):
        record(planned, stated, programme, at)


def test_what_overran_is_nothing_broken_once_it_is_over(published: Path, planner: Planner) -> None:
    """The record of evidence began at once: no repair could mend that, and check ended with 1 for good."""
    evening = ("--as-of", "2021-04-28T17:30", "--folder", published)
    assert planner("overran", "S05", "--to", "15:10", *evening)[0] == 0

    code, said, _ = planner("check", *evening)

    assert code == 0
    assert "it overran" in said


def test_workbook_of_before_a_session_was_added_is_refused_with_that_one_named(planned: Path, planner: Planner) -> None:
    """It ended as a fault of the planner: the workbook's version has no code for such a session."""
    early = ("--as-of", "2021-04-19T09:00", "--folder", planned)
    assert planner("documents", "--folder", planned)[0] == 0
    assert planner("add", "S07-MORE", "--like", "S07", *early)[0] == 0
    assert planner("repair", "--wider", "0", *early)[0] == 0
    assert planner("accept", "1", *early)[0] == 0

    workbook = planned / "out" / "host" / "programme.xlsx"
    code, said, err = planner("check", "--programme", workbook, *early)

    assert code == 2
    assert "Practice discussion: new, " in said
    assert "it was made of version 1, and the current version is 2" in err
