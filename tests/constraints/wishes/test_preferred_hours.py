from small_reviews import activity, problem, programme, session, window

from constraints.constraint import Breach
from constraints.problem import Comfort
from constraints.wishes import preferred_hours

PREFERRED = problem(
    activity("talk", evidence=True),
    activity("lunch"),
    comfort=Comfort(preferred_hours=1, preferred=(window("10:00", "16:00"),)),
)


def test_both_edges_are_inside() -> None:
    for start, end in (("10:00", "11:00"), ("15:00", "16:00")):
        assert list(preferred_hours.check(PREFERRED, programme(session("talk", start, end)))) == []


def test_quarter_outside_costs_one() -> None:
    early = session("talk", "09:45", "10:45")

    found = list(preferred_hours.check(PREFERRED, programme(early)))

    assert found == [Breach(subject="talk", sentence="Talk stands within the preferred hours", sessions=(early,))]


def test_other_sessions_and_fixed_ones_cost_nothing() -> None:
    early = session("talk", "08:00", "09:00")
    history = PREFERRED.model_copy(update={"fixed": (early,)})

    assert list(preferred_hours.check(PREFERRED, programme(session("lunch", "08:00", "09:00")))) == []
    assert list(preferred_hours.check(history, programme(early))) == []
