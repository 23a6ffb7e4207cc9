from datetime import timedelta

import pytest
from agreement import charged
from small_reviews import AUDIT, WEDNESDAY, activity, at, problem, programme, seen, session

from constraints.problem import CaseDemand, Mode, Session
from constraints.wishes import kind_changes

SAME_WORKER = CaseDemand.model_validate(
    AUDIT.model_dump() | {"candidates": [{"case": f"c{n}", "rank": n, "workers": ("w1",)} for n in (1, 2)]}
)
HELD = session("audit", "10:00", "11:00", WEDNESDAY, counterparts=("w1",), cases=seen("c1"))
PUBLISHED = problem(activity("audit", demand=SAME_WORKER), published=(HELD,))


def cost(one: Session, days_ahead: int) -> int:
    stated = PUBLISHED.changed(now=at("09:00", WEDNESDAY) - timedelta(days_ahead))
    found = sum(breach.cost for breach in kind_changes.check(stated, programme(one)))
    assert found == charged(kind_changes, stated, programme(one))
    return found


@pytest.mark.parametrize(("days_ahead", "times"), [(8, 1), (7, 2), (2, 4)])
def test_other_case_of_the_same_worker_costs_like_another_reviewer(days_ahead: int, times: int) -> None:
    """A new plan swapped two cases of one worker, who had prepared the other one: nobody counted it."""
    other_case = HELD.model_copy(update={"cases": seen("c2", rank=2)})
    other_reviewer = HELD.model_copy(update={"reviewers": ("r2",)})

    assert cost(other_case, days_ahead) == cost(other_reviewer, days_ahead) == times


def test_what_stays_costs_nothing_and_what_moves_no_more_for_another_case() -> None:
    later = HELD.model_copy(update={"start": at("12:00", WEDNESDAY), "end": at("13:00", WEDNESDAY)})

    assert cost(HELD, 8) == 0
    assert cost(later, 8) == cost(later.model_copy(update={"cases": seen("c2", rank=2)}), 8) == 2


def test_case_that_was_not_stated_is_not_compared() -> None:
    unstated = PUBLISHED.changed(published=(HELD.model_copy(update={"cases": None}),))
    other_case = programme(HELD.model_copy(update={"cases": seen("c2", rank=2, mode=Mode.WORKER)}))

    assert list(kind_changes.check(unstated, other_case)) == []
    assert charged(kind_changes, unstated, other_case) == 0
