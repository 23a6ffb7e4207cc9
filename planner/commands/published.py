"""What was published so far: the invitations that people hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from pathlib import Path

from pydantic import ValidationError

from planner.layout import DATABASE
from planner.outgoing.holdings import Holdings
from planner.store_publications import StoredPublication
from samples.errors import StoreRefused


def holdings_of(publications: Iterable[StoredPublication]) -> Holdings:
    """What people hold after these publications, the first one first.

    Raises:
        StoreRefused: one of them is damaged.
    """
    try:
        rows = [Holdings.model_validate_json(one.changes) for one in publications]
    except ValidationError:
        found = "what was published cannot be read"
        raise StoreRefused(
            Path(DATABASE).name, found, "Restore it from a copy, or move it away to begin afresh."
        ) from None
    return reduce(Holdings.then, rows, Holdings())
