"""When people of a shipped review can be had, by their hours and absences alone: naive, for tests of its diaries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from constraints.problem import Activity, Candidate, Mode, Problem

QUARTER = timedelta(minutes=15)
OPENS, QUARTERS = time(9), 34
"""The council's day: from nine to half past five."""


def days_of_kind(problem: Problem, kind: str) -> list[date]:
    """The days of a kind, each once."""
    return sorted({day.date for day in problem.days if day.kind == kind})


def is_free(problem: Problem, person: str, start: datetime, end: datetime) -> bool:
    """Whether a person can be had all the time."""
    someone = problem.person[person]
    hours = next(each.windows for each in problem.hours if each.id == someone.hours)
    return any(window.holds(start, end) for window in hours) and (
        someone.windows is None or any(window.holds(start, end) for window in someone.windows)
    )


def share_blocked(problem: Problem, person: str, dates: list[date]) -> float:
    """The part of the council's hours on these days in which a person cannot be had."""
    quarters = [datetime.combine(day, OPENS, problem.tz) + nth * QUARTER for day in dates for nth in range(QUARTERS)]
    return sum(not is_free(problem, person, at, at + QUARTER) for at in quarters) / len(quarters)


def base_cases(problem: Problem) -> Iterator[tuple[Activity, Candidate]]:
    """The base cases seen with a worker, each once, and an activity that asks for it."""
    seen_with = {a.demand.stratum: a for a in problem.activities if a.demand and Mode.WORKER in a.demand.modes}
    for activity in seen_with.values():
        assert activity.demand is not None
        for candidate in activity.demand.candidates[: activity.demand.base]:
            yield activity, candidate


def starts(problem: Problem, activity: Activity, candidate: Candidate, dates: list[date]) -> list[datetime]:
    """When an activity with the case's worker or cover can start, on the grid, by every hard rule but clashes."""
    found = []
    for day in dates:
        at = datetime.combine(day, OPENS, problem.tz)
        while at.date() == day:
            end = at + timedelta(minutes=activity.shortest)
            if any(window.holds(at, end) for window in activity.windows) and any(
                is_free(problem, person, at, end) for person in candidate.workers + candidate.cover
            ):
                found.append(at)
            at += QUARTER
    return found


def hard_to_see(problem: Problem, dates: list[date]) -> dict[str, list[datetime]]:
    """By stratum, the starts of its first case, where they are three or fewer; no other base case has so few."""
    counted = {(a.demand.stratum, c.rank): starts(problem, a, c, dates) for a, c in base_cases(problem) if a.demand}
    few = {key: found for key, found in counted.items() if len(found) <= 3}
    assert {rank for _, rank in few} == {1}
    return {stratum: found for (stratum, _), found in few.items()}
