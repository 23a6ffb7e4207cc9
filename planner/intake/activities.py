"""Activities of the review's own: repeats written out, and what a kind lends to those that say nothing themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from constraints.problem import Activity, CaseDemand, Need, Window
from planner.intake.diaries import dates_between, hours_of_day, in_order, span, working_days_after
from planner.intake.lent import with_lent
from planner.intake.nearest import did_you_mean
from planner.intake.review import About, ActivityEntry, AreaEntry, KindEntry, NeedEntry
from planner.intake.ties import ids_of, ties
from samples.errors import InputRefused

ONE_REVIEWER = Need(pool="reviewers")
"""Who is needed where an activity says nothing."""


def kind_of(where: str, name: str, kinds: Mapping[str, KindEntry]) -> KindEntry:
    """The kind of that name.

    Raises:
        InputRefused: there is none.
    """
    if name not in kinds:
        raise InputRefused(where, f"its kind '{name}' is not one of the review's", did_you_mean(name, kinds))
    return kinds[name]


def length(where: str, shortest: int | None, longest: int | None, kind: KindEntry) -> tuple[int, int]:
    """Shortest and longest length in minutes: what is written, the kind's measure where nothing is.

    A shortest length alone means exactly that long where the kind has one length, else up to the kind's longest.

    Raises:
        InputRefused: the shortest is above the longest.
    """
    least = kind.shortest if shortest is None else shortest
    most = longest if longest is not None else max(least, kind.longest or least)
    if least > most:
        raise InputRefused(
            where, f"its shortest length ({least} minutes) is above its longest ({most} minutes)", "Change one of them."
        )
    return least, most


def needs(where: str, entries: Iterable[NeedEntry]) -> tuple[Need, ...]:
    """Needs as the problem has them.

    Raises:
        InputRefused: one names both a pool and people, or neither.
    """
    found = []
    for entry in entries:
        if bool(entry.pool) == bool(entry.people):
            raise InputRefused(where, "a need names either a pool or people, and not both", "Leave one of them out.")
        found.append(Need(pool=entry.pool, people=entry.people, count=entry.count, expertise=entry.expertise))
    return tuple(found)


def own_activities(
    entries: Sequence[ActivityEntry],
    about: About,
    *,
    areas: Mapping[str, AreaEntry],
    kinds: Mapping[str, KindEntry],
    demands: Mapping[str, CaseDemand],
    zone: ZoneInfo,
) -> Iterator[Activity]:
    """Every activity of every entry, in the order in which they are written.

    Args:
        entries: what the manager wrote.
        about: the review's dates.
        areas: areas by id, whose dates hold where an activity states none.
        kinds: kinds of activity by id.
        demands: the demand for cases of the entries that have one, by the id of the entry.
        zone: the review's zone.

    Raises:
        InputRefused: a kind, an area or an entry that is named does not exist, or a length is impossible.
    """
    ids = {entry.id: ids_of(entry) for entry in entries}
    for entry in with_lent(entries):
        pattern = _pattern(entry, about, areas=areas, kinds=kinds, ids=ids, zone=zone)
        for nth, name in enumerate(ids[entry.id]):
            yield pattern.model_copy(update={"id": name, **ties(entry, nth, ids, demands.get(entry.id))})


def _pattern(
    entry: ActivityEntry,
    about: About,
    *,
    areas: Mapping[str, AreaEntry],
    kinds: Mapping[str, KindEntry],
    ids: Mapping[str, tuple[str, ...]],
    zone: ZoneInfo,
) -> Activity:
    """An entry's activity, without its demand, under the entry's id."""
    where = f"activity {entry.id}"
    kind = kind_of(where, entry.kind, kinds)
    shortest, longest = length(where, entry.shortest, entry.longest, kind)
    if entry.area and entry.area not in areas:
        raise InputRefused(
            where, f"its area '{entry.area}' is not one of the review's", did_you_mean(entry.area, areas)
        )
    return Activity(
        id=entry.id,
        title=entry.title,
        kind=kind.id,
        area=entry.area,
        serves=entry.serves,
        shortest=shortest,
        longest=longest,
        needs=needs(where, entry.needs) or (ONE_REVIEWER,),
        counterparts=needs(where, entry.counterparts),
        windows=_windows(entry, about, areas.get(entry.area), zone),
        day_kinds=entry.day_kinds,
        after=_predecessors(entry, ids),
        first_of_area=entry.first_of_area,
        last_of_area=entry.last_of_area,
        in_day=entry.in_day,
        place=entry.place,
        rooms=entry.rooms,
        team=entry.team,
        evening=entry.evening,
        asked_from=_asked_from(kind, about, zone),
        breathing_space=kind.breathing_space if entry.breathing_space is None else entry.breathing_space,
        priority=entry.priority,
        evidence=kind.evidence,
        interview=kind.interview,
        resources=entry.resources,
    )


def _predecessors(entry: ActivityEntry, ids: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids of all activities that have to be over before."""
    for name in entry.after:
        if name not in ids or name == entry.id:
            raise InputRefused(
                f"activity {entry.id}",
                f"it comes after '{name}', which is not another activity of the review",
                "Name another activity's id, without the number of a repeat.",
            )
    return tuple(activity for name in entry.after for activity in ids[name])


def _asked_from(kind: KindEntry, about: About, zone: ZoneInfo) -> datetime | None:
    """The start of the last of the working days that counterparts of this kind are given as notice."""
    if about.invited is None or not kind.notice:
        return None
    return datetime.combine(working_days_after(about.invited, kind.notice, about), time(), zone)


def _windows(entry: ActivityEntry, about: About, area: AreaEntry | None, zone: ZoneInfo) -> tuple[Window, ...]:
    """Where it lies: its own dates, else its area's, else the review's; day by day where hours are stated."""
    first, last = _dates(entry, about, area)
    if first > last:
        raise InputRefused(
            f"activity {entry.id}",
            f"its dates end ({last:%d %B %Y}) before they start ({first:%d %B %Y})",
            "Its dates are its own, else its area's; they lie within the review.",
        )
    if entry.earliest is None and entry.latest is None:
        return (span(first, last, zone),)
    in_order(f"activity {entry.id}", entry.earliest, entry.latest)
    return tuple(hours_of_day(day, entry.earliest, entry.latest, zone) for day in dates_between(first, last))


def _dates(entry: ActivityEntry, about: About, area: AreaEntry | None) -> tuple[date, date]:
    first = entry.start or (area.start if area else about.start)
    last = entry.end or (area.end if area else about.end)
    return max(first, about.start), min(last, about.end)
