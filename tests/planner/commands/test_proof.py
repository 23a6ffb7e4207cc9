from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from constraints.catalogue import WISHES
from constraints.outcomes import Code, Outcome
from constraints.problem import Activity, Problem, Session
from constraints.programme import LeftOut, Programme, TierValue
from planner.commands.proof import COMFORT, proof

LONDON = ZoneInfo("Europe/London")
DAY = date(2021, 4, 22)

PROBLEM = Problem(
    title="Review",
    start=DAY,
    end=DAY,
    activities=tuple(
        Activity(id=name, title=name, kind="k", shortest=60, longest=60, evidence=evidence)
        for name, evidence in (("a", True), ("b", True), ("lunch", False))
    ),
)
HELD = tuple(
    Session(
        activity=name,
        start=datetime(2021, 4, 22, hour, tzinfo=LONDON),
        end=datetime(2021, 4, 22, hour + 1, tzinfo=LONDON),
    )
    for name, hour in (("a", 10), ("b", 11), ("lunch", 12))
)


def tier(name: str, value: int = 0, bound: int | None = None) -> TierValue:
    return TierValue(
        tier=name, value=value, bound=value if bound is None else bound, proven=bound is None or bound == value
    )


def used(rank: int, *, base: bool) -> Outcome:
    return Outcome(stratum="S", rank=rank, case=f"HF-{rank}", base=base, code=Code.REVIEWED, activity="a")


def test_proof_of_a_programme_proven_throughout() -> None:
    tiers = (tier("musts placed"), tier("base cases seen", 1), tier("modes in order"), tier("comfort", 14))
    said = proof(PROBLEM, Programme(sessions=HELD, tiers=tiers), (used(1, base=True), used(2, base=False)))
    assert said == "2 of 2 placed, 1 reserve used, nothing left out; draw order proven best; comfort 14, bound 14"


def test_proof_says_what_is_not_proven_and_counts_what_is_left_out() -> None:
    tiers = (
        tier("musts placed", 1, 0),
        tier("base cases seen", 2, 1),
        tier("standing sessions held", 1, 0),
        tier("comfort", 20, 14),
    )
    programme = Programme(sessions=HELD[1:], tiers=tiers, left_out=(LeftOut(activity="a", why="no time"),))
    assert proof(PROBLEM, programme, ()) == (
        "1 of 2 placed, no reserves used, 1 left out; placing not proven best; draw order not proven best; "
        "standing sessions not proven best; comfort 20, bound 14"
    )


@pytest.mark.parametrize("name", ["base cases seen", "modes in order", "ranks in order"])
def test_draw_order_is_proven_only_where_each_of_its_tiers_is(name: str) -> None:
    proven = [tier(one) for one in ("base cases seen", "modes in order", "ranks in order") if one != name]
    said = proof(PROBLEM, Programme(tiers=(*proven, tier(name, 1, 0))), ())
    assert said == "0 of 2 placed, no reserves used, nothing left out; draw order not proven best"


@pytest.mark.parametrize("name", [one.name for one in WISHES if one.name != COMFORT])
def test_tier_that_is_not_proven_is_told(name: str) -> None:
    said = proof(PROBLEM, Programme(tiers=(tier(name, 1, 0),)), ())
    assert said.endswith(" not proven best")
