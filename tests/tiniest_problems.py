"""Problems so small that every programme of theirs can be written down: three activities, six starts, two cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import product
from random import Random
from zoneinfo import ZoneInfo

from tiniest_scenes import scene
from tiniest_ties import widened
from tiny_happenings import under_way

from constraints.problem import (
    EVERYBODY,
    WORKING,
    Activity,
    Area,
    Candidate,
    CaseDemand,
    CaseSeen,
    Comfort,
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
STEP = timedelta(minutes=30)
TUESDAY, SUNDAY = date(2021, 5, 4), date(2021, 5, 9)
SPELLS = tuple([first + timedelta(n) for n in range(many)] for first, many in ((TUESDAY, 2), (SUNDAY, 2), (TUESDAY, 3)))
"""The days of a problem: two of one week, two of two weeks, three."""


def tiniest(seed: int) -> Problem:
    """A problem of up to four activities, five reviewers and hosts, two workers, two cases and six starts.

    Of four, one is of the plain nouns only, on two days of one week, one a scene, and two of all nouns; about half of
    the first three are under way.
    """
    problem = _unheld(seed)
    return problem if seed % 4 == 3 else under_way(problem, Random(f"under way {seed}"), one_in=2)


def _unheld(seed: int) -> Problem:
    nth, kind = divmod(seed, 4)
    if kind == 0:
        return _Draw(Random(seed), SPELLS[0]).problem()
    random = Random(f"ties {seed}")
    draw = _Draw(Random(seed), random.choice(SPELLS), least=2)
    if kind == 1:
        return scene(draw.problem(), nth, random)
    return widened(draw.problem(), draw.demand(), random)


class _Draw:
    def __init__(self, random: Random, days: Sequence[date], least: int = 1) -> None:
        self.least = least
        self.random = random
        self.some = random.choice
        self.days = days

    def problem(self) -> Problem:
        some = self.some
        demand = self.demand()
        activities = tuple(self.activity(f"a{n}", demand) for n in range(max(self.least, some((1, 2, 2, 3, 3)))))
        free = {who: some((None, None, None, (self.window(least=3),))) for who in ("r1", "r2", "w1", "w2")}
        fixed = (self.fixed(activities[0]),) if len(activities) > 1 and some((1, 0, 0)) else ()
        laptop = Resource(id="laptop", name="The laptop", windows=some((None, None, (self.window(least=2),))))
        return Problem(
            title="tiniest",
            grid=30,
            start=self.days[0],
            end=self.days[-1],
            people=tuple(
                Person(id=who, name=who, pools=("reviewers" if who[0] == "r" else "workers",), windows=free[who])
                for who in free
            ),
            pools=(Pool(id="reviewers", name="reviewers"), Pool(id="workers", name="workers")),
            areas=(Area(id="a", title="A"),),
            activities=activities,
            resources=(laptop,),
            days=tuple(
                ReviewerDay(person=person, date=day, kind=some(("fieldwork", "fieldwork", "reading")))
                for person, day in product(("r1", "r2"), self.days)
                if some((1, 1, 1, 1, 1, 0))
            ),
            contracted={"fieldwork": some((2, 4, 4))},
            limits=Limits(
                interviews_per_reviewer_per_day=some((None, 1)), interviews_per_interviewee_per_day=some((None, 1))
            ),
            comfort=Comfort(fair_share=2, idle=1, preferred_hours=1, few_days=3, preferred=(self.window(least=2),)),
            fixed=fixed,
        )

    def demand(self) -> CaseDemand:
        some = self.some
        return CaseDemand(
            stratum="audit",
            base=some((1, 1, 2)),
            candidates=tuple(
                Candidate(case=f"c{n}", rank=n, workers=(some(("w1", "w2")),), cover=some(((), ("w2",))))
                for n in (1, 2)
            ),
            modes=some(((Mode.WORKER, Mode.RECORD), (Mode.WORKER,), (Mode.WORKER, Mode.COVER))),
            record_resource="laptop",
        )

    def at(self, day: date, half_hours: int) -> datetime:
        return datetime(day.year, day.month, day.day, 10, tzinfo=LONDON) + half_hours * STEP

    def window(self, least: int) -> Window:
        day, start = self.some(self.days), self.some((0, 0, 1))
        return Window(start=self.at(day, start), end=self.at(day, start + self.random.randint(least, 4)))

    def activity(self, name: str, demand: CaseDemand) -> Activity:
        some = self.some
        standing = some((True, False, False, False))
        everybody = Need(pool="reviewers", count=EVERYBODY)
        need = some((Need(pool="reviewers"), Need(pool="reviewers"), Need(people=("r1",)), everybody))
        if standing:
            need = some((Need(pool="reviewers", count=WORKING), Need(people=("r2",))))
        all_workers = (Need(pool="workers", count=EVERYBODY),)
        asked = () if standing else some(((), (), (), (), (Need(pool="workers"),), all_workers))
        days = self.random.sample(self.days, some((1, 2, 2)))
        windows = {day: Window(start=self.at(day, 0), end=self.at(day, some((2, 3, 3)))) for day in days}
        return Activity(
            id=name,
            title=name,
            kind="any",
            area="" if standing else some(("", "a")),
            shortest=30,
            longest=some((30, 30, 60)),
            needs=(need,),
            counterparts=asked,
            demand=None if standing or asked or some((True, False, False, False)) else demand,
            windows=tuple(windows[day] for day in sorted(windows))[: 1 if standing else 2],
            day_kinds=some(((), (), (), ("fieldwork",))),
            after=("a0",) if name != "a0" and some((True, False, False)) else (),
            first_of_area=some((True, False, False, False)),
            last_of_area=some((True, False, False, False)),
            in_day=some(("first", "any", "any", "last")),
            breathing_space=some((0, 0, 30)),
            priority=some(("must", "must", "should", "mop-up")),
            standing="kit" if standing else "",
            evidence=not standing,
            interview=not standing and some((True, False)),
        )

    def fixed(self, activity: Activity) -> Session:
        start = self.at(self.some(self.days), self.some((0, 1, 2)))
        cases = (CaseSeen(case="c1", rank=1, mode=Mode.WORKER),) if activity.demand else ()
        return Session(
            activity=activity.id, start=start, end=start + STEP, reviewers=("r1",), counterparts=("w1",), cases=cases
        )
