from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import order_of_the_day

DAY = problem(
    activity("keep-in-touch", in_day="first"),
    activity("talk"),
    activity("heads-up", in_day="next to last"),
    activity("record", in_day="last"),
)
TALK = session("talk", "10:00", "11:00")


def test_day_in_its_order_is_kept() -> None:
    held = programme(
        session("keep-in-touch", "09:00", "10:00"),
        TALK,
        session("heads-up", "11:00", "12:00"),
        session("record", "12:00", "13:00"),
    )

    assert list(order_of_the_day.check(DAY, held)) == []


def test_keep_in_touch_after_a_talk_is_broken() -> None:
    late = session("keep-in-touch", "11:00", "12:00")

    found = list(order_of_the_day.check(DAY, programme(TALK, late)))

    sentence = "Keep-in-touch has its place in the day of First reviewer"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=(late, TALK))]


def test_record_before_the_talk_is_over_is_broken() -> None:
    early = session("record", "10:45", "11:45")

    found = list(order_of_the_day.check(DAY, programme(TALK, early)))

    sentence = "Record has its place in the day of First reviewer"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=(TALK, early))]


def test_other_days_and_other_reviewers_have_their_own_order() -> None:
    yesterday = session("record", "10:00", "11:00")
    tomorrow = session("talk", "10:00", "11:00", day=WEDNESDAY)
    theirs = session("heads-up", "15:00", "16:00", reviewers=("r2",))

    assert list(order_of_the_day.check(DAY, programme(yesterday, tomorrow, theirs))) == []
