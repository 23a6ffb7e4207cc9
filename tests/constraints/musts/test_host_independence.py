import pytest
from agreement import refused
from small_reviews import activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import host_independence
from constraints.problem import Need, Problem, Session, Team

HOSTED = (Need(pool="workers"),)
TEAMS = (Team(id="North", district="Hills"), Team(id="South", district="Hills"), Team(id="East"), Team(id="West"))
LOOKED_AT = problem(
    *(activity(team.id.lower(), needs=HOSTED, team=team.id) for team in TEAMS),
    activity("report", needs=HOSTED),
    teams=TEAMS,
)


def look(name: str, host: str) -> Session:
    return session(name, "10:00", "11:00", reviewers=(host,))


def kept(stated: Problem, one: Session) -> bool:
    found = not list(host_independence.check(stated, programme(one)))
    assert found != refused(host_independence, stated, programme(one))
    return found


def test_look_at_a_team_of_no_district_of_theirs_is_kept() -> None:
    assert kept(LOOKED_AT, look("east", "w1"))


def test_look_at_their_own_team_is_broken() -> None:
    own = look("north", "w1")

    found = list(host_independence.check(LOOKED_AT, programme(own)))

    sentence = "First worker is of the team or district that North looks at"
    assert found == [Breach(subject="w1", sentence=sentence, sessions=(own,))]
    assert not kept(LOOKED_AT, own)


def test_look_at_another_team_of_their_district_is_broken() -> None:
    assert not kept(LOOKED_AT, look("south", "w1"))


def test_their_own_team_counts_where_no_districts_are_written() -> None:
    stated = LOOKED_AT.changed(teams=())

    assert not kept(stated, look("north", "w1"))
    assert kept(stated, look("south", "w1"))


def test_teams_without_a_district_share_none() -> None:
    of_east = {"w1": {"team": "East"}}
    stated = problem(*LOOKED_AT.activities, teams=TEAMS, people=of_east)

    assert kept(stated, look("west", "w1"))


@pytest.mark.parametrize("name", ["north", "east"])
def test_who_comes_from_outside_may_look_at_any_team(name: str) -> None:
    visited = [a.model_copy(update={"needs": (Need(pool="reviewers"),)}) for a in LOOKED_AT.activities]

    assert kept(LOOKED_AT.changed(activities=tuple(visited)), look(name, "r1"))


def test_who_is_met_is_of_the_team_that_is_looked_at() -> None:
    stated = LOOKED_AT.changed(activities=(activity("north", team="North", counterparts=(Need(pool="workers"),)),))

    assert kept(stated, session("north", "10:00", "11:00", counterparts=("w1",)))


def test_activity_that_looks_at_no_team_is_held_by_anybody() -> None:
    assert kept(LOOKED_AT, look("report", "w1"))


def test_fixed_session_is_reported_and_refuses_nothing() -> None:
    own = look("north", "w1")
    stated = LOOKED_AT.changed(fixed=(own,))

    assert len(list(host_independence.check(stated, programme(own)))) == 1
    assert not refused(host_independence, stated, programme(own))
