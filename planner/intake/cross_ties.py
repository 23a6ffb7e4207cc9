"""What is tied together fits together: cases that are tracked, reviewers and rooms that are shared, repeats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.intake.finding import Finding
from planner.intake.lent import with_lent
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry, CaseEntry, NeedEntry, Review
from planner.intake.ties import REPEAT_ALIKE, out_of_step, ties_of
from planner.intake.written import shown


def repeats_in_step(review: Review) -> Iterator[Finding]:
    """An activity is tied to one that has a single session, or as many as itself."""
    repeats = {entry.id: entry.repeat for entry in review.activities}
    for nth, entry in enumerate(review.activities):
        for tie in ties_of(entry):
            if found := out_of_step(entry, tie.name, repeats.get(tie.name, 1)):
                yield Finding("activities", (nth, *tie.loc), found, REPEAT_ALIKE)


def cases_can_be_tracked(review: Review) -> Iterator[Finding]:
    """A case comes of a stratum or is tracked, from an activity that chooses it; a role is one of the stratum's."""
    by_id = {entry.id: entry for entry in review.activities}
    for nth, entry in enumerate(review.activities):
        if entry.case is None:
            continue
        if bool(entry.case.stratum) == bool(entry.case.tracks):
            both = "both a stratum and an activity to track are named"
            found = both if entry.case.stratum else "neither a stratum nor an activity to track is named"
            yield Finding("activities", (nth, "case"), found, "Name one of them")
            continue
        if entry.case.tracks in by_id:
            yield from _tracked(nth, entry.case, by_id[entry.case.tracks])
        yield from _role(review, nth, entry.case, by_id)


def shared_fit(review: Review) -> Iterator[Finding]:
    """Whoever shares reviewers needs as many; whoever shares a room takes one of the same, at the same place."""
    by_id = {entry.id: entry for entry in with_lent(review.activities)}
    for nth, entry in enumerate(review.activities):
        lent = by_id[entry.id]
        if entry.same_reviewers_as in by_id:
            yield from _as_many(nth, lent, by_id[entry.same_reviewers_as])
        if entry.same_place_as in by_id:
            yield from _same_room(nth, lent, by_id[entry.same_place_as])


def _tracked(nth: int, case: CaseEntry, leader: ActivityEntry) -> Iterator[Finding]:
    loc = (nth, "case", "tracks")
    if leader.case is None:
        yield Finding("activities", loc, f"{shown(leader.id)} asks for no case", "Track an activity that chooses one")
    elif leader.case.tracks:
        hint = f"Track {shown(leader.case.tracks)} itself" if leader.case.tracks != leader.id else ""
        yield Finding("activities", loc, f"{shown(leader.id)} tracks a case and chooses none", hint)
    elif case.count not in (1, leader.case.count):
        found = f"{case.count} cases are tracked, and {shown(leader.id)} chooses {leader.case.count}"
        yield Finding("activities", (nth, "case", "count"), found, "Leave the number out")


def _role(review: Review, nth: int, case: CaseEntry, by_id: Mapping[str, ActivityEntry]) -> Iterator[Finding]:
    leader = by_id[case.tracks].case if case.tracks in by_id else case
    name = leader.stratum if leader else ""
    stratum = next((one for one in review.strata if one.id == name), None)
    if stratum is None or not case.role:
        return
    roles = [stratum.holder.role, *(other.role for other in stratum.others)]
    if case.role not in roles:
        found = f"nobody has the role {shown(case.role)} in the stratum {shown(name)}"
        yield Finding("activities", (nth, "case", "role"), found, did_you_mean(case.role, roles))


def _as_many(nth: int, entry: ActivityEntry, other: ActivityEntry) -> Iterator[Finding]:
    ours, theirs = _counted(entry.needs), _counted(other.needs)
    if ours is not None and theirs is not None and ours != theirs:
        found = f"it needs {ours} and {shown(other.id)}, whose reviewers it has, needs {theirs}"
        yield Finding("activities", (nth, "same_reviewers_as"), found, "Leave its needs out: it has those of the other")


def _same_room(nth: int, entry: ActivityEntry, other: ActivityEntry) -> Iterator[Finding]:
    loc = (nth, "same_place_as")
    if entry.place != other.place:
        found = f"its place is {shown(entry.place)}, that of {shown(other.id)} is {shown(other.place)}"
        yield Finding("activities", loc, found, "Give both the same place")
    elif not other.rooms:
        found = f"{shown(other.id)} takes no room to share"
        yield Finding("activities", loc, found, "Name its rooms, or leave this out")
    elif not set(entry.rooms) & set(other.rooms):
        found = f"none of its rooms is one of those of {shown(other.id)}"
        yield Finding("activities", loc, found, "Leave its rooms out: it has those of the other")


def _counted(needs: tuple[NeedEntry, ...]) -> int | None:
    """How many people hold it, one where nothing is said; None: that depends on who there is."""
    counts = [len(need.people) if need.people else need.count for need in needs]
    whole = [count for count in counts if isinstance(count, int)]
    return (sum(whole) or 1) if len(whole) == len(counts) else None
