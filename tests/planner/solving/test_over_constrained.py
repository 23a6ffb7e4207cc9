"""Reviews that ask for more than there is: what is left out is the least, and each reason is given.

Some of each format's eleven, mostly with little patience: what is held here is proven long before comfort is. All of
them, with the patience they ship with and their seconds, are planned by ``make campaign``.

With the regulatory inspector off, the search stopped at a programme whose cost it read too high; the checks disagreed.
"""

from __future__ import annotations

import pytest
from density_truth import untrue
from over_constrained_reviews import VARIANTS
from plan_faults import faults
from shipped import stated

from constraints.density import density
from planner.solving.plan import plan

SLICE = {
    ("self-directed-review", "reviewing officers on leave, and no laptop"): 3,
    ("self-directed-review", "heads of service and lead away"): 3,
    ("peer-challenge", "hospital room lost"): 5,
    ("peer-challenge", "member peer off"): 5,
    ("team-diagnostics", "council leaders away for the meeting"): 30,
    ("team-diagnostics", "the north room lost"): 30,
    ("ilacs", "looked after late by three days"): 5,
    ("ilacs", "education inspectors off"): 5,
    ("ilacs", "regulatory inspector off"): 5,
}
"""Format and change, with the seconds of patience."""

PLACING_TIERS = 2


@pytest.mark.parametrize(("name", "story"), SLICE)
def test_review_that_asks_for_too_much_has_the_best_partial_programme(name: str, story: str) -> None:
    problem = VARIANTS[name][story](stated(name)).changed(patience=SLICE[name, story])

    planned = plan(problem)

    assert [tier for tier in planned.tiers[:PLACING_TIERS] if not tier.proven] == []
    assert planned.left_out
    assert faults(problem, planned) == []
    assert untrue(problem, density(problem)) == []


def test_there_are_eleven_of_each_format() -> None:
    assert {name: len(changes) for name, changes in VARIANTS.items()} == dict.fromkeys((name for name, _ in SLICE), 11)
