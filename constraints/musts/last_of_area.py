"""An activity that closes an area comes after everything else of it.

The same reviewers hold nothing of the area later, and nothing of the area ends after it (the proposal: the reviewers
evaluate the evidence together at the end of weeks three and four). Standing sessions are of no area.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.edges_of_area import check_edge, post_edge
from constraints.problem import Activity, Problem
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(activity: Activity) -> str:
    """The sentence a person reads."""
    return f"{activity.title} comes last in its area"


def post(x: Variables) -> Iterator[Must]:
    """The others end no later, and with one of the same reviewers before it starts."""
    return post_edge(x, "last", because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session of the area ends after its closing one, nor after its start with one of its reviewers."""
    return check_edge(problem, programme, "last", because)
