from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import same_reviewers
from constraints.problem import Need, Problem, Session

ANYBODY = (Need(pool="reviewers"), Need(pool="workers"))
STATED = problem(activity("visit", needs=ANYBODY), activity("feedback", needs=ANYBODY, same_reviewers_as="visit"))


def visit(*reviewers: str) -> Session:
    return session("visit", "10:00", "11:00", reviewers=reviewers)


def feedback(*reviewers: str) -> Session:
    return session("feedback", "11:00", "12:00", reviewers=reviewers)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(same_reviewers.check(stated, programme(*sessions)))
    assert found != refused(same_reviewers, stated, programme(*sessions))
    return found


def test_same_people_in_any_order_are_kept() -> None:
    assert kept(STATED, visit("r1", "w1"), feedback("w1", "r1"))


def test_another_person_is_broken() -> None:
    held = (visit("r1", "w1"), feedback("r1", "w2"))

    found = list(same_reviewers.check(STATED, programme(*held)))

    sentence = "Feedback is held by those who hold Visit"
    assert found == [Breach(subject="feedback", sentence=sentence, sessions=held)]
    assert not kept(STATED, *held)


def test_some_of_them_alone_are_broken() -> None:
    assert not kept(STATED, visit("r1", "w1"), feedback("r1"))
    assert not kept(STATED, visit("r1"), feedback("r1", "w1"))


def test_feedback_without_its_visit_is_broken() -> None:
    """Where no visit could be made, its verbal feedback was held all the same."""
    assert not kept(STATED, feedback("r2", "w2"))
    assert kept(STATED, visit("r1", "w1"))


def test_who_is_met_need_not_be_the_same() -> None:
    met = (Need(pool="workers"),)
    stated = problem(
        activity("visit", counterparts=met), activity("feedback", counterparts=met, same_reviewers_as="visit")
    )
    met_by_one = [visit("r1").model_copy(update={"counterparts": ("w1",)})]

    assert kept(stated, *met_by_one, feedback("r1").model_copy(update={"counterparts": ("w2",)}))


def test_reviewers_of_a_fixed_session_hold_the_other() -> None:
    stated = STATED.changed(fixed=(visit("r1", "w1"),))

    assert kept(stated, visit("r1", "w1"), feedback("r1", "w1"))
    assert not kept(stated, visit("r1", "w1"), feedback("r2", "w1"))


def test_fixed_session_decides_who_holds_the_one_before_it() -> None:
    stated = STATED.changed(fixed=(feedback("r1", "w1"),))

    assert kept(stated, visit("r1", "w1"), feedback("r1", "w1"))
    assert not kept(stated, visit("r2", "w1"), feedback("r1", "w1"))


def test_session_is_not_held_where_a_fixed_one_had_somebody_who_cannot() -> None:
    reviewers_only = activity("feedback", same_reviewers_as="visit")
    stated = problem(activity("visit", needs=ANYBODY), reviewers_only, fixed=(visit("r1", "w1"),))

    assert not kept(stated, visit("r1", "w1"), feedback("r1"))
    assert kept(stated, visit("r1", "w1"))


def test_fixed_sessions_of_others_are_reported_and_refuse_nothing() -> None:
    stated = STATED.changed(fixed=(visit("r1", "w1"), feedback("r2", "w1")))

    assert len(list(same_reviewers.check(stated, programme(*stated.fixed)))) == 1
    assert not refused(same_reviewers, stated, programme(*stated.fixed))


def test_activities_that_name_nobody_are_held_by_anybody() -> None:
    assert kept(problem(activity("visit"), activity("feedback")), visit("r1"), feedback("r2"))
