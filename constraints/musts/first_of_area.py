"""An activity that opens an area comes before everything else of it.

The same reviewers hold nothing of the area earlier, and nobody starts anything of the area before it (the proposal:
the manager interview is the first item of weeks two to four). Standing sessions are of no area.
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
    return f"{activity.title} comes first in its area"


def post(x: Variables) -> Iterator[Must]:
    """The others start no earlier, and with one of the same reviewers only when it is over."""
    return post_edge(x, "first", because)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """No session of the area starts before its opening one, nor before its end with one of its reviewers."""
    return check_edge(problem, programme, "first", because)
