"""What is owed and not held: the one thing that the placing wishes count, each for its own activities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

Counts = Callable[[Activity], bool]
Because = Callable[[Activity], str]


def post_owed(x: Variables, counts: Counts, because: Because) -> Iterator[Wish]:
    """One for each activity that counts, is owed and is not held."""
    for decision in x.decisions.values():
        if counts(decision.activity):
            yield Wish(decision.activity.id, because(decision.activity), x.missing(decision))


def check_owed(problem: Problem, programme: Programme, counts: Counts, because: Because) -> Iterator[Breach]:
    """One for each activity that counts, is owed and is not held."""
    for activity in problem.activities:
        if counts(activity) and programme.owes(problem, activity):
            yield Breach(subject=activity.id, sentence=because(activity))
