from collections.abc import Sequence
from random import Random

import pytest
from agreement import nearby
from ortools.sat.python import cp_model
from small_reviews import AUDIT, activity, problem, programme, seen, session
from tiny_problems import tiny_problem

from constraints.problem import Mode, Problem, Session
from constraints.representation import Unrepresentable, fix, read
from constraints.same_session import same_session
from constraints.variables import Variables

TALK = problem(activity("talk", longest=90), activity("audit", demand=AUDIT))


def through(asked: Problem, sessions: Sequence[Session]) -> tuple[Session, ...] | None:
    """What is read from the variables once they say these sessions; None when they cannot."""
    x = Variables(asked)
    fix(x, programme(*sessions))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return read(x, solver.value) if solver.solve(x.model) == cp_model.OPTIMAL else None


@pytest.mark.parametrize("seed", range(12))
def test_programme_that_can_be_said_is_read_back_as_it_was(seed: int) -> None:
    asked = tiny_problem(seed)
    x = Variables(asked)
    read_back = 0
    for one in nearby(asked, x, Random(seed), 12, lambda _: 0):
        try:
            found = through(asked, one.sessions)
        except Unrepresentable:
            continue
        if found is not None:
            read_back += 1
            assert [s.activity for s in found] == [s.activity for s in one.sessions]
            assert all(map(same_session, found, one.sessions))
            assert [s for s in found if s.activity in asked.facts] == [
                s for s in one.sessions if s.activity in asked.facts
            ]
    assert read_back > 0


def test_fixed_sessions_are_read_as_they_stand() -> None:
    fixed = session("talk", "10:05", "10:20", reviewers=("r1", "w1"))

    assert through(TALK.model_copy(update={"fixed": (fixed,)}), (fixed,)) == (fixed,)


@pytest.mark.parametrize(
    "unsayable",
    [
        session("talk", "10:05", "11:05"),
        session("talk", "10:00", "10:45"),
        session("talk", "10:00", "11:45"),
        session("talk", "10:00", "11:00", reviewers=("w1",)),
        session("talk", "10:00", "11:00", reviewers=("r1", "r1")),
        session("talk", "10:00", "11:00", counterparts=("w1",)),
        session("talk", "10:00", "11:00", cases=seen()),
        session("audit", "10:00", "11:00", cases=(*seen(), *seen())),
        session("audit", "10:00", "11:00", cases=seen("c9")),
        session("audit", "10:00", "11:00", cases=seen("c2", rank=2, mode=Mode.COVER)),
    ],
    ids=["off grid", "short", "long", "outsider", "twice", "guest", "case", "case twice", "other case", "no cover"],
)
def test_what_the_variables_cannot_say_is_refused(unsayable: Session) -> None:
    with pytest.raises(Unrepresentable):
        through(TALK, [unsayable])


def test_what_a_programme_does_not_state_stays_open() -> None:
    found = through(TALK, [session("audit", "10:00", "11:00", counterparts=None, cases=None)])

    assert found is not None
    assert (found[0].start, found[0].end) == (session("audit", "10:00", "11:00").start, found[0].end)


def test_length_between_the_steps_of_the_grid_cannot_be_held() -> None:
    """It was once rounded up past the longest, and the plan broke its own rule."""
    between = problem(activity("talk", 50))

    assert through(between, [session("talk", "10:00", "11:00")]) is None
    assert through(between, []) == ()


def test_range_is_cut_to_the_steps_of_the_grid_inside_it() -> None:
    x = Variables(problem(activity("talk", shortest=20, longest=50)))

    assert list(x.decisions["talk"].length_is) == [2, 3]
