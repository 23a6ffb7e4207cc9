from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import breathing_space

SPACED = problem(activity("interview", breathing_space=15), activity("talk"))
SENTENCE = "First reviewer needs breathing space after the session before"
INTERVIEW = session("interview", "10:00", "11:00", counterparts=("w1",))


def test_next_session_may_start_when_the_space_is_over() -> None:
    assert list(breathing_space.check(SPACED, programme(INTERVIEW, session("talk", "11:15", "12:15")))) == []


def test_back_to_back_is_broken() -> None:
    at_once = session("talk", "11:00", "12:00")

    found = list(breathing_space.check(SPACED, programme(INTERVIEW, at_once)))

    assert found == [Breach(subject="r1", sentence=SENTENCE, sessions=(INTERVIEW, at_once))]


def test_space_stands_after_a_session_and_not_before() -> None:
    assert list(breathing_space.check(SPACED, programme(session("talk", "09:00", "10:00"), INTERVIEW))) == []


def test_interviewees_need_none() -> None:
    next_for_worker = session("talk", "11:00", "12:00", reviewers=("r2",), counterparts=("w1",))

    assert list(breathing_space.check(SPACED, programme(INTERVIEW, next_for_worker))) == []
