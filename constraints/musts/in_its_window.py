"""A session lies within the window of its activity.

An area's week bounds what serves it; an activity may narrow that to days and hours (lunch within 12:00-14:00).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Problem, inside
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads: days alone where its windows are whole days."""
    first, last = activity.windows[0].start, activity.windows[-1].end
    final = last - timedelta(microseconds=1)
    if first.time() == last.time() == time():
        return f"{activity.title} belongs {_between(_day(first), _day(final))}"
    if first.date() == final.date():
        return f"{activity.title} belongs on {_day(first)} between {first:%H:%M} and {last:%H:%M}"
    return f"{activity.title} belongs between {_day(first)} {first:%H:%M} and {_day(last)} {last:%H:%M}"


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B}"


def _between(first: str, last: str) -> str:
    return f"on {first}" if first == last else f"between {first} and {last}"


def post(x: Variables) -> Iterator[Must]:
    """An activity with windows is held inside one of them."""
    for decision in x.decisions.values():
        if decision.activity.windows:
            spans = x.ticks.spans(decision.activity.windows)
            for constraint in x.post_inside(decision, spans, decision.present):
                yield Must(decision.activity.id, because(decision.activity), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session lies inside a window of its activity."""
    for session in programme.sessions:
        activity = problem.activity[session.activity]
        if activity.windows and not inside(activity.windows, session.start, session.end):
            yield Breach(subject=activity.id, sentence=because(activity), sessions=(session,))
