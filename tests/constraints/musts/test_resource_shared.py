from agreement import refused
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.musts import resource_shared
from constraints.problem import Mode, Resource

SHARED = problem(
    activity("files", resources=("laptop",)),
    activity("audit", demand=AUDIT),
    resources=(Resource(id="laptop", name="The laptop"),),
)
FILES = session("files", "10:00", "11:00")


def audit(start: str, end: str, mode: Mode) -> object:
    return session("audit", start, end, reviewers=("r2",), cases=seen(mode=mode))


def test_one_after_the_other_is_kept() -> None:
    assert list(resource_shared.check(SHARED, programme(FILES, audit("11:00", "12:00", Mode.RECORD)))) == []


def test_both_at_once_is_broken() -> None:
    both = audit("10:45", "11:45", Mode.RECORD)

    found = list(resource_shared.check(SHARED, programme(FILES, both)))

    assert found == [
        Breach(subject="laptop", sentence="The laptop serves one session at a time", sessions=(FILES, both))
    ]


def test_case_seen_with_its_worker_needs_no_laptop() -> None:
    assert list(resource_shared.check(SHARED, programme(FILES, audit("10:00", "11:00", Mode.WORKER)))) == []


IN_ROOMS = problem(
    *(activity(name, rooms=("blue", "green")) for name in ("talk", "visit")),
    resources=(Resource(id="blue", name="The blue room"), Resource(id="green", name="The green room")),
)


def test_room_holds_one_session_at_a_time() -> None:
    talk = session("talk", "10:00", "11:00", room="blue")
    beside = session("visit", "10:45", "11:45", reviewers=("r2",), room="green")
    inside = beside.model_copy(update={"room": "blue"})

    assert list(resource_shared.check(IN_ROOMS, programme(talk, beside))) == []
    assert [breach.subject for breach in resource_shared.check(IN_ROOMS, programme(talk, inside))] == ["blue"]
    assert not refused(resource_shared, IN_ROOMS, programme(talk, beside))
    assert refused(resource_shared, IN_ROOMS, programme(talk, inside))
    assert refused(resource_shared, IN_ROOMS.changed(fixed=(talk,)), programme(talk, inside))
