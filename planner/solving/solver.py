"""Make a solver: the only file that knows its parameters.

One worker under a limit of deterministic time, so that the same model gives the same answer for the same OR-Tools
build, whatever the machine.
"""

from __future__ import annotations

from ortools.sat.python import cp_model

SECOND = 0.4
"""The solver's deterministic time that takes about a second."""


def new_solver(limit: float, *, relaxations: bool = False) -> cp_model.CpSolver:
    """A solver that gives up after so much deterministic time; with linear relaxations, or without."""
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
    return solver


def most(model: cp_model.CpModel, wanted: cp_model.LinearExprT, limit: float) -> tuple[int | None, float]:
    """Maximise something.

    Returns:
        The most that was found, None where nothing was; and what nothing is above, minus infinity where the model
        cannot be kept at all.
    """
    model.maximize(wanted)
    solver = new_solver(limit)
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None, float("-inf")
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return (solver.value(wanted) if found else None), solver.best_objective_bound
