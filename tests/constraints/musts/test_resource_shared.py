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
