"""What ties an activity to others: the same case, people or room, and gaps; of repeats, the nth to the nth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from constraints.problem import CaseDemand, Gap
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry
from planner.intake.written import Loc
from samples.errors import InputRefused

Ids = Mapping[str, tuple[str, ...]]
"""The ids of each entry's activities, by the entry's id."""

REPEAT_ALIKE = "Let both repeat as often"


class Tie(NamedTuple):
    """The way to a name inside an entry, and the name: of another entry, to whose nth activity the nth belongs."""

    loc: Loc
    name: str


def ids_of(entry: ActivityEntry) -> tuple[str, ...]:
    """The ids of an entry's activities: S18-1, S18-2 ...; the entry's own where it is not repeated."""
    if entry.repeat == 1:
        return (entry.id,)
    return tuple(f"{entry.id}-{nth}" for nth in range(1, entry.repeat + 1))


def ties_of(entry: ActivityEntry) -> Iterator[Tie]:
    """Every tie of an entry's."""
    if entry.case and entry.case.tracks:
        yield Tie(("case", "tracks"), entry.case.tracks)
    for nth, gap in enumerate(entry.gaps):
        yield Tie(("gaps", nth, "after"), gap.after)
    if entry.same_reviewers_as:
        yield Tie(("same_reviewers_as",), entry.same_reviewers_as)
    if entry.same_place_as:
        yield Tie(("same_place_as",), entry.same_place_as)


def out_of_step(entry: ActivityEntry, name: str, others: int) -> str:
    """What is wrong where an entry is tied to one with another number of activities; empty: nothing.

    With one activity there, all of the entry's belong to it; else the nth belongs to the nth.
    """
    if others in (1, entry.repeat):
        return ""
    ours = "one session" if entry.repeat == 1 else f"{entry.repeat} sessions"
    return f"it has {ours} and '{name}', which it belongs to, has {others}"


def ties(entry: ActivityEntry, nth: int, ids: Ids, demand: CaseDemand | None) -> dict[str, object]:
    """What the nth activity of an entry is tied to, as fields of the activity.

    Raises:
        InputRefused: an entry that is named does not exist, or has another number of activities.
    """
    beside = {tie.name: _beside(entry, nth, tie.name, ids) for tie in ties_of(entry)} | {"": ""}
    tracks = entry.case.tracks if entry.case else ""
    return {
        "demand": demand.model_copy(update={"tracks": beside[tracks]}) if demand else None,
        "gaps": tuple(Gap.model_validate({**gap.model_dump(), "after": beside[gap.after]}) for gap in entry.gaps),
        "same_reviewers_as": beside[entry.same_reviewers_as],
        "same_place_as": beside[entry.same_place_as],
    }


def _beside(entry: ActivityEntry, nth: int, name: str, ids: Ids) -> str:
    """The activity of another entry that belongs to the nth of this one: its only one, or its nth."""
    where = f"activity {entry.id}"
    if name not in ids or name == entry.id:
        raise InputRefused(where, f"'{name}' is not another activity of the review", did_you_mean(name, ids))
    others = ids[name]
    if found := out_of_step(entry, name, len(others)):
        raise InputRefused(where, found, REPEAT_ALIKE)
    return others[0] if len(others) == 1 else others[nth]
