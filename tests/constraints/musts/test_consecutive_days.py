from datetime import date

import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import consecutive_days
from constraints.problem import Problem, ReviewerDay, Session

DECLARED = (date(2021, 5, 6), date(2021, 5, 7), date(2021, 5, 10), date(2021, 5, 11))
"""Thursday, Friday, Monday, Tuesday: declared out of order, as people write them."""
STATED = problem(
    *(activity(f"talk{n}") for n in range(4)),
    activity("lunch", standing="lunch"),
    end=DECLARED[-1],
    people={"r1": {"consecutive_days": True}},
    days=tuple(ReviewerDay(person="r1", date=day, kind="fieldwork") for day in reversed(DECLARED)),
)


def talk(n: int) -> Session:
    return session(f"talk{n}", "10:00", "11:00", day=DECLARED[n])


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(consecutive_days.check(stated, programme(*sessions)))
    assert found != refused(consecutive_days, stated, programme(*sessions))
    return found


@pytest.mark.parametrize("days", [(), (2,), (0, 1), (1, 2, 3), (0, 1, 2, 3)])
def test_days_without_a_gap_are_kept(days: tuple[int, ...]) -> None:
    assert kept(STATED, *map(talk, days))


def test_monday_follows_the_friday_before_it() -> None:
    assert kept(STATED, talk(1), talk(2))


@pytest.mark.parametrize("days", [(0, 2), (0, 3), (0, 1, 3)])
def test_day_left_out_between_is_broken(days: tuple[int, ...]) -> None:
    assert not kept(STATED, *map(talk, days))


def test_breach_names_the_sessions_to_either_side_of_the_gap() -> None:
    found = list(consecutive_days.check(STATED, programme(talk(0), talk(1), talk(3))))

    sentence = "First reviewer works on days that follow one another"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=(talk(1), talk(3)))]


def test_standing_session_fills_no_gap() -> None:
    lunch = session("lunch", "12:00", "13:00", day=DECLARED[1])

    assert not kept(STATED, talk(0), lunch, talk(2))


def test_session_beside_a_fixed_one_leaves_no_gap() -> None:
    stated = STATED.changed(fixed=(talk(0),))

    assert kept(stated, talk(0), talk(1))
    assert not kept(stated, talk(0), talk(2))


def test_gap_between_fixed_sessions_is_reported_and_need_not_be_filled() -> None:
    stated = STATED.changed(fixed=(talk(0), talk(3)))

    assert len(list(consecutive_days.check(stated, programme(talk(0), talk(3))))) == 1
    assert not refused(consecutive_days, stated, programme(talk(0), talk(3)))
    assert refused(consecutive_days, stated, programme(talk(0), talk(1), talk(3)))
    assert not refused(consecutive_days, stated, programme(talk(0), talk(1), talk(2), talk(3)))


def test_person_of_whom_it_is_not_asked_may_come_and_go() -> None:
    anybody = [person.model_copy(update={"consecutive_days": False}) for person in STATED.people]

    assert kept(STATED.changed(people=tuple(anybody)), talk(0), talk(3))


def test_person_without_declared_days_may_come_and_go() -> None:
    assert kept(STATED.changed(days=()), talk(0), talk(3))
