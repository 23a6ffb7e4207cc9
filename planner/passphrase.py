"""Where a vault's passphrase comes from: the user, or the system keyring, where one of ours is kept.

The package ``keyring`` is an optional extra and is imported only when it is asked for.
"""

from __future__ import annotations

import importlib
import secrets
from typing import Protocol, cast

from samples.errors import StoreRefused

SERVICE = "fieldwork-planner"
"""The name under which the system keyring keeps our passphrases; the user name there is the review's."""


class Ring(Protocol):
    """A keyring, as the package ``keyring`` is one."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """The passphrase kept for a review; None: there is none."""
        ...

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep a passphrase for a review."""
        ...

    def delete_password(self, service_name: str, username: str) -> None:
        """Forget the passphrase of a review."""
        ...


def system_ring() -> Ring:
    """The system keyring.

    Raises:
        StoreRefused: the package is not installed.
    """
    try:
        return cast("Ring", importlib.import_module("keyring"))
    except ImportError:
        hint = "Give a passphrase, or install fieldwork-planner[keyring]."
        raise StoreRefused("system keyring", "the package keyring is not installed", hint) from None


def kept(review: str, ring: Ring | None) -> str:
    """The passphrase that the keyring keeps for a review.

    Raises:
        StoreRefused: there is no keyring, it cannot be used, or it keeps none for this review.
    """
    found = _ask(review, ring or system_ring())
    if not found:
        hint = "Open it under the user account, on the machine, that made it."
        raise StoreRefused("system keyring", f"it keeps no passphrase for review {review}", hint)
    return found


def kept_or_new(review: str, ring: Ring | None) -> str:
    """The passphrase that the keyring keeps for a review; a random one is put there if there is none.

    Raises:
        StoreRefused: there is no keyring, or it cannot be used.
    """
    ring = ring or system_ring()
    found = _ask(review, ring)
    if found:
        return found
    fresh = secrets.token_urlsafe(32)
    try:
        ring.set_password(SERVICE, review, fresh)
    except Exception as error:
        raise _unusable() from error
    return fresh


def forget(review: str, ring: Ring | None) -> None:
    """Have the keyring forget the passphrase of a review, if it keeps one.

    Raises:
        StoreRefused: there is no keyring, or it cannot be used.
    """
    ring = ring or system_ring()
    if not _ask(review, ring):
        return
    try:
        ring.delete_password(SERVICE, review)
    except Exception as error:
        raise _unusable() from error


def _ask(review: str, ring: Ring) -> str | None:
    # Each system's keyring fails in its own way, and not all of them with the package's own errors.
    try:
        return ring.get_password(SERVICE, review)
    except Exception as error:
        raise _unusable() from error


def _unusable() -> StoreRefused:
    hint = "Unlock it and try again, or give a passphrase."
    return StoreRefused("system keyring", "this machine has none that can be used", hint)
