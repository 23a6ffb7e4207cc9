"""Problems in which something is misread: what a rule that is told so posts, its check has to contradict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from constraints.problem import Gap, Problem, ReviewerDay, Session, Window
from constraints.variables import Variables


def told(tamper: Callable[[Problem], dict[str, object]]) -> Callable[[Problem], Variables]:
    """Variables over a problem in which something is misread."""
    return lambda problem: Variables(problem.model_copy(update=tamper(problem)))


def each_activity(**changes: Callable[[Any], object]) -> Callable[[Problem], dict[str, object]]:
    def tamper(problem: Problem) -> dict[str, object]:
        changed = [a.model_copy(update={k: of(a) for k, of in changes.items()}) for a in problem.activities]
        return {"activities": tuple(changed)}

    return tamper


def longer(problem: Problem, windows: tuple[Window, ...] | None) -> tuple[Window, ...] | None:
    step = timedelta(minutes=problem.grid)
    return windows and tuple(Window(start=window.start, end=window.end + step) for window in windows)


def one_more_interview(problem: Problem) -> dict[str, object]:
    limits = {name: limit and limit + 1 for name, limit in problem.limits.model_dump().items()}
    people = [p.model_copy(update={"daily_limit": p.daily_limit and p.daily_limit + 1}) for p in problem.people]
    return {"limits": problem.limits.model_copy(update=limits), "people": tuple(people)}


def one_more_day(problem: Problem) -> dict[str, object]:
    return {"contracted": {kind: days + 1 for kind, days in problem.contracted.items()}}


def one_more_of_each(field: str, limit: str) -> Callable[[Problem], dict[str, object]]:
    """One more everywhere: turns, paces, days of people or seats."""

    def tamper(problem: Problem) -> dict[str, object]:
        limited = [(one, getattr(one, limit)) for one in getattr(problem, field)]
        return {field: tuple(one.model_copy(update={limit: most and most + 1}) for one, most in limited)}

    return tamper


def ways_a_step_longer(problem: Problem) -> dict[str, object]:
    ways = [way.model_copy(update={"minutes": way.minutes and way.minutes + problem.grid}) for way in problem.travel]
    return {"travel": tuple(ways)}


def notice_a_step_later(problem: Problem) -> dict[str, object]:
    step = timedelta(minutes=problem.grid)
    return each_activity(asked_from=lambda a: a.asked_from and a.asked_from + step)(problem)


def gaps_longer(problem: Problem) -> dict[str, object]:
    def longer(activity: Any) -> object:
        bounds = ("least_minutes", "most_minutes", "least_days", "most_days")
        steps = (problem.grid, problem.grid, 1, 1)
        return tuple(
            gap.model_copy(
                update={b: getattr(gap, b) + step for b, step in zip(bounds, steps, strict=True) if getattr(gap, b)}
            )
            for gap in activity.gaps
        )

    return each_activity(gaps=longer)(problem)


def one_more_mop_up(problem: Problem) -> dict[str, object]:
    wanted = problem.limits.reserve_per_week
    return {"limits": problem.limits.model_copy(update={"reserve_per_week": wanted and wanted + 1})}


def quiet_a_step_sooner(problem: Problem) -> dict[str, object]:
    step = timedelta(minutes=problem.grid)
    quiet = tuple(Window(start=window.start - step, end=window.end) for window in problem.comfort.quiet)
    return {"comfort": problem.comfort.model_copy(update={"quiet": quiet})}


def longer_windows_of_people(problem: Problem) -> dict[str, object]:
    people = [p.model_copy(update={"windows": longer(problem, p.windows)}) for p in problem.people]
    return {"people": tuple(people)}


def longer_windows_of_activities(problem: Problem) -> dict[str, object]:
    activities = [a.model_copy(update={"windows": longer(problem, a.windows)}) for a in problem.activities]
    return {"activities": tuple(activities)}


def longer_hours(problem: Problem) -> dict[str, object]:
    return {"hours": tuple(h.model_copy(update={"windows": longer(problem, h.windows)}) for h in problem.hours)}


def no_evenings(problem: Problem) -> dict[str, object]:
    return {"hours": tuple(h.model_copy(update={"evenings": ()}) for h in problem.hours)}


def longer_windows_of_resources(problem: Problem) -> dict[str, object]:
    resources = [r.model_copy(update={"windows": longer(problem, r.windows)}) for r in problem.resources]
    return {"resources": tuple(resources)}


def longer_preferred_hours(problem: Problem) -> dict[str, object]:
    comfort = problem.comfort.model_copy(update={"preferred": longer(problem, problem.comfort.preferred)})
    return {"comfort": comfort}


def modes_reversed(problem: Problem) -> dict[str, object]:
    def turned(activity: Any) -> object:
        demand = activity.demand
        return demand and demand.model_copy(update={"modes": demand.modes[::-1]})

    return each_activity(demand=turned)(problem)


def followed_by_nobody(activity: Any) -> object:
    return activity.demand and activity.demand.model_copy(update={"tracks": ""})


def base_of_none(problem: Problem) -> dict[str, object]:
    return each_activity(demand=lambda a: a.demand and a.demand.model_copy(update={"base": 0}))(problem)


def cut_to_the_grid(problem: Problem, minutes: int | None) -> int | None:
    return minutes and minutes // problem.grid * problem.grid


def ways_cut(problem: Problem) -> dict[str, object]:
    ways = [way.model_copy(update={"minutes": cut_to_the_grid(problem, way.minutes)}) for way in problem.travel]
    return {"travel": tuple(ways)}


def gaps_cut(problem: Problem) -> dict[str, object]:
    def cut(gap: Gap) -> Gap:
        return gap.model_copy(update={"least_minutes": cut_to_the_grid(problem, gap.least_minutes)})

    return each_activity(gaps=lambda a: tuple(map(cut, a.gaps)))(problem)


def without_bound(bound: str) -> Callable[[Problem], dict[str, object]]:
    """Gaps that know nothing of one of their bounds."""
    return each_activity(gaps=lambda a: tuple(gap.model_copy(update={bound: None}) for gap in a.gaps))


def notice_cut(problem: Problem) -> dict[str, object]:
    def cut(when: datetime | None) -> datetime | None:
        return when and when - timedelta(minutes=when.minute % problem.grid)

    return each_activity(asked_from=lambda a: cut(a.asked_from))(problem)


def each_fact(**changes: Callable[[Session, Problem], object]) -> Callable[[Problem], dict[str, object]]:
    def tamper(problem: Problem) -> dict[str, object]:
        changed = [f.model_copy(update={k: of(f, problem) for k, of in changes.items()}) for f in problem.fixed]
        return {"fixed": tuple(changed)}

    return tamper


def now_moved(step: timedelta) -> Callable[[Problem], dict[str, object]]:
    return lambda problem: {"now": problem.now and problem.now + step}


def now_cut(problem: Problem) -> dict[str, object]:
    now = problem.now
    return {"now": now and now - timedelta(minutes=now.minute % problem.grid)}


def each_published(**changes: Callable[[Session, Problem], object]) -> Callable[[Problem], dict[str, object]]:
    def tamper(problem: Problem) -> dict[str, object]:
        held = [p.model_copy(update={k: of(p, problem) for k, of in changes.items()}) for p in problem.published]
        return {"published": tuple(held)}

    return tamper


def nothing_struck(_: Problem) -> dict[str, object]:
    return {"struck": ()}


def dropped_forgotten(problem: Problem) -> dict[str, object]:
    return {"published": tuple(held for held in problem.published if held.activity in problem.activity)}


def published_where_planned(held: Session, problem: Problem) -> str:
    return problem.activity[held.activity].place if held.activity in problem.activity else held.place


def facts_where_planned(problem: Problem) -> dict[str, object]:
    return each_fact(place=lambda fact, problem: problem.activity[fact.activity].place)(problem)


def online_as_a_site(problem: Problem) -> dict[str, object]:
    def nowhere(held: Any, *_: object) -> str:
        return "nowhere" if held.place == "online" else held.place

    return each_activity(place=nowhere)(problem) | each_fact(place=nowhere)(problem)


def turns_of_everything(problem: Problem) -> dict[str, object]:
    kinds = tuple({activity.kind for activity in problem.activities})
    return {"rotations": tuple(turn.model_copy(update={"kinds": kinds}) for turn in problem.rotations)}


def paces_of_all_together(problem: Problem) -> dict[str, object]:
    return {"paces": tuple(pace.model_copy(update={"pool": ""}) for pace in problem.paces)}


def paces_a_day_short(problem: Problem) -> dict[str, object]:
    return {"paces": tuple(pace.model_copy(update={"days": max(1, pace.days - 1)}) for pace in problem.paces)}


def every_day_declared(problem: Problem) -> dict[str, object]:
    days = [problem.start + timedelta(n) for n in range((problem.end - problem.start).days + 1)]
    return {
        "days": tuple(
            ReviewerDay(person=person.id, date=day, kind="fieldwork") for person in problem.reviewers for day in days
        )
    }


def quiet_a_step_longer(problem: Problem) -> dict[str, object]:
    quiet = longer(problem, problem.comfort.quiet)
    return {"comfort": problem.comfort.model_copy(update={"quiet": quiet})}
