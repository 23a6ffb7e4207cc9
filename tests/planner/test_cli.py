"""The doors, as a person and a machine meet them: real commands on real folders."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.store_reader import read_store

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "planner" / "formats" / "self-directed-review"

WITHOUT_SOLVER = """
import sys

class NoSolver:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "ortools":
            raise ImportError("there is no ortools here")

sys.meta_path.insert(0, NoSolver())
from planner.cli import main

main()
"""

Said = tuple[int, str, str]
BytesOf = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A demo: its folder, what it printed, and what it said while it worked."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    done = outside("demo", "--folder", folder, "--as-of", "2021-04-14T09:00")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout, done.stderr


def outside(*arguments: str | Path, script: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, where nobody sits at a terminal."""
    start = ["-c", script] if script else ["-m", "planner.cli"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"} | environment,
    )


def section(text: str, head: str) -> list[str]:
    """The indented lines below a head."""
    lines = text.split("\n")
    below = lines[lines.index(head) + 1 :]
    return [line.strip() for line in below[: below.index("")]] if "" in below else [line.strip() for line in below]


def test_help_names_every_command_with_examples(planner: Callable[..., Said]) -> None:
    code, out, err = planner("--help")
    assert (code, err) == (0, "")
    listed = [line.split()[0] for line in section(out, "Commands:")]
    assert listed[:8] == ["new", "check", "plan", "show", "compare", "documents", "lookup", "demo"]
    assert set(listed) >= {"cancel", "repair", "accept", "undo", "log", "adopt", "publish"}
    assert len(set(listed)) == len(listed)
    for command in listed:
        code, out, err = planner(command, "--help")
        assert (code, err) == (0, "")
        assert f"planner {command}" in out.partition("Example")[2]


def test_no_command_prints_the_help(planner: Callable[..., Said]) -> None:
    assert planner() == planner("--help")


def test_version_is_one_line(planner: Callable[..., Said]) -> None:
    code, out, err = planner("--version")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert out.startswith("fieldwork-planner")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("sho",), "No such command 'sho'. Did you mean 'show', 'no-show'?"),
        (("plan", "--folder", "nowhere"), "nowhere: there is no such folder. Name the folder that holds the review."),
        (("show", "--folder", "nowhere"), "nowhere: there is no such folder. Name the folder that holds the review."),
        (
            ("compare", "1", "2", "--folder", "nowhere"),
            "nowhere: there is no such folder. Name the folder that holds the review.",
        ),
        (
            ("new", "self-directed-reviw", "x"),
            "format: there is none called 'self-directed-reviw'. Did you mean 'self-directed-review'?",
        ),
        (
            ("new", "self-directed-review", "x", "--variant", "paired-interview"),
            "format self-directed-review: it has no variant 'paired-interview'. Did you mean 'paired-interviews'?",
        ),
        (("plan", "--as-of", "yesterday"), "--as-of: 'yesterday' is not a time. Write it as 2021-04-14T09:00."),
    ],
)
def test_refusal_is_one_sentence_and_exit_code_two(
    arguments: tuple[str, ...], sentence: str, planner: Callable[..., Said]
) -> None:
    assert planner(*arguments) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize("arguments", [("show", "one"), ("show", "--as", "host"), ("plan", "--fold", "x"), ("new",)])
