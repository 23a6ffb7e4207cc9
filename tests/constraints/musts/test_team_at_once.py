import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import team_at_once
from constraints.problem import Limits, Need, Problem, Session

WORKER = (Need(pool="workers"),)
NORTHERN = {"w2": {"team": "North"}}


def review(most: int | None, *fixed: Session) -> Problem:
    talks = (activity(f"talk{n}", counterparts=WORKER) for n in (1, 2, 3))
    looks = (activity(f"look{n}", team="North") for n in (1, 2))
    limits = Limits(sessions_per_team_at_once=most)
    return problem(*talks, *looks, limits=limits, fixed=fixed, people=NORTHERN)


def talk(n: int, start: str, end: str, who: str = "w1") -> Session:
    return session(f"talk{n}", start, end, counterparts=(who,))


def look(n: int, start: str, end: str) -> Session:
    return session(f"look{n}", start, end, reviewers=("r2",))


def kept(stated: Problem, *held: Session) -> bool:
    found = not list(team_at_once.check(stated, programme(*held)))
    assert found != refused(team_at_once, stated, programme(*held))
    return found


def test_one_after_the_other_is_kept() -> None:
    assert kept(review(1), talk(1, "10:00", "11:00"), talk(2, "11:00", "12:00", "w2"))


def test_quarter_of_overlap_is_broken() -> None:
    held = (talk(1, "10:00", "11:00"), talk(2, "10:45", "11:45", "w2"))

    found = list(team_at_once.check(review(1), programme(*held)))

    sentence = "North has at most 1 session at once, so that it keeps running"
    assert found == [Breach(subject="North", sentence=sentence, sessions=held)]
    assert not kept(review(1), *held)


def test_look_at_the_team_counts_as_a_talk_with_one_of_it() -> None:
    assert not kept(review(1), talk(1, "10:00", "11:00"), look(1, "10:45", "11:45"))
    assert kept(review(2), talk(1, "10:00", "11:00"), look(1, "10:00", "11:00"))


def test_three_at_one_moment_are_more_than_two_and_three_in_a_row_are_not() -> None:
    two = (talk(1, "10:00", "11:00"), look(1, "10:30", "11:30"))

    assert kept(review(2), *two, look(2, "11:00", "12:00"))
    assert not kept(review(2), *two, look(2, "10:45", "11:45"))


def test_reviewer_of_the_team_is_not_met() -> None:
    own = problem(
        activity("talk1", counterparts=WORKER),
        activity("reading"),
        limits=Limits(sessions_per_team_at_once=1),
        people={"r2": {"team": "North"}},
    )

    assert kept(own, talk(1, "10:00", "11:00"), session("reading", "10:00", "11:00", reviewers=("r2",)))


def test_other_teams_are_counted_apart() -> None:
    apart = review(1).changed(people=problem().people)

    assert kept(apart, talk(1, "10:00", "11:00"), talk(2, "10:00", "11:00", "w2"))


def test_fixed_session_takes_its_time() -> None:
    fixed = talk(1, "10:10", "11:10")

    assert kept(review(1, fixed), fixed, talk(2, "11:15", "12:15", "w2"))
    assert not kept(review(1, fixed), fixed, talk(2, "11:00", "12:00", "w2"))
    assert not kept(review(1, fixed), fixed, talk(2, "09:15", "10:15", "w2"))


def test_fixed_sessions_that_share_a_quarter_but_no_moment_are_one_at_a_time() -> None:
    """Rounded to the grid they overlap; counted so, a session beside them would have been refused."""
    fixed = (talk(1, "10:00", "11:05"), look(1, "11:10", "12:10"))

    assert kept(review(2, *fixed), *fixed, talk(2, "11:00", "12:00", "w2"))


@pytest.mark.parametrize(("start", "end", "room"), [("11:00", "12:00", True), ("10:45", "11:45", False)])
def test_fixed_sessions_above_the_limit_refuse_only_what_is_beside_them(start: str, end: str, room: bool) -> None:
    fixed = (talk(1, "10:00", "11:00"), look(1, "10:00", "11:00"))
    stated, beside = review(1, *fixed), talk(2, start, end, "w2")

    of_facts = [{s.activity for s in b.sessions} for b in team_at_once.check(stated, programme(*fixed, beside))]

    assert {"talk1", "look1"} in of_facts
    assert refused(team_at_once, stated, programme(*fixed, beside)) == (not room)


def test_review_without_a_limit_has_none() -> None:
    assert kept(review(None), talk(1, "10:00", "11:00"), look(1, "10:00", "11:00"), look(2, "10:00", "11:00"))
