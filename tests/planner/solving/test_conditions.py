"""What an answer of a kind must do to be called that."""

from __future__ import annotations

from datetime import timedelta

import pytest
import shipped
from disruptions import Batch, standing

from planner.intake.disruption import Cancel
from planner.solving.repair import repair


@pytest.mark.parametrize("fell", ["S04", "S24-2"])
def test_next_case_of_the_draw_is_one_that_nobody_was_to_be_asked_about(fell: str) -> None:
    """Two sessions that exchanged their cases were offered as the draw's next one."""
    problem, before = shipped.self_directed(), shipped.planned("self-directed-review")
    was = before.session[fell]
    said = Cancel(session=fell, start=was.start, end=was.end, people=(was.counterparts or ())[:1])
    found = repair(*standing(problem, before, Batch(was.start - timedelta(hours=26), (said,))), wider=0)

    known = {seen.case for session in before.sessions for seen in session.cases or ()}
    for offer in found.offers:
        if offer.kind == "next case of the draw":
            assert {seen.case for seen in offer.programme.session[fell].cases or ()} - known
