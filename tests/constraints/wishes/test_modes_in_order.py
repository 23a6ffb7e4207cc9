from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.problem import Mode
from constraints.wishes import modes_in_order

ASKED = problem(activity("audit", demand=AUDIT))


def held(mode: Mode) -> object:
    return session("audit", "10:00", "11:00", cases=seen(mode=mode))


def test_each_step_down_costs_one() -> None:
    costs = {mode: sum(b.cost for b in modes_in_order.check(ASKED, programme(held(mode)))) for mode in Mode}

    assert costs == {Mode.WORKER: 0, Mode.COVER: 1, Mode.RECORD: 2}


def test_breach_names_the_session() -> None:
    sentence = "Audit is held in the first mode its demand allows"

    assert list(modes_in_order.check(ASKED, programme(held(Mode.COVER)))) == [
        Breach(subject="audit", sentence=sentence, sessions=(held(Mode.COVER),), cost=1)
    ]


def test_mode_that_the_demand_does_not_allow_stands_below_all() -> None:
    """A programme by hand once ended the check here with a ValueError."""
    worker_only = problem(activity("audit", demand=AUDIT.model_copy(update={"modes": (Mode.WORKER,)})))

    assert [b.cost for b in modes_in_order.check(worker_only, programme(held(Mode.RECORD)))] == [1]


def test_fixed_session_costs_nothing() -> None:
    history = ASKED.model_copy(update={"fixed": (held(Mode.RECORD),)})

    assert list(modes_in_order.check(history, programme(held(Mode.RECORD)))) == []
