from datetime import timedelta

import pytest
from agreement import refused
from small_reviews import TUESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import spread
from constraints.problem import Pace, Problem, Session

WEEKLY = Pace(name="Team visits", kinds=("visit", "dive"), most=2, days=7)
STATED = problem(
    *(activity(f"visit{n}", kind="visit" if n else "dive") for n in range(5)),
    activity("report"),
    end=TUESDAY + timedelta(30),
    days=(),
    paces=(WEEKLY,),
)


def visit(n: int, after: int) -> Session:
    """The nth visit, so many days after the first day; everybody's are counted together."""
    who = ("r1",) if n % 2 else ("r2",)
    return session(f"visit{n}", "10:00", "11:00", day=TUESDAY + timedelta(after), reviewers=who)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(spread.check(stated, programme(*sessions)))
    assert found != refused(spread, stated, programme(*sessions))
    return found


def test_as_many_as_allowed_and_another_a_week_after_the_first_are_kept() -> None:
    assert kept(STATED, visit(0, 0), visit(1, 0), visit(2, 7), visit(3, 9))


def test_another_on_the_seventh_day_is_broken() -> None:
    held = (visit(0, 0), visit(1, 3), visit(2, 6))

    found = list(spread.check(STATED, programme(*held)))

    sentence = "There may be at most 2 sessions in any 7 days (Team visits)"
    assert found == [Breach(subject="Team visits", sentence=sentence, sessions=held)]
    assert not kept(STATED, *held)


@pytest.mark.parametrize("first", [0, 1, 5])
def test_days_on_end_are_counted_from_any_day(first: int) -> None:
    assert not kept(STATED, visit(3, 14), visit(0, first), visit(1, first + 1), visit(2, first + 6))


def test_session_of_another_kind_is_not_counted() -> None:
    assert kept(STATED, visit(0, 0), visit(1, 1), session("report", "10:00", "11:00"))


def test_fixed_sessions_use_the_days_up() -> None:
    stated = STATED.changed(fixed=(visit(0, 7), visit(1, 8)))

    assert kept(stated, *stated.fixed, visit(2, 1), visit(3, 14))
    assert not kept(stated, *stated.fixed, visit(2, 2))
    assert not kept(stated, *stated.fixed, visit(3, 13))


def test_fixed_sessions_that_are_too_many_are_reported_and_refuse_what_joins_them() -> None:
    stated = STATED.changed(fixed=tuple(visit(n, 7) for n in range(4)))

    assert len(list(spread.check(stated, programme(*stated.fixed)))) == 1
    assert not refused(spread, stated, programme(*stated.fixed, visit(4, 14)))
    assert refused(spread, stated, programme(*stated.fixed, visit(4, 13)))


def test_pace_of_each_person_is_another_rules() -> None:
    each = STATED.changed(paces=(WEEKLY.model_copy(update={"pool": "reviewers"}),))

    assert kept(each, *(visit(n, 0) for n in range(5)))


def test_review_without_paces_asks_for_none() -> None:
    assert kept(STATED.changed(paces=()), *(visit(n, 0) for n in range(5)))
