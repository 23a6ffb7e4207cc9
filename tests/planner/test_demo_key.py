from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.demo_key import KEY_FILE, VAULT_FILE, demo_vault, save_demo_vault
from planner.keys import Vault, new_vault, with_labels
from samples.errors import StoreRefused
from samples.reference import reference

KEY = "0123456789abcdef" * 4


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / KEY_FILE
    path.write_text(f"# The public demo key.\n# Synthetic children only.\n\n  {KEY.upper()}\n")
    return path


def refused(key_file: Path) -> str:
    with pytest.raises(StoreRefused) as refusal:
        demo_vault(key_file)
    return refusal.value.sentence


def labelled(vault: Vault) -> Vault:
    return with_labels(vault, "HF", {reference(vault.key_bytes, "CH-1"): "CH-1"})


def test_demo_vault_without_a_vault_file_holds_the_key_alone(key_file: Path) -> None:
    assert demo_vault(key_file) == Vault(key=KEY)


def test_demo_vault_gives_back_what_was_saved(key_file: Path) -> None:
    vault = labelled(demo_vault(key_file))
    save_demo_vault(vault, key_file)
    before = key_file.with_name(VAULT_FILE).stat().st_ino
    save_demo_vault(vault, key_file)
    assert demo_vault(key_file) == vault
    assert key_file.with_name(VAULT_FILE).stat().st_ino == before


def test_a_demo_vault_is_marked_as_public(key_file: Path) -> None:
    save_demo_vault(labelled(demo_vault(key_file)), key_file)
    told = json.loads(key_file.with_name(VAULT_FILE).read_text())
    assert told["public demo"] == (
        "Public demo key and synthetic children: nothing here is secret. Never use this key for a real review."
    )


def test_a_vault_with_a_real_key_is_never_written_in_the_open(key_file: Path) -> None:
    with pytest.raises(StoreRefused) as refusal:
        save_demo_vault(labelled(new_vault()), key_file)
    assert refusal.value.found == "this vault's key is not the public demo key"
    assert not key_file.with_name(VAULT_FILE).exists()


@pytest.mark.parametrize("text", ["", "# no key\n", KEY[:-1], f"{KEY}\n{KEY}", "z" * 64, f"{KEY[:-1]}é"])
def test_a_key_file_without_a_key_is_refused_and_not_shown(key_file: Path, text: str) -> None:
    key_file.write_text(text, encoding="utf-8")
    assert refused(key_file) == (
        "demo-key.txt: it holds no key. "
        "One line of 64 hexadecimal digits is expected, beside comment lines that start with #."
    )


def test_a_key_file_that_is_not_there_or_a_folder_is_refused(key_file: Path) -> None:
    key_file.unlink()
    assert refused(key_file) == f"demo-key.txt: there is no such file in {key_file.parent.name}."
    key_file.mkdir()
    assert refused(key_file) == "demo-key.txt: it cannot be read. Ask for the right to read it."


@pytest.mark.parametrize("content", [b"", b"[]", b'{"vault": {}}', b'{"vault": {"key": "ab"}}', b"\xff"])
def test_a_damaged_demo_vault_is_refused(key_file: Path, content: bytes) -> None:
    key_file.with_name(VAULT_FILE).write_bytes(content)
    assert (
        refused(key_file) == "demo-vault.json: it is damaged. Delete demo-vault.json; it is made again from the lists."
    )


def test_a_demo_vault_of_another_key_is_refused(key_file: Path) -> None:
    save_demo_vault(labelled(demo_vault(key_file)), key_file)
    key_file.write_text("f" * 64)
    assert refused(key_file).startswith("demo-vault.json: it was made with another key than the one in demo-key.txt.")
