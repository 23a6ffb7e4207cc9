import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import same_place
from constraints.problem import Problem, Resource, Session

PREPARED = problem(
    activity("preparation", rooms=("blue", "green")),
    activity("feedback", rooms=("blue", "green"), same_place_as="preparation"),
    resources=(Resource(id="blue", name="The blue room"), Resource(id="green", name="The green room")),
)
BEFORE = session("preparation", "10:00", "11:00", room="blue")


def feedback(room: str | None) -> Session:
    return session("feedback", "11:00", "12:00", room=room)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(same_place.check(stated, programme(*sessions)))
    assert found != refused(same_place, stated, programme(*sessions))
    return found


def test_same_room_is_kept() -> None:
    assert kept(PREPARED, BEFORE, feedback("blue"))


def test_another_room_is_broken() -> None:
    found = list(same_place.check(PREPARED, programme(BEFORE, feedback("green"))))

    sentence = "Feedback is held in the room of Preparation"
    assert found == [Breach(subject="feedback", sentence=sentence, sessions=(BEFORE, feedback("green")))]
    assert not kept(PREPARED, BEFORE, feedback("green"))


def test_one_alone_is_in_any_room() -> None:
    assert kept(PREPARED, feedback("green"))
    assert kept(PREPARED, BEFORE)


@pytest.mark.parametrize("room", ["", None])
def test_room_that_is_none_or_not_stated_is_another_rules_business(room: str | None) -> None:
    assert kept(PREPARED, BEFORE, feedback(room))


@pytest.mark.parametrize("fixed", [BEFORE, feedback("green")])
def test_fixed_session_decides_for_the_other(fixed: Session) -> None:
    stated = PREPARED.changed(fixed=(fixed,))
    other = {"preparation": feedback, "feedback": lambda room: BEFORE.model_copy(update={"room": room})}

    assert kept(stated, fixed, other[fixed.activity](fixed.room))
    assert not kept(stated, fixed, other[fixed.activity]("blue" if fixed.room == "green" else "green"))


def test_two_fixed_sessions_are_reported_and_refuse_nothing() -> None:
    both = (BEFORE, feedback("green"))
    stated = PREPARED.changed(fixed=both)

    assert len(list(same_place.check(stated, programme(*both)))) == 1
    assert not refused(same_place, stated, programme(*both))


def test_activity_that_names_no_other_is_in_any_room() -> None:
    free = PREPARED.changed(activities=tuple(a.model_copy(update={"same_place_as": ""}) for a in PREPARED.activities))

    assert kept(free, BEFORE, feedback("green"))
