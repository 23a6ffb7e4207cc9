from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from constraints.outcomes import Code, Outcome, outcomes
from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    CaseSeen,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    Session,
    Window,
)
from constraints.programme import Programme

LONDON = ZoneInfo("Europe/London")
DAY = date(2021, 4, 22)


def window(first: int, last: int) -> Window:
    return Window(
        start=datetime(2021, 4, 22, first, tzinfo=LONDON),
        end=datetime(2021, 4, 22, last, tzinfo=LONDON),
    )


def problem(worker: tuple[Window, ...], modes: tuple[Mode, ...] = (Mode.WORKER, Mode.COVER)) -> Problem:
    candidates = tuple(
        Candidate(case=f"HF-00{rank}", rank=rank, workers=(f"w{rank}",), cover=("c",)) for rank in (1, 2, 3)
    )
    demand = CaseDemand(stratum="S01", base=1, candidates=candidates, modes=modes, record_resource="laptop")
    return Problem(
        title="Review",
        start=DAY,
        end=DAY,
        pools=(Pool(id="reviewers", name="Reviewers"),),
        people=(
            Person(id="r1", name="Reviewer", pools=("reviewers",), windows=(window(9, 17),)),
            Person(id="w1", name="Worker", windows=worker),
            Person(id="w2", name="Worker"),
            Person(id="w3", name="Worker"),
            Person(id="c", name="Cover", windows=()),
        ),
        resources=(Resource(id="laptop", name="Laptop", windows=(window(9, 10),)),),
        activities=(
            Activity(
                id="S01", title="t", kind="k", shortest=60, longest=60, needs=(Need(pool="reviewers"),), demand=demand
            ),
            Activity(
                id="S02",
                title="t",
                kind="k",
                shortest=60,
                longest=60,
                needs=(Need(pool="reviewers"),),
                demand=demand.model_copy(update={"stratum": "S02"}),
            ),
        ),
        days=(ReviewerDay(person="r1", date=DAY, kind="fieldwork"),),
    )


def sees(activity: str, rank: int, mode: Mode = Mode.WORKER) -> Session:
    seen = CaseSeen(case=f"HF-00{rank}", rank=rank, mode=mode)
    own = window(10, 11) if activity == "S01" else window(11, 12)
    return Session(
        activity=activity, start=own.start, end=own.end, reviewers=("r1",), counterparts=("w",), cases=(seen,)
    )


def of(stratum: str, found: tuple[Outcome, ...]) -> list[tuple[int, str, bool, str]]:
    return [(one.rank, one.code.value, one.base, one.activity) for one in found if one.stratum == stratum]


@pytest.mark.parametrize(
    ("mode", "code"),
    [(Mode.WORKER, Code.REVIEWED), (Mode.COVER, Code.REVIEWED_COVER), (Mode.RECORD, Code.RECORD_ONLY)],
)
def test_outcome_of_a_case_seen_is_its_mode(mode: Mode, code: Code) -> None:
    found = outcomes(problem((window(9, 17),)), Programme(sessions=(sees("S01", 1, mode),)))
    assert of("S01", found) == [(1, code.value, True, "S01")]


def test_outcome_of_a_case_that_nobody_could_speak_about_is_worker_absent() -> None:
    found = outcomes(problem(()), Programme(sessions=(sees("S01", 2),)))
    assert of("S01", found) == [(1, "WORKER_ABSENT", True, ""), (2, "REVIEWED", False, "S01")]


def test_case_withdrawn_after_the_draw_is_told_as_that_and_keeps_its_rank() -> None:
    """A case that went from the demand had gone from the account of the draw, too."""
    stated = problem((window(9, 17),))
    first, second = stated.activities
    assert first.demand
    gone, *left = first.demand.candidates
    demand = first.demand.model_copy(update={"candidates": tuple(left), "withdrawn": (gone,)})
    stated = stated.changed(activities=(first.model_copy(update={"demand": demand}), second))
    found = outcomes(stated, Programme(sessions=(sees("S01", 2),)))
    assert of("S01", found) == [(1, "WITHDRAWN", True, ""), (2, "REVIEWED", False, "S01")]


def test_outcome_of_a_case_whose_worker_had_time_is_capacity() -> None:
    found = outcomes(problem((window(16, 17),)), Programme(sessions=(sees("S01", 2),)))
    assert of("S01", found) == [(1, "CAPACITY", True, ""), (2, "REVIEWED", False, "S01")]


def test_outcome_counts_a_worker_who_is_free_for_less_than_the_session_as_absent() -> None:
    short = Window(start=datetime(2021, 4, 22, 10, 15, tzinfo=LONDON), end=datetime(2021, 4, 22, 11, tzinfo=LONDON))
    found = outcomes(problem((short,)), Programme(sessions=(sees("S01", 2),)))
    assert of("S01", found)[0] == (1, "WORKER_ABSENT", True, "")


def test_outcome_counts_the_record_as_a_way_while_its_laptop_is_there() -> None:
    ways = (Mode.WORKER, Mode.COVER, Mode.RECORD)
    found = outcomes(problem((), ways), Programme(sessions=(sees("S01", 2),)))
    assert of("S01", found)[0] == (1, "CAPACITY", True, "")


def test_outcome_of_a_case_that_another_stratum_sees_is_duplicate() -> None:
    found = outcomes(problem((window(9, 17),)), Programme(sessions=(sees("S01", 1), sees("S02", 2))))
    assert of("S02", found) == [(1, "DUPLICATE", True, ""), (2, "REVIEWED", False, "S02")]


def test_outcomes_end_with_the_deepest_rank_used() -> None:
    found = outcomes(problem((window(9, 17),)), Programme(sessions=(sees("S01", 3),)))
    assert of("S01", found) == [(1, "CAPACITY", True, ""), (2, "CAPACITY", False, ""), (3, "REVIEWED", False, "S01")]


def test_outcomes_say_nothing_of_a_stratum_whose_cases_are_not_stated() -> None:
    unstated = sees("S01", 1).model_copy(update={"cases": None})
    assert of("S01", outcomes(problem((window(9, 17),)), Programme(sessions=(unstated,)))) == []


def test_outcome_of_a_tracked_case_is_told_where_it_is_chosen() -> None:
    """A session that followed the case stood for it, in its own mode, and one without cases silenced its stratum."""
    stated = problem((window(9, 17),))
    chosen = stated.activity["S01"]
    assert chosen.demand is not None
    demand = chosen.demand.model_copy(update={"tracks": "S01", "modes": (Mode.RECORD,)})
    followed = stated.changed(
        activities=(*stated.activities, chosen.model_copy(update={"id": "S01-about", "demand": demand}))
    )
    follower = sees("S01", 1, Mode.RECORD).model_copy(update={"activity": "S01-about"})

    told = [(1, "REVIEWED", True, "S01")]
    assert of("S01", outcomes(followed, Programme(sessions=(sees("S01", 1), follower)))) == told
    untold = follower.model_copy(update={"cases": None})
    assert of("S01", outcomes(followed, Programme(sessions=(sees("S01", 1), untold)))) == told
