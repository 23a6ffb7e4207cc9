from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.check import check
from constraints.constraint import Breach
from constraints.musts import room_for_all
from constraints.problem import EVERYBODY, Need, Resource, Session

ROOMS = (
    Resource(id="small", name="The small room", seats=2),
    Resource(id="large", name="The large room", seats=3),
    Resource(id="hall", name="The hall"),
)
GROUP = problem(
    activity("group", counterparts=(Need(pool="workers", count=EVERYBODY),), rooms=("small", "large", "hall")),
    activity("talk", counterparts=(Need(pool="workers"),), rooms=("small", "large")),
    activity("reading"),
    resources=ROOMS,
)
SENTENCE = "Group is held in The small room or The large room or The hall, with a seat for everybody"


def group(room: str | None, *workers: str) -> Session:
    return session("group", "10:00", "11:00", counterparts=workers or ("w1", "w2"), room=room)


def kept(one: Session) -> bool:
    found = not list(room_for_all.check(GROUP, programme(one)))
    assert found != refused(room_for_all, GROUP, programme(one))
    return found


def test_room_with_a_seat_for_everybody_is_kept() -> None:
    assert kept(group("large"))


def test_room_with_a_seat_too_few_is_broken() -> None:
    found = list(room_for_all.check(GROUP, programme(group("small"))))

    assert found == [Breach(subject="group", sentence=SENTENCE, sessions=(group("small"),))]
    assert not kept(group("small"))


def test_small_room_seats_the_two_who_attend() -> None:
    assert kept(session("talk", "10:00", "11:00", counterparts=("w1",), room="small"))


def test_room_whose_seats_nobody_counted_holds_everybody() -> None:
    assert kept(group("hall"))


def test_no_room_or_another_one_is_broken() -> None:
    assert not kept(group(""))
    assert not kept(session("talk", "10:00", "11:00", counterparts=("w1",), room="hall"))


def test_session_that_needs_no_room_takes_none() -> None:
    in_the_hall = session("reading", "10:00", "11:00", room="hall")

    found = list(room_for_all.check(GROUP, programme(in_the_hall)))

    assert found == [Breach(subject="reading", sentence="Reading needs no room", sessions=(in_the_hall,))]
    assert kept(session("reading", "10:00", "11:00"))


def test_fixed_session_is_reported_and_refuses_nothing() -> None:
    fixed = GROUP.changed(fixed=(group("small"),))

    assert len(list(room_for_all.check(fixed, programme(group("small"))))) == 1
    assert not refused(room_for_all, fixed, programme(group("small")))


def test_room_that_is_not_stated_cannot_be_told() -> None:
    unstated = programme(group(None), session("reading", "12:00", "13:00", room=None))

    says = {verdict.rule: (verdict.says, verdict.missing) for verdict in check(GROUP, unstated).musts}

    untold = ("cannot tell", ("which room was taken in 1 of 2 sessions is not stated",))
    assert {rule for rule, said in says.items() if said == untold} == {
        "resource_shared",
        "resource_there",
        "room_for_all",
        "same_place",
        "time_to_be_told",
    }


def test_room_of_a_review_without_rooms_is_never_asked_for() -> None:
    roomless = problem(activity("reading"))
    unstated = programme(session("reading", "12:00", "13:00", room=None))

    assert [verdict for verdict in check(roomless, unstated).musts if verdict.missing] == []
