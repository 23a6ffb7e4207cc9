from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import last_of_area

AREA = problem(
    activity("anchor", area="a", last_of_area=True),
    activity("talk", area="a"),
    activity("elsewhere", area="b"),
    activity("lunch", area="a", standing="lunch"),
)
ANCHOR = session("anchor", "11:00", "12:00")
SENTENCE = "Anchor comes last in its area"


def test_same_reviewer_back_to_back_is_kept() -> None:
    talk = session("talk", "10:00", "11:00")

    assert list(last_of_area.check(AREA, programme(ANCHOR, talk))) == []


def test_same_reviewer_beside_it_is_broken() -> None:
    beside = session("talk", "10:15", "11:15")

    found = list(last_of_area.check(AREA, programme(ANCHOR, beside)))

    assert found == [Breach(subject="anchor", sentence=SENTENCE, sessions=(ANCHOR, beside))]


def test_another_reviewer_may_end_with_it() -> None:
    together = session("talk", "11:00", "12:00", reviewers=("r2",))

    assert list(last_of_area.check(AREA, programme(ANCHOR, together))) == []


def test_another_reviewer_a_quarter_beyond_it_is_broken() -> None:
    beyond = session("talk", "11:15", "12:15", reviewers=("r2",))

    found = list(last_of_area.check(AREA, programme(ANCHOR, beyond)))

    assert found == [Breach(subject="anchor", sentence=SENTENCE, sessions=(ANCHOR, beyond))]


def test_other_areas_and_standing_sessions_may_stand_anywhere() -> None:
    beyond = ("13:00", "14:00")

    assert list(last_of_area.check(AREA, programme(ANCHOR, session("elsewhere", *beyond)))) == []
    assert list(last_of_area.check(AREA, programme(ANCHOR, session("lunch", *beyond)))) == []
