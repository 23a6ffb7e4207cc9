import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import rotation
from constraints.problem import EVERYBODY, Need, Problem, Rotation, Session

BOTH = (Need(pool="reviewers", count=EVERYBODY),)
TURNS = Rotation(name="Team visits", pools=("reviewers", "hosts"), kinds=("visit",), most=2)
VISITS = problem(
    *(activity(f"visit{n}", kind="visit", needs=BOTH) for n in range(4)),
    activity("report", needs=BOTH),
    rotations=(TURNS,),
)


def visit(n: int, *reviewers: str) -> Session:
    return session(f"visit{n}", f"1{n}:00", f"1{n + 1}:00", reviewers=reviewers or ("r1", "r2"))


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(rotation.check(stated, programme(*sessions)))
    assert found != refused(rotation, stated, programme(*sessions))
    return found


def test_as_many_sessions_together_as_allowed_are_kept() -> None:
    assert kept(VISITS, visit(0), visit(1), visit(2, "r1"))


def test_one_more_session_together_is_broken() -> None:
    held = (visit(0), visit(1), visit(2))

    sentence = "First reviewer and Second reviewer hold at most 2 sessions together (Team visits)"
    found = list(rotation.check(VISITS, programme(*held)))

    assert found == [Breach(subject="r1 r2", sentence=sentence, sessions=held)]
    assert not kept(VISITS, *held)


def test_session_of_another_kind_is_not_counted() -> None:
    assert kept(VISITS, visit(0), visit(1), session("report", "15:00", "16:00", reviewers=("r1", "r2")))


def test_whoever_is_met_holds_nothing() -> None:
    met = [session(f"visit{n}", f"1{n}:00", f"1{n + 1}:00", reviewers=("r1",), counterparts=("w1",)) for n in range(3)]

    assert list(rotation.check(hosts_of(VISITS), programme(*met))) == []


@pytest.mark.parametrize(("third", "fits"), [("w1", False), ("w2", True)])
def test_pairs_of_two_pools_are_counted_as_well(third: str, fits: bool) -> None:
    stated = hosts_of(VISITS)

    assert kept(stated, *(visit(n, "r1", who) for n, who in enumerate(("w1", "w1", third)))) == fits


def hosts_of(stated: Problem) -> Problem:
    """The same review where workers are hosts, who hold the visits with a reviewer."""
    people = [p.model_copy(update={"pools": ("hosts",)}) if p.team else p for p in stated.people]
    needs = (Need(pool="reviewers"), Need(pool="hosts"))
    visits = [a.model_copy(update={"needs": needs, "counterparts": ()}) for a in stated.activities]
    pools = (*stated.pools, stated.pools[0].model_copy(update={"id": "hosts"}))
    return stated.changed(people=tuple(people), activities=tuple(visits), pools=pools)


def test_fixed_sessions_use_the_turns_up() -> None:
    after_two = VISITS.changed(fixed=(visit(0), visit(1)))

    assert not kept(after_two, visit(0), visit(1), visit(2))
    assert kept(after_two, visit(0), visit(1), visit(2, "r1"))


def test_fixed_sessions_that_are_too_many_are_reported_and_refuse_nothing() -> None:
    held = (visit(0), visit(1), visit(2))
    stated = VISITS.changed(fixed=held)

    assert len(list(rotation.check(stated, programme(*held)))) == 1
    assert not refused(rotation, stated, programme(*held))
    assert refused(rotation, stated, programme(*held, visit(3)))


def test_review_without_turns_asks_for_none() -> None:
    assert kept(VISITS.changed(rotations=()), *(visit(n) for n in range(4)))
