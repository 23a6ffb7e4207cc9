"""A tiny problem taken apart: each activity in one of two weeks, which share nothing but cases, or little else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random

from constraints.problem import Activity, Pace, Person, Problem, Session, Window

WORKDAY = (time(8), time(20))


def apart(problem: Problem, random: Random) -> Problem:
    """The same problem with each activity in a week of its own choice; now and then something still ties the weeks.

    Cases stay those that both weeks would see. The problem's days have to touch two weeks.
    """
    weeks = _weeks(problem)
    followed = {activity.tracks: activity.id for activity in problem.activities if activity.tracks}
    chosen = {activity.id: random.choice(sorted(weeks)) for activity in problem.activities}
    chosen |= {follower: chosen[leader] for leader, follower in followed.items()}
    tied = {what: random.randrange(6) == 0 for what in ("activities", "turns", "days", "people")}
    activities = tuple(_in_its_week(a, problem, weeks, chosen, tied["activities"], random) for a in problem.activities)
    return problem.changed(
        activities=activities,
        fixed=tuple(_moved(fact, weeks[chosen[fact.activity]], random) for fact in problem.fixed),
        contracted=problem.contracted if tied["days"] else dict.fromkeys(problem.contracted, 99),
        rotations=problem.rotations if tied["turns"] else (),
        paces=problem.paces if tied["turns"] else tuple(map(_of_a_day, problem.paces)),
        people=problem.people if tied["people"] else tuple(map(_any_days, problem.people)),
    )


def _weeks(problem: Problem) -> Mapping[int, list[date]]:
    found: dict[int, list[date]] = {}
    for n in range((problem.end - problem.start).days + 1):
        day = problem.start + timedelta(n)
        found.setdefault(day.isocalendar().week, []).append(day)
    return found


def _in_its_week(
    activity: Activity,
    problem: Problem,
    weeks: Mapping[int, list[date]],
    chosen: Mapping[str, int],
    tied: bool,
    random: Random,
) -> Activity:
    week = chosen[activity.id]
    near = [other for other, its in chosen.items() if tied or its == week or other == activity.tracks]
    mine = activity.among(near)
    days = weeks[week] if not random.randrange(3) else [random.choice(weeks[week])]
    demand = mine.demand
    if demand and week == max(weeks):
        demand = demand.model_copy(update={"stratum": f"{demand.stratum} later"})
    area = mine.area if tied or week == min(weeks) else ""
    windows = tuple(_workday(problem, day) for day in days[: 1 if mine.standing else None])
    return mine.model_copy(update={"windows": windows, "demand": demand, "area": area})


def _workday(problem: Problem, day: date) -> Window:
    start, end = (datetime.combine(day, clock, problem.tz) for clock in WORKDAY)
    return Window(start=start, end=end)


def _moved(fact: Session, days: list[date], random: Random) -> Session:
    day, length = random.choice(days), fact.end - fact.start
    start = fact.start.replace(year=day.year, month=day.month, day=day.day)
    return fact.model_copy(update={"start": start, "end": start + length})


def _of_a_day(pace: Pace) -> Pace:
    return pace.model_copy(update={"days": 1})


def _any_days(person: Person) -> Person:
    return person.model_copy(update={"most_days": None, "consecutive_days": False})
