from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.musts import cases_seen

AUDITS = problem(
    activity("audit", demand=AUDIT), activity("two", demand=AUDIT.model_copy(update={"count": 2})), activity("talk")
)
NEEDS_ONE = "Audit needs a case of the draw for audit"
NEEDS_TWO = "Two needs 2 cases of the draw for audit"


def seeing(name: str, *cases: str) -> list[Breach]:
    held = session(name, "10:00", "11:00", cases=tuple(one for case in cases for one in seen(case)))
    return list(cases_seen.check(AUDITS, programme(held)))


def test_as_many_as_asked_for_is_kept() -> None:
    assert seeing("audit", "c2") == []
    assert seeing("two", "c1", "c2") == []
    assert seeing("talk") == []


def test_none_is_broken() -> None:
    held = session("audit", "10:00", "11:00")

    assert seeing("audit") == [Breach(subject="audit", sentence=NEEDS_ONE, sessions=(held,))]


def test_one_too_many_and_one_outside_the_draw_are_broken() -> None:
    assert [breach.sentence for breach in seeing("audit", "c1", "c2")] == [NEEDS_ONE]
    assert [breach.sentence for breach in seeing("audit", "c9")] == [NEEDS_ONE]


def test_one_case_twice_is_not_two_cases() -> None:
    """The check once counted a case that stands twice as two."""
    assert [breach.sentence for breach in seeing("two", "c1", "c1")] == [NEEDS_TWO]


def test_case_where_none_is_asked_for_is_broken() -> None:
    """No check once found it, though the variables cannot say it."""
    assert [breach.sentence for breach in seeing("talk", "c1")] == ["Talk is about no case of the draw"]


def test_unstated_cases_are_not_judged() -> None:
    assert list(cases_seen.check(AUDITS, programme(session("audit", "10:00", "11:00", cases=None)))) == []
