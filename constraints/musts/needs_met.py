"""A session has the people that its activity needs, no fewer and no more, with the expertise asked for.

So many of a pool, all of a pool, all of it who work that day, or the people named; on either side of the table. Nobody
who works that day, but is away at every time at which the session could be held, is waited for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.decision import groups_brought
from constraints.problem import EVERYBODY, WORKING, Activity, Need, Problem, Session, instant
from constraints.programme import Programme
from constraints.ticks import common, merged

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

READS = ("counterparts", "cases")


def because(problem: Problem, activity: Activity) -> str:
    """The sentence a person reads."""
    needs = [in_words(problem, need) for need in (*activity.needs, *activity.counterparts)]
    if activity.demand:
        needs.append(f"whoever can speak about its case{'s' if activity.demand.count > 1 else ''}")
    return f"{activity.title} needs {' and '.join(needs) or 'nobody'}"


def in_words(problem: Problem, need: Need) -> str:
    """A need in words: ``2 of Reviewers``, ``all of Heads of service``, the people named."""
    if need.people:
        return " and ".join(problem.person[person].name for person in need.people)
    names = {pool.id: pool.name for pool in problem.pools}
    skill = f" with {need.expertise}" if need.expertise else ""
    barred = " and ".join(problem.person[person].name for person in need.without if person in problem.person)
    return f"{need.count} of {names.get(need.pool, need.pool)}{skill}{f' other than {barred}' if barred else ''}"


def able(problem: Problem, need: Need) -> list[str]:
    """The ids of those who may fill a need; who is named may."""
    skill = "" if need.people else need.expertise
    return [p.id for p in problem.eligible(need) if not skill or skill in p.expertise]


def _expected(problem: Problem, activity: Activity, person: str, day: date) -> bool:
    """Whether somebody who works on a day could be at an activity on it, as far as their days and absences go."""
    free = problem.person[person].windows
    if free is None or (person, day) not in problem.kind_of_day:
        return (person, day) in problem.kind_of_day
    midnight, next_midnight = (instant(datetime.combine(day + timedelta(n), time(), problem.tz)) for n in (0, 1))
    whole = [(midnight, next_midnight)]
    held = common(whole, merged(window.span for window in activity.windows)) if activity.windows else whole
    there = common(held, merged(window.span for window in free))
    return any(end - start >= timedelta(minutes=activity.shortest) for start, end in there)


def post(x: Variables) -> Iterator[Must]:
    """Every need of a session that is held is filled exactly."""
    for decision in x.decisions.values():
        activity = decision.activity
        for need, fills in zip(activity.needs, decision.fills, strict=True):
            yield from _post_need(x, decision, need, fills)
        for need, meets in zip(activity.counterparts, decision.meets, strict=True):
            yield from _post_need(x, decision, need, meets)


def _post_need(x: Variables, decision: Decision, need: Need, fills: dict[str, cp_model.IntVar]) -> Iterator[Must]:
    if need.people:
        return
    subject, why, model = decision.activity.id, because(x.problem, decision.activity), x.model
    fit = able(x.problem, need)
    others = [literal for person, literal in fills.items() if person not in fit]
    if others:
        yield Must(subject, why, model.add(sum(others) == 0))
    there = sum(fills[person] for person in fit)
    if need.count == WORKING:
        yield Must(subject, why, model.add(there >= decision.present))
        for person in fit:
            for day, on_day in decision.day.items():
                works = x.works(person, day) if _expected(x.problem, decision.activity, person, day) else 0
                yield Must(subject, why, model.add(fills[person] == works).only_enforce_if(on_day))
    else:
        wanted = len(fit) if need.count == EVERYBODY else need.count
        yield Must(subject, why, model.add(there == wanted * decision.present))


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """The reviewers fill the needs exactly, and so do the counterparts beside those whom the cases bring."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        reviewers_fit = _filled(problem, programme, activity.needs, session, session.reviewers)
        if not (reviewers_fit and _counterparts_fit(problem, programme, activity, session)):
            yield Breach(subject=activity.id, sentence=because(problem, activity), sessions=(session,))


def _counterparts_fit(problem: Problem, programme: Programme, activity: Activity, session: Session) -> bool:
    if session.counterparts is None or session.cases is None:
        return True
    there = session.counterparts
    return any(
        set(group) <= set(there)
        and _filled(problem, programme, activity.counterparts, session, tuple(p for p in there if p not in group))
        for group in groups_brought(activity.demand, session.cases)
    )


def _filled(
    problem: Problem, programme: Programme, needs: Sequence[Need], session: Session, people: tuple[str, ...]
) -> bool:
    """Whether these people fill these needs, nobody two of them, and nobody is left over."""
    if not needs:
        return not people
    return any(
        set(group) <= set(people)
        and _filled(problem, programme, needs[1:], session, tuple(p for p in people if p not in group))
        for group in _groups(problem, programme, needs[0], session, people)
    )


def _groups(
    problem: Problem, programme: Programme, need: Need, session: Session, people: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    fit = able(problem, need)
    if need.people or need.count == EVERYBODY:
        yield tuple(fit)
    elif need.count == WORKING:
        activity, day = problem.activity[session.activity], session.start.date()
        working = [p for p in fit if _expected(problem, activity, p, day) and programme.works(problem, p, day)]
        if working:
            yield tuple(working)
    else:
        yield from combinations([person for person in people if person in fit], int(need.count))
