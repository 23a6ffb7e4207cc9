"""What a repair does to the whole: coverage, scope, reserve, days and load, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from constraints.check import unserved
from constraints.ledger import ledger
from constraints.problem import Activity, Noun, Problem
from constraints.programme import Programme

NONE = "none"
"""A figure that there was not before."""


class Effect(Noun):
    """One figure before and after."""

    title: str
    before: str
    after: str


def effects_told(stated: Problem, before: Programme, problem: Problem, after: Programme) -> tuple[Effect, ...]:
    """Every figure, whether it changes or not.

    Args:
        stated: what had to happen before anything was struck.
        before: the programme as it stood then.
        problem: what has to happen now.
        after: the repair.
    """
    was, now = dict(_figures(stated, before)), dict(_figures(problem, after))
    return tuple(Effect(title=title, before=was.get(title, NONE), after=figure) for title, figure in now.items())


def _figures(problem: Problem, programme: Programme) -> Iterator[tuple[str, str]]:
    yield "evidence sessions held", _held(problem, programme, _evidence)
    yield "holds of the reserve", _held(problem, programme, _spare)
    yield "scope items that nobody serves", str(len(unserved(problem, programme)))
    for kind in ledger(problem, programme).kinds:
        yield f"{kind.kind} days used", f"{kind.used} of {kind.contracted:g}"
    for reviewer in problem.reviewers:
        held = (s.activity for s in programme.sessions if reviewer.id in s.reviewers)
        yield f"sessions of {reviewer.name}", str(sum(not problem.activity[one].standing for one in held))


def _evidence(activity: Activity) -> bool:
    return activity.evidence and not _spare(activity)


def _spare(activity: Activity) -> bool:
    return activity.priority == "mop-up"


def _held(problem: Problem, programme: Programme, counts: Callable[[Activity], bool]) -> str:
    asked = [activity.id for activity in problem.activities if counts(activity)]
    return f"{sum(one in programme.session for one in asked)} of {len(asked)}"
