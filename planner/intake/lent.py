"""What an entry takes from the one it is tied to, where it says nothing itself: who holds it, and in which rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.intake.review import ActivityEntry


def with_lent(entries: Sequence[ActivityEntry]) -> tuple[ActivityEntry, ...]:
    """The entries in their order; those without needs or rooms have those of the entry whose they share."""
    by_id = {entry.id: entry for entry in entries}
    return tuple(
        entry.model_copy(
            update={
                "needs": _lender(entry, by_id, "same_reviewers_as", "needs").needs,
                "rooms": _lender(entry, by_id, "same_place_as", "rooms").rooms,
            }
        )
        for entry in entries
    )


def _lender(entry: ActivityEntry, by_id: Mapping[str, ActivityEntry], tie: str, field: str) -> ActivityEntry:
    """The first entry along a tie that says something of its own; where none does, the last."""
    passed: set[str] = set()
    while not getattr(entry, field) and getattr(entry, tie) in by_id and entry.id not in passed:
        passed.add(entry.id)
        entry = by_id[getattr(entry, tie)]
    return entry
