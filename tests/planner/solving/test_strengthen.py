"""What is said to the solver besides the rules never costs a programme."""

from __future__ import annotations

import pytest
from small_reviews import CASES, TUESDAY, WEDNESDAY, activity, problem, seen, session, window

from constraints.problem import CaseDemand, Gap, Need, Pace
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


OTHERS = [activity(name) for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
ONCE = Pace(name="Once", kinds=("any",), most=1, days=2, pool="reviewers")
TWICE_A_DAY = ONCE.model_copy(update={"most": 2, "days": 1})
ON_BOTH_DAYS = (session("one", "09:00", "10:00"), session("two", "09:00", "10:00", WEDNESDAY))
FULL = {
    "a pace": (2, {"paces": (ONCE,)}),
    "a pace that ends within the review": (4, {"paces": (ONCE.model_copy(update={"days": 1}),)}),
    "days": (6, {"paces": (TWICE_A_DAY,), "people": {"r1": {"most_days": 1}}}),
    "days that fixed sessions use beyond the limit": (
        8,
        {"paces": (TWICE_A_DAY,), "people": {"r1": {"most_days": 1}}, "fixed": ON_BOTH_DAYS},
    ),
    "somebody who is away": (1, {"paces": (ONCE,), "people": {"r2": {"windows": ()}}}),
    "a narrower pace of others": (2, {"paces": (ONCE, ONCE.model_copy(update={"pool": "workers"}))}),
}


@pytest.mark.parametrize("story", FULL)
def test_what_a_pool_can_hold_in_all_is_held_and_proven(story: str) -> None:
    """Half the visiting managers of team diagnostics hold 36 sessions; that no more can be held was never proven."""
    most, other = FULL[story]

    planned = solve(problem(*OTHERS, **other))

    assert len(planned.sessions) == most
    assert planned.tiers[0].proven


def test_whom_a_session_names_is_counted_beside_those_it_needs() -> None:
    met = [activity(name, counterparts=(Need(people=("r1",)),)) for name in ("one", "two", "three")]

    planned = solve(problem(*met, paces=(ONCE,)))

    assert [session.people for session in planned.sessions] == [("r2", "r1")]
