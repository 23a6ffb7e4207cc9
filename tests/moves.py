"""One step from a programme: a session moved to where a rule could bite, its people or cases changed, or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from constraints.problem import Activity, Candidate, CaseSeen, Mode, Problem, Session, instant
from constraints.programme import Programme, in_time
from constraints.ticks import Ticks

PARTS_OF_A_SESSION = (("start", "end"), ("room",), ("reviewers", "counterparts", "cases"))
"""When, in which room, and who about what."""


class Step(NamedTuple):
    """What becomes of one session: another in its place, or none."""

    activity: str
    session: Session | None
    what: str


def programme_of(sessions: Iterable[Session]) -> Programme:
    """The programme of these sessions, in order of time."""
    return Programme(sessions=tuple(sorted(sessions, key=in_time)))


def taken(programme: Programme, step: Step) -> Programme:
    """The programme once a step is taken."""
    others = [session for session in programme.sessions if session.activity != step.activity]
    return programme_of([*others, step.session] if step.session else others)


def steps(problem: Problem, programme: Programme) -> Iterator[Step]:
    """Every step there is from a programme, the fixed sessions apart."""
    for session in programme.sessions:
        if session.activity not in problem.facts:
            activity = problem.activity[session.activity]
            others = [s for s in programme.sessions if s is not session]
            yield Step(activity.id, None, "dropped")
            for what, found in (
                ("as published", _as_published(problem, session)),
                ("told just in time", _just_in_time(problem, session)),
                ("moved", _elsewhere(problem, activity, session, others)),
                ("moved from others", _from_others(problem, activity, session, others)),
                ("another day", _other_days(problem, session)),
                ("another room", _rooms(problem, session)),
                ("stretched", _lengths(problem, session)),
                ("other people", _people(problem, session, others)),
                ("other cases", _cases(activity, session)),
            ):
                yield from (Step(activity.id, other, what) for other in found)


def stated(held: Session) -> set[str]:
    """The fields that what people hold states: of a session that does not, nobody can tell whether it keeps a rule."""
    return {field for field in type(held).model_fields if getattr(held, field) is not None}


def _as_published(problem: Problem, session: Session) -> Iterator[Session]:
    """As people hold it, wholly or in part, or with others; and beside it."""
    for held in problem.published:
        if held.activity == session.activity:
            when, where, who = ({f: getattr(held, f) for f in of if f in stated(held)} for of in PARTS_OF_A_SESSION)
            for some in (when | where | who, when, when | where, where, who, who | where):
                yield session.model_copy(update=some)
            as_it_was = session.model_copy(update=when | where | who)
            yield from (one for one in _people(problem, as_it_was, []) if one.reviewers == as_it_was.reviewers)
            ticks = Ticks(problem)
            step = timedelta(minutes=problem.grid)
            yield session.model_copy(update=when | where | who | {"start": held.start - step})
            yield session.model_copy(update=when | where | who | {"start": held.start + step, "end": held.end + step})
            yield from _starting(problem, session, {ticks.down(held.start)})


def _just_in_time(problem: Problem, session: Session) -> Iterator[Session]:
    """When whoever is told now can have heard of it."""
    if problem.now is not None and problem.published:
        ticks, told = Ticks(problem), problem.now + timedelta(hours=problem.limits.notice)
        yield from _starting(problem, session, {ticks.down(told), ticks.up(told)})


def _starting(problem: Problem, session: Session, near: Iterable[int]) -> Iterator[Session]:
    """The session at each of these ticks, and one step of the grid to either side."""
    ticks = Ticks(problem)
    here, length = ticks.down(session.start), _length(ticks, session)
    for start in sorted({edge + n for edge in near for n in (-1, 0, 1)} - {here}):
        yield session.model_copy(update={"start": ticks.time(start), "end": ticks.time(start + length)})


def _length(ticks: Ticks, session: Session) -> int:
    return ticks.up(session.end) - ticks.down(session.start)


def _elsewhere(problem: Problem, activity: Activity, session: Session, others: list[Session]) -> Iterator[Session]:
    """At every edge there is, ending at it, a breathing space from it; and one step of the grid to either side."""
    ticks = Ticks(problem)
    length = _length(ticks, session)
    spaces = {0, *(ticks.length(problem.activity[s.activity].breathing_space) for s in others)}
    near: set[int] = set()
    for edge in _edges(problem, ticks, activity, others):
        near |= {edge + space for space in spaces}
        near |= {edge - length, edge - length - ticks.length(activity.breathing_space)}
    return _starting(problem, session, near)


def _edges(problem: Problem, ticks: Ticks, activity: Activity, others: list[Session]) -> set[int]:
    windows = [w for person in problem.people for w in person.windows or ()]
    windows += [w for hours in problem.hours for w in (*hours.windows, *hours.evenings)]
    windows += [w for resource in problem.resources for w in resource.windows or ()]
    windows += [*activity.windows, *problem.comfort.preferred, *problem.comfort.quiet]
    times = {when for one in (*windows, *others) for when in (one.start, one.end)}
    times |= {when for when in (activity.asked_from, problem.now) if when}
    midnights = {tick for span in ticks.day_spans.values() for tick in span}
    return midnights | {ticks.down(when) for when in times} | {ticks.up(when) for when in times}


def _from_others(problem: Problem, activity: Activity, session: Session, others: list[Session]) -> Iterator[Session]:
    """A way between two sites from another session, or as far from it as a gap asks for, rounded both ways."""
    ticks = Ticks(problem)
    length = timedelta(minutes=_length(ticks, session) * problem.grid)
    near: set[int] = set()
    for other in others:
        way = problem.minutes_between.get((session.place, other.place), 0)
        after = {way, way + problem.activity[other.activity].breathing_space} | _bounds(activity, other.activity)
        before = {way, way + activity.breathing_space} | _bounds(problem.activity[other.activity], activity.id)
        times = [instant(other.end) + timedelta(minutes=minutes) for minutes in after]
        times += [instant(other.start) - timedelta(minutes=minutes) - length for minutes in before]
        near |= {rounded(when) for when in times for rounded in (ticks.down, ticks.up)}
    return _starting(problem, session, near)


def _bounds(later: Activity, earlier: str) -> set[int]:
    """The minutes that one activity stands after another at least and at most."""
    minutes = {m for gap in later.gaps if gap.after == earlier for m in (gap.least_minutes, gap.most_minutes)}
    return {bound for bound in minutes if bound is not None}


def _other_days(problem: Problem, session: Session) -> Iterator[Session]:
    """The same time of another day."""
    ticks = Ticks(problem)
    midnights = {day: start for day, (start, _) in ticks.day_spans.items()}
    here, length = ticks.down(session.start), _length(ticks, session)
    for day, midnight in midnights.items():
        if day != session.start.date() and session.start.date() in midnights:
            start = here - midnights[session.start.date()] + midnight
            yield session.model_copy(update={"start": ticks.time(start), "end": ticks.time(start + length)})


def _rooms(problem: Problem, session: Session) -> Iterator[Session]:
    for room in ("", *(resource.id for resource in problem.resources)):
        if room != session.room:
            yield session.model_copy(update={"room": room})


def _lengths(problem: Problem, session: Session) -> Iterator[Session]:
    ticks = Ticks(problem)
    start, end = ticks.down(session.start), ticks.up(session.end)
    for first, last in ((start, end - 1), (start + 1, end), (start, end + 1), (start - 1, end), (start, end + 2)):
        if first < last:
            yield session.model_copy(update={"start": ticks.time(first), "end": ticks.time(last)})


def _people(problem: Problem, session: Session, others: list[Session]) -> Iterator[Session]:
    everybody = [person.id for person in problem.people]
    there = {"reviewers": session.reviewers, "counterparts": session.counterparts or ()}
    for side, people in there.items():
        for person in everybody:
            if person in people:
                rest = tuple(p for p in people if p != person)
                yield session.model_copy(update={side: rest})
                for other in everybody:
                    if other not in people:
                        yield session.model_copy(update={side: (*rest, other)})
            else:
                yield session.model_copy(update={side: (*people, person)})
    for reviewers in {other.reviewers for other in others}:
        yield session.model_copy(update={"reviewers": reviewers})


def _cases(activity: Activity, session: Session) -> Iterator[Session]:
    """Other cases, other modes, one more, one less; each with the people that its mode brings, and with those there."""
    candidates = activity.demand.candidates if activity.demand else ()
    seen = session.cases or ()
    brought = {p for c in candidates for p in (*c.workers, *c.cover)}
    stay = tuple(p for p in session.counterparts or () if p not in brought)
    for candidate in candidates:
        for mode in Mode:
            case = CaseSeen(case=candidate.case, rank=candidate.rank, mode=mode)
            for cases in ((case,), (*seen, case), (*seen[1:], case)):
                yield session.model_copy(update={"cases": cases})
                for people in _groups(candidate, mode):
                    counterparts = tuple(dict.fromkeys((*stay, *people)))
                    yield session.model_copy(update={"cases": cases, "counterparts": counterparts})
    if seen:
        yield session.model_copy(update={"cases": seen[1:]})
    else:
        yield session.model_copy(update={"cases": (CaseSeen(case="unheard-of", rank=1, mode=Mode.RECORD),)})


def _groups(candidate: Candidate, mode: Mode) -> tuple[tuple[str, ...], ...]:
    if mode is Mode.WORKER:
        return (candidate.workers, *((worker,) for worker in candidate.workers))
    return tuple((person,) for person in candidate.cover) if mode is Mode.COVER else ((),)
