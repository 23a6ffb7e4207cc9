"""What a person reads of a session or a breach: whole sentences with the day and the titles, never an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from constraints.constraint import Breach
from constraints.problem import CaseSeen, Mode, Problem, Session

HOW: Mapping[Mode, str] = {Mode.WORKER: " with its worker", Mode.COVER: " with cover", Mode.RECORD: " on record only"}
"""How a case is seen."""


def day_of(on: date) -> str:
    """A day in words: Wednesday 28 April."""
    return f"{on:%A} {on.day} {on:%B}"


def hour_of(at: datetime) -> str:
    """A time of day as the programme prints it: 10.00."""
    return f"{at:%H.%M}"


def told(problem: Problem, breach: Breach) -> str:
    """A breach as a sentence: the day and the sessions it is about, and what the rule says of them."""
    if not breach.sessions:
        return breach.sentence
    return f"{_sessions(problem, breach.sessions)}: {breach.sentence}"


def _sessions(problem: Problem, sessions: Iterable[Session]) -> str:
    by_day: dict[date, list[str]] = {}
    for session in sessions:
        title = problem.activity[session.activity].title
        by_day.setdefault(session.start.date(), []).append(f"{hour_of(session.start)} {title}")
    return "; ".join(f"{day_of(day)} {' and '.join(titles)}" for day, titles in by_day.items())


def line_of(problem: Problem, session: Session) -> str:
    """A session as the programme prints it, in the reviewer's view: title and cases, no worker's name beside them."""
    activity = problem.activity[session.activity]
    interview = activity.interview and "interview" not in activity.title.casefold()
    title = f"Interview: {activity.title}" if interview else activity.title
    usual = activity.demand.modes[0] if activity.demand else Mode.WORKER
    return f"{title}{_cases(session.cases or (), usual)}"


def _cases(seen: tuple[CaseSeen, ...], usual: Mode) -> str:
    """The cases of a session, and how one is seen where it is not the usual way."""
    if not seen:
        return ""
    word = "case" if len(seen) == 1 else "cases"
    told = ", ".join(f"{case.case}{'' if case.mode == usual else HOW[case.mode]}" for case in seen)
    return f" ({word} {told})"


def counted(count: int, word: str) -> str:
    """A count and its word: 1 reserve, 2 reserves."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
