from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.keys import (
    Vault,
    destroy_vault,
    new_vault,
    open_vault,
    save_vault,
    vault_path,
    with_labels,
    with_leaks,
)
from samples.errors import StoreRefused
from samples.reference import leak_index, reference

PASSPHRASE = "four words are enough"
KEY = "ab" * 32


class KeptInMemory:
    """A keyring that forgets everything when the test ends."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.entries.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.entries[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.entries[service_name, username]


class Locked(KeptInMemory):
    """A keyring that cannot be used."""

    def get_password(self, service_name: str, username: str) -> str | None:
        raise RuntimeError(f"{service_name}/{username} is locked")


def with_children(vault: Vault, *identifiers: str) -> Vault:
    return with_labels(vault, "HF", {reference(vault.key_bytes, each): each for each in identifiers})


VAULT = with_children(Vault(key=KEY), "CH-000123", "CH-000456")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = vault_path(tmp_path_factory.mktemp("config"), "HF")
    save_vault(VAULT, path, PASSPHRASE)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sealed: bytes) -> Path:
    path = vault_path(tmp_path, "HF")
    path.parent.mkdir()
    path.write_bytes(sealed)
    return path


def refused(path: Path, passphrase: str | None = PASSPHRASE, ring: KeptInMemory | None = None) -> str:
    with pytest.raises(StoreRefused) as refusal:
        open_vault(path, passphrase, ring)
    return refusal.value.sentence


def test_open_vault_gives_back_what_was_saved(path: Path) -> None:
    assert open_vault(path, PASSPHRASE) == VAULT


def test_a_sealed_vault_shows_nothing(sealed: bytes) -> None:
    for secret in (KEY, "CH-000123", "HF-001", *VAULT.labels, *VAULT.leaks):
        assert secret.encode() not in sealed


def test_a_passphrase_may_be_typed_composed_or_not(tmp_path: Path) -> None:
    path = vault_path(tmp_path, "HF")
    save_vault(VAULT, path, "caf\u00e9 caf\u00e9 caf\u00e9")
    assert open_vault(path, "cafe\u0301 cafe\u0301 cafe\u0301") == VAULT


def test_a_vault_is_read_by_its_owner_only(tmp_path: Path) -> None:
    path = vault_path(tmp_path / "config", "HF")
    save_vault(VAULT, path, PASSPHRASE)
    assert path == tmp_path / "config" / "fieldwork-planner" / "HF.vault"
    assert [each.name for each in path.parent.iterdir()] == ["HF.vault"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_wrong_passphrase_is_refused(path: Path) -> None:
    assert refused(path, "four other words") == "HF.vault: this passphrase does not open it. Try again."


def test_no_passphrase_is_refused_where_one_is_needed(path: Path) -> None:
    assert refused(path, None) == "HF.vault: a passphrase opens it, and none was given. Give its passphrase."


def test_a_vault_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(vault_path(tmp_path, "HF")) == "HF.vault: there is no such file in fieldwork-planner."


@pytest.mark.parametrize("content", [b"", b"{}", b"not a vault", b"\xff\xfe", b"[1]"])
def test_a_file_that_is_no_vault_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    told = "HF.vault: it is damaged. Restore it from a copy; without it no case can be looked up."
    assert refused(path) == told
    assert refused(path, None) == told


def test_any_damage_to_a_vault_is_told_apart_from_a_wrong_passphrase(path: Path, sealed: bytes) -> None:
    digits = [at for at, byte in enumerate(sealed) if chr(byte) in "0123456789abcdef"]
    for at in digits[:: len(digits) // 60]:
        other = b"0" if sealed[at : at + 1] != b"0" else b"1"
        path.write_bytes(sealed[:at] + other + sealed[at + 1 :])
        assert refused(path).startswith("HF.vault: it is damaged.")
    for left in range(0, len(sealed), len(sealed) // 20):
        path.write_bytes(sealed[:left])
        assert refused(path).startswith("HF.vault: it is damaged.")


def test_save_vault_keeps_a_changed_vault_and_leaves_an_unchanged_one_alone(path: Path, sealed: bytes) -> None:
    save_vault(VAULT, path, PASSPHRASE)
    assert path.read_bytes() == sealed
    more = with_children(VAULT, "CH-000789")
    save_vault(more, path, PASSPHRASE)
    assert open_vault(path, PASSPHRASE) == more


def test_save_vault_never_overwrites_what_it_cannot_open_or_another_key(path: Path, sealed: bytes) -> None:
    with pytest.raises(StoreRefused, match="this passphrase does not open it"):
        save_vault(VAULT, path, "four other words")
    with pytest.raises(StoreRefused, match="the key of another review stands there"):
        save_vault(new_vault(), path, PASSPHRASE)
    assert path.read_bytes() == sealed


def test_save_vault_refuses_a_short_passphrase(tmp_path: Path) -> None:
    path = vault_path(tmp_path, "HF")
    with pytest.raises(StoreRefused) as refusal:
        save_vault(VAULT, path, "short")
    assert refusal.value.sentence == (
        "HF.vault: the passphrase is too short. Use 12 letters or more, such as four words."
    )
    assert not path.exists()


def test_save_vault_where_a_file_stands_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fieldwork-planner").write_text("")
    with pytest.raises(StoreRefused, match=r"^HF.vault: it cannot be written."):
        save_vault(VAULT, vault_path(tmp_path, "HF"), PASSPHRASE)


def test_the_keyring_opens_a_vault_saved_without_a_passphrase(tmp_path: Path) -> None:
    path, ring = vault_path(tmp_path, "HF"), KeptInMemory()
    save_vault(VAULT, path, ring=ring)
    assert list(ring.entries) == [("fieldwork-planner", "HF")]
    assert open_vault(path, ring=ring) == VAULT
    assert refused(path, None, KeptInMemory()) == (
        "system keyring: it keeps no passphrase for review HF. "
        "Open it under the user account, on the machine, that made it."
    )
    told = "system keyring: this machine has none that can be used. Unlock it and try again, or give a passphrase."
    assert refused(path, None, Locked()) == told
    assert destroy_vault(path, ring)
    assert ring.entries == {}


def test_destroy_vault_leaves_nothing_and_may_be_done_twice(path: Path) -> None:
    path.with_name("HF.vault.k2j3.new").write_bytes(b"an interrupted write")
    other = path.with_name("HFX.vault")
    other.write_bytes(b"another review's")
    assert destroy_vault(path)
    assert not destroy_vault(path)
    assert list(path.parent.iterdir()) == [other]


def test_destroy_vault_destroys_a_damaged_one_too(path: Path) -> None:
    path.write_bytes(b"damaged")
    assert destroy_vault(path)
    assert not path.exists()


@pytest.mark.parametrize("review", ["", "..", "a/b", "HF.vault", "-", "H" * 65])
def test_vault_path_refuses_what_cannot_name_a_file(tmp_path: Path, review: str) -> None:
    with pytest.raises(StoreRefused, match="cannot name a vault"):
        vault_path(tmp_path, review)


def test_new_vaults_differ() -> None:
    assert new_vault().key != new_vault().key
    assert len(new_vault().key_bytes) == 32


def test_with_labels_keeps_the_labels_of_a_late_list() -> None:
    later = with_children(VAULT, "CH-000001", "ch-000456")
    assert VAULT.labels.items() <= later.labels.items()
    assert sorted(later.labels.values()) == ["HF-001", "HF-002", "HF-003"]
    assert later.identifiers["HF-003"] == "CH-000001"
    assert sorted(later.identifiers.values()) == ["CH-000001", "CH-000123", "CH-000456"]


@given(st.lists(st.text(min_size=1), unique=True), st.lists(st.text(min_size=1), unique=True))
def test_with_labels_gives_every_reference_one_label_and_its_identifier(first: list[str], late: list[str]) -> None:
    vault = with_children(with_children(Vault(key=KEY), *first), *late)
    references = {reference(vault.key_bytes, each) for each in (*first, *late)}
    assert set(vault.labels) == references
    assert len(set(vault.labels.values())) == len(references)
    for ref, label in vault.labels.items():
        assert reference(vault.key_bytes, vault.identifiers[label]) == ref
    assert leak_index(vault.key_bytes, first) <= vault.leaks


def test_with_leaks_adds_to_the_index() -> None:
    more = with_leaks(VAULT, ["2014-03-09"])
    assert more.leaks == VAULT.leaks | leak_index(VAULT.key_bytes, ["2014-03-09"])
    assert more.leaks > VAULT.leaks


def test_a_vault_never_shows_what_it_holds() -> None:
    assert (repr(VAULT), str(VAULT)) == ("Vault('2 labels')", "'2 labels'")
    with pytest.raises(ValidationError) as wrong:
        Vault(key=KEY + "0", labels={"x": "y"})
    assert KEY not in str(wrong.value)
