from agreement import refused
from small_reviews import activity, at, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import minimum_notice
from constraints.problem import Need, Problem, Session

NOTICE = problem(
    activity("visit", counterparts=(Need(pool="workers"),), asked_from=at("11:00")),
    activity("audit", asked_from=at("11:00")),
    activity("reading", counterparts=(Need(pool="workers"),)),
)


def visit(start: str, end: str) -> Session:
    return session("visit", start, end, counterparts=("w1",))


def kept(stated: Problem, one: Session) -> bool:
    found = not list(minimum_notice.check(stated, programme(one)))
    assert found != refused(minimum_notice, stated, programme(one))
    return found


def test_session_at_the_moment_is_kept() -> None:
    assert kept(NOTICE, visit("11:00", "12:00"))


def test_session_a_quarter_before_is_broken() -> None:
    early = visit("10:45", "11:45")

    found = list(minimum_notice.check(NOTICE, programme(early)))

    sentence = "Visit cannot be asked for before Tuesday 04 May 11:00"
    assert found == [Breach(subject="visit", sentence=sentence, sessions=(early,))]
    assert not kept(NOTICE, early)


def test_moment_between_two_starts_leaves_the_later() -> None:
    ragged = NOTICE.changed(activities=(NOTICE.activities[0].model_copy(update={"asked_from": at("10:50")}),))

    assert kept(ragged, visit("11:00", "12:00"))
    assert not kept(ragged, visit("10:45", "11:45"))


def test_session_that_nobody_is_asked_to_needs_no_notice() -> None:
    assert kept(NOTICE, session("audit", "09:00", "10:00"))


def test_activity_without_a_moment_is_asked_for_at_any_time() -> None:
    assert kept(NOTICE, session("reading", "09:00", "10:00", counterparts=("w1",)))


def test_fixed_session_is_reported_and_refuses_nothing() -> None:
    early = visit("10:00", "11:00")
    stated = NOTICE.changed(fixed=(early,))

    assert len(list(minimum_notice.check(stated, programme(early)))) == 1
    assert not refused(minimum_notice, stated, programme(early))
