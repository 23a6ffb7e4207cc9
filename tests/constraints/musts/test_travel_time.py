from agreement import refused
from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import travel_time
from constraints.problem import Activity, Need, Problem, Session, Site, Travel
from constraints.variables import Variables

WORKER = (Need(pool="workers"),)
ACTIVITIES: tuple[Activity, ...] = (
    *(activity(name, place=name, counterparts=WORKER) for name in ("hall", "hub", "farm")),
    activity("again", place="hall", counterparts=WORKER),
    activity("call", counterparts=WORKER),
)
PLACES = {"again": "hall", "call": "online"}
WAYS = (Travel(between=("hall", "hub"), minutes=30), Travel(between=("farm", "hub"), minutes=20))


def review(*fixed: Session, **other: object) -> Problem:
    sites = tuple(Site(id=site, name=site.capitalize()) for site in ("hall", "hub", "farm"))
    return problem(*ACTIVITIES, sites=sites, travel=WAYS, fixed=fixed).changed(**other)


def at_site(name: str, start: str, end: str, **other: object) -> Session:
    return session(name, start, end, place=PLACES.get(name, name), **other)


def kept(stated: Problem, *held: Session) -> bool:
    found = not list(travel_time.check(stated, programme(*held)))
    assert found != refused(travel_time, stated, programme(*held))
    return found


HALL = at_site("hall", "10:00", "11:00")


def test_way_made_to_the_minute_is_kept_in_either_order() -> None:
    assert kept(review(), HALL, at_site("hub", "11:30", "12:30"))
    assert kept(review(), HALL, at_site("hub", "08:30", "09:30"))


def test_way_a_quarter_short_is_broken_in_either_order() -> None:
    late = at_site("hub", "11:15", "12:15")

    found = list(travel_time.check(review(), programme(HALL, late)))

    sentence = "First reviewer needs time to travel between sites"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=(HALL, late))]
    assert not kept(review(), HALL, late)
    assert not kept(review(), HALL, at_site("hub", "08:45", "09:45"))


def test_way_that_is_no_whole_number_of_steps_is_rounded_up() -> None:
    hub = at_site("hub", "10:00", "11:00")

    assert kept(review(), hub, at_site("farm", "11:30", "12:30"))
    assert not kept(review(), hub, at_site("farm", "11:15", "12:15"))


def test_interviewee_travels_as_a_reviewer_does() -> None:
    met = [at_site("hall", "10:00", "11:00", reviewers=(), counterparts=("w1",))]
    met.append(at_site("hub", "11:15", "12:15", reviewers=(), counterparts=("w1",)))

    assert [breach.subject for breach in travel_time.check(review(), programme(*met))] == ["w1"]
    assert not kept(review(), *met)


def test_others_need_not_travel() -> None:
    assert kept(review(), HALL, at_site("hub", "11:00", "12:00", reviewers=("r2",)))


def test_same_site_online_and_ways_not_written_take_no_time() -> None:
    assert kept(review(), HALL, at_site("again", "11:00", "12:00"))
    assert kept(review(), HALL, at_site("call", "11:00", "12:00"))
    assert kept(review(), HALL, at_site("farm", "11:00", "12:00"))


def test_night_between_two_days_is_time_to_travel_like_any_other() -> None:
    last = at_site("hall", "22:45", "23:45")
    soon, later = (at_site("hub", *hour, day=WEDNESDAY) for hour in (("00:00", "01:00"), ("00:15", "01:15")))

    for stated in (review(), review(last)):
        assert not kept(stated, last, soon)
        assert kept(stated, last, later)


def test_fixed_session_is_travelled_to_and_from() -> None:
    fixed = at_site("hall", "10:10", "11:10")

    assert kept(review(fixed), fixed, at_site("hub", "11:45", "12:45"))
    assert not kept(review(fixed), fixed, at_site("hub", "11:30", "12:30"))
    assert kept(review(fixed), fixed, at_site("hub", "08:30", "09:30"))
    assert not kept(review(fixed), fixed, at_site("hub", "08:45", "09:45"))


def test_fixed_session_counts_where_it_is_held_and_not_where_it_was_meant_to_be() -> None:
    moved = at_site("hall", "10:00", "11:00").model_copy(update={"place": "farm"})

    assert kept(review(moved), moved, at_site("hub", "11:30", "12:30"))
    assert not kept(review(moved), moved, at_site("hub", "11:15", "12:15"))


def test_two_fixed_sessions_are_reported_and_refuse_nothing() -> None:
    both = (HALL, at_site("hub", "11:00", "12:00"))

    assert len(list(travel_time.check(review(*both), programme(*both)))) == 1
    assert not refused(travel_time, review(*both), programme(*both))


def test_review_without_ways_has_none() -> None:
    assert kept(review(travel=()), HALL, at_site("hub", "11:00", "12:00"))
    assert list(travel_time.post(Variables(review(travel=())))) == []
