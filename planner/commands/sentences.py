"""What a person reads of a session or a breach: whole sentences with the day and the titles, never an id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from constraints.check import Judgement, waiver_of
from constraints.constraint import Breach
from constraints.problem import Problem, Session
from planner.outgoing.wording import cases_of, heading


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


def accepted(problem: Problem, judgement: Judgement) -> tuple[str, ...]:
    """The breaches of hard rules that somebody knowingly accepted, each with who did and why."""
    return tuple(
        f"{told(problem, breach)} (accepted by {waiver.who}: {waiver.why})."
        for verdict in judgement.musts
        for breach in verdict.waived
        if (waiver := waiver_of(problem, verdict.rule, breach))
    )


def _sessions(problem: Problem, sessions: Iterable[Session]) -> str:
    by_day: dict[date, list[str]] = {}
    for session in sessions:
        title = problem.activity[session.activity].title
        by_day.setdefault(session.start.date(), []).append(f"{hour_of(session.start)} {title}")
    return "; ".join(f"{day_of(day)} {' and '.join(titles)}" for day, titles in by_day.items())


def line_of(problem: Problem, session: Session) -> str:
    """A session as the programme prints it, in the reviewer's view: title and cases, no worker's name beside them."""
    activity = problem.activity[session.activity]
    return f"{heading(activity)}{_cases(cases_of(activity, session.cases or ()))}"


def _cases(told: tuple[str, ...]) -> str:
    if not told:
        return ""
    return f" ({'case' if len(told) == 1 else 'cases'} {', '.join(told)})"


def counted(count: int, word: str) -> str:
    """A count and its word: 1 reserve, 2 reserves."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
