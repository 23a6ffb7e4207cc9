"""Small random problems in which every rule has something to say: drawn from a seed, so the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tiny_happenings import under_way
from tiny_ties import tied
from two_weeks import apart

from constraints.problem import (
    EVERYBODY,
    WORKING,
    Activity,
    Area,
    Candidate,
    CaseDemand,
    CaseSeen,
    Comfort,
    Conflicts,
    Hours,
    Limits,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    Session,
    Window,
)

LONDON = ZoneInfo("Europe/London")
FIRST_DAYS = (date(2021, 4, 27), date(2021, 3, 27), date(2021, 10, 30), date(2021, 5, 9))
"""A Tuesday; the Saturdays before the clocks go forward and back; a Sunday, so that two weeks are touched."""
STRATA = ("audit", "missing")


WEEKENDS = (date(2021, 5, 9), date(2021, 3, 28), date(2021, 10, 31))
"""Sundays, two of them with a change of the clocks."""


def tiny_problem(seed: int) -> Problem:
    """A problem of two or three days, with up to three reviewers, four workers and eight activities."""
    problem = tied(_Draw(Random(seed), FIRST_DAYS).problem(), Random(f"ties {seed}"))
    return under_way(problem, Random(f"under way {seed}"), one_in=4)


def in_two_weeks(seed: int) -> Problem:
    """The same over a Sunday and a Monday, or one day more, with each activity in a week of its own."""
    return apart(tied(_Draw(Random(seed), WEEKENDS).problem(), Random(f"ties {seed}")), Random(f"weeks {seed}"))


class _Draw:
    def __init__(self, random: Random, first_days: Sequence[date]) -> None:
        self.random = random
        self.grid = random.choice((15, 15, 30))
        first = random.choice(first_days)
        self.days = [first + timedelta(n) for n in range(random.choice((2, 3)))]
        self.reviewers = [f"r{n}" for n in range(random.choice((2, 2, 3)))]
        self.workers = [f"w{n}" for n in range(random.choice((2, 3, 4)))]
        self.demands = {stratum: self.demand(stratum) for stratum in STRATA}

    def one_in(self, n: int) -> bool:
        return self.random.randrange(n) == 0

    def at(self, day: date, ticks: int) -> datetime:
        nine = datetime.combine(day, time(9), LONDON).astimezone(UTC)
        return (nine + timedelta(minutes=ticks * self.grid)).astimezone(LONDON)

    def window(self, day: date, least: int = 2) -> Window:
        start = self.random.randrange(-2, 6)
        end = start + self.random.randrange(least, 12)
        ragged = self.random.choice((0, 0, 0, 5))
        return Window(
            start=self.at(day, start) + timedelta(minutes=ragged), end=self.at(day, end) + timedelta(minutes=ragged)
        )

    def windows(self, least: int = 2) -> tuple[Window, ...]:
        windows = [self.window(day, least) for day in self.days if not self.one_in(5)]
        if windows and self.one_in(3):
            touched = windows[-1].end
            windows.append(Window(start=touched, end=touched + timedelta(minutes=4 * self.grid)))
        if self.one_in(6):
            windows = [Window(start=self.at(self.days[0], 2), end=self.at(self.days[-1], 3))]
        return tuple(windows)

    def some(self, of: Sequence[str], least: int = 0) -> tuple[str, ...]:
        return tuple(self.random.sample(list(of), self.random.randint(least, len(of))))

    def problem(self) -> Problem:
        days = tuple(
            ReviewerDay(person=person, date=day, kind=self.random.choice(("fieldwork", "fieldwork", "reading")))
            for person in self.reviewers
            for day in self.days
            if not self.one_in(5)
        )
        activities = self.activities()
        problem = Problem(
            title="tiny",
            grid=self.grid,
            start=self.days[0],
            end=self.days[-1],
            people=(*map(self.reviewer, self.reviewers), *map(self.worker, self.workers)),
            pools=(Pool(id="reviewers", name="reviewers"), Pool(id="workers", name="workers")),
            hours=(Hours(id="office", name="office hours", windows=self.windows(8)),),
            areas=(Area(id="a", title="area A"),),
            activities=activities,
            resources=(
                Resource(id="laptop", name="The laptop", windows=self.windows(4) or None if self.one_in(2) else None),
            ),
            days=days,
            contracted={"fieldwork": self.random.choice((1, 1.5, 2, 3)), "reading": self.random.choice((0, 1))},
            limits=Limits(
                interviews_per_reviewer_per_day=self.random.choice((None, 1, 1, 2)),
                interviews_per_interviewee_per_day=self.random.choice((None, 1, 1)),
            ),
            comfort=Comfort(fair_share=2, idle=1, preferred_hours=3, few_days=1, preferred=self.windows(6)),
        )
        return problem.model_copy(update={"fixed": tuple(self.facts(activities))})

    def reviewer(self, name: str) -> Person:
        also = ("workers",) if self.one_in(8) else ()
        conflicts = Conflicts(
            teams=("north",) if self.one_in(5) else (),
            people=self.some(self.workers)[:1] if self.one_in(4) else (),
            cases=self.some([f"{s}-{n}" for s in STRATA for n in range(3)])[:2] if self.one_in(3) else (),
        )
        return Person(
            id=name,
            name=f"reviewer {name}",
            pools=("reviewers", *also),
            expertise=("education",) if self.one_in(2) else (),
            hours="office" if self.one_in(3) else "",
            windows=self.windows(6) if self.one_in(3) else None,
            daily_limit=self.random.choice((None, None, 1)),
            conflicts=conflicts,
        )

    def worker(self, name: str) -> Person:
        return Person(
            id=name,
            name=f"worker {name}",
            pools=("workers",),
            team=self.random.choice(("north", "south")),
            expertise=("education",) if self.one_in(3) else (),
            hours="office" if self.one_in(3) else "",
            windows=self.windows(5) if self.one_in(2) else None,
            daily_limit=self.random.choice((None, None, 1)),
        )

    def demand(self, stratum: str) -> CaseDemand:
        others = [f"{other}-0" for other in STRATA if other != stratum and self.one_in(2)]
        cases = [f"{stratum}-{n}" for n in range(self.random.choice((1, 2, 3)))] + others
        return CaseDemand(
            stratum=stratum,
            base=self.random.choice((1, 1, 2)),
            candidates=tuple(self.candidate(case, rank) for rank, case in enumerate(cases, 1)),
            modes=self.random.choice((tuple(Mode), (Mode.WORKER, Mode.RECORD), (Mode.RECORD, Mode.WORKER))),
            record_resource=self.random.choice(("laptop", "laptop", "")),
        )

    def candidate(self, case: str, rank: int) -> Candidate:
        workers = self.random.sample(self.workers, self.random.choice((1, 1, 2)))
        cover = self.some([worker for worker in self.workers if worker not in workers])[:1]
        return Candidate(case=case, rank=rank, workers=tuple(workers), cover=cover)

    def activities(self) -> tuple[Activity, ...]:
        kinds = self.random.choices(
            (self.interview, self.pair, self.on_laptop, self.standing, self.talk, self.plain),
            weights=(5, 2, 2, 4, 2, 3),
            k=self.random.randint(3, 6),
        )
        made: list[Activity] = []
        for nth, kind in enumerate(kinds):
            activity = kind(f"{kind.__name__}-{nth}")
            before = [a.id for a in made if not a.standing]
            if not activity.standing:
                update = {
                    "after": self.some(before)[:1] if self.one_in(3) else (),
                    "area": "a" if self.one_in(2) else "",
                    "first_of_area": self.one_in(3),
                    "last_of_area": self.one_in(3),
                    "windows": self.windows(4) if self.one_in(4) else (),
                    "day_kinds": ("fieldwork",) if self.one_in(3) else (),
                    "in_day": self.random.choice(("first", "any", "any", "any", "last")),
                    "breathing_space": self.random.choice((0, 0, self.grid, 10, 2 * self.grid)),
                    "priority": self.random.choice(("must", "must", "should", "mop-up")),
                }
                activity = activity.model_copy(update=update)
            made.append(activity)
        return tuple(made)

    def activity(self, name: str, needs: Iterable[Need], **other: object) -> Activity:
        shortest = self.random.choice((1, 2, 2)) * self.grid
        longest = shortest + self.random.choice((0, 0, 1, 2)) * self.grid
        held = {
            "id": name,
            "title": name,
            "kind": "any",
            "shortest": shortest,
            "longest": longest,
            "needs": tuple(needs),
        }
        return Activity.model_validate(held | other)

    def one_reviewer(self) -> Need:
        return Need(pool="reviewers", count=1, expertise="education" if self.one_in(4) else "")

    def interview(self, name: str) -> Activity:
        demand = self.demands[self.random.choice(STRATA)]
        needs = [Need(pool="workers")] if self.one_in(6) else []
        return self.activity(
            name, [self.one_reviewer()], demand=demand, counterparts=tuple(needs), interview=True, evidence=True
        )

    def pair(self, name: str) -> Activity:
        demand = self.demands[self.random.choice(STRATA)].model_copy(update={"enough": self.random.choice((1, 2))})
        need = Need(pool="reviewers", count=self.random.choice((2, EVERYBODY)))
        return self.activity(name, [need], demand=demand, interview=True, evidence=True)

    def on_laptop(self, name: str) -> Activity:
        demand = self.demands["audit"].model_copy(update={"count": self.random.choice((1, 2)), "modes": (Mode.RECORD,)})
        return self.activity(name, [self.one_reviewer()], demand=demand, resources=("laptop",), evidence=True)

    def talk(self, name: str) -> Activity:
        counterparts = (
            Need(pool="workers", count=self.random.choice((1, 2)), expertise="education" if self.one_in(3) else ""),
            Need(people=(self.workers[0],)),
            Need(pool="workers", count=EVERYBODY),
        )
        needs = [Need(people=(self.reviewers[0],)), Need(pool="reviewers")] if self.one_in(3) else [self.one_reviewer()]
        return self.activity(
            name, needs, counterparts=(self.random.choice(counterparts),), interview=self.one_in(2), evidence=True
        )

    def plain(self, name: str) -> Activity:
        need = self.random.choice(
            (
                Need(people=(self.random.choice(self.reviewers),)),
                Need(pool="reviewers", count=EVERYBODY),
                Need(pool="reviewers", count=WORKING),
            )
        )
        return self.activity(name, [need], evidence=self.one_in(2))

    def standing(self, name: str) -> Activity:
        day = self.random.choice(self.days)
        shared = Need(pool="reviewers", count=WORKING)
        need = self.random.choice((shared, shared, Need(people=(self.random.choice(self.reviewers),))))
        return self.activity(
            name,
            [need],
            standing="kit",
            priority=self.random.choice(("should", "should", "must", "mop-up")),
            windows=(self.window(day, 4),),
            in_day=self.random.choice(("first", "next to last", "last")),
            counterparts=(Need(pool="workers"),) if self.one_in(3) else (),
        )

    def facts(self, activities: Sequence[Activity]) -> Iterable[Session]:
        """Some activities already have a session, and nobody asked the rules: facts may break them among themselves."""
        for activity in self.random.sample(activities, self.random.choice((0, 0, 1, 2, 2))):
            start = self.at(self.random.choice(self.days), self.random.randrange(0, 8))
            start += timedelta(minutes=self.random.choice((0, 0, 0, 10)))
            length = timedelta(minutes=self.random.choice((activity.shortest, activity.longest, 25)))
            yield Session(
                activity=activity.id,
                start=start,
                end=start + length,
                reviewers=self.some(self.reviewers, 1),
                counterparts=None if self.one_in(8) else self.some(self.workers)[:1],
                cases=None if self.one_in(8) else self.cases(activity),
                place="online",
            )

    def cases(self, activity: Activity) -> tuple[CaseSeen, ...]:
        demand = activity.demand
        if demand is None:
            return ()
        seen = self.random.choice(demand.candidates)
        return (CaseSeen(case=seen.case, rank=seen.rank, mode=self.random.choice(demand.modes)),)
