"""What ties an activity to others: the same case, people or room, and gaps; of repeats, the nth to the nth."""

from __future__ import annotations

from collections.abc import Mapping

from constraints.problem import CaseDemand, Gap
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry
from samples.errors import InputRefused

Ids = Mapping[str, tuple[str, ...]]
"""The ids of each entry's activities, by the entry's id."""


def ids_of(entry: ActivityEntry) -> tuple[str, ...]:
    """The ids of an entry's activities: S18-1, S18-2 ...; the entry's own where it is not repeated."""
    if entry.repeat == 1:
        return (entry.id,)
    return tuple(f"{entry.id}-{nth}" for nth in range(1, entry.repeat + 1))


def ties(entry: ActivityEntry, nth: int, ids: Ids, demand: CaseDemand | None) -> dict[str, object]:
    """What the nth activity of an entry is tied to, as fields of the activity.

    Raises:
        InputRefused: an entry that is named does not exist, or has another number of activities.
    """
    tracks = entry.case.tracks if entry.case else ""
    if demand and tracks:
        demand = demand.model_copy(update={"tracks": _beside(entry, nth, tracks, ids)})
    return {
        "demand": demand,
        "gaps": tuple(
            Gap.model_validate({**gap.model_dump(), "after": _beside(entry, nth, gap.after, ids)}) for gap in entry.gaps
        ),
        "same_reviewers_as": _beside(entry, nth, entry.same_reviewers_as, ids),
        "same_place_as": _beside(entry, nth, entry.same_place_as, ids),
    }


def _beside(entry: ActivityEntry, nth: int, name: str, ids: Ids) -> str:
    """The activity of another entry that belongs to the nth of this one: its only one, or its nth."""
    if not name:
        return ""
    where = f"activity {entry.id}"
    if name not in ids or name == entry.id:
        raise InputRefused(where, f"'{name}' is not another activity of the review", did_you_mean(name, ids))
    others = ids[name]
    if len(others) not in (1, entry.repeat):
        found = f"it has {entry.repeat} sessions and '{name}', which it belongs to, has {len(others)}"
        raise InputRefused(where, found, "Let both repeat as often.")
    return others[0] if len(others) == 1 else others[nth]
