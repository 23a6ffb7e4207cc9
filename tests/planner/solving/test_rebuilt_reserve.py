"""A reserve that was used is rebuilt where there is room for it, and only when that is asked for."""

from __future__ import annotations

from datetime import timedelta

import shipped
from disruptions import Batch, standing

from constraints.programme import LeftOut
from planner.intake.disruption import Cancel
from planner.solving.repair import once_more, repair


def test_hold_of_the_reserve_that_was_used_stands_again() -> None:
    problem, whole = shipped.self_directed(), shipped.planned("self-directed-review")
    spare = next(s for s in whole.sessions if problem.activity[s.activity].priority == "mop-up")
    before = whole.model_copy(
        update={
            "sessions": tuple(s for s in whole.sessions if s != spare),
            "left_out": (LeftOut(activity=spare.activity, why="it was used"),),
        }
    )
    posed = problem.changed(published=before.sessions)

    as_it_is = repair(posed, before, rebuild=False)
    rebuilt = repair(posed, before, rebuild=True)

    assert spare.activity not in as_it_is.offers[0].programme.session
    assert rebuilt.offers[0].programme == as_it_is.offers[0].programme
    offer = rebuilt.offers[-1]
    assert offer.kind == "reserve rebuilt"
    assert spare.activity in offer.programme.session
    assert offer.programme.left_out == ()
    assert once_more(posed, before, offer.kind, offer.more) == offer


def test_reserve_that_lacks_nothing_is_not_rebuilt_and_nothing_else_is_told_as_that() -> None:
    """An answer that held as much of the reserve as the first, arranged otherwise, was told as its rebuilding."""
    problem, programme = shipped.self_directed(), shipped.planned("self-directed-review")
    fell = programme.session["S23-1"]
    said = Cancel(session=fell.activity, start=fell.start, end=fell.end, people=("sw-an-7",))
    stood = standing(problem, programme, Batch(fell.start - timedelta(hours=26), (said,)))

    found = repair(*stood, rebuild=True)

    assert "reserve rebuilt" not in {offer.kind for offer in found.offers}
