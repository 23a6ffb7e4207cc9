from small_reviews import WEDNESDAY, activity, at, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import its_length

TALK = activity("talk")
HEADS_UP = activity("heads-up", shortest=15, longest=30)
BROKEN = "Heads-up takes 15 to 30 minutes within one day of the review"


def test_length_as_stated_is_kept() -> None:
    assert list(its_length.check(problem(TALK), programme(session("talk", "10:00", "11:00")))) == []


def test_length_a_quarter_short_is_broken() -> None:
    short = session("talk", "10:00", "10:45")

    found = list(its_length.check(problem(TALK), programme(short)))

    sentence = "Talk takes 60 minutes within one day of the review"
    assert found == [Breach(subject="talk", sentence=sentence, sessions=(short,))]


def test_both_ends_of_a_range_are_kept_and_beyond_is_broken() -> None:
    lengths = {end: session("heads-up", "16:00", end) for end in ("16:10", "16:15", "16:30", "16:45")}

    found = {end: list(its_length.check(problem(HEADS_UP), programme(one))) for end, one in lengths.items()}

    assert found["16:15"] == found["16:30"] == []
    for end in ("16:10", "16:45"):
        assert found[end] == [Breach(subject="heads-up", sentence=BROKEN, sessions=(lengths[end],))]


def test_session_may_end_at_midnight_but_not_pass_it() -> None:
    to_midnight = session("talk", "23:00", "23:30").model_copy(update={"end": at("00:00", WEDNESDAY)})
    past_it = session("talk", "23:30", "23:45").model_copy(update={"end": at("00:30", WEDNESDAY)})

    assert list(its_length.check(problem(TALK), programme(to_midnight))) == []
    assert len(list(its_length.check(problem(TALK), programme(past_it)))) == 1


def test_day_outside_the_review_is_broken() -> None:
    late = session("talk", "10:00", "11:00", day=WEDNESDAY.replace(day=6))

    assert [breach.subject for breach in its_length.check(problem(TALK), programme(late))] == ["talk"]
