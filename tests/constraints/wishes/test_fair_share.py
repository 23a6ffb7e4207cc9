from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort
from constraints.wishes import fair_share

SHARED = problem(
    *(activity(f"talk{n}", evidence=True) for n in range(4)), activity("lunch"), comfort=Comfort(fair_share=1)
)


def held(*by: str) -> object:
    return programme(*(session(f"talk{n}", f"1{n}:00", f"1{n}:45", reviewers=(who,)) for n, who in enumerate(by)))


def test_even_share_costs_nothing() -> None:
    assert list(fair_share.check(SHARED, held("r1", "r2", "r1", "r2"))) == []


def test_odd_one_out_is_fair_to_either() -> None:
    assert list(fair_share.check(SHARED, held("r1", "r2", "r1"))) == []


def test_session_above_the_ceiling_and_one_below_the_floor_cost_one_each() -> None:
    found = list(fair_share.check(SHARED, held("r1", "r1", "r1", "r2")))

    assert found == [
        Breach(subject="r1", sentence="First reviewer has a fair share of week 18", cost=1),
        Breach(subject="r2", sentence="Second reviewer has a fair share of week 18", cost=1),
    ]


def test_review_that_does_not_wish_it_is_not_asked() -> None:
    unasked = SHARED.model_copy(update={"comfort": Comfort()})

    assert list(fair_share.check(unasked, held("r1", "r1", "r1", "r1"))) == []
