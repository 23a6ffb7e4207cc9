from agreement import charged
from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort, Problem, Session
from constraints.wishes import few_sites

SITES = ("hall", "hub", "farm")
VISITS = (*(activity(site, place=site) for site in SITES), activity("call"))


def review(*fixed: Session, **other: object) -> Problem:
    return problem(*VISITS, comfort=Comfort(few_sites=3), fixed=fixed).changed(**other)


def at_site(name: str, hour: int, **other: object) -> Session:
    return session(name, f"{hour}:00", f"{hour + 1}:00", place=name, **other)


def cost(stated: Problem, *held: Session) -> int:
    found = sum(breach.cost for breach in few_sites.check(stated, programme(*held)))
    assert found == charged(few_sites, stated, programme(*held))
    return found


def test_one_site_and_online_cost_nothing() -> None:
    assert cost(review(), at_site("hall", 10), session("call", "14:00", "15:00")) == 0


def test_each_site_beyond_the_first_costs_one() -> None:
    held = tuple(at_site(site, hour) for site, hour in zip(SITES, (10, 12, 14), strict=True))

    found = list(few_sites.check(review(), programme(*held)))

    assert found == [Breach(subject="r1", sentence="First reviewer is at one site on Tuesday 04 May", cost=2)]
    assert cost(review(), *held) == 2


def test_each_day_and_each_reviewer_counts_afresh() -> None:
    tomorrow = at_site("hub", 10, day=WEDNESDAY)
    others = at_site("farm", 12, reviewers=("r2",))

    assert cost(review(), at_site("hall", 10), tomorrow, others) == 0


def test_site_of_a_fixed_session_is_one_of_the_day() -> None:
    fixed = at_site("hall", 10)

    assert cost(review(fixed), fixed, at_site("hub", 12)) == 1


def test_day_that_nobody_declared_costs_nothing() -> None:
    assert cost(review(days=()), at_site("hall", 10), at_site("hub", 12)) == 0


def test_review_that_does_not_wish_it_pays_nothing() -> None:
    assert cost(review(comfort=Comfort()), at_site("hall", 10), at_site("hub", 12)) == 0
