"""Every name that an entry refers to is the name of something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planner.intake.finding import Finding
from planner.intake.nearest import did_you_mean
from planner.intake.review import NeedEntry, Review
from planner.intake.written import Loc, shown

Named = tuple[str, Loc, str, str]
"""Part, place, what it is the name of, and the name."""

ONLINE = "online"
"""The place of what is held at no site."""

_SEEN_TEAM = "member of staff or activity of the team"
_ROOM = "resource for a room called"
_IN_LIST = frozenset({"in list", "not in list"})


def names_known(review: Review) -> Iterator[Finding]:
    """Pools, people, teams, areas, kinds, strata, lists, resources, sites and the like that do not exist."""
    known = _known(review)
    for part, loc, what, name in _named(review):
        if name not in known[what]:
            hint = did_you_mean(name, known[what]) if known[what] else "The review has none of these at all"
            yield Finding(part, loc, f"there is no {what} {shown(name)}", hint)


def _known(review: Review) -> Mapping[str, frozenset[str]]:
    people = frozenset(one.id for one in review.staff)
    resources = frozenset(one.id for one in review.resources)
    sites = frozenset(one.id for one in review.sites)
    teams = frozenset(one.team for one in review.staff if one.team)
    return {
        "pool": frozenset(one.id for one in review.pools),
        "person": people,
        "resource": resources,
        _ROOM: resources,
        "person or resource": people | resources,
        "team": teams | {one.id for one in review.teams},
        _SEEN_TEAM: teams | {one.team for one in review.activities if one.team},
        "site": sites,
        "place": sites | {ONLINE},
        "working hours": frozenset(one.id for one in review.hours),
        "area": frozenset(one.id for one in review.areas),
        "scope item": frozenset(item.id for one in review.areas for item in one.scope),
        "kind of activity": frozenset(one.id for one in review.kinds),
        "kind of day": frozenset(one.kind for one in review.days),
        "activity": frozenset(one.id for one in review.activities),
        "stratum": frozenset(one.id for one in review.strata),
        "list": frozenset(one.id for one in review.lists),
    }


def _named(review: Review) -> Iterator[Named]:
    yield from _of_people(review)
    yield from _of_days(review)
    yield from _of_activities(review)
    yield from _of_standing(review)
    yield from _of_places(review)
    yield from _of_turns(review)
    yield from _of_strata(review)


def _one(part: str, loc: Loc, what: str, name: str) -> Iterator[Named]:
    if name:
        yield part, loc, what, name


def _many(part: str, loc: Loc, what: str, names: Iterable[str]) -> Iterator[Named]:
    for nth, name in enumerate(names):
        yield part, (*loc, nth), what, name


def _of_people(review: Review) -> Iterator[Named]:
    for nth, pool in enumerate(review.pools):
        yield from _one("pools", (nth, "hours"), "working hours", pool.hours)
    for nth, member in enumerate(review.staff):
        yield from _many("staff", (nth, "pools"), "pool", member.pools)
        yield from _one("staff", (nth, "hours"), "working hours", member.hours)
        yield from _one("staff", (nth, "cover"), "person", member.cover)
        yield from _many("staff", (nth, "conflicts", "people"), "person", member.conflicts.people)
        yield from _many("staff", (nth, "conflicts", "teams"), "team", member.conflicts.teams)
    for nth, away in enumerate(review.away):
        yield "away", (nth, "who"), "person or resource", away.who


def _of_days(review: Review) -> Iterator[Named]:
    for nth, day in enumerate(review.days):
        yield from _many("days", (nth, "people"), "person", day.people)
    for nth, line in enumerate(review.contract):
        yield "contract", (nth, "kind"), "kind of day", line.kind
    for nth, outside in enumerate(review.outside):
        yield "outside", (nth, "person"), "person", outside.person


def _of_activities(review: Review) -> Iterator[Named]:
    for nth, entry in enumerate(review.activities):
        yield "activities", (nth, "kind"), "kind of activity", entry.kind
        yield from _one("activities", (nth, "area"), "area", entry.area)
        yield from _many("activities", (nth, "serves"), "scope item", entry.serves)
        yield from _many("activities", (nth, "day_kinds"), "kind of day", entry.day_kinds)
        yield from _many("activities", (nth, "after"), "activity", entry.after)
        for at, gap in enumerate(entry.gaps):
            yield "activities", (nth, "gaps", at, "after"), "activity", gap.after
        yield from _one("activities", (nth, "same_reviewers_as"), "activity", entry.same_reviewers_as)
        yield from _one("activities", (nth, "same_place_as"), "activity", entry.same_place_as)
        yield from _one("activities", (nth, "team"), "team", entry.team)
        yield from _many("activities", (nth, "rooms"), _ROOM, entry.rooms)
        yield from _many("activities", (nth, "resources"), "resource", entry.resources)
        yield from _of_needs("activities", (nth, "needs"), entry.needs)
        yield from _of_needs("activities", (nth, "counterparts"), entry.counterparts)
        if entry.case is not None:
            yield from _one("activities", (nth, "case", "stratum"), "stratum", entry.case.stratum)
            yield from _one("activities", (nth, "case", "tracks"), "activity", entry.case.tracks)
            yield from _one("activities", (nth, "case", "record_resource"), "resource", entry.case.record_resource)


def _of_standing(review: Review) -> Iterator[Named]:
    for nth, entry in enumerate(review.standing):
        yield "standing", (nth, "kind"), "kind of activity", entry.kind
        yield "standing", (nth, "pool"), "pool", entry.pool
        yield from _many("standing", (nth, "day_kinds"), "kind of day", entry.day_kinds)
        yield from _many("standing", (nth, "rooms"), _ROOM, entry.rooms)
        yield from _of_needs("standing", (nth, "counterparts"), entry.counterparts)


def _of_places(review: Review) -> Iterator[Named]:
    """Ways and teams; and places, where the review has sites: elsewhere a place is free text."""
    for nth, way in enumerate(review.travel):
        yield from _many("travel", (nth, "between"), "site", way.between)
    for nth, team in enumerate(review.teams):
        yield "teams", (nth, "id"), _SEEN_TEAM, team.id
    for part in ("activities", "standing") if review.sites else ():
        for nth, entry in enumerate(getattr(review, part)):
            yield part, (nth, "place"), "place", entry.place


def _of_turns(review: Review) -> Iterator[Named]:
    for nth, rotation in enumerate(review.rotations):
        yield from _many("rotations", (nth, "pools"), "pool", rotation.pools)
        yield from _many("rotations", (nth, "kinds"), "kind of activity", rotation.kinds)
    for nth, pace in enumerate(review.paces):
        yield from _one("paces", (nth, "pool"), "pool", pace.pool)
        yield from _many("paces", (nth, "kinds"), "kind of activity", pace.kinds)


def _of_needs(part: str, loc: Loc, needs: Iterable[NeedEntry]) -> Iterator[Named]:
    for nth, need in enumerate(needs):
        yield from _one(part, (*loc, nth, "pool"), "pool", need.pool)
        yield from _many(part, (*loc, nth, "people"), "person", need.people)


def _of_strata(review: Review) -> Iterator[Named]:
    for nth, stratum in enumerate(review.strata):
        yield "strata", (nth, "list"), "list", stratum.list
        yield from _one("strata", (nth, "holder", "list"), "list", stratum.holder.list)
        for at, other in enumerate(stratum.others):
            yield from _one("strata", (nth, "others", at, "list"), "list", other.list)
        for at, condition in enumerate(stratum.where):
            yield from _one("strata", (nth, "where", at, "list"), "list", condition.list)
            if condition.test in _IN_LIST:
                yield "strata", (nth, "where", at, "value"), "list", str(condition.value)
