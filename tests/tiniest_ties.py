"""Pairs, rooms, ways between sites, tracked cases and more, in problems so small that all programmes can be listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    Conflicts,
    Gap,
    Hours,
    Limits,
    Mode,
    Need,
    Pace,
    Person,
    Pool,
    Problem,
    Resource,
    Rotation,
    Session,
    Site,
    Team,
    Travel,
    Window,
)

THEMES = ("pairs", "rooms", "travel", "tracked")
"""What makes many programmes: at most two of them in a problem."""
LESSER = ("conflicts", "gaps", "teams", "turns", "evenings", "notice", "days", "same people", "reserve", "areas")
SITES = ("hall", "hub")
ROOMS = ("blue", "green")
HOSTS = ("h1", "h2", "h3")
PAIRS = (
    (Need(pool="reviewers", count=2), Need(pool="hosts", count=2)),
    (Need(pool="reviewers", count=2), Need(pool="hosts", count=2)),
    (Need(pool="reviewers"), Need(pool="hosts")),
    (Need(people=("r1",)), Need(pool="hosts")),
    (Need(pool="hosts", count=2),),
    (Need(pool="reviewers", count=2),),
    (Need(pool="reviewers", count=2),),
)


def widened(problem: Problem, demand: CaseDemand, random: Random) -> Problem:
    """The same problem with some of the themes; a case is tracked whose choice is demanded."""
    return _Wider(problem, demand, random).problem()


class _Wider:
    def __init__(self, problem: Problem, demand: CaseDemand, random: Random) -> None:
        self.plain = problem
        self.demand = demand
        self.random = random
        self.some = random.choice
        self.themes = {*random.sample(THEMES, 2), *random.sample(LESSER, random.randint(1, 3))}
        if (problem.end - problem.start).days > 1 and random.choice((True, False)):
            self.themes.add("days")
        self.rooms = ROOMS[: random.choice((1, 2, 2))]
        self.hours = random.choice((0.5, 0.5, 1, 1, 1.5))
        self.days = random.choice((("first",), ("last",), ("first", "last"), ("first", "last")))
        self.meet = random.choice(("at once", "at once", "apart", "anywhere"))

    def problem(self) -> Problem:
        plain = self.plain
        hosts = HOSTS if "pairs" in self.themes else ()
        activities = tuple(self.activities())
        people = (*plain.people, *(Person(id=host, name=host, pools=("hosts",)) for host in hosts))
        return plain.changed(
            people=tuple(map(self.person, people)),
            pools=(*plain.pools, Pool(id="hosts", name="hosts")),
            hours=tuple(self.office()),
            teams=(Team(id="north", district="hills"), Team(id="south", district=self.some(("", "hills")))),
            sites=tuple(Site(id=site, name=site) for site in SITES),
            travel=(Travel(between=SITES, minutes=self.some((15, 30, 45))),),
            resources=(*plain.resources, *self.resources()),
            activities=activities,
            rotations=tuple(self.rotations()),
            paces=tuple(self.paces()),
            limits=self.limits(),
            comfort=plain.comfort.model_copy(
                update={
                    **{wish: self.some((0, 1, 6, 6)) for wish in ("few_sites", "variety", "quiet_days")},
                    "quiet": (self.quiet(),),
                }
            ),
            fixed=tuple(self.fixed(fact, activities) for fact in plain.fixed),
        )

    def day(self) -> datetime:
        return datetime.combine(self.some((self.plain.start, self.plain.end)), datetime.min.time(), self.plain.tz)

    def person(self, person: Person) -> Person:
        update: dict[str, object] = {"windows": self.some((None, person.windows))}
        reviewer = "reviewers" in person.pools
        if "teams" in self.themes:
            update["team"] = self.some(("", "", "north", "south") if reviewer else ("north", "north", "south"))
        if "evenings" in self.themes and self.some((True, False)):
            update["hours"] = "office"
        if "days" in self.themes and reviewer:
            update["most_days"] = self.some((None, None, 1))
            update["consecutive_days"] = True
        if "conflicts" in self.themes and reviewer:
            update["conflicts"] = self.some((Conflicts(people=("w1",)), Conflicts(cases=("c1",)), Conflicts()))
        return person.model_copy(update=update)

    def office(self) -> Iterator[Hours]:
        days = {day.date for day in self.plain.days}
        yield Hours(
            id="office",
            name="office hours",
            windows=tuple(self.between(day, 10, 11) for day in sorted(days)),
            evenings=tuple(self.between(day, 10.5, 12.5) for day in sorted(days)[: self.some((1, 3))]),
        )

    def between(self, day: date, start: float, end: float) -> Window:
        midnight = datetime.combine(day, datetime.min.time(), self.plain.tz)
        return Window(start=midnight + timedelta(hours=start), end=midnight + timedelta(hours=end))

    def resources(self) -> Iterator[Resource]:
        if "rooms" in self.themes:
            for room in self.rooms:
                windows = (self.between(self.day().date(), 10, self.some((11, 12))),)
                yield Resource(
                    id=room,
                    name=room,
                    windows=self.some((None, None, windows)),
                    seats=self.some((None, None, 1, 2, 2, 3, 4)),
                )

    def rotations(self) -> Iterator[Rotation]:
        if "turns" in self.themes or "pairs" in self.themes:
            most = self.some((1, 1, 2))
            yield Rotation(
                name="turns", pools=self.some((("reviewers", "hosts"), ("hosts",))), kinds=("any",), most=most
            )

    def paces(self) -> Iterator[Pace]:
        if "turns" in self.themes:
            pool = self.some(("", "reviewers", "reviewers"))
            yield Pace(name="slowly", kinds=("any",), most=self.some((1, 2)), days=self.some((1, 2)), pool=pool)

    def limits(self) -> Limits:
        return self.plain.limits.model_copy(
            update={
                "interviews_per_interviewee_per_week": self.some((None, None, 1)),
                "sessions_per_team_at_once": self.some((None, 1, 1)) if "teams" in self.themes else None,
                "sites_per_person_per_day": self.some((None, None, 1)),
                "evenings_per_reviewer_per_week": self.some((None, 1, 1)),
                "reserve_per_week": self.some((1, 2)) if "reserve" in self.themes else None,
            }
        )

    def quiet(self) -> Window:
        midnight = self.day()
        return Window(start=midnight, end=midnight + timedelta(hours=self.some((24, 11))))

    def activities(self) -> Iterator[Activity]:
        most = 2 if {"tracked", "pairs"} & self.themes else 3
        made = [self.wider(nth, activity) for nth, activity in enumerate(self.plain.activities[:most])]
        leader = next((nth for nth, activity in enumerate(made) if not activity.standing), None)
        if "tracked" in self.themes and leader is not None:
            made[leader] = made[leader].model_copy(update={"demand": self.demand, "counterparts": ()})
            made += [
                self.follower(f"t{nth}", made[leader])
                for nth in range(1 if "pairs" in self.themes else self.some((1, 2)))
            ]
        for nth, activity in enumerate(made):
            before = [other for other in made[:nth] if not other.standing]
            yield activity if activity.standing else self.tied(activity, before)

    def wider(self, nth: int, activity: Activity) -> Activity:
        update: dict[str, object] = {"windows": tuple(self.windows(nth, activity))}
        if self.some((True, True, True, False)):
            update |= {"in_day": "any", "day_kinds": (), "after": (), "longest": activity.shortest}
        if self.some((True, False)):
            update |= {"demand": None, "counterparts": (), "breathing_space": 0, "area": ""}
        if "areas" in self.themes:
            update |= {"area": "a", "first_of_area": nth == 1, "last_of_area": nth == 0, "standing": ""}
        if "travel" in self.themes:
            update["place"] = self.some(("online", *SITES, *4 * [SITES[nth % 2]]))
            by = (Need(people=(("r1", "r2", "r1")[nth],)), Need(people=("r1",)), Need(pool="reviewers"))
            update |= {"needs": (self.some(by),), "standing": ""}
        if "rooms" in self.themes:
            update["rooms"] = self.some((self.rooms[:1], self.rooms[-1:], self.rooms))
        if "pairs" in self.themes and self.some((True, True, True, False)):
            update |= {"longest": activity.shortest, "needs": self.some(PAIRS), "standing": ""}
        return activity.model_copy(update=update)

    def windows(self, nth: int, activity: Activity) -> Iterator[Window]:
        """Few starts, on the days of all others or each on another: the nouns are to meet."""
        ends = {"first": self.plain.start, "last": self.plain.end}
        days = [ends[day] for day in self.days]
        if self.meet == "apart":
            days = days[nth % len(days) :][:1]
        elif self.meet == "anywhere":
            days = sorted({window.start.date() for window in activity.windows})
        for day in days:
            yield self.between(day, 10, 10 + self.hours + ("travel" in self.themes))

    def tied(self, activity: Activity, before: list[Activity]) -> Activity:
        update: dict[str, object] = {}
        if "teams" in self.themes and self.some((True, True, False)):
            update["team"] = self.some(("north", "north", "south"))
        if "evenings" in self.themes:
            update["evening"] = self.some((True, True, False))
        if "notice" in self.themes and self.some((True, False)):
            update["asked_from"] = self.day() + timedelta(hours=10, minutes=self.some((0, 30, 45)))
        if before and "gaps" in self.themes:
            update["gaps"] = (self.gap(before[-1].id),)
        if before and "same people" in self.themes:
            update["same_reviewers_as"] = before[-1].id
        if before and before[-1].rooms and self.some((True, True, False)):
            update["same_place_as"] = before[-1].id
        return activity.model_copy(update=update)

    def gap(self, after: str) -> Gap:
        bounds = self.some(
            (
                {"least_minutes": 30},
                {"most_minutes": 30},
                {"least_minutes": 15, "most_minutes": 45},
                {"least_days": 1},
                {"most_days": 0},
                {"least_minutes": 0, "most_days": 1},
            )
        )
        return Gap(after=after, **bounds)

    def follower(self, name: str, leader: Activity) -> Activity:
        """Somebody else about the case that another activity chooses, on one day."""
        demand = leader.demand
        assert demand is not None
        window = self.some(leader.windows)
        candidates = tuple(
            Candidate(case=one.case, rank=one.rank, workers=(self.some(("w1", "w2")),)) for one in demand.candidates
        )
        about = demand.model_copy(
            update={"tracks": leader.id, "candidates": candidates, "modes": self.some(((Mode.WORKER,), demand.modes))}
        )
        return Activity(
            id=name,
            title=name,
            kind="any",
            shortest=30,
            longest=30,
            needs=(Need(pool="reviewers"),),
            demand=about,
            windows=(Window(start=window.start, end=window.start + timedelta(minutes=self.some((30, 60)))),),
            place=leader.place,
            priority=self.some(("must", "should")),
            evidence=True,
            interview=self.some((True, False)),
        )

    def fixed(self, fact: Session, activities: tuple[Activity, ...]) -> Session:
        (activity,) = [activity for activity in activities if activity.id == fact.activity]
        return fact.model_copy(update={"place": activity.place, "room": self.some(activity.rooms or ("",))})
