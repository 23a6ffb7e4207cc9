"""Of whom and of what a review asks: people, pools, teams, rooms, things, days, the contract, the draw.

Named are only subjects without whom some activity cannot be held, and only those activities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor

from constraints.counting.jobs import Ask, Budget, Diary, Job, Kind
from constraints.counting.maker import Maker, case_ways, required, sides
from constraints.musts import contracted_days, team_at_once
from constraints.musts.needs_met import able
from constraints.problem import Activity, Mode, Need, Problem, Resource


def asked(maker: Maker) -> Iterator[Ask]:
    """Everything that is asked of subjects, the most specific subjects first."""
    yield from _of_areas(maker)
    yield from _of_persons(maker)
    yield from _of_things(maker)
    yield from _of_teams(maker)
    yield from _of_pools(maker)
    yield from _of_all_holders(maker)
    yield from _of_contract(maker)
    yield from _of_draws(maker)
    yield from _of_cases(maker)


def _of_areas(maker: Maker) -> Iterator[Ask]:
    """What is asked of windows that are too short, or over before anybody can have had notice: by area."""
    titles = {area.id: area.title for area in maker.problem.areas}
    for area in dict.fromkeys(activity.area for activity in maker.without_room):
        jobs = tuple(maker.of_no_room(activity) for activity in maker.without_room if activity.area == area)
        yield Ask("area", area, titles.get(area, "the review as a whole"), (), jobs, {})


def _of_persons(maker: Maker) -> Iterator[Ask]:
    """What is asked of each person for whom nobody can stand in."""
    by_person: dict[str, list[Job]] = {}
    for activity in maker.activities:
        for person in _sure_to_come(maker.problem, activity):
            job = maker.of_one_person(activity, person)
            if job is not None:
                by_person.setdefault(person, []).append(job)
    for person, jobs in by_person.items():
        name = maker.problem.person[person].name
        yield Ask("person", person, name, (person,), tuple(jobs), {person: maker.times.diaries.of(person)})


def _sure_to_come(problem: Problem, activity: Activity) -> list[str]:
    """Everybody without whom an activity cannot be held, and perhaps others."""
    tight = [
        person for _, need in sides(activity) for person in able(problem, need) if required(problem, need, (person,))
    ]
    brought = [person for _, _, people in case_ways(activity)[:1] for person in people]
    return list(dict.fromkeys([*tight, *brought]))


def _of_pools(maker: Maker) -> Iterator[Ask]:
    """What is asked of people who stand in for each other, or who are asked for together."""
    found: dict[tuple[str, ...], Need] = {}
    for activity in maker.activities:
        for _, need in sides(activity):
            people = tuple(sorted(able(maker.problem, need)))
            if len(people) != 1:
                found.setdefault(people, need)
    for people, need in found.items():
        yield from _of_group(maker, "pool" if need.pool else "people", need.pool, _name(maker.problem, need), people)


def _name(problem: Problem, need: Need) -> str:
    if need.people:
        return " and ".join(problem.person[person].name for person in need.people)
    names = {pool.id: pool.name for pool in problem.pools}
    skill = f" with {need.expertise}" if need.expertise else ""
    return f"{names.get(need.pool, need.pool)}{skill}"


def _of_group(maker: Maker, kind: Kind, subject: str, name: str, people: Sequence[str]) -> Iterator[Ask]:
    found = (maker.of_people(a, people) if people else maker.of_nobody(a) for a in maker.activities)
    jobs = tuple(job for job in found if job is not None)
    if jobs:
        yield Ask(kind, subject, name, tuple(people), jobs, {one: maker.times.diaries.of(one) for one in people})


def _of_all_holders(maker: Maker) -> Iterator[Ask]:
    """What those who hold sessions are asked for, pools that share people together: on each day, and in all."""
    for people in _sharing(maker):
        for ask in _of_group(maker, "people", "", "Those who hold sessions", people):
            by_day: dict[date, list[Job]] = {}
            for job in ask.jobs:
                days = {day for way in job.ways.values() for day, _ in way.days}
                if len(days) == 1:
                    by_day.setdefault(days.pop(), []).append(job)
            for day, jobs in sorted(by_day.items()):
                yield ask._replace(kind="day", subject=day.isoformat(), jobs=tuple(jobs))
            yield ask


def _sharing(maker: Maker) -> list[tuple[str, ...]]:
    """Everybody who could hold sessions, parted where nobody could fill the needs of both parts."""
    parts: list[set[str]] = []
    for need in (need for activity in maker.activities for need in activity.needs):
        people = set(able(maker.problem, need))
        apart = [part for part in parts if not part & people]
        parts = [*apart, people.union(*(part for part in parts if part & people))]
    order = [person.id for person in maker.problem.people]
    return [tuple(sorted(part, key=order.index)) for part in parts if part]


def _of_things(maker: Maker) -> Iterator[Ask]:
    """What is asked of each thing, and of rooms that stand in for each other."""
    for thing in maker.problem.resources:
        yield from _of_some(maker, "resource", (thing,), [a for a in maker.activities if _uses(a, thing)])
    for rooms in sorted(
        {tuple(sorted(a.rooms)) for a in maker.activities if a.rooms}, key=lambda rooms: (len(rooms), rooms)
    ):
        some = [maker.problem.resource[room] for room in rooms]
        inside = [a for a in maker.activities if a.rooms and set(a.rooms) <= set(rooms)]
        yield from _of_some(maker, "room", some, inside)


def _uses(activity: Activity, thing: Resource) -> bool:
    """Whether an activity cannot be held without a thing, rooms apart."""
    if thing.id in activity.resources:
        return True
    ways = case_ways(activity)
    on_record = bool(ways) and all(mode is Mode.RECORD for _, mode, _ in ways)
    return on_record and activity.demand is not None and activity.demand.record_resource == thing.id


def _of_some(maker: Maker, kind: Kind, things: Sequence[Resource], activities: Sequence[Activity]) -> Iterator[Ask]:
    jobs = []
    for activity in activities:
        fit = [thing.id for thing in things if kind == "resource" or _seats(maker, activity, thing)]
        job = maker.of_things(activity, fit)
        if job is not None:
            jobs.append(job)
    if jobs:
        ids = tuple(thing.id for thing in things)
        name = " and ".join(thing.name for thing in things)
        yield Ask(kind, "+".join(ids), name, ids, tuple(jobs), dict.fromkeys(ids, Diary()))


def _seats(maker: Maker, activity: Activity, room: Resource) -> bool:
    return room.id in activity.rooms and (room.seats is None or maker.attending(activity) <= room.seats)


def _of_teams(maker: Maker) -> Iterator[Ask]:
    """What is asked of each team, which can have so many sessions at once."""
    most = maker.problem.limits.sessions_per_team_at_once
    if most is None:
        return
    for team in team_at_once.teams(maker.problem):
        activities = [activity for activity in maker.activities if _with(maker.problem, activity, team)]
        places = [f"{team} {n}" for n in range(min(most, len(activities)))]
        jobs = tuple(job for job in (maker.of_team(activity, places) for activity in activities) if job)
        if jobs:
            yield Ask("team", team, team, (team,), jobs, dict.fromkeys(places, Diary()))


def _with(problem: Problem, activity: Activity, team: str) -> bool:
    """Whether a session of an activity is with a team, whoever comes."""
    members = {person.id for person in problem.people if person.team == team}
    ways = case_ways(activity)
    brought = bool(ways) and all(members & set(people) for *_, people in ways)
    return activity.team == team or brought or any(required(problem, need, members) for need in activity.counterparts)


def _of_contract(maker: Maker) -> Iterator[Ask]:
    """What is asked of the reviewer-days of a kind, where more are declared than contracted."""
    problem = maker.problem
    for kind, contracted in problem.contracted.items():
        declared = contracted_days.of_kind(problem, kind)
        if len(declared) <= contracted:
            continue
        people = tuple(dict.fromkeys(day.person for day in declared))
        days = frozenset((day.person, day.date) for day in declared)
        used = {(person, day) for person, day in days if day in maker.times.diaries.of(person).worked}
        budget = Budget(days - used, max(0, floor(contracted) - len(used)))
        for ask in _of_group(maker, "contract", kind, kind, people):
            jobs = tuple(job for job in ask.jobs if job.ways and _only_on(job, days))
            if jobs:
                yield ask._replace(jobs=jobs, subjects=(*people, kind), budget=budget)


def _only_on(job: Job, days: frozenset[tuple[str, date]]) -> bool:
    return all((person, day) in days for person, way in job.ways.items() for day, _ in way.days)


def _of_draws(maker: Maker) -> Iterator[Ask]:
    """What is asked of the draws: cases that no other session sees."""
    drawing = [maker.of_draw(activity) for activity in maker.activities if activity.demand and not activity.tracks]
    jobs = tuple(job for job in drawing if job is not None)
    if jobs:
        yield Ask("stratum", "", "", (), jobs, {})


def _of_cases(maker: Maker) -> Iterator[Ask]:
    """What is asked, for one case each, of those who can speak about the cases drawn and of what their record takes."""
    found = [maker.of_cases(activity) for activity in maker.activities]
    jobs = tuple(job for job in found if job is not None)
    calendars = dict.fromkeys(calendar for job in jobs for calendar in job.ways)
    people = maker.problem.person
    if jobs:
        diaries = {one: maker.times.diaries.of(one) if one in people else Diary() for one in calendars}
        yield Ask("cases", "", "", (), jobs, diaries)
