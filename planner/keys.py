"""The review key, the label map and the leak index at rest: sealed, apart from the review's folder.

Who has the key and a child's identifier can tell which case is theirs; who has the label map need not even guess.
So both stand in one vault, sealed by a passphrase or the system keyring, in the user's own configuration folder and
never beside the database (R-ID, R-LOCAL). Nothing here prints, and no refusal quotes what a vault holds.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_serializer

from planner.passphrase import Ring, forget, kept, kept_or_new
from planner.seal import SealBroken, opens_with, seal, unseal
from planner.secret_file import destroy_secret, read_secret, write_secret
from samples.errors import StoreRefused
from samples.reference import labels, leak_index

SHORTEST = 12
"""Letters of a new passphrase, at least."""


class Vault(BaseModel):
    """What has to be kept secret of a review; its representation shows none of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    key: str = Field(pattern=r"^[0-9a-f]{64}$")
    """The review key: 32 bytes as hexadecimal digits."""
    labels: dict[str, str] = Field(default_factory=dict)
    """The label of each reference."""
    identifiers: dict[str, str] = Field(default_factory=dict)
    """The council's identifier of each label, for the protected lookup."""
    leaks: frozenset[str] = frozenset()
    """Keyed hashes of what must not go out."""

    @property
    def key_bytes(self) -> bytes:
        """The review key as the functions of ``samples.reference`` take it."""
        return bytes.fromhex(self.key)

    @field_serializer("leaks")
    def _in_order(self, leaks: frozenset[str]) -> list[str]:
        return sorted(leaks)

    def __repr_args__(self) -> Iterable[tuple[str | None, object]]:
        yield None, f"{len(self.labels)} labels"


def new_vault() -> Vault:
    """An empty vault with a review key from the system's randomness."""
    return Vault(key=secrets.token_hex(32))


def with_labels(vault: Vault, prefix: str, identifiers: Mapping[str, str]) -> Vault:
    """The vault with a label for every reference; labels given before stay.

    Args:
        vault: the vault as it is.
        prefix: the review's capital letters, with which labels begin.
        identifiers: the council's identifier of each reference.
    """
    labelled = labels(prefix, vault.labels, identifiers)
    named = {labelled[reference]: identifier for reference, identifier in identifiers.items()}
    known = with_leaks(vault, identifiers.values())
    return known.model_copy(update={"labels": labelled, "identifiers": named | vault.identifiers})


def with_leaks(vault: Vault, values: Iterable[str]) -> Vault:
    """The vault whose leak index also knows these identifiers, names or dates of birth."""
    return vault.model_copy(update={"leaks": vault.leaks | leak_index(vault.key_bytes, values)})


def vault_path(config: Path, review: str) -> Path:
    """Where a review's vault stands.

    Args:
        config: the user's configuration folder.
        review: a name of the review that no other review of this user has.

    Raises:
        StoreRefused: the name cannot be a file's.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", review):
        raise StoreRefused("vault", f"{review!r} cannot name a vault", "Use letters, digits and hyphens.")
    return config / "fieldwork-planner" / f"{review}.vault"


def open_vault(path: Path, passphrase: str | None = None, ring: Ring | None = None) -> Vault:
    """Open a vault.

    Args:
        path: where it stands, from ``vault_path``.
        passphrase: what opens it; None: the keyring keeps that.
        ring: the keyring; None: the system's.

    Raises:
        StoreRefused: it is missing or damaged, or the passphrase is wrong or not to be had.
    """
    sealed = read_secret(path)
    try:
        if passphrase is None and opens_with(sealed) == "passphrase":
            raise StoreRefused(path.name, "a passphrase opens it, and none was given", "Give its passphrase.")
        return Vault.model_validate_json(unseal(sealed, kept(path.stem, ring) if passphrase is None else passphrase))
    except SealBroken as broken:
        if not broken.damaged:
            raise StoreRefused(path.name, "this passphrase does not open it", "Try again.") from None
    except ValidationError:
        pass
    hint = "Restore it from a copy; without it no case can be looked up."
    raise StoreRefused(path.name, "it is damaged", hint)


def save_vault(vault: Vault, path: Path, passphrase: str | None = None, ring: Ring | None = None) -> None:
    """Seal a vault and write it whole, for its owner only; nothing is written if it stands there unchanged.

    Args:
        vault: what to keep.
        path: where, from ``vault_path``.
        passphrase: what shall open it, the same as before; None: the keyring keeps a random one.
        ring: the keyring; None: the system's.

    Raises:
        StoreRefused: the passphrase is short or not the one that opens it, another review's vault stands there,
            or the folder cannot be written.
    """
    if path.exists():
        before = open_vault(path, passphrase, ring)
        if before.key != vault.key:
            hint = "Give this review another id, or close the other one first."
            raise StoreRefused(path.name, "the key of another review stands there", hint)
        if before == vault:
            return
    elif passphrase is not None:
        refuse_short(path, passphrase)
    content = vault.model_dump_json().encode()
    if passphrase is None:
        write_secret(path, seal(content, kept_or_new(path.stem, ring), "keyring"))
    else:
        write_secret(path, seal(content, passphrase, "passphrase"))


def refuse_short(path: Path, passphrase: str) -> None:
    """Refuse a passphrase for a new vault that is too short to keep anything.

    Raises:
        StoreRefused: it has fewer letters than ``SHORTEST``.
    """
    if len(passphrase.strip()) < SHORTEST:
        hint = f"Use {SHORTEST} letters or more, such as four words."
        raise StoreRefused(path.name, "the passphrase is too short", hint)


def destroy_vault(path: Path, ring: Ring | None = None) -> bool:
    """Overwrite and remove a vault, and have the keyring forget what opens it; references stay, nameless for good.

    Returns:
        Whether there was one.

    Raises:
        StoreRefused: it cannot be destroyed, or the keyring cannot be used.
    """
    if not path.exists():
        return False
    try:
        in_ring = opens_with(read_secret(path)) == "keyring"
    except SealBroken:
        in_ring = False
    if in_ring:
        forget(path.stem, ring)
    return destroy_secret(path)
