"""The fewest people that any repair of a tiny problem disturbs: every programme is written down and judged.

Made from the nouns and ``check`` alone (``every_programme.py``), the draw's order from ``repair_faults.py``; nothing
here knows how repairs are searched for.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from random import Random
from typing import NamedTuple

from disruptions import Standing, batch, standing
from every_programme import broken, selections
from repair_faults import disturbed, eased, follows_the_draw, freed, placed, thawed
from tiniest_problems import tiniest

from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.offer import Repairs
from planner.solving.plan import plan


class Least(NamedTuple):
    """What the best repair comes to: musts and shoulds left out, near sessions moved, and people disturbed."""

    musts: int
    shoulds: int
    thawed: int
    disturbed: int


def disrupted(seed: int) -> Standing | None:
    """A tiny problem that was planned, and then something happened; None where nothing of it could be held."""
    random = Random(f"disruptions {seed}")
    problem = tiniest(seed)
    hours = {"freeze": random.choice((0, 24, 72)), "notice": Random(f"notice {seed}").choice((0, 0, 1, 2))}
    limits = problem.limits.model_copy(update=hours)
    problem = problem.changed(published=(), struck=(), frozen=(), now=None, limits=limits)
    programme = plan(problem)
    return standing(problem, programme, batch(problem, programme, random)) if programme.sessions else None


def first_of(standing: Standing, repairs: Repairs) -> Least:
    """What the first offer comes to."""
    problem, first = standing.problem, repairs.offers[0]
    near = thawed(problem, first.programme)
    return Least(*placed(problem, first.programme), len(near), len(first.disturbed))


def least(standing: Standing, out_of_turn: Collection[str] = ()) -> Least:
    """The least of any repair; what is near is looked at only where a must is left out otherwise.

    Args:
        standing: how things stand.
        out_of_turn: the opening sessions that the first answer holds out of their turn. That has to place more musts
            than keeping the turn does while nothing near moves.
    """
    problem, before = standing
    kept = _least(problem, problem, before)
    if not out_of_turn:
        return _moved(problem, before, kept)
    late = eased(problem, out_of_turn)
    held = _least(late, late, before)
    assert held.musts < kept.musts
    return _moved(late, before, held)


def _moved(problem: Problem, before: Programme, kept: Least) -> Least:
    if not (kept.musts and problem.frozen):
        return kept
    moved = _least(freed(problem), problem, before)
    return moved if moved.musts < kept.musts else kept


def _least(problem: Problem, near: Problem, before: Programme) -> Least:
    def left_out(programme: Programme) -> tuple[int, int]:
        return placed(problem, programme)

    for (musts, shoulds), alike in groupby(sorted(selections(problem), key=left_out), key=left_out):
        found = [
            (len(thawed(near, programme)), len(disturbed(problem, programme)))
            for programme in alike
            if not broken(problem, programme.sessions) and follows_the_draw(problem, before, programme)
        ]
        if found:
            return Least(musts, shoulds, *min(found))
    raise AssertionError("the fixed sessions alone break no rule")
