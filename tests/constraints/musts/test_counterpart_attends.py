import pytest
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.musts import counterpart_attends
from constraints.problem import Candidate, Mode, Need

TWO_WORKERS = AUDIT.model_copy(update={"candidates": (Candidate(case="c1", rank=1, workers=("w1", "w2")),)})
SENTENCE = "Audit is held with whoever can speak about the case, and with nobody else"


def held(mode: Mode, *counterparts: str, demand: object = AUDIT, **other: object) -> list[str]:
    one = session("audit", "10:00", "11:00", counterparts=counterparts, cases=seen("c1", mode=mode))
    asked = problem(activity("audit", demand=demand, **other))
    return [breach.sentence for breach in counterpart_attends.check(asked, programme(one))]


def test_each_mode_brings_its_own() -> None:
    assert held(Mode.WORKER, "w1") == []
    assert held(Mode.COVER, "w2") == []
    assert held(Mode.RECORD) == []


@pytest.mark.parametrize(
    ("mode", "people"),
    [
        (Mode.WORKER, ()),
        (Mode.WORKER, ("w2",)),
        (Mode.WORKER, ("w1", "w2")),
        (Mode.COVER, ("w1",)),
        (Mode.RECORD, ("w1",)),
    ],
)
def test_nobody_or_somebody_else_is_broken(mode: Mode, people: tuple[str, ...]) -> None:
    assert held(mode, *people) == [SENTENCE]


def test_breach_names_the_session() -> None:
    alone = session("audit", "10:00", "11:00", cases=seen())

    found = list(counterpart_attends.check(problem(activity("audit", demand=AUDIT)), programme(alone)))

    assert found == [Breach(subject="audit", sentence=SENTENCE, sessions=(alone,))]


def test_one_of_several_workers_is_enough_where_the_demand_says_so() -> None:
    assert held(Mode.WORKER, "w2", demand=TWO_WORKERS) == []
    assert held(Mode.WORKER, "w1", "w2", demand=TWO_WORKERS) == []
    assert held(Mode.WORKER, "w2", demand=TWO_WORKERS.model_copy(update={"enough": 2})) == [SENTENCE]


def test_mode_that_the_demand_does_not_allow_is_broken() -> None:
    assert held(Mode.RECORD, demand=AUDIT.model_copy(update={"modes": (Mode.WORKER,)})) == [SENTENCE]


def test_who_is_needed_may_come_beside_the_worker() -> None:
    assert held(Mode.WORKER, "w1", "w2", counterparts=(Need(pool="workers"),)) == []
