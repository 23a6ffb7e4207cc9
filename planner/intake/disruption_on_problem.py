"""What happened, applied to a problem: who can be had when, what is asked for, what was knowingly accepted.

Pure functions. What names something that is no longer there changes nothing: the manager may have taken it out of the
review meanwhile. Doing the same twice is doing it once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from constraints.out_of_turn import out_of_turn
from constraints.problem import Activity, Area, CaseDemand, Need, Noun, Problem, Waiver, Window, instant
from constraints.programme import Programme
from planner.intake.disruption import (
    Add,
    AwayFrom,
    Cancel,
    Confirm,
    Disruption,
    Drop,
    OutOfTurn,
    Overran,
    SwapReviewer,
    Waive,
    Withdraw,
)

OVERRAN = "it overran"
"""Why a session that ended late may be longer than its activity."""


def on_problem(problem: Problem, said: Disruption) -> Problem:
    """The problem after something happened; what is said of areas' dates is for the review, not the problem."""
    change = _CHANGES.get(type(said))
    return change(problem, said) if change else problem


def on_programme(programme: Programme, disruptions: Iterable[Disruption]) -> Programme:
    """The programme as it was held: what overran ended when it did."""
    until = {(one.session, instant(one.start)): one.until for one in disruptions if isinstance(one, Overran)}
    if not until:
        return programme
    sessions = tuple(
        session.model_copy(update={"end": until.get((session.activity, instant(session.start)), session.end)})
        for session in programme.sessions
    )
    return programme.model_copy(update={"sessions": sessions})


def _cancel(problem: Problem, said: Cancel) -> Problem:
    return _without(problem, said.people, said.start, said.end)


def _away(problem: Problem, said: AwayFrom) -> Problem:
    return _without(problem, (said.who,), said.start, said.end)


def _without(problem: Problem, who: Collection[str], start: datetime, end: datetime) -> Problem:
    """Without these people or things between two times."""
    return problem.changed(
        people=tuple(_cut(each, problem, start, end) if each.id in who else each for each in problem.people),
        resources=tuple(_cut(each, problem, start, end) if each.id in who else each for each in problem.resources),
    )


def _cut(each: Any, problem: Problem, start: datetime, end: datetime) -> Any:
    windows = (_whole(problem),) if each.windows is None else each.windows
    left = tuple(part for window in windows for part in _parts(window, start, end))
    return each if left == windows else each.model_copy(update={"windows": left})


def _whole(problem: Problem) -> Window:
    """All of the review: when somebody can be had who is never away."""
    first, after = (datetime.combine(on, time(), problem.tz) for on in (problem.start, problem.end + timedelta(days=1)))
    return Window(start=first, end=after)


def _parts(window: Window, start: datetime, end: datetime) -> Iterable[Window]:
    """What is left of a window."""
    if not window.meets(start, end):
        yield window
        return
    if instant(window.start) < instant(start):
        yield Window(start=window.start, end=start)
    if instant(end) < instant(window.end):
        yield Window(start=end, end=window.end)


def _withdraw(problem: Problem, said: Withdraw) -> Problem:
    def left(activity: Activity) -> Activity:
        if activity.demand is None or activity.id in said.kept:
            return activity
        gone = tuple(one for one in activity.demand.candidates if one.case == said.case)
        if not gone:
            return activity
        return _demanding(
            activity,
            candidates=tuple(one for one in activity.demand.candidates if one not in gone),
            withdrawn=(*activity.demand.withdrawn, *gone),
        )

    return problem.changed(activities=tuple(left(activity) for activity in problem.activities))


def _demanding(activity: Activity, **fields: object) -> Activity:
    assert activity.demand is not None
    demand = CaseDemand.model_validate({**dict(activity.demand), **fields})
    return activity.model_copy(update={"demand": demand})


def _drop(problem: Problem, said: Drop) -> Problem:
    kept = {activity.id for activity in problem.activities} - {said.activity}
    return problem.changed(activities=tuple(one.among(kept) for one in problem.activities if one.id in kept))


