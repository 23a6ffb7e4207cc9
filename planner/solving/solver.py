"""Make a solver: the only file that knows its parameters.

One worker under a limit of deterministic time, so that the same model gives the same answer for the same OR-Tools
build, whatever the machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ortools.sat.python import cp_model

SECOND = 0.4
"""The solver's deterministic time that takes about a second."""

MOMENT = 0.01
"""The least deterministic time in which a run can say anything."""


def new_solver(limit: float, *, relaxations: bool = False, brief: bool = False) -> cp_model.CpSolver:
    """A solver that gives up after so much deterministic time.

    Args:
        limit: deterministic time.
        relaxations: whether linear relaxations are solved too.
        brief: whether the model is simplified once, and not again amid the search: most of a short search is that.
    """
    solver = cp_model.CpSolver()
    # a search that catches the interrupt ends the process with it when two searches run side by side
    solver.parameters.catch_sigint_signal = False
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = limit
    # intervals carry these models: without linear relaxations most are proven two to three times sooner
    solver.parameters.linearization_level = 2 if relaxations else 0
    # probing every start of long horizons takes all the time there is before anything is searched for
    solver.parameters.cp_model_probing_level = 0
    if brief:
        solver.parameters.max_presolve_iterations = 1
        solver.parameters.use_sat_inprocessing = False
    return solver


Hint = Mapping[int, int]
"""A value for each of some variables, by its index."""


def hint_at(model: cp_model.CpModel, hint: Hint) -> None:
    """Begin the next search here, and at nothing that was hinted before; a call a variable would take longer."""
    hinted = model.proto.solution_hint
    hinted.vars.clear()
    hinted.values.clear()
    hinted.vars.extend(hint.keys())
    hinted.values.extend(hint.values())


class Most(NamedTuple):
    """What maximising came to.

    Attributes:
        found: the most that was found; None where nothing was.
        bound: nothing is above this; minus infinity where the model cannot be kept at all.
        work: the deterministic time that it took.
    """

    found: int | None
    bound: float
    work: float


def most(model: cp_model.CpModel, wanted: cp_model.LinearExprT, limit: float) -> Most:
    """Maximise something within a limit of deterministic time."""
    model.maximize(wanted)
    solver = new_solver(limit)
    status = solver.solve(model)
    work = solver.response_proto.deterministic_time
    if status == cp_model.INFEASIBLE:
        return Most(None, float("-inf"), work)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Most(solver.value(wanted) if found else None, solver.best_objective_bound, work)


def fix(model: cp_model.CpModel, literal: cp_model.IntVar, value: bool) -> None:
    """Let a literal be true or false from now on, whichever it was before: the solver knows before it begins."""
    domain = model.proto.variables[literal.index].domain
    domain.clear()
    domain.extend([int(value), int(value)])
