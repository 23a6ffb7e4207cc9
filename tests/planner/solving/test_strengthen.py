"""What is said to the solver besides the rules never costs a programme."""

from __future__ import annotations

import pytest
from small_reviews import CASES, TUESDAY, activity, problem, seen, session, window

from constraints.problem import CaseDemand, Gap, Need
from planner.solving.solve import solve

SECOND = session("named", "12:00", "13:00", reviewers=("r2",))
EARLY, LATE = (window("09:00", "10:00"),), (window("11:00", "12:00"),)
AUDIT = CaseDemand(stratum="audit", candidates=CASES, modes=("worker",))
TIES = {
    "after": ({"after": ("second",)}, session("named", "10:00", "11:00", reviewers=("r2",)), {}),
    "gap": ({"gaps": (Gap(after="first", most_minutes=0),)}, SECOND, {}),
    "same reviewers": (
        {"same_reviewers_as": "first"},
        SECOND,
        {"r1": {"windows": EARLY}, "r2": {"windows": (*LATE, window("12:00", "13:00"))}},
    ),
    "same case": (
        {"demand": AUDIT.model_copy(update={"tracks": "first"})},
        SECOND.model_copy(update={"cases": seen("c2", rank=2)}),
        {"w1": {"windows": EARLY}, "w2": {"windows": LATE}},
    ),
}


@pytest.mark.parametrize("tie", TIES)
def test_of_two_alike_the_one_that_another_names_may_come_second(tie: str) -> None:
    """A fixed session came after the second of two alike, and the first was left out: the order made it earlier."""
    names, fact, people = TIES[tie]
    demand = AUDIT if tie == "same case" else None
    day = (window("09:00", "12:00", TUESDAY),)
    alike = [activity(name, title="Talk", demand=demand, windows=day) for name in ("first", "second")]
    one_reviewer_at_a_time = {"r2": {"windows": (window("12:00", "13:00"),)}} | people

    stated = problem(*alike, activity("named", **names), people=one_reviewer_at_a_time, fixed=(fact,))

    assert set(solve(stated).session) == {"first", "second", "named"}


def test_a_reviewer_who_is_met_is_not_counted_among_those_who_hold_the_session() -> None:
    """Of a talk with a reviewer's colleague both were counted as holding it, and it was left out, called proven."""
    talk = activity("talk", counterparts=(Need(pool="workers"),))
    only_worker = {"r1": {"pools": ("reviewers", "workers")}, "w1": {"pools": ()}, "w2": {"pools": ()}}

    (held,) = solve(problem(talk, people=only_worker)).sessions

    assert (held.reviewers, held.counterparts) == (("r2",), ("r1",))
