"""What ties activities, people and places together, added to a tiny problem: sites, rooms, turns, gaps, tracked cases.

Each problem gets some of it, so that a rule about one of these still finds programmes that break nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from tiny_limits import KINDS, TEAMS, limited

from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    CaseSeen,
    Gap,
    Need,
    Pool,
    Problem,
    Resource,
    Session,
    Site,
    Team,
    Travel,
    Window,
)

SITES = ("hall", "hub", "farm")
ROOMS = ("blue", "green")
THEMES = ("places", "rooms", "teams", "evenings", "notice", "turns", "gaps", "tracking", "days", "hosts", "same people")


def tied(problem: Problem, random: Random) -> Problem:
    """The same problem with some sites, rooms, teams, evenings, turns, gaps and tracked cases."""
    themes = frozenset(random.sample(THEMES, random.randint(5, 9)))
    return _Ties(limited(problem, random, themes), random, themes).problem()


class _Ties:
    def __init__(self, problem: Problem, random: Random, themes: Collection[str]) -> None:
        self.plain = problem
        self.random = random
        self.themes = themes
        self.reviewers = [p.id for p in problem.people if "reviewers" in p.pools]
        self.workers = [p.id for p in problem.people if "workers" in p.pools and p.id not in self.reviewers]
        self.sites = SITES[: random.choice((2, 2, 3))] if "places" in self.themes else ()
        self.rooms = ROOMS[: random.choice((1, 2, 2))] if "rooms" in self.themes else ()

    def one_in(self, n: int) -> bool:
        return self.random.randrange(n) == 0

    def some(self, of: Sequence[str], least: int = 1) -> tuple[str, ...]:
        return tuple(self.random.sample(list(of), self.random.randint(least, len(of))))

    def problem(self) -> Problem:
        plain = self.plain
        activities = self.activities()
        return plain.changed(
            pools=(*plain.pools, Pool(id="hosts", name="hosts")),
            teams=tuple(self.teams()),
            sites=tuple(Site(id=site, name=site) for site in self.sites),
            travel=tuple(self.travel()),
            resources=(*plain.resources, *map(self.room, self.rooms)),
            activities=activities,
            fixed=tuple(self.facts(activities)),
        )

    def teams(self) -> Iterator[Team]:
        if "teams" in self.themes:
            for team in TEAMS[: self.random.choice((2, 3))]:
                yield Team(id=team, district=self.random.choice(("", "hills", "hills", "river")))

    def travel(self) -> Iterator[Travel]:
        for n, one in enumerate(self.sites):
            for other in self.sites[n + 1 :]:
                if not self.one_in(5):
                    yield Travel(between=(one, other), minutes=self.random.choice((0, 10, 15, 20, 30, 40, 60)))

    def room(self, room: str) -> Resource:
        windows = None
        if self.one_in(2):
            windows = tuple(
                Window(start=w.start, end=w.end + timedelta(minutes=self.random.choice((0, 5))))
                for w in self.plain.hours[0].windows
            )
        return Resource(id=room, name=room, windows=windows or None, seats=self.random.choice((None, 1, 2, 2, 3, 4)))

    def activities(self) -> tuple[Activity, ...]:
        made: list[Activity] = []
        for activity in self.plain.activities:
            made.append(self.at_a_place(activity, made))
            if not activity.standing:
                made[-1] = self.with_others(self.among_teams(made[-1]), [a for a in made[:-1] if not a.standing])
        if "tracking" in self.themes:
            chosen = [activity for activity in made if activity.demand]
            for nth, leader in enumerate(self.random.sample(chosen, min(len(chosen), self.random.choice((1, 1, 2))))):
                made.append(self.follower(f"about-{nth}", leader))
        return tuple(made)

    def at_a_place(self, activity: Activity, before: Sequence[Activity]) -> Activity:
        update: dict[str, object] = {"kind": self.random.choice(KINDS)}
        if self.sites and not self.one_in(4):
            update["place"] = self.random.choice(self.sites)
        if self.rooms and not self.one_in(3):
            update["rooms"] = self.some(self.rooms)
        roomed = [other.id for other in before if other.rooms]
        if roomed and self.one_in(2):
            update["same_place_as"] = self.random.choice(roomed)
        return activity.model_copy(update=update)

    def among_teams(self, activity: Activity) -> Activity:
        update: dict[str, object] = {}
        if "teams" in self.themes and not self.one_in(3):
            update["team"] = self.random.choice(TEAMS)
        if "evenings" in self.themes and self.one_in(2):
            update["evening"] = True
        if "notice" in self.themes and self.one_in(2):
            nine = datetime.combine(self.plain.start + timedelta(self.random.randrange(2)), datetime.min.time())
            update["asked_from"] = nine.replace(tzinfo=self.plain.tz) + timedelta(
                hours=9, minutes=self.random.choice((0, 15, 35, 60, 90, 150))
            )
        return activity.model_copy(update=update)

    def with_others(self, activity: Activity, before: Sequence[Activity]) -> Activity:
        update: dict[str, object] = {}
        if "hosts" in self.themes and self.one_in(2):
            update["needs"] = (*activity.needs, Need(pool="hosts", count=self.random.choice((1, 1, 2))))
        if "gaps" in self.themes and before and self.one_in(2):
            update["gaps"] = tuple(self.gap(other) for other in self.random.sample(before, min(len(before), 2)))
        if "same people" in self.themes and before and self.one_in(2):
            update["same_reviewers_as"] = self.random.choice(before).id
        return activity.model_copy(update=update)

    def gap(self, other: Activity) -> Gap:
        grid = self.plain.grid
        minutes, days = self.random.choice((0, 10, grid, 25, 2 * grid)), self.random.choice((0, 0, 1))
        bounds = self.random.choice(
            (
                {"least_minutes": minutes},
                {"most_minutes": minutes + 2 * grid},
                {"least_minutes": minutes, "most_minutes": minutes + self.random.choice((0, grid, 35))},
                {"least_days": days},
                {"most_days": days},
                {"least_days": 1, "most_days": 1},
                {"least_minutes": minutes, "most_days": days},
            )
        )
        return Gap(after=other.id, **bounds)

    def follower(self, name: str, leader: Activity) -> Activity:
        """An activity about the case that another chooses, with other people about it."""
        demand = leader.demand
        assert demand is not None
        tracking = demand.model_copy(
            update={
                "tracks": leader.id,
                "role": "independent reviewing officer",
                "enough": 1,
                "candidates": tuple(map(self.asked_otherwise, demand.candidates)),
                "modes": self.random.choice((demand.modes, demand.modes[:1], demand.modes[-1:])),
            }
        )
        shortest = self.random.choice((1, 2)) * self.plain.grid
        return Activity(
            id=name,
            title=name,
            kind=self.random.choice(KINDS),
            shortest=shortest,
            longest=shortest,
            needs=(Need(pool="reviewers"),),
            demand=CaseDemand.model_validate(tracking.model_dump()),
            gaps=(self.gap(leader),) if "gaps" in self.themes and self.one_in(3) else (),
            same_reviewers_as=leader.id if self.one_in(3) else "",
            priority=self.random.choice(("must", "should")),
            evidence=True,
            interview=self.one_in(2),
        )

    def asked_otherwise(self, candidate: Candidate) -> Candidate:
        workers = tuple(self.random.sample(self.workers, 1)) if not self.one_in(6) else candidate.workers
        cover = self.some([worker for worker in self.workers if worker not in workers], 0)[:1]
        return candidate.model_copy(update={"workers": workers, "cover": cover})

    def facts(self, activities: Sequence[Activity]) -> Iterator[Session]:
        """The sessions that stood, now somewhere, and sometimes one about a tracked case."""
        by_id = {activity.id: activity for activity in activities}
        for fact in self.plain.fixed:
            yield self.somewhere(fact, by_id[fact.activity])
        for activity in activities:
            if activity.demand and activity.demand.tracks and self.one_in(5):
                case = self.random.choice(activity.demand.candidates)
                start = datetime.combine(self.plain.start, datetime.min.time(), self.plain.tz)
                start += timedelta(self.random.randrange(2), hours=self.random.randrange(9, 12))
                found = Session(
                    activity=activity.id,
                    start=start,
                    end=start + timedelta(minutes=activity.shortest),
                    reviewers=(self.random.choice(self.reviewers),),
                    counterparts=case.workers,
                    cases=(CaseSeen(case=case.case, rank=case.rank, mode=activity.demand.modes[0]),),
                )
                yield self.somewhere(found, activity)

    def somewhere(self, fact: Session, activity: Activity) -> Session:
        place = self.random.choice(("online", *self.sites)) if self.one_in(5) else activity.place
        rooms = ("", None, *self.rooms) if self.one_in(4) else activity.rooms or ("",)
        return fact.model_copy(update={"place": place, "room": self.random.choice(rooms)})
