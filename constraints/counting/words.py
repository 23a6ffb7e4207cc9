"""A density check's finding as one sentence: who, how many, when, and how many are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from constraints.counting.jobs import Ask
from constraints.counting.maker import Maker, case_ways
from constraints.interview_limits import by_week
from constraints.problem import Activity, Mode, Problem

FEW = 3
"""So many titles are told one by one; more are counted."""

WEEKEND = (5, 6)

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def sentence(maker: Maker, ask: Ask, most: int, *, exact: bool) -> str:
    """What a subject is asked for and how much of it there is, in plain words.

    Args:
        maker: knows the problem.
        ask: the subject, with the jobs that it is too little for.
        most: so many of them can be held at most.
        exact: whether so many really can.
    """
    activities = [maker.problem.activity[job.id] for job in ask.jobs]
    word = "interview" if all(activity.interview for activity in activities) else "session"
    many = counted(most, word) if exact or not most else f"at most {counted(most, word)}"
    fixed = " beside what is fixed" if _has_fixed(maker, ask, activities) else ""
    return f"{_who(maker, ask, activities)} {many}{fixed}{_when(maker, ask, activities)}; {_asked(ask, activities)}."


def _who(maker: Maker, ask: Ask, activities: Sequence[Activity]) -> str:
    """The subject and what it can do."""
    plural = len(ask.subjects) != 1
    match ask.kind:
        case "area":
            told = f"The time set for {ask.name} is enough for"
        case "contract":
            days = counted(ask.budget.left if ask.budget else 0, f"{ask.subject} day")
            told = f"The contract leaves {days}: room for"
        case "stratum":
            told = "The cases drawn are enough for"
        case "cases":
            told = f"{_who_speak(maker.problem, activities)} are free for"
        case "team":
            told = f"{ask.name}, with {counted(len(ask.diaries), 'session')} at once, has room for"
        case _:
            told = f"{ask.name}{_together(ask)} {'are' if plural else 'is'} free for"
    return told


def _together(ask: Ask) -> str:
    """How many of a pool each session takes, where it is the same number of several."""
    units = {job.units for job in ask.jobs}
    (together,) = units if len(units) == 1 else (1,)
    return "" if together == 1 else f", {_number(together)} at a time,"


def counted(count: int, word: str) -> str:
    """A count and its word: no session, 1 session, 2 sessions."""
    return f"{count or 'no'} {word}{'s' if count > 1 else ''}"


def _number(count: int) -> str:
    return NUMBERS[count - 1] if 1 <= count <= len(NUMBERS) else str(count)


def _asked(ask: Ask, activities: Sequence[Activity]) -> str:
    mop_ups = sum(activity.priority == "mop-up" for activity in activities)
    of_them = (
        f", {mop_ups} of them {'a mop-up' if mop_ups == 1 else 'mop-ups'}" if 0 < mop_ups < len(activities) else ""
    )
    verb = "is" if len(activities) == 1 else "are"
    told = "can stand on no other day" if ask.kind == "day" else f"{verb} asked for"
    return f"{len(activities)} {told}{of_them} ({_titles(activities)})"


def _titles(activities: Sequence[Activity]) -> str:
    times = Counter(activity.title for activity in activities)
    told = [title if count == 1 else f"{title}, {count} times" for title, count in times.items()]
    if len(told) > FEW + 1:
        told = [*told[:FEW], f"{sum(list(times.values())[FEW:])} more"]
    return "; ".join(told)


def _who_speak(problem: Problem, activities: Sequence[Activity]) -> str:
    """Those who can speak about the cases, by their pool where they are all of one, and what the record takes."""
    people = [problem.person[one] for activity in activities for *_, group in case_ways(activity) for one in group]
    shared = [pool.name for pool in problem.pools if people and all(pool.id in person.pools for person in people)]
    demands = [activity.demand for activity in activities if activity.demand]
    things = dict.fromkeys(demand.record_resource for demand in demands if Mode.RECORD in demand.modes)
    names = " and ".join(problem.resource[thing].name for thing in things if thing)
    also = f", and {names} for the record," if names else ""
    return f"{shared[0] if shared else 'Those'} who can speak about the cases drawn{also}"


def _when(maker: Maker, ask: Ask, activities: Sequence[Activity]) -> str:
    if ask.kind == "day":
        return f" {_on(date.fromisoformat(ask.subject))}"
    return "" if ask.kind == "stratum" else f" {period(maker, activities)}"


def _on(day: date) -> str:
    return f"on {day:%A} {day.day} {day:%B}"


def _has_fixed(maker: Maker, ask: Ask, activities: Sequence[Activity]) -> bool:
    """Whether something fixed takes a part of the subject's time in these weeks."""
    problem = maker.problem
    weeks = {by_week(day) for activity in activities for day in maker.problem.days_of(activity)}
    there = [fact for fact in problem.fixed if by_week(fact.start.date()) in weeks]
    return any(set(ask.subjects) & {*fact.people, *problem.resources_of(fact)} for fact in there)


def period(maker: Maker, activities: Sequence[Activity]) -> str:
    """When activities may stand, in words: a week of the review, or the first and the last day, or each of a few."""
    days = sorted({day for activity in activities for day in maker.problem.days_of(activity)})
    first, last = days[0], days[-1]
    if first == last:
        return _on(first)
    if by_week(first) == by_week(last) and set(days) >= _days_of_week(maker.problem, first, activities):
        return f"in week {_number(_week(maker.problem, first))}"
    if first <= maker.problem.start and last >= maker.problem.end:
        return "in the whole review"
    between = {first + timedelta(n) for n in range((last - first).days)}
    if all(day in days or day.weekday() in WEEKEND for day in between):
        return f"from {_from(first, last)} to {last.day} {last:%B}"
    if len(days) <= FEW:
        return f"on {', '.join(_from(day, last) for day in days[:-1])} and {last.day} {last:%B}"
    return f"on {len(days)} days from {_from(first, last)} to {last.day} {last:%B}"


def _from(day: date, last: date) -> str:
    """A day that is told before the last one, which tells the month."""
    return f"{day.day}" if (day.year, day.month) == (last.year, last.month) else f"{day.day} {day:%B}"


def _days_of_week(problem: Problem, day: date, activities: Sequence[Activity]) -> set[date]:
    """The reviewer-days of a week that are of a kind for the activities."""
    kinds = {kind for activity in activities for kind in activity.day_kinds}
    return {one.date for one in problem.days if by_week(one.date) == by_week(day) and (not kinds or one.kind in kinds)}


def _week(problem: Problem, day: date) -> int:
    """Which week of the review a day is of: the first is the first with reviewer-days."""
    first = min((one.date for one in problem.days), default=problem.start)
    return (by_week(day) - by_week(first)).days // 7 + 1
