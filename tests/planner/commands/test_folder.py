"""The first step of every command, for a format with its public key and for a review with a vault of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.commands.folder import Depth, depths, state
from planner.demo_key import VAULT_FILE
from samples.errors import StoreRefused

ROOT = Path(__file__).parents[3]

PLAN_NOTHING = """
import json, os, sys
from datetime import datetime
from pathlib import Path

import pytest
from constraints.programme import Programme
from planner.commands.folder import state
from planner.commands.plan import record

folder = Path(sys.argv[1])
stated = state(folder, lambda new: os.environ["PLANNER_PASSPHRASE"], writing=True)
recorded = record(folder, stated, Programme(), datetime(2021, 4, 14, 9))
print(json.dumps([recorded.created, recorded.lies["key and labels"], sorted(stated.vault.labels.values())]))
"""


def nobody_asks(_new: bool) -> str:
    raise AssertionError("the shipped review needs no passphrase")


def with_own_key(folder: Path) -> Path:
    (folder / "demo-key.txt").unlink()
    return folder


def outside(*arguments: str | Path, config: Path, passphrase: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python in a process whose user's configuration stands in a folder of the test's own."""
    given = {"PLANNER_PASSPHRASE": passphrase} if passphrase else {}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(config), "HOME": str(config)} | given,
    )


def test_state_labels_every_case_drawn_and_writes_nothing(
    review: Path, bytes_of: Callable[[Path], dict[str, bytes]]
) -> None:
    before = bytes_of(review)
    stated = state(review, nobody_asks)
    assert bytes_of(review) == before
    drawn = {one.reference for each in stated.certificates for one in (*each.base, *each.reserves)}
    assert set(stated.vault.labels) == drawn
    assert set(stated.vault.identifiers) == set(stated.vault.labels.values())
    assert stated.opened.place == review / VAULT_FILE


def test_state_draws_the_same_cases_with_the_same_labels_again(review: Path) -> None:
    first = state(review, nobody_asks)
    first.opened.save(first.vault)
    again = state(review, nobody_asks)
    assert (again.problem, again.certificates, again.vault) == (first.problem, first.certificates, first.vault)


def test_labels_given_before_stay_when_the_lists_change(review: Path) -> None:
    first = state(review, nobody_asks)
    first.opened.save(first.vault)
    audits = review / "cases" / "audits.csv"
    lines = audits.read_text(encoding="utf-8-sig").splitlines()
    audits.write_text("\n".join([lines[0], *lines[20:]]), encoding="utf-8")
    later = state(review, nobody_asks)
    assert later.certificates != first.certificates
    assert first.vault.labels.items() <= later.vault.labels.items()


def test_depth_is_the_base_cases_asked_for_and_the_reserves(review: Path) -> None:
    asked = depths(state(review, nobody_asks).review)
    assert asked["S01"] == Depth(base=1, ranked=5)
    assert asked["S18"] == Depth(base=4, ranked=8)
    assert asked["S30-FS"] == Depth(base=3, ranked=7)


def test_check_without_a_vault_says_so_and_makes_none(review: Path, tmp_path: Path) -> None:
    done = outside("-m", "planner.cli", "check", "--json", "--folder", with_own_key(review), config=tmp_path / "config")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["seen"][-1] == (
        "this review has no key yet, so its cases were drawn for this look only; planner plan makes the key."
    )
    assert not (tmp_path / "config").exists()


def test_no_passphrase_and_no_keyring_is_refused_before_anything_is_planned(
    review: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader of docs/formats.md pressed Return, waited for the search, and was refused only then."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(StoreRefused, match="system keyring: the package keyring is not installed"):
        state(with_own_key(review), lambda _new: None, writing=True)


def test_vault_is_made_apart_from_the_review_and_opens_again(review: Path, tmp_path: Path) -> None:
    folder, config, words = with_own_key(review), tmp_path / "config", "four words of nonsense"
    first = outside("-c", PLAN_NOTHING, folder, config=config, passphrase=words)
    again = outside("-c", PLAN_NOTHING, folder, config=config, passphrase=words)
    created, place, labels = json.loads(first.stdout)
    assert (created, Path(place).is_relative_to(config), Path(place).name) == (True, True, "HF-2021-04-15.vault")
    assert json.loads(again.stdout) == [False, place, labels]
    wrong = outside(
        "-m", "planner.cli", "check", "--folder", folder, config=config, passphrase="four other words of nonsense"
    )
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (
        2,
        "",
        "HF-2021-04-15.vault: this passphrase does not open it. Try again.\n",
    )


def test_short_passphrase_is_refused_before_anything_is_written(
    review: Path, tmp_path: Path, bytes_of: Callable[[Path], dict[str, bytes]]
) -> None:
    folder, config = with_own_key(review), tmp_path / "config"
    before = bytes_of(folder)
    done = outside("-m", "planner.cli", "plan", "--folder", folder, config=config, passphrase="short")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "HF-2021-04-15.vault: the passphrase is too short. Use 12 letters or more, such as four words.\n"
    )
    assert (bytes_of(folder), config.exists()) == (before, False)


def test_public_key_is_refused_for_children_who_are_not_the_demos(
    review: Path, bytes_of: Callable[[Path], dict[str, bytes]]
) -> None:
    """A manager puts the council's lists into a demo folder: anyone could tell those children by the public key."""
    audits = review / "cases" / "audits.csv"
    first, second, *lines = audits.read_text(encoding="utf-8-sig").splitlines()
    strange = ",".join(["REAL-1", *second.split(",")[1:]])
    audits.write_text("\n".join([first, strange, *lines]), encoding="utf-8")
    before = bytes_of(review)
    with pytest.raises(StoreRefused) as refused:
        state(review, nobody_asks)
    assert refused.value.sentence == (
        "demo-key.txt: its key is public, and 1 of the children on the lists are not the demo's. Delete demo-key.txt "
        "and demo-vault.json; planner plan then makes a key of this review's own."
    )
    assert bytes_of(review) == before


def test_lost_vault_of_a_planned_review_is_not_made_anew(review: Path, tmp_path: Path) -> None:
    """A new key would silently give every case of a planned review another reference."""
    folder, config, words = with_own_key(review), tmp_path / "config", "four words of nonsense"
    first = outside("-c", PLAN_NOTHING, folder, config=config, passphrase=words)
    Path(json.loads(first.stdout)[1]).unlink()
    again = outside("-m", "planner.cli", "plan", "--folder", folder, config=config, passphrase=words)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.startswith(
        "HF-2021-04-15.vault: this review has been planned, and its vault is missing. Restore it to "
    )