def test_misuse_is_one_sentence_and_exit_code_two(arguments: tuple[str, ...], planner: Callable[..., Said]) -> None:
    code, out, err = planner(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_new_starts_a_folder_with_all_files_of_the_format(
    planner: Callable[..., Said], tmp_path: Path, bytes_of: BytesOf
) -> None:
    code, out, err = planner("new", "self-directed-review", tmp_path / "a" / "review")
    assert (code, err) == (0, "")
    assert out.endswith(f"Next: planner check --folder {tmp_path / 'a' / 'review'}\n")
    assert bytes_of(tmp_path / "a" / "review") == bytes_of(SHIPPED)
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["review"]


def test_new_adds_the_text_of_a_variant(planner: Callable[..., Said], tmp_path: Path) -> None:
    folder = tmp_path / "review"
    folder.mkdir()
    code, out, _ = planner("new", "self-directed-review", folder, "--variant", "paired-interviews", "--json")
    assert code == 0
    assert (json.loads(out)["variant"], json.loads(out)["format"]) == ("paired-interviews", "self-directed-review")
    plain = (SHIPPED / "review.toml").read_text(encoding="utf-8")
    added = (SHIPPED / "variants" / "paired-interviews.toml").read_text(encoding="utf-8")
    assert (folder / "review.toml").read_text(encoding="utf-8") == f"{plain}\n{added}"
    code, out, _ = planner("check", "--folder", folder, "--json")
    assert (code, json.loads(out)["evidence"]) == (0, 57)


def test_new_refuses_a_folder_that_holds_something(
    planner: Callable[..., Said], review: Path, bytes_of: BytesOf
) -> None:
    before = bytes_of(review)
    told = "review: it exists and is not empty. Name a folder that does not exist yet.\n"
    assert planner("new", "self-directed-review", review) == (2, "", told)
    assert bytes_of(review) == before


def test_check_of_a_review_without_a_programme_is_not_broken(
    planner: Callable[..., Said], review: Path, bytes_of: BytesOf
) -> None:
    before = bytes_of(review)
    code, out, err = planner("check", "--folder", review)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Self-directed review of children's services\n"
        "119 activities, 55 of them evidence sessions; 106 people; 59 base cases drawn\n"
    )
    assert out.endswith("No programme to judge yet. Next: planner plan\n")
    assert bytes_of(review) == before


def test_check_finds_exactly_what_is_broken_in_the_programme_made_by_hand(
    planner: Callable[..., Said], review: Path
) -> None:
    code, out, err = planner("check", "--folder", review, "--programme", "handmade.csv")
    assert (code, err) == (1, "")
    assert section(out, "Broken") == [
        "Wednesday 28 April: no heads-up with service managers and heads of service",
        "Wednesday 28 April: no record of evidence for lead reviewer",
        "Thursday 6 May: no record of evidence for lead reviewer",
        "Thursday 6 May: no record of evidence for second reviewer",
    ]
    assert section(out, "Scope that nobody serves") == [
        "Independent advocacy",
        "Family group conferencing",
        "Care leavers",
    ]
    assert section(out.rstrip("\n"), "Notices") == [
        "the terms of reference say 20 April to 13 May 2021; the programme runs from 15 April to 14 May 2021.",
        "Record of evidence twice on Thursday 22 April: 15:15 and 17:00, the later counts.",
    ]
    assert section(out, "Days") == [
        "reading: 2 of 2 (Lead reviewer 2)",
        "fieldwork: 16 of 16 (Lead reviewer 10, Second reviewer 6)",
        "report: 2 of 2 (Lead reviewer 1, Second reviewer 1)",
        "closes: 20.0 = 2 + 16 + 2",
        "outside the contract: 1 of Lead reviewer, Thursday 15 April, "
        "half a day of preparation and half a day of reading",
        "outside the contract: 0.5 of Second reviewer, Thursday 15 April, half a day of reading",
    ]


def test_check_answers_for_every_rule_as_json(planner: Callable[..., Said], review: Path) -> None:
    code, out, _ = planner("check", "--folder", review, "--programme", "handmade.csv", "--json")
    assert code == 1
    rules = json.loads(out)["judged"]["rules"]
    assert {rule["says"] for rule in rules} == {"kept", "broken", "cannot tell"}
    assert [rule["rule"] for rule in rules if not rule["tier"] and rule["says"] == "broken"] == []
    silent = [rule["rule"] for rule in rules if rule["says"] == "cannot tell" and not rule["missing"]]
    assert silent == []


