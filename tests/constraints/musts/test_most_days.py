from agreement import refused
from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import most_days
from constraints.problem import Need, Problem, ReviewerDay, Session

TALKS = (*(activity(f"talk{n}") for n in range(3)), activity("lunch", standing="lunch"))
ONE = problem(*TALKS, people={"r1": {"most_days": 1}})
TODAY = session("talk0", "10:00", "11:00")
TOMORROW = session("talk1", "10:00", "11:00", day=WEDNESDAY)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(most_days.check(stated, programme(*sessions)))
    assert found != refused(most_days, stated, programme(*sessions))
    return found


def test_two_sessions_of_one_day_are_kept() -> None:
    assert kept(ONE, TODAY, session("talk1", "11:00", "12:00"))


def test_day_too_many_is_broken() -> None:
    found = list(most_days.check(ONE, programme(TODAY, TOMORROW)))

    sentence = "First reviewer works on at most one day"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=(TODAY, TOMORROW))]
    assert not kept(ONE, TODAY, TOMORROW)


def test_as_many_days_as_allowed_are_kept() -> None:
    assert kept(problem(*TALKS, people={"r1": {"most_days": 2}}), TODAY, TOMORROW)


def test_somebody_else_on_the_other_day_is_kept() -> None:
    assert kept(ONE, TODAY, session("talk1", "10:00", "11:00", day=WEDNESDAY, reviewers=("r2",)))


def test_standing_session_makes_no_day_of_work() -> None:
    assert kept(ONE, TODAY, session("lunch", "12:00", "13:00", day=WEDNESDAY))


def test_day_that_a_fixed_session_uses_leaves_none() -> None:
    stated = ONE.changed(fixed=(TODAY,))

    assert not kept(stated, TODAY, TOMORROW)
    assert kept(stated, TODAY, session("talk1", "14:00", "15:00"))


def test_fixed_sessions_on_too_many_days_are_blamed_alone() -> None:
    stated = ONE.changed(fixed=(TODAY, TOMORROW))
    joined = (TODAY, TOMORROW, session("talk2", "14:00", "15:00"))

    found = list(most_days.check(stated, programme(*joined)))

    assert [breach.sessions for breach in found] == [(TODAY, TOMORROW)]
    assert not refused(most_days, stated, programme(*joined))


def test_who_declared_no_days_is_counted_on_every_day_of_the_review() -> None:
    met = (Need(pool="workers"),)
    stated = problem(*(activity(f"talk{n}", counterparts=met) for n in range(2)), people={"w1": {"most_days": 1}})
    today, tomorrow = (one.model_copy(update={"counterparts": ("w1",)}) for one in (TODAY, TOMORROW))

    assert kept(stated, today)
    assert not kept(stated, today, tomorrow)


def test_day_that_nobody_declared_is_another_rules() -> None:
    stated = ONE.changed(days=(ReviewerDay(person="r1", date=TUESDAY, kind="fieldwork"),))

    assert kept(stated, TODAY, TOMORROW)


def test_person_without_a_limit_works_on_all_their_days() -> None:
    assert kept(problem(*TALKS), TODAY, TOMORROW)
