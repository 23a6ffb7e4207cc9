"""A session that was to open its area and fell through may be held later, out of turn: then nothing waits for it.

Whoever repairs a programme may let it, where keeping the turn would move what others hold; never the search by itself.
"""

from __future__ import annotations

from collections.abc import Collection

from constraints.musts import first_of_area
from constraints.problem import Problem
from constraints.programme import Programme


def fallen_openings(problem: Problem) -> tuple[str, ...]:
    """The struck activities that come before everything else of their area."""
    known = problem.activity
    return tuple(one for one in problem.struck if one in known and known[one].area and known[one].first_of_area)


def out_of_turn(problem: Problem, activities: Collection[str]) -> Problem:
    """The problem in which these activities no longer come before everything else of their area; of none, itself."""
    if not activities:
        return problem
    eased = tuple(
        one.model_copy(update={"first_of_area": False}) if one.id in activities else one for one in problem.activities
    )
    return problem.changed(activities=eased)


def keeps_turns(problem: Problem, programme: Programme) -> bool:
    """Whether everything that comes before the rest of its area does."""
    return not any(first_of_area.check(problem, programme))