def test_demo_ends_with_where_things_and_documents_lie_and_the_proof(demo: tuple[Path, str, str]) -> None:
    folder, out, _ = demo
    assert section(out, "Where things lie") == [
        f"the review: {folder}",
        f"programme, draws and log: {folder / 'review.db'}",
        f"key and labels: {folder / 'demo-vault.json'}",
    ]
    _, head, documents = out.partition("\n\nVersion 1 of 14 April 2021 09:00 BST as documents:\n")
    assert head
    assert section(documents, f"For reviewers only: {folder / 'out' / 'reviewer'}") == [
        "programme.docx",
        "programme.html",
        "programme.xlsx",
        "calendars/ (2 calendars)",
    ]
    assert section(documents, f"For anybody: {folder / 'out' / 'public'}")[:3] == [
        "programme.docx",
        "programme.html",
        "programme.xlsx",
    ]
    assert (folder / "out" / "host" / "programme.docx").is_file()
    proof = out.splitlines()[-1]
    assert proof.startswith("55 of 55 placed, 2 reserves used, nothing left out; draw order proven best; comfort ")
    codes = [line.rpartition(": ")[2] for line in section(out, "Base cases skipped")]
    assert codes == ["WORKER_ABSENT", "WORKER_ABSENT"]
    assert [line.rpartition(": ")[2] for line in section(out, "Reserves used")] == ["REVIEWED", "REVIEWED"]


def test_demo_shows_a_table_a_week(demo: tuple[Path, str, str]) -> None:
    _, out, _ = demo
    heads = [line for line in out.split("\n") if line.startswith("Week ")]
    assert heads == [
        "Week 1: Leadership and management",
        "Week 2: Family support and edge of care",
        "Week 3: Children in need, child protection, public law outline",
        "Week 4: Children in care",
    ]
    assert "Provisional: until the court judgement is published" in out
    assert "Version 1, 14 April 2021 09:00 BST, review manager" in out


def test_plan_of_an_unchanged_review_writes_nothing(
    demo: tuple[Path, str, str], planner: Callable[..., Said], bytes_of: BytesOf
) -> None:
    folder, _, _ = demo
    before = bytes_of(folder)
    code, out, _ = planner("plan", "--folder", folder, "--json")
    assert code == 0
    planned = json.loads(out)
    assert (planned["version"], planned["created"], planned["left_out"]) == (1, False, [])
    assert bytes_of(folder) == before


def test_demo_refuses_a_folder_of_another(planner: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    told = f"{tmp_path.name}: something other than a demo of self-directed-review stands there. "
    assert planner("demo", "--folder", tmp_path) == (2, "", f"{told}Name another with --folder.\n")


@pytest.mark.parametrize("width", [80, 100, 120])
def test_show_fits_the_terminal(width: int, demo: tuple[Path, str, str]) -> None:
    done = outside("show", "--folder", demo[0], COLUMNS=str(width))
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.split("\n"))) <= width


def test_show_prints_no_name_of_a_worker(demo: tuple[Path, str, str], planner: Callable[..., Said]) -> None:
    code, out, _ = planner("show", "1", "--folder", demo[0], "--json")
    assert code == 0
    shown = json.loads(out)
    assert shown["reviewers"] == ["Lead reviewer", "Second reviewer"]
    assert len(shown["weeks"]) == 4
    assert "Social worker" not in out


def test_documents_are_said_as_json(demo: tuple[Path, str, str], planner: Callable[..., Said]) -> None:
    code, out, _ = planner("documents", "1", "--folder", demo[0], "--json")
    written = json.loads(out)
    assert (code, written["version"], written["made"]) == (0, 1, "2021-04-14T09:00:00+01:00")
    assert [view["folder"] for view in written["views"]] == [
        str(demo[0] / "out" / view) for view in ("reviewer", "host", "public")
    ]


def test_lookup_leaves_a_line_in_the_log(demo: tuple[Path, str, str], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo[0], tmp_path / "looked"))
    done = outside("lookup", "--folder", folder, "--who", "link officer", "--as-of", "2021-04-20T08:30", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["cases"]) == 59
    with read_store(folder / "review.db") as store:
        line = store.log()[-1]
    assert (line.what, line.who, line.at.isoformat()) == (
        "protected list opened",
        "link officer",
        "2021-04-20T07:30:00+00:00",
    )


