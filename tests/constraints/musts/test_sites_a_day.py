from agreement import refused
from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import sites_a_day
from constraints.problem import Limits, Need, Problem, Session

SITES = ("hall", "hub", "farm")


def review(most: int | None, *fixed: Session) -> Problem:
    visits = (
        activity(f"{site}{n}", place=site, counterparts=(Need(pool="workers"),)) for site in SITES for n in (1, 2)
    )
    return problem(*visits, activity("call"), limits=Limits(sites_per_person_per_day=most), fixed=fixed)


def at_site(name: str, hour: int, **other: object) -> Session:
    held = {"place": name[:-1], "counterparts": ("w1",)}
    return session(name, f"{hour}:00", f"{hour + 1}:00", **{**held, **other})


def kept(stated: Problem, *held: Session) -> bool:
    found = not list(sites_a_day.check(stated, programme(*held)))
    assert found != refused(sites_a_day, stated, programme(*held))
    return found


def test_all_day_at_one_site_is_kept_and_online_is_none() -> None:
    assert kept(review(1), at_site("hall1", 10), at_site("hall2", 14), session("call", "16:00", "17:00"))


def test_second_site_is_broken_for_everybody_who_is_at_both() -> None:
    held = (at_site("hall1", 10), at_site("hub1", 14, reviewers=("r2",)))

    found = list(sites_a_day.check(review(1), programme(*held)))

    assert found == [
        Breach(subject="w1", sentence="First worker is at no more than 1 site on Tuesday 04 May", sessions=held)
    ]
    assert not kept(review(1), *held)


def test_as_many_as_the_limit_are_kept_and_one_more_is_broken() -> None:
    two = (at_site("hall1", 10), at_site("hub1", 14))

    assert kept(review(2), *two)
    assert not kept(review(2), *two, at_site("farm1", 16))


def test_another_day_counts_afresh() -> None:
    assert kept(review(1), at_site("hall1", 10), at_site("hub1", 10, day=WEDNESDAY))


def test_fixed_session_has_somebody_at_its_site_already() -> None:
    fixed = at_site("hall1", 10)

    assert kept(review(1, fixed), fixed, at_site("hall2", 14))
    assert not kept(review(1, fixed), fixed, at_site("hub1", 14))


def test_fixed_sessions_at_too_many_sites_refuse_only_another_site() -> None:
    fixed = (at_site("hall1", 10), at_site("hub1", 12))
    stated = review(1, *fixed)

    joined = list(sites_a_day.check(stated, programme(*fixed, at_site("hub2", 14))))

    assert {breach.sessions for breach in joined} == {fixed}
    assert not refused(sites_a_day, stated, programme(*fixed, at_site("hub2", 14)))
    assert refused(sites_a_day, stated, programme(*fixed, at_site("farm1", 14)))


def test_review_without_a_limit_has_none() -> None:
    assert kept(review(None), at_site("hall1", 10), at_site("hub1", 12), at_site("farm1", 14))
