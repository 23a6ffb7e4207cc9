from agreement import refused
from small_reviews import activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.musts import working_hours
from constraints.problem import Hours, Need

DAY = (window("09:00", "17:30"),)
WORKER = (Need(pool="workers"),)
OFFICE = problem(
    activity("talk"),
    hours=(Hours(id="office", name="office hours", windows=DAY),),
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


def test_session_of_the_evening_keeps_evening_hours_instead() -> None:
    hours = Hours(id="office", name="office hours", windows=DAY, evenings=(window("18:00", "21:00"),))
    late = problem(
        activity("talk", counterparts=WORKER),
        activity("carers", counterparts=WORKER, evening=True),
        hours=(hours,),
        people={"w1": {"hours": "office"}},
    )

    def kept(name: str, start: str, end: str) -> bool:
        held = programme(session(name, start, end, counterparts=("w1",)))
        found = not list(working_hours.check(late, held))
        assert found != refused(working_hours, late, held)
        return found

    assert kept("carers", "18:00", "19:00")
    assert kept("carers", "20:00", "21:00")
    assert not kept("carers", "17:45", "18:45")
    assert not kept("carers", "16:00", "17:00")
    assert not kept("talk", "18:00", "19:00")


def test_session_of_the_evening_keeps_the_same_hours_where_there_are_no_others() -> None:
    same = problem(activity("carers", evening=True), hours=OFFICE.hours, people={"w1": {"hours": "office"}})
    late, early = (session("carers", *hour, counterparts=("w1",)) for hour in (("18:00", "19:00"), ("16:30", "17:30")))

    assert list(working_hours.check(same, programme(early))) == []
    assert len(list(working_hours.check(same, programme(late)))) == 1