def test_compare_sets_the_programme_made_by_hand_beside_ours(
    demo: tuple[Path, str, str], planner: Callable[..., Said]
) -> None:
    code, out, err = planner("compare", "handmade.csv", "1", "--folder", demo[0], "--json")
    assert (code, err) == (0, "")
    compared = json.loads(out)
    assert (compared["a"], compared["b"]) == ("handmade.csv", "version 1")
    assert [one["title"] for one in compared["measures"] if one["better"] == "a"] == []
    assert {one["id"] for one in compared["measures"] if one["better"] == "cannot tell"} >= {"base_skipped"}
    assert compared["changes"]["added"] == 4


def test_compare_of_a_version_with_itself_changes_nothing(
    demo: tuple[Path, str, str], planner: Callable[..., Said]
) -> None:
    code, out, _ = planner("compare", "1", "1", "--folder", demo[0])
    assert code == 0
    assert out.endswith("From version 1 to version 1: 0 added, 0 moved, 0 cancelled, 0 reassigned\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("show",),
        ("documents",),
        ("publish", "--preview"),
        ("compare", "handmade.csv", "1"),
        ("check", "--programme", "handmade.csv", "--json"),
    ],
)
def test_command_runs_without_the_solver(arguments: tuple[str, ...], demo: tuple[Path, str, str]) -> None:
    here = outside(*arguments, "--folder", demo[0])
    without = outside(*arguments, "--folder", demo[0], script=WITHOUT_SOLVER)
    assert (without.returncode, without.stdout, without.stderr) == (here.returncode, here.stdout, here.stderr)
    assert without.returncode in {0, 1}


def test_fault_of_ours_is_one_sentence(review: Path) -> None:
    done = outside("plan", "--folder", review, script=WITHOUT_SOLVER)
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr == (
        "looking for the best programme ...\n"
        "This is a fault of the planner (ImportError: there is no ortools here); planner --debug ... tells where.\n"
    )
    debugged = outside("--debug", "plan", "--folder", review, script=WITHOUT_SOLVER)
    assert debugged.returncode == 1
    assert "Traceback" in debugged.stderr


@pytest.mark.parametrize("content", [b"", b"no database", b"x" * 5000])
def test_damaged_database_is_refused_before_anything_is_written(
    content: bytes, review: Path, planner: Callable[..., Said], bytes_of: BytesOf
) -> None:
    (review / "review.db").write_bytes(content)
    before = bytes_of(review)
    for command in ("plan", "show", "check"):
        code, out, err = planner(command, "--folder", review)
        assert (code, out, err.count("\n")) == (2, "", 1)
    assert bytes_of(review) == before


def test_review_changed_since_is_said_and_the_version_still_judged(demo: tuple[Path, str, str], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo[0], tmp_path / "changed"))
    text = (folder / "review.toml").read_text(encoding="utf-8")
    (folder / "review.toml").write_text(
        text.replace("interviews_per_reviewer_per_day = 5", "interviews_per_reviewer_per_day = 1"), encoding="utf-8"
    )
    done = outside("check", "--folder", folder)
    assert done.returncode == 1
    told = "the review or its lists have changed since version 1 was planned; plan again."
    assert told in section(done.stdout.rstrip("\n"), "Notices")


def test_interrupt_stops_a_plan_at_once_and_leaves_the_folder_as_it_was(review: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(review)
    with subprocess.Popen(
        [sys.executable, "-m", "planner.cli", "plan", "--folder", review],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as planning:
        assert planning.stderr is not None
        planning.stderr.readline()
        planning.stderr.readline()
        planning.send_signal(signal.SIGINT)
        out, err = planning.communicate(timeout=30)
    assert planning.returncode == 130
    assert out == ""
    assert err.endswith("Stopped before it was done; nothing is half-written.\n")
    assert bytes_of(review) == before


def test_closed_pipe_is_quiet(demo: tuple[Path, str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "planner.cli", "show", "--folder", demo[0]],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
