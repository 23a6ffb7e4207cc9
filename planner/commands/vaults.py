"""The vault of a review folder: the public demo key where the folder ships one, else the user's own sealed vault."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from planner.commands.ask import Ask
from planner.demo_key import KEY_FILE, VAULT_FILE, demo_vault, refuse_others, save_demo_vault
from planner.intake.review import About
from planner.keys import Vault, new_vault, open_vault, refuse_short, save_vault, vault_path
from planner.layout import DATABASE
from planner.passphrase import system_ring
from samples.errors import StoreRefused


@dataclass(frozen=True)
class OpenVault:
    """A vault that was opened, where it stands, and whether it is new and stands nowhere yet."""

    vault: Vault
    place: Path
    fresh: bool
    save: Callable[[Vault], None] = field(repr=False)
    refuse_others: Callable[[Iterable[str]], None] = field(default=lambda _: None, repr=False)
    """Refuses the references of children whom this vault must not hold; a review's own holds any."""


def open_folder_vault(folder: Path, review: About, ask: Ask, *, writing: bool) -> OpenVault:
    """Open the vault of a review; nothing is written.

    Args:
        folder: the review folder.
        review: the review itself: its id and first day name the vault.
        ask: asks for the passphrase, if one is needed.
        writing: whether the vault will be saved; if not, a review without one gets a key for this once.

    Raises:
        StoreRefused: the vault or the key file is damaged, the passphrase does not open it or is too short, or none was
            given and there is no keyring.
    """
    key_file = folder / KEY_FILE
    if key_file.exists():
        demo = demo_vault(key_file)
        return OpenVault(
            vault=demo,
            place=key_file.with_name(VAULT_FILE),
            fresh=False,
            save=lambda vault: save_demo_vault(vault, key_file),
            refuse_others=lambda references: refuse_others(key_file, references),
        )
    # 5 ms to import, and needed for real reviews only
    from platformdirs import user_config_path

    path = vault_path(user_config_path(), f"{review.id}-{review.start}")
    fresh = not path.exists()
    if fresh and (folder / DATABASE).exists():
        hint = f"Restore it to {path.parent}; under a new key every case would have another reference."
        raise StoreRefused(path.name, "this review has been planned, and its vault is missing", hint)
    passphrase = ask(fresh) if writing or not fresh else None
    if fresh and passphrase is not None:
        refuse_short(path, passphrase)
    elif fresh and writing:
        # refused before anything is planned, not when it is to be kept
        system_ring()
    vault = new_vault() if fresh else open_vault(path, passphrase)
    return OpenVault(vault, path, fresh, lambda known: save_vault(known, path, passphrase))
