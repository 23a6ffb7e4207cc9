"""That the vault knows every case of a programme: without it nothing can be looked up, or be kept from going out."""

from __future__ import annotations

from constraints.programme import Programme
from planner.commands.vaults import OpenVault
from samples.errors import StoreRefused


def refuse_unknown_cases(opened: OpenVault, programme: Programme) -> None:
    """Refuse a vault that does not know a case of the programme.

    Raises:
        StoreRefused: it does not; nothing of the case is said.
    """
    seen = {seen.case for session in programme.sessions for seen in session.cases or ()}
    if unknown := seen - opened.vault.identifiers.keys():
        found = f"it does not know {len(unknown)} of the programme's {len(seen)} cases"
        raise StoreRefused(opened.place.name, found, "Restore it from a copy, or run planner plan to read the lists.")
