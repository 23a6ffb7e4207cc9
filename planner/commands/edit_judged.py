"""An edited workbook as a programme, and the problem that it is judged by."""

from __future__ import annotations

from functools import reduce

from constraints.problem import Problem
from constraints.programme import Programme
from planner.commands.edited import TakenIn
from planner.commands.situation import Situation
from planner.intake.disruption import Disruption, Drop
from planner.intake.disruption_on_problem import on_problem, on_programme


def dropped(taken: TakenIn) -> tuple[Disruption, ...]:
    """What the rows that are gone say: these activities are not wanted any more."""
    return tuple(Drop(activity=session.activity) for session in taken.edit.gone)


def problem_for(taken: TakenIn, stands: Situation) -> Problem:
    """The problem that the edit is judged by: as it stands, with nothing fixed that the edit moves or takes out."""
    problem = reduce(on_problem, dropped(taken), stands.problem)
    free = {*taken.edit.changed, *(session.activity for session in taken.edit.gone)}
    return problem.changed(fixed=tuple(session for session in problem.fixed if session.activity not in free))


def programme_of(taken: TakenIn, stands: Situation) -> Programme:
    """The programme of the edit, as it was held where it has begun."""
    return on_programme(taken.edit.programme, [line.said for line in stands.heard.standing])
