"""How somebody is asked for a passphrase: apart from the vaults, which take a while to load and are seldom opened."""

from __future__ import annotations

from collections.abc import Callable

Ask = Callable[[bool], str | None]
"""Asks for the passphrase; True: one for a new vault. None: the system keyring keeps it."""
