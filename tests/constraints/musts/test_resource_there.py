from agreement import refused
from small_reviews import AUDIT, activity, problem, programme, seen, session, window

from constraints.constraint import Breach
from constraints.musts import resource_there
from constraints.problem import Mode, Resource

LENT = problem(
    activity("files", resources=("laptop",)),
    activity("audit", demand=AUDIT),
    resources=(Resource(id="laptop", name="The laptop", windows=(window("10:00", "12:00"),)),),
)


def test_session_while_it_is_there_is_kept() -> None:
    assert list(resource_there.check(LENT, programme(session("files", "11:00", "12:00")))) == []


def test_session_that_outstays_it_is_broken() -> None:
    late = session("files", "11:15", "12:15")

    found = list(resource_there.check(LENT, programme(late)))

    assert found == [Breach(subject="laptop", sentence="The laptop is not there then", sessions=(late,))]


def test_case_read_on_record_uses_it_and_one_with_its_worker_does_not() -> None:
    on_record = session("audit", "13:00", "14:00", cases=seen(mode=Mode.RECORD))
    with_worker = session("audit", "13:00", "14:00", counterparts=("w1",), cases=seen())

    assert len(list(resource_there.check(LENT, programme(on_record)))) == 1
    assert list(resource_there.check(LENT, programme(with_worker))) == []


def test_what_is_always_there_is_never_missed() -> None:
    always = LENT.model_copy(update={"resources": (Resource(id="laptop", name="The laptop"),)})

    assert list(resource_there.check(always, programme(session("files", "03:00", "04:00")))) == []


def test_room_is_taken_while_it_is_there() -> None:
    rooms = problem(
        activity("talk", rooms=("blue", "green")),
        resources=(
            Resource(id="blue", name="The blue room", windows=(window("10:00", "12:00"),)),
            Resource(id="green", name="The green room"),
        ),
    )
    late = session("talk", "11:15", "12:15", room="blue")
    elsewhere = late.model_copy(update={"room": "green"})

    assert [breach.subject for breach in resource_there.check(rooms, programme(late))] == ["blue"]
    assert list(resource_there.check(rooms, programme(elsewhere))) == []
    assert refused(resource_there, rooms, programme(late))
    assert not refused(resource_there, rooms, programme(elsewhere))
