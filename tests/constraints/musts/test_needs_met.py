import pytest
from small_reviews import AUDIT, WEDNESDAY, activity, problem, programme, seen, session, window

from constraints.constraint import Breach
from constraints.musts import needs_met
from constraints.problem import EVERYBODY, WORKING, Need, Window


def talk(needs: tuple[Need, ...], reviewers: tuple[str, ...], *counterparts: str, **other: object) -> list[str]:
    asked = problem(activity("talk", needs=needs, **other), people={"r2": {"expertise": ("education",)}})
    cases = seen() if "demand" in other else ()
    held = session("talk", "10:00", "11:00", reviewers=reviewers, counterparts=counterparts, cases=cases)
    return [breach.sentence for breach in needs_met.check(asked, programme(held))]


def test_need_filled_exactly_is_kept() -> None:
    assert talk((Need(pool="reviewers", count=2),), ("r1", "r2")) == []


@pytest.mark.parametrize("reviewers", [("r1",), ("r1", "r2", "w1"), ("r1", "w1"), ()])
def test_pair_of_others_or_of_other_size_is_broken(reviewers: tuple[str, ...]) -> None:
    assert talk((Need(pool="reviewers", count=2),), reviewers) == ["Talk needs 2 of Reviewers"]


def test_breach_names_the_session() -> None:
    held = session("talk", "10:00", "11:00", reviewers=())

    found = list(needs_met.check(problem(activity("talk")), programme(held)))

    assert found == [Breach(subject="talk", sentence="Talk needs 1 of Reviewers", sessions=(held,))]


def test_expertise_is_asked_of_a_pool() -> None:
    need = (Need(pool="reviewers", expertise="education"),)

    assert talk(need, ("r2",)) == []
    assert talk(need, ("r1",)) == ["Talk needs 1 of Reviewers with education"]


def test_who_is_named_needs_no_expertise() -> None:
    """The check once asked the expertise of people who are named; the variables never did."""
    assert talk((Need(people=("r1",), expertise="education"),), ("r1",)) == []


def test_everybody_of_a_pool_is_everybody() -> None:
    assert talk((Need(pool="reviewers", count=EVERYBODY),), ("r2", "r1")) == []
    assert talk((Need(pool="reviewers", count=EVERYBODY),), ("r2",)) == ["Talk needs all of Reviewers"]


def test_nobody_fills_two_needs() -> None:
    needs = (Need(people=("r1",)), Need(pool="reviewers"))

    assert talk(needs, ("r1", "r2")) == []
    assert talk(needs, ("r1",)) == ["Talk needs First reviewer and 1 of Reviewers"]


def test_whoever_works_that_day_is_at_a_standing_session() -> None:
    shared = (Need(pool="reviewers", count=WORKING),)
    day = problem(activity("talk"), activity("lunch", standing="lunch", needs=shared))
    work = session("talk", "10:00", "11:00")

    def lunch(*reviewers: str) -> list[str]:
        held = session("lunch", "12:00", "13:00", reviewers=reviewers)
        return [breach.sentence for breach in needs_met.check(day, programme(work, held))]

    assert lunch("r1") == []
    assert lunch("r1", "r2") == ["Lunch needs all who work that day of Reviewers"]
    assert lunch() == ["Lunch needs all who work that day of Reviewers"]


@pytest.mark.parametrize(
    ("free", "wanted"),
    [
        ((window("09:00", "12:00"),), ("r1",)),
        ((window("09:00", "12:30"), window("12:45", "14:15")), ("r1",)),
        ((window("09:00", "12:00"), window("13:30", "14:30")), ("r1", "r2")),
        ((window("09:00", "12:15"), window("12:15", "17:00")), ("r1", "r2")),
        ((window("09:00", "17:00", WEDNESDAY),), ("r1",)),
    ],
)
def test_who_is_away_whenever_it_could_be_held_is_not_waited_for(
    free: tuple[Window, ...], wanted: tuple[str, ...]
) -> None:
    """Five inspectors went without their team meeting because one of them was away from three to six."""
    shared = (Need(pool="reviewers", count=WORKING),)
    windows = (window("12:00", "13:15"), window("13:30", "14:30"))
    lunch = activity("lunch", standing="lunch", needs=shared, windows=windows)
    day = problem(activity("talk"), activity("visit"), lunch, people={"r2": {"windows": free}})
    work = session("talk", "10:00", "11:00"), session("visit", "10:00", "11:00", reviewers=("r2",))

    def kept(*reviewers: str) -> bool:
        held = session("lunch", "12:00", "13:00", reviewers=reviewers)
        return not list(needs_met.check(day, programme(*work, held)))

    assert [people for people in (("r1",), ("r1", "r2"), ("r2",)) if kept(*people)] == [wanted]


def test_case_brings_its_worker_beside_the_needs() -> None:
    wanted = {"demand": AUDIT, "counterparts": (Need(pool="workers"),)}

    assert talk((Need(pool="reviewers"),), ("r1",), "w1", "w2", **wanted) == []


def test_worker_whom_the_case_brings_fills_no_need() -> None:
    """The check once let one worker be the case's own and the one from the pool; the variables never did."""
    wanted = {"demand": AUDIT, "counterparts": (Need(pool="workers"),)}

    assert talk((Need(pool="reviewers"),), ("r1",), "w1", **wanted) == [
        "Talk needs 1 of Reviewers and 1 of Workers and whoever can speak about its case"
    ]


def test_edit_that_leaves_out_whom_the_case_brings_is_told_so() -> None:
    """It was told as if a reviewer lacked."""
    told = talk((Need(pool="reviewers"),), ("r1",), "w2", demand=AUDIT)

    assert told == ["Talk needs 1 of Reviewers and whoever can speak about its case"]


def test_unstated_counterparts_are_not_judged() -> None:
    held = session("talk", "10:00", "11:00", counterparts=None)

    assert list(needs_met.check(problem(activity("talk", counterparts=(Need(pool="workers"),))), programme(held))) == []
