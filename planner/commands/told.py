"""What a new programme changes, in sentences: session by session for the manager, person by person for whom to tell."""

from __future__ import annotations

from collections.abc import Container, Iterator

from constraints.noun import instant
from constraints.problem import Mode, Noun, Problem, Session
from constraints.programme import Programme
from constraints.published_diaries import held_by_activity
from constraints.same_session import same_time_and_place
from planner.commands.sentences import day_of, hour_of
from planner.outgoing.places import place_of
from planner.outgoing.wording import dated_title, minutes
from planner.outgoing.written import tentative


class Change(Noun):
    """What changes about one session.

    Attributes:
        what: added, moved, cancelled, or reassigned: the same time with other people or cases.
        title: of the activity, with its day where it recurs.
        said: from what to what.
    """

    activity: str
    what: str
    title: str
    said: str


class Told(Noun):
    """One person who has to be told, and the sentences.

    Attributes:
        excused: whether they are of a session that was struck: they hear of it whatever is done.
    """

    person: str
    name: str
    excused: bool
    said: tuple[str, ...]


def changes_told(problem: Problem, programme: Programme) -> tuple[Change, ...]:
    """What changes from what people hold, in order of the time it had or has."""
    held = held_by_activity(problem)
    found = []
    for activity in dict.fromkeys((*held, *programme.session)):
        was, now = held.get(activity), programme.session.get(activity)
        change = _change(problem, was, now)
        if change:
            one = was or now
            assert one
            found.append((instant(one.start), activity, change))
    return tuple(change for *_, change in sorted(found, key=lambda each: each[:2]))


def _change(problem: Problem, was: Session | None, now: Session | None) -> Change | None:
    if was is None and now is not None:
        return _of(problem, now, "added", f"{_when(now)}{_by(problem, now)}")
    if now is None and was is not None:
        known = _over(problem, was) and was.activity not in problem.struck
        return None if known else _of(problem, was, "cancelled", f"was {_when(was)}")
    assert was is not None
    assert now is not None
    parts = [_otherwise(problem, was, now)] if not same_time_and_place(was, now) else []
    if set(was.reviewers) != set(now.reviewers):
        parts.append(f"now{_by(problem, now)}")
    if set(was.counterparts or ()) != set(now.counterparts or ()) or set(was.cases or ()) != set(now.cases or ()):
        parts.append(_with(problem, was, now))
    if not parts:
        return None
    return _of(problem, now, "reassigned" if same_time_and_place(was, now) else "moved", "; ".join(parts))


def _of(problem: Problem, session: Session, what: str, said: str) -> Change:
    return Change(activity=session.activity, what=what, title=title_of(problem, session.activity), said=said)


def title_of(problem: Problem, activity: str) -> str:
    """What an activity is called, with its day where it recurs."""
    known = problem.activity.get(activity)
    return dated_title(problem, known) if known else "a session that is no longer wanted"


def _by(problem: Problem, session: Session) -> str:
    return f" by {', '.join(_name(problem, person) for person in session.reviewers)}" if session.reviewers else ""


def _with(problem: Problem, was: Session, now: Session) -> str:
    seen_before = {case.case for case in was.cases or ()}
    seen = [f"{case.case} (rank {case.rank}{_how(case.mode)})" for case in now.cases or ()]
    whom = ", ".join(_name(problem, person) for person in now.counterparts or ()) or "nobody of the council"
    if {case.case for case in now.cases or ()} != seen_before:
        return f"now about {', '.join(seen)} with {whom}"
    on_record = any(case.mode is Mode.RECORD for case in now.cases or ())
    return f"now on the record alone, {whom}" if on_record and not now.counterparts else f"now with {whom}"


def _how(mode: Mode) -> str:
    return {Mode.WORKER: "", Mode.COVER: ", cover worker", Mode.RECORD: ", on the record alone"}[mode]


def _name(problem: Problem, person: str) -> str:
    return problem.person[person].name if person in problem.person else person


def people_told(problem: Problem, programme: Programme, confirmed: Container[str] = ()) -> tuple[Told, ...]:
    """Everybody whose diary changes, those who hear of it anyway first, and what each is to be told.

    Args:
        problem: what has to happen, and what people hold.
        programme: the new one.
        confirmed: the activities that people held as provisional, and that are not any more.
    """
    people = [person.id for person in problem.people]
    people += [person for session in problem.published for person in session.people if person not in problem.person]
    found = []
    for person in dict.fromkeys(people):
        said = tuple(_sentences(problem, programme, person, confirmed))
        if said:
            name, excused = _name(problem, person), person in problem.excused
            found.append(Told(person=person, name=name, excused=excused, said=said))
    return tuple(sorted(found, key=lambda one: not one.excused))


def _sentences(problem: Problem, programme: Programme, person: str, confirmed: Container[str]) -> Iterator[str]:
    """A sentence for each session that changes; to a reviewer it is named where several do, to the council never."""
    before = {s.activity: s for s in problem.published if person in s.people}
    after = {s.activity: s for s in programme.sessions if person in s.people}
    alone = len({a for a in (*before, *after) if before.get(a) != after.get(a) or a in confirmed}) == 1
    named = not alone and any(person == one.id for one in problem.reviewers)
    for activity in dict.fromkeys((*before, *after)):
        said = _sentence(problem, before.get(activity), after.get(activity), alone=alone)
        if not said and activity in after and activity in confirmed:
            said = f"{_when(after[activity])}: confirmed"
        if said:
            yield f"{title_of(problem, activity)}: {said}" if named else said


def _sentence(problem: Problem, was: Session | None, now: Session | None, *, alone: bool) -> str:
    """What changes about one session for somebody who holds it or is asked to it; empty: nothing does."""
    if was is None and now is not None:
        only = ", only held for now" if now.activity in tentative(problem) else ""
        return f"new: {_when(now)}{_where(problem, now)}{only}"
    if now is None and was is not None:
        return "" if _over(problem, was) else f"cancelled: was {_when(was)}"
    if was and now and (not same_time_and_place(was, now) or _elsewhere(problem, was, now)):
        moved_alone = alone and minutes(was) == minutes(now) and not _elsewhere(problem, was, now)
        return f"{_otherwise(problem, was, now)}{', nothing else changes' if moved_alone else ''}"
    return ""


def _otherwise(problem: Problem, was: Session, now: Session) -> str:
    """What is another time, length or place: each only where it is."""
    parts = []
    if instant(was.start) != instant(now.start):
        parts.append(f"was {_when(was)}, now {_when(now)}")
        if minutes(was) != minutes(now):
            parts.append(f"now takes {minutes(now)} minutes")
    elif minutes(was) != minutes(now):
        parts.append(f"{_when(now)}: was until {hour_of(was.end)}, now until {hour_of(now.end)}")
    if _elsewhere(problem, was, now):
        where = f"now {place_of(problem, now)}" if place_of(problem, now) else "no meeting any more"
        parts.append(where if parts else f"{_when(now)}: {where}")
    return ", ".join(parts)


def _over(problem: Problem, session: Session) -> bool:
    """Whether it was to begin before now: nobody is told of it any more."""
    return problem.now is not None and instant(session.start) < instant(problem.now)


def _elsewhere(problem: Problem, was: Session, now: Session) -> bool:
    return place_of(problem, was) != place_of(problem, now)


def _when(session: Session) -> str:
    return f"{day_of(session.start)} {hour_of(session.start)}"


def _where(problem: Problem, session: Session) -> str:
    place = place_of(problem, session)
    return f", {place}" if place else ""
