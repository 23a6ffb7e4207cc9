"""What happens to people, cases, areas and activities, understood."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from constraints.problem import Problem, Session, Window, instant
from planner.commands.ears import Ears, moment, of_session
from planner.commands.naming import area_named, person_named
from planner.commands.requests import Request
from planner.intake.disruption import Add, AwayFrom, Confirm, Drop, MoveArea, Withdraw
from planner.intake.plain import UnreadableError, read_date, read_number
from samples.errors import InputRefused

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")
"""What a new activity may be called: as short as those of the review."""

DAY = 24 * 60
"""Minutes."""


def away(request: Request, ears: Ears) -> AwayFrom:
    """A person or a resource is not to be had.

    Raises:
        InputRefused: it cannot be.
    """
    where = f"away {request.name}"
    who = person_named("person", request.name, ears.problem, ears.problem.resource)
    start = moment(where, request.said["from"], ears)
    end = moment(where, request.said["to"], ears, ends=True)
    if instant(end) <= instant(start):
        found = f"{request.said['to']} is not after {request.said['from']}"
        raise InputRefused(where, found, "Name the earlier first.")
    _refuse_another_time(where, start, end, ears)
    first = _still_to_come(who, start, ears)
    if instant(end) <= instant(first):
        hint = "Say of each session that was not held: planner no-show SESSION."
        raise InputRefused(where, "it has passed, and what has begun is history", hint)
    return AwayFrom(who=who, start=first, end=end)


def _refuse_another_time(where: str, start: datetime, end: datetime, ears: Ears) -> None:
    """Refuse an absence that touches no day of the review: a year was mistyped.

    Raises:
        InputRefused: it does not.
    """
    sessions = ears.stands.before.sessions
    first = min((ears.problem.start, *(one.start.date() for one in sessions)))
    last = max((ears.problem.end, *(one.end.date() for one in sessions)))
    if start.date() > last or end.date() < first:
        found = f"it touches no day of the review, which runs from {_whole(first)} to {_whole(last)}"
        raise InputRefused(where, found, "Is the year right?")


def _whole(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _still_to_come(who: str, start: datetime, ears: Ears) -> datetime:
    """When an absence begins to count: not before now, nor before the end of what has begun."""
    begun = (one for one in ears.stands.before.sessions if ears.begun(one) and not ears.struck(one))
    ends = [one.end for one in begun if who in (*one.people, *_used(ears.problem, one))]
    return max((start, ears.now, *ends), key=instant)


def _used(problem: Problem, session: Session) -> tuple[str, ...]:
    return problem.resources_of(session) if session.activity in problem.activity else ()


def drop(request: Request, ears: Ears) -> Drop:
    """An activity is not wanted any more.

    Raises:
        InputRefused: it cannot be.
    """
    activity = ears.names.activity(request.name, ears.problem)
    session = ears.stands.before.session.get(activity)
    if session and ears.begun(session) and not ears.struck(session):
        raise InputRefused(f"session {activity}", f"it began on {of_session(session)}", "What has begun is history.")
    return Drop(activity=activity)


def withdraw(request: Request, ears: Ears) -> Withdraw:
    """A case may not be seen any more.

    Raises:
        InputRefused: it cannot be.
    """
    case = ears.names.case(request.name, ears.problem)
    saw = tuple(
        one
        for one in ears.stands.before.sessions
        if ears.begun(one) and not ears.struck(one) and any(seen.case == case for seen in one.cases or ())
    )
    kept = {one.activity for one in saw}
    asked = {
        activity.id
        for activity in ears.problem.activities
        if activity.demand and any(one.case == case for one in activity.demand.candidates)
    }
    if not asked - kept:
        found = f"it was seen on {of_session(saw[-1])}" if saw else "it was withdrawn already"
        raise InputRefused(f"case {case}", found, "No session ahead could see it.")
    return Withdraw(case=case, kept=tuple(sorted(kept)))


def confirm(request: Request, ears: Ears) -> Confirm:
    """An area is no longer provisional.

    Raises:
        InputRefused: it cannot be.
    """
    area = area_named(request.name, ears.problem)
    if not area.provisional:
        raise InputRefused(f"area {area.id}", "it is not provisional")
    return Confirm(area=area.id)


def move_area(request: Request, ears: Ears) -> MoveArea:
    """An area stands later, or earlier, with what moves along.

    Raises:
        InputRefused: it cannot be.
    """
    # the dates of an area stand in the review's files only
    from planner.intake.disruption_on_review import on_review, refuse_move
    from planner.intake.review_file import read_review

    area = area_named(request.name, ears.problem)
    where = f"area {area.id}"
    for one in ears.stands.before.sessions:
        activity = ears.problem.activity.get(one.activity)
        if activity and activity.area == area.id and ears.begun(one) and not ears.struck(one):
            found = f"it has begun: {one.activity} was on {of_session(one)}"
            raise InputRefused(where, found, "Move its sessions one by one.")
    review = on_review(read_review(ears.folder), ears.everything)
    start = next((one.start for one in review.areas if one.id == area.id), ears.problem.start)
    said = MoveArea(area=area.id, days=_days(where, request, start))
    refuse_move(review, said)
    if start + timedelta(said.days) < ears.now.date():
        raise InputRefused(where, "it would begin before today")
    return said


def add(request: Request, ears: Ears) -> Add:
    """One more activity like another.

    Raises:
        InputRefused: it cannot be called that, or there is nothing like it, or it has no room to stand.
    """
    name, where, problem = request.name, f"add {request.name}", ears.problem
    if not ID.fullmatch(name):
        raise InputRefused(where, "it cannot be called that", "Take letters, figures and hyphens, such as S31.")
    if name in problem.activity:
        raise InputRefused(where, "there is an activity of this name", "Take another name.")
    like = ears.names.activity(request.said["like"], problem)
    if problem.activity[like].standing:
        raise InputRefused(where, f"'{like}' recurs by its pattern", "Name an activity of the review's own.")
    return Add(
        activity=name,
        like=like,
        title=request.said.get("title", ""),
        people=tuple(dict.fromkeys(person_named("person", one, problem) for one in request.people)),
        window=_window(where, request, ears),
        minutes=_minutes(where, request.said.get("minutes", ""), problem.grid),
    )


def _window(where: str, request: Request, ears: Ears) -> Window | None:
    """Where an activity is to lie; None: nothing is said of it."""
    first, last = request.said.get("from", ""), request.said.get("to", "")
    if not first and not last:
        return None
    if not (first and last):
        raise InputRefused(where, "it says only one of from and to", "Say both: --from 2021-05-12 --to 2021-05-13.")
    start, end = moment(where, first, ears), moment(where, last, ears, ends=True)
    if instant(end) <= instant(start):
        raise InputRefused(where, f"{last} is before {first}", "Name the earlier first.")
    if instant(end) <= instant(ears.now):
        raise InputRefused(where, f"{last} has passed", "Name a time to come.")
    if start.date() > ears.problem.end or end.date() < ears.problem.start:
        lasts = f"{ears.problem.start:%d/%m/%Y} to {ears.problem.end:%d/%m/%Y}"
        raise InputRefused(where, "that is outside the review", f"The review lasts from {lasts}.")
    return Window(start=start, end=end)


def _minutes(where: str, text: str, grid: int) -> int | None:
    if not text:
        return None
    try:
        minutes, _ = read_number(text, in_sheet=True, whole=True)
    except UnreadableError as unreadable:
        raise InputRefused(where, f"'{text}' is not {unreadable.expected}", unreadable.hint) from None
    assert isinstance(minutes, int)
    if minutes <= 0 or minutes % grid or minutes > DAY:
        found = f"{minutes} minutes is no length of a session"
        raise InputRefused(where, found, f"Write a multiple of the review's grid of {grid}, up to a day.")
    return minutes


def _days(where: str, request: Request, start: date) -> int:
    """By how many days an area moves: so many, or to a date."""
    by, to = request.said.get("by", ""), request.said.get("to", "")
    if bool(by) == bool(to):
        raise InputRefused(where, "it says neither or both of by and to", "Say --by 7d or --to 2021-05-18.")
    if to:
        try:
            return (read_date(to)[0] - start).days
        except UnreadableError as unreadable:
            raise InputRefused(where, f"'{to}' is not {unreadable.expected}", unreadable.hint) from None
    number, times = (by[:-1], {"d": 1, "w": 7}[by[-1]]) if by[-1:] in ("d", "w") else (by, 1)
    if not number.removeprefix("-").isdecimal() or len(number) > 4:
        raise InputRefused(where, f"'{by}' is not a number of days", "Write it as 7d, or 1w for a week.")
    return int(number) * times