def _add(problem: Problem, said: Add) -> Problem:
    like = problem.activity.get(said.like)
    if like is None or said.activity in problem.activity:
        return problem
    activities = problem.activities
    if like.demand and not like.tracks and not said.people:
        activities = tuple(_one_case_more(one, like.demand) for one in activities)
        like = next(one for one in activities if one.id == said.like)
    return problem.changed(activities=(*activities, _like(like, said)))


def _one_case_more(activity: Activity, demand: CaseDemand) -> Activity:
    """The same activity, of whose stratum one session's cases more are asked for."""
    if activity.demand is None or activity.demand.stratum != demand.stratum:
        return activity
    return _demanding(activity, base=activity.demand.base + demand.count)


def _like(like: Activity, said: Add) -> Activity:
    """The activity that is added: what is told of it is its own, the rest is the other's."""
    own: dict[str, object] = {
        "id": said.activity,
        "title": said.title or like.title,
        "first_of_area": False,
        "last_of_area": False,
    }
    if said.people:
        own |= {"counterparts": (Need(people=said.people),), "demand": None}
    if said.window:
        own |= {"windows": (said.window,)}
    if said.minutes:
        own |= {"shortest": said.minutes, "longest": said.minutes}
    return like.model_copy(update=own)


def _confirm(problem: Problem, said: Confirm) -> Problem:
    def firm(area: Area) -> Area:
        return area.model_copy(update={"provisional": ""}) if area.id == said.area else area

    return problem.changed(areas=tuple(firm(area) for area in problem.areas))


def _swap(problem: Problem, said: SwapReviewer) -> Problem:
    return problem.changed(
        activities=tuple(
            one.model_copy(update={"needs": _swapped(problem, one.needs, said)}) if one.id == said.session else one
            for one in problem.activities
        )
    )


def _swapped(problem: Problem, needs: tuple[Need, ...], said: SwapReviewer) -> tuple[Need, ...]:
    """Needs that the one who is out does not fill, and the one who takes over does."""
    named = not said.to
    found: list[Need] = []
    for need in needs:
        if said.out in need.people and said.to:
            others = tuple(said.to if one == said.out else one for one in need.people)
            found.append(need.model_copy(update={"people": others}))
        elif need.pool and any(person.id == said.out for person in problem.eligible(need)):
            found += _one_named(need, said, named=named)
            named = True
        else:
            found.append(need)
    return tuple(found)


def _one_named(need: Need, said: SwapReviewer, *, named: bool) -> Iterable[Need]:
    """A pool's need without the one who is out; one of its places belongs to the one who takes over, once."""
    barred = need.model_copy(update={"without": tuple(dict.fromkeys((*need.without, said.out)))})
    if named or not isinstance(need.count, int):
        yield barred
        return
    yield Need(people=(said.to,))
    if need.count > 1:
        yield barred.model_copy(update={"count": need.count - 1, "without": (*barred.without, said.to)})


def _out_of_turn(problem: Problem, said: OutOfTurn) -> Problem:
    return out_of_turn(problem, (said.activity,))


def _overran(problem: Problem, said: Overran) -> Problem:
    return _waived(problem, Waiver(rule="its_length", sessions=(said.session,), who=said.who, why=OVERRAN))


def _waive(problem: Problem, said: Waive) -> Problem:
    return _waived(problem, Waiver(rule=said.rule, sessions=said.sessions, who=said.who, why=said.why))


def _waived(problem: Problem, waiver: Waiver) -> Problem:
    return problem if waiver in problem.waivers else problem.changed(waivers=(*problem.waivers, waiver))


_CHANGES: Mapping[type[Noun], Callable[[Problem, Any], Problem]] = {
    Cancel: _cancel,
    AwayFrom: _away,
    Withdraw: _withdraw,
    Drop: _drop,
    Add: _add,
    Confirm: _confirm,
    SwapReviewer: _swap,
    OutOfTurn: _out_of_turn,
    Overran: _overran,
    Waive: _waive,
}
