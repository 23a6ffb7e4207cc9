from datetime import date, timedelta

import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import rest_between
from constraints.problem import Need, Pace, Problem, Session

FIRST = date(2021, 10, 18)
"""The clocks go back on the 31st: fourteen days on end are an hour longer then."""
FORTNIGHT = Pace(name="Team visits", kinds=("visit",), pool="reviewers", most=1, days=14)
STATED = problem(
    *(activity(f"visit{n}", kind="visit", counterparts=(Need(pool="workers"),)) for n in range(4)),
    activity("report"),
    start=FIRST,
    end=FIRST + timedelta(40),
    days=(),
    paces=(FORTNIGHT,),
)


def visit(n: int, after: int, clock: str = "10:00", **other: object) -> Session:
    """The nth visit, so many days after the first day."""
    hour = int(clock[:2])
    day = FIRST + timedelta(after)
    return session(f"visit{n}", clock, f"{hour + 1}:00", day=day, counterparts=("w1",), **other)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(rest_between.check(stated, programme(*sessions)))
    assert found != refused(rest_between, stated, programme(*sessions))
    return found


def test_same_weekday_a_fortnight_later_is_kept() -> None:
    assert kept(STATED, visit(0, 8), visit(1, 22, "09:00"))


def test_day_sooner_is_broken() -> None:
    held = (visit(0, 8), visit(1, 21, "17:00"))

    found = list(rest_between.check(STATED, programme(*held)))

    sentence = "First reviewer attends at most one session in any 14 days (Team visits)"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=held)]
    assert not kept(STATED, *held)


def test_somebody_else_the_day_after_is_kept() -> None:
    assert kept(STATED, visit(0, 8), visit(1, 9, reviewers=("r2",)))


def test_session_of_another_kind_is_not_counted() -> None:
    report = session("report", "10:00", "11:00", day=FIRST + timedelta(9))

    assert kept(STATED, visit(0, 8), report)


@pytest.mark.parametrize(("third", "fits"), [(13, False), (14, True)])
def test_so_many_in_so_many_days_on_end_are_counted_from_each(third: int, fits: bool) -> None:
    two = STATED.changed(paces=(FORTNIGHT.model_copy(update={"most": 2}),))

    assert kept(two, visit(0, 0), visit(1, 7), visit(2, third)) == fits


def test_who_is_met_is_asked_for_as_well() -> None:
    met = STATED.changed(paces=(FORTNIGHT.model_copy(update={"pool": "workers"}),))

    assert not kept(met, visit(0, 0), visit(1, 1, reviewers=("r2",)))
    assert kept(met, visit(0, 0), visit(1, 14, reviewers=("r2",)))


def test_one_day_is_counted_by_itself() -> None:
    daily = STATED.changed(paces=(FORTNIGHT.model_copy(update={"days": 1}),))

    assert kept(daily, visit(0, 0), visit(1, 1))
    assert not kept(daily, visit(0, 0), visit(1, 0, "15:00"))
    assert "at most one session on a day" in rest_between.because(daily.people[0], daily.paces[0])


def test_fixed_session_keeps_its_rest_to_either_side() -> None:
    stated = STATED.changed(fixed=(visit(0, 20),))

    assert kept(stated, visit(0, 20), visit(1, 6), visit(2, 34))
    assert not kept(stated, visit(0, 20), visit(1, 7))
    assert not kept(stated, visit(0, 20), visit(2, 33))


def test_fixed_sessions_too_near_are_reported_and_refuse_what_joins_them() -> None:
    stated = STATED.changed(fixed=(visit(0, 20), visit(1, 21)))
    fixed = stated.fixed

    assert len(list(rest_between.check(stated, programme(*fixed)))) == 1
    assert not refused(rest_between, stated, programme(*fixed, visit(2, 35)))
    assert refused(rest_between, stated, programme(*fixed, visit(2, 34)))


def test_pool_that_nobody_is_in_asks_for_nothing() -> None:
    nobody = STATED.changed(paces=(FORTNIGHT.model_copy(update={"pool": "hosts"}),))

    assert kept(nobody, visit(0, 0), visit(1, 1))


def test_pace_of_all_together_is_another_rules() -> None:
    together = STATED.changed(paces=(FORTNIGHT.model_copy(update={"pool": ""}),))

    assert kept(together, visit(0, 0), visit(1, 1))


def test_review_without_paces_asks_for_no_rest() -> None:
    assert kept(STATED.changed(paces=()), visit(0, 0), visit(1, 1))
