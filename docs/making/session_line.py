"""A session as a line of prose, read strictly: what a page prints of an example is all that is tested of it.

``Tuesday 4 May 10:00-11:00, Audit: Lead reviewer with Worker A about EX-001 in Green room at County hall``; what
follows the reviewers may be left out. After a case stands ``(cover)`` or ``(record)`` where its own worker is not met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from constraints.problem import Activity, CaseSeen, Mode, Problem, Session
from constraints.programme import Programme, in_time

LINE = re.compile(
    r"(?P<day>\w+ \d+ \w+) (?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d), (?P<title>[^:]+): (?P<reviewers>.+?)"
    r"(?: with (?P<counterparts>.+?))?(?: about (?P<cases>.+?))?(?: in (?P<room>.+?))?(?: at (?P<site>.+?))?"
)
CASE = re.compile(r"(?P<label>\S+)(?: \((?P<mode>cover|record)\))?")


def programme(problem: Problem, lines: tuple[str, ...]) -> Programme:
    """The programme that lines tell.

    Raises:
        ValueError: a line is none, or tells of what the problem does not have.
    """
    return Programme(sessions=tuple(sorted((session(problem, line) for line in lines), key=in_time)))


def session(problem: Problem, line: str) -> Session:
    """The session that a line tells.

    Raises:
        ValueError: the line is none, or tells of what the problem does not have.
    """
    said = LINE.fullmatch(line)
    if said is None:
        raise ValueError(f"'{line}' is not a session")
    start, end = (_at(problem, said["day"], said[clock]) for clock in ("start", "end"))
    activity = _activity(problem, said["title"], start.date())
    people = {person.name: person.id for person in problem.people}
    rooms = {resource.name: resource.id for resource in problem.resources}
    sites = {site.name: site.id for site in problem.sites}
    if _one(sites, said["site"] or "", "online") != activity.place:
        raise ValueError(f"'{line}': that is not where it is held")
    return Session(
        activity=activity.id,
        start=start,
        end=end,
        reviewers=tuple(_one(people, name) for name in _names(said["reviewers"])),
        counterparts=tuple(_one(people, name) for name in _names(said["counterparts"])),
        cases=tuple(_seen(problem, words) for words in _names(said["cases"])),
        place=activity.place,
        room=_one(rooms, said["room"] or "", ""),
    )


def _at(problem: Problem, day: str, clock: str) -> datetime:
    found = datetime.strptime(f"{day} {problem.start.year} {clock}", "%A %d %B %Y %H:%M").replace(tzinfo=problem.tz)
    if f"{found:%A}" != day.partition(" ")[0]:
        raise ValueError(f"{day} is a {found:%A}")
    return found


def _activity(problem: Problem, title: str, day: date) -> Activity:
    """The activity of that title; of standing sessions, which share theirs, the one of that day."""
    called = [activity for activity in problem.activities if activity.title == title]
    found = [a for a in called if not a.standing or problem.days_of(a) == (day,)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} activities are called '{title}'")
    return found[0]


def _names(words: str | None) -> tuple[str, ...]:
    return tuple(re.split(r", | and ", words)) if words else ()


def _one(known: Mapping[str, str], name: str, nothing: str | None = None) -> str:
    if not name and nothing is not None:
        return nothing
    if name not in known:
        raise ValueError(f"nothing is called '{name}'")
    return known[name]


def _seen(problem: Problem, words: str) -> CaseSeen:
    said = CASE.fullmatch(words)
    demands = [activity.demand for activity in problem.activities if activity.demand]
    ranks = {candidate.case: candidate.rank for demand in demands for candidate in demand.candidates}
    if said is None or said["label"] not in ranks:
        raise ValueError(f"'{words}' is not a case that was drawn")
    return CaseSeen(case=said["label"], rank=ranks[said["label"]], mode=Mode(said["mode"] or "worker"))
