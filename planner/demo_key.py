"""The public demo key: formats ship it so that their synthetic children have the same references everywhere.

Its vault stands unsealed in the review's folder and says so. It must never name a real child.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from planner.keys import Vault
from planner.secret_file import read_secret, write_secret
from samples.errors import StoreRefused

KEY_FILE = "demo-key.txt"
VAULT_FILE = "demo-vault.json"
CASES_FILE = "demo-cases.txt"

SHOWN = 16
"""Hexadecimal digits of a synthetic child's reference that ``demo-cases.txt`` holds."""

_MARK = "Public demo key and synthetic children: nothing here is secret. Never use this key for a real review."


def demo_vault(key_file: Path) -> Vault:
    """The vault under a folder's public demo key, with the labels given so far.

    Args:
        key_file: the folder's ``demo-key.txt``: 64 hexadecimal digits; lines that start with # are comments.

    Raises:
        StoreRefused: the key file holds no key, or the vault beside it is damaged or made with another key.
    """
    fresh = Vault(key=_key(key_file))
    path = key_file.with_name(VAULT_FILE)
    if not path.exists():
        return fresh
    hint = f"Delete {VAULT_FILE}; it is made again from the lists."
    try:
        told = json.loads(read_secret(path))
        vault = Vault.model_validate_json(json.dumps(told["vault"]))
    except (ValueError, KeyError, TypeError, ValidationError):
        raise StoreRefused(VAULT_FILE, "it is damaged", hint) from None
    if vault.key != fresh.key:
        raise StoreRefused(VAULT_FILE, f"it was made with another key than the one in {KEY_FILE}", hint)
    return vault


def refuse_others(key_file: Path, references: Iterable[str]) -> None:
    """Refuse children other than the synthetic ones: under a public key anyone could tell who they are.

    Args:
        key_file: the folder's ``demo-key.txt``; ``demo-cases.txt`` beside it names the synthetic children's references.
        references: the references under that key of every child on the lists.

    Raises:
        StoreRefused: one of them is not among those.
    """
    known = set(read_secret(key_file.with_name(CASES_FILE)).decode("utf-8", "replace").split())
    others = sum(reference[:SHOWN] not in known for reference in set(references))
    if others:
        found = f"its key is public, and {others} of the children on the lists are not the demo's"
        hint = f"Delete {KEY_FILE} and {VAULT_FILE}; planner plan then makes a key of this review's own."
        raise StoreRefused(key_file.name, found, hint)


def demo_cases(references: Iterable[str]) -> str:
    """The text of ``demo-cases.txt`` for the references of the synthetic children."""
    return "".join(f"{reference[:SHOWN]}\n" for reference in sorted(set(references)))


def save_demo_vault(vault: Vault, key_file: Path) -> None:
    """Write a demo vault unsealed beside its key; nothing is written if it stands there unchanged.

    Raises:
        StoreRefused: the vault's key is not the public one, so it must not stand in the open.
    """
    if vault.key != _key(key_file):
        raise StoreRefused(VAULT_FILE, "this vault's key is not the public demo key", "Keep it sealed instead.")
    path = key_file.with_name(VAULT_FILE)
    told = {"public demo": _MARK, "vault": vault.model_dump(mode="json")}
    content = (json.dumps(told, indent=1, sort_keys=True) + "\n").encode()
    if not path.exists() or read_secret(path) != content:
        write_secret(path, content)


def _key(key_file: Path) -> str:
    text = read_secret(key_file).decode("utf-8-sig", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if len(lines) != 1 or not re.fullmatch(r"[0-9a-fA-F]{64}", lines[0]):
        hint = "One line of 64 hexadecimal digits is expected, beside comment lines that start with #."
        raise StoreRefused(key_file.name, "it holds no key", hint)
    return lines[0].lower()
