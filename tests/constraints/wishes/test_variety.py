from agreement import charged
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.problem import Comfort, Need, Problem, Rotation, Session
from constraints.wishes import variety

TURNS = Rotation(name="Team visits", pools=("reviewers", "workers"), kinds=("visit",), most=9)
STATED = problem(
    *(activity(f"visit{n}", kind="visit", needs=(Need(pool="reviewers"), Need(pool="workers"))) for n in range(4)),
    activity("report", needs=(Need(pool="reviewers"), Need(pool="workers"))),
    rotations=(TURNS,),
    comfort=Comfort(variety=3),
)


def visit(n: int, *reviewers: str) -> Session:
    return session(f"visit{n}", f"1{n}:00", f"1{n + 1}:00", reviewers=reviewers)


def cost(stated: Problem, *sessions: Session) -> int:
    found = sum(breach.cost for breach in variety.check(stated, programme(*sessions)))
    assert found == charged(variety, stated, programme(*sessions))
    return found


def test_every_pair_once_costs_nothing() -> None:
    pairs = (("r1", "w1"), ("r1", "w2"), ("r2", "w1"), ("r2", "w2"))

    assert cost(STATED, *(visit(n, *pair) for n, pair in enumerate(pairs))) == 0


def test_each_session_of_a_pair_beyond_the_first_costs_one() -> None:
    held = (visit(0, "r1", "w1"), visit(1, "w1", "r1"), visit(2, "r1", "w1"), visit(3, "r2", "w2"))

    found = list(variety.check(STATED, programme(*held)))

    sentence = "First reviewer and First worker hold sessions with others too (Team visits)"
    assert found == [Breach(subject="r1 w1", sentence=sentence, cost=2)]
    assert cost(STATED, *held) == 2


def test_session_of_another_kind_is_not_counted() -> None:
    report = session("report", "15:00", "16:00", reviewers=("r1", "w1"))

    assert cost(STATED, visit(0, "r1", "w1"), report) == 0


def test_fixed_session_is_the_first_of_its_pair() -> None:
    stated = STATED.changed(fixed=(visit(0, "r1", "w1"),))

    assert cost(stated, *stated.fixed, visit(1, "r1", "w1")) == 1
    assert cost(stated, *stated.fixed, visit(1, "r1", "w2")) == 0


def test_review_that_does_not_wish_it_is_not_asked() -> None:
    again = (visit(0, "r1", "w1"), visit(1, "r1", "w1"))

    assert cost(STATED.changed(comfort=Comfort()), *again) == 0
    assert cost(STATED.changed(rotations=()), *again) == 0
