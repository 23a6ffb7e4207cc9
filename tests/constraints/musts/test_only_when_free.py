from small_reviews import activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.musts import only_when_free

FREE = problem(activity("talk"), people={"w1": {"windows": (window("09:00", "10:30"), window("11:00", "12:00"))}})


def talk(start: str, end: str, *counterparts: str) -> object:
    return list(only_when_free.check(FREE, programme(session("talk", start, end, counterparts=counterparts))))


def test_session_inside_a_window_is_kept() -> None:
    assert talk("09:30", "10:30", "w1") == []
    assert talk("11:00", "12:00", "w1") == []


def test_session_over_a_gap_is_broken() -> None:
    found = talk("10:15", "11:15", "w1")

    over = session("talk", "10:15", "11:15", counterparts=("w1",))
    assert found == [Breach(subject="w1", sentence="First worker is not free then for Talk", sessions=(over,))]


def test_who_has_no_windows_is_always_free() -> None:
    assert talk("10:15", "11:15", "w2") == []


def test_who_has_an_empty_diary_is_never_free() -> None:
    away = problem(activity("talk"), people={"r1": {"windows": ()}})

    found = list(only_when_free.check(away, programme(session("talk", "10:00", "11:00"))))

    assert [breach.subject for breach in found] == ["r1"]
