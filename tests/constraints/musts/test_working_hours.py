from small_reviews import activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.musts import working_hours
from constraints.problem import Hours

OFFICE = problem(
    activity("talk"),
    hours=(Hours(id="office", name="office hours", windows=(window("09:00", "17:30"),)),),
    people={"w1": {"hours": "office"}},
)


def test_first_and_last_hour_are_kept() -> None:
    for start, end in (("09:00", "10:00"), ("16:30", "17:30")):
        assert list(working_hours.check(OFFICE, programme(session("talk", start, end, counterparts=("w1",))))) == []


def test_quarter_past_the_end_is_broken() -> None:
    late = session("talk", "16:45", "17:45", counterparts=("w1",))

    found = list(working_hours.check(OFFICE, programme(late)))

    assert found == [Breach(subject="w1", sentence="First worker keeps office hours", sessions=(late,))]


def test_who_keeps_no_hours_may_be_asked_for_at_night() -> None:
    assert list(working_hours.check(OFFICE, programme(session("talk", "22:00", "23:00", counterparts=("w2",))))) == []
