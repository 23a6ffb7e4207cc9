"""Scenes in which a wish or a limit decides between programmes that are alike otherwise; as tiny as the tiniest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from constraints.problem import (
    Activity,
    Hours,
    Limits,
    Need,
    Person,
    Pool,
    Problem,
    ReviewerDay,
    Rotation,
    Site,
    Travel,
    Window,
)

ANY = Need(pool="reviewers")
FIRST, SECOND = Need(people=("r1",)), Need(people=("r2",))


def scene(problem: Problem, nth: int, random: Random) -> Problem:
    """A problem's people and days, with other activities: the nth scene, of those there are in turn."""
    free = tuple(person.model_copy(update={"windows": None}) for person in problem.people)
    days = tuple(
        ReviewerDay(person=person, date=day, kind="fieldwork")
        for person in ("r1", "r2")
        for day in (problem.start, problem.end)
    )
    plain = problem.changed(people=free, days=days, fixed=(), limits=Limits())
    return SCENES[nth % len(SCENES)](plain, random)


def _held(problem: Problem, name: str, needs: tuple[Need, ...], on: str, hours: float, **other: object) -> Activity:
    """An activity of half an hour at ten on the first day, the last day or either."""
    days = {"first": (problem.start,), "last": (problem.end,), "either": (problem.start, problem.end)}[on]
    windows = tuple(_window(problem, day, 10, 10 + hours) for day in days)
    said = {"id": name, "title": name, "kind": "any", "shortest": 30, "longest": 30, "evidence": True}
    return Activity.model_validate({**said, "needs": needs, "windows": windows, **other})


def _window(problem: Problem, day: date, start: float, end: float) -> Window:
    midnight = datetime.combine(day, datetime.min.time(), problem.tz)
    return Window(start=midnight + timedelta(hours=start), end=midnight + timedelta(hours=end))


def _turns(plain: Problem, random: Random) -> Problem:
    """A reviewer goes with a host twice: with the same one, or with another."""
    asking, many = random.choice((FIRST, ANY)), random.choice((1, 1, 2))
    on = random.choice(("first", "either"))
    visits = [_held(plain, f"a{n}", (asking, Need(pool="hosts", count=many)), on, 1.5) for n in range(2)]
    late = tuple(Window(start=w.end - timedelta(minutes=30), end=w.end) for w in visits[0].windows)
    hosts = [Person(id=host, name=host, pools=("hosts",), windows=random.choice((None, late))) for host in ("h1", "h2")]
    return plain.changed(
        people=(*plain.people, *hosts),
        pools=(*plain.pools, Pool(id="hosts", name="hosts")),
        activities=tuple(visits),
        rotations=(
            Rotation(
                name="turns",
                pools=random.choice((("reviewers", "hosts"), ("hosts",))),
                kinds=("any",),
                most=random.choice((1, 2, 2)),
            ),
        ),
        comfort=plain.comfort.model_copy(update={"variety": random.choice((0, 1, 6, 6))}),
    )


def _sites(plain: Problem, random: Random) -> Problem:
    """One reviewer or each at a site, and a third session at one of the two that either may hold."""
    needs = [(FIRST,), random.choice(((FIRST,), (SECOND,), (SECOND,))), random.choice(((ANY,), (ANY,), (FIRST,)))]
    places = ("hall", "hub", random.choice(("hall", "hub")))
    on = random.choice(("first", "first", "either"))
    held = [_held(plain, f"a{n}", needs[n], on, 1.5, place=places[n]) for n in range(3)]
    return plain.changed(
        activities=tuple(held),
        sites=tuple(Site(id=site, name=site) for site in ("hall", "hub")),
        travel=(Travel(between=("hall", "hub"), minutes=random.choice((0, 15, 30, 45))),),
        limits=Limits(sites_per_person_per_day=random.choice((None, 1))),
        comfort=plain.comfort.model_copy(update={"few_sites": random.choice((0, 1, 6, 6))}),
    )


def _reserve(plain: Problem, random: Random) -> Problem:
    """Evidence in one week or two, and a mop-up that may stand in either."""
    on = random.choice(("first", "last", "either"))
    held = [_held(plain, "a0", (FIRST,), on, 1), _held(plain, "a1", (ANY,), random.choice(("first", "last")), 1)]
    mop_up = _held(plain, "m", (random.choice((ANY, SECOND, SECOND)),), "either", 1, priority="mop-up")
    return plain.changed(
        activities=(*held[: random.choice((1, 1, 2))], mop_up),
        limits=Limits(reserve_per_week=random.choice((None, 1, 1, 2))),
    )


def _teams(plain: Problem, random: Random) -> Problem:
    """Two reviewers, each with a worker of the same team, and little time."""
    team = random.choice(("north", "south"))
    people = [
        person.model_copy(update={"team": random.choice(("north", team)) if "workers" in person.pools else ""})
        for person in plain.people
    ]
    asked = [Need(people=(worker,)) for worker in ("w1", "w2")]
    hours = random.choice((0.5, 1))
    held = [
        _held(plain, f"a{n}", (who,), "first", hours, counterparts=(asked[n],), team=random.choice(("", "north")))
        for n, who in enumerate((FIRST, SECOND))
    ]
    return plain.changed(
        people=tuple(people), activities=tuple(held), limits=Limits(sessions_per_team_at_once=random.choice((None, 1)))
    )


def _evenings(plain: Problem, random: Random) -> Problem:
    """Sessions of the evening on days of a week, and few evenings that a reviewer may be asked for."""
    office = Hours(
        id="office",
        name="office hours",
        windows=tuple(_window(plain, day, 9, 10.5) for day in (plain.start, plain.end)),
        evenings=tuple(_window(plain, day, 9, random.choice((11, 11.5))) for day in (plain.start, plain.end)),
    )
    keeping = [person.model_copy(update={"hours": random.choice(("office", ""))}) for person in plain.people]
    late = {"evening": True}
    held = [
        _held(plain, "a0", (FIRST,), "first", 1.5, **late),
        _held(plain, "a1", (random.choice((FIRST, ANY)),), "last", 1.5, **late),
        _held(plain, "a2", (ANY,), "either", 1.5, evening=random.choice((True, False))),
    ]
    return plain.changed(
        people=tuple(keeping),
        hours=(office,),
        activities=tuple(held),
        limits=Limits(evenings_per_reviewer_per_week=random.choice((None, 1, 1))),
    )


SCENES: tuple[Callable[[Problem, Random], Problem], ...] = (_turns, _sites, _reserve, _teams, _evenings)
