"""The shipped team diagnostics: what the report states, and the programme that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise

import pytest
from diaries import is_free
from shipped import FORMATS, no_passphrase, planned, stated

from constraints.check import check
from constraints.problem import Activity, Problem, Session
from constraints.programme import Programme
from planner.commands.folder import state
from planner.intake.diaries import dates_between

NAME = "team-diagnostics"
SHIPPED = FORMATS / NAME

VISIT, FEEDBACK, DIVE, MEETING, WORKSHOP = "team-visit", "verbal-feedback", "deep-dive", "review-meeting", "workshop"
FORTNIGHT = timedelta(days=14)


def problem() -> Problem:
    return stated(NAME)


def programme() -> Programme:
    return planned(NAME)


def of_kind(kind: str) -> list[Activity]:
    return [activity for activity in problem().activities if activity.kind == kind]


def held(*kinds: str) -> list[Session]:
    return [session for session in programme().sessions if problem().activity[session.activity].kind in kinds]


def members(pool: str) -> frozenset[str]:
    return frozenset(person.id for person in problem().members[pool])


def dates_of(person: str, *kinds: str) -> Iterator[date]:
    """The dates on which somebody is in a session of these kinds, in order."""
    return (session.start.date() for session in held(*kinds) if person in session.people)


def test_it_is_read_without_a_notice() -> None:
    read = state(SHIPPED, no_passphrase)

    assert (read.review.notices, read.seen, read.problem.notices) == ((), (), ())


def test_it_asks_for_what_the_report_counts_and_the_text_not_the_tables_decides() -> None:
    visits = Counter(item for visit in of_kind(VISIT) for item in visit.serves)

    assert visits == {
        "referral-and-contact": 1,
        "assessment": 3,
        "safeguarding-north": 3,
        "safeguarding-south": 3,
        "safeguarding-east": 3,
        "permanency": 2,
        "leaving-care": 3,
        "children-with-disabilities": 2,
        "family-support": 3,
    }
    assert visits.total() == 23
    assert {item for dive in of_kind(DIVE) for item in dive.serves} == {
        "placements-and-residential",
        "fostering",
        "ict-and-performance-data",
        "workforce",
    }
    kinds = Counter(activity.kind for activity in problem().activities)
    assert kinds == {VISIT: 23, FEEDBACK: 23, DIVE: 4, MEETING: 1, WORKSHOP: 4}


def test_every_scope_item_is_served() -> None:
    served = {item for activity in problem().activities for item in activity.serves}

    assert {item.id for area in problem().areas for item in area.scope} == served


def test_the_horizon_is_the_issues_and_visits_stand_between_august_and_january() -> None:
    assert problem().end == date(2018, 3, 30)
    dates = [session.start.date() for session in held(VISIT, DIVE)]
    assert min(dates) >= date(2017, 8, 1)
    assert max(dates) <= date(2018, 1, 31)
    assert {day.year * 100 + day.month for day in dates} >= {201708, 201709, 201710, 201711, 201712, 201801}


def test_every_team_is_visited_once_by_two_visiting_and_two_host_managers() -> None:
    visits = held(VISIT)

    assert Counter(problem().activity[visit.activity].team for visit in visits) == dict.fromkeys(
        (team.id for team in problem().teams), 1
    )
    for visit in visits:
        assert len(set(visit.reviewers) & members("visiting-managers")) == 2, visit.activity
        assert len(set(visit.reviewers) & members("host-managers")) == 2, visit.activity
        assert len(visit.reviewers) == 4


def test_a_deep_dive_takes_a_visiting_and_a_host_manager() -> None:
    for dive in held(DIVE):
        assert len(set(dive.reviewers) & members("visiting-managers")) == 1
        assert len(set(dive.reviewers) & members("host-managers")) == 1
        assert len(dive.reviewers) == 2


def test_no_host_visits_their_own_team_or_district() -> None:
    district = {team.id: team.district for team in problem().teams}
    for visit in held(VISIT):
        team = problem().activity[visit.activity].team
        for person in set(visit.reviewers) & members("host-managers"):
            own = problem().person[person].team
            assert own != team
            assert not district[own] or district[own] != district[team], (person, visit.activity)


def test_somebody_with_a_conflict_does_not_visit_that_team() -> None:
    declared = [person for person in problem().people if person.conflicts.teams]

    assert [person.id for person in declared] == ["visiting-manager-c"]
    (visit,) = (one for one in held(VISIT) if problem().activity[one.activity].team in declared[0].conflicts.teams)
    assert "visiting-manager-c" not in visit.reviewers


@pytest.mark.parametrize(("pool", "most"), [("visiting-managers", 2), ("host-managers", 1)])
def test_pairs_vary(pool: str, most: int) -> None:
    pairs = Counter(
        pair for visit in held(VISIT) for pair in combinations(sorted(set(visit.reviewers) & members(pool)), 2)
    )

    assert pairs.total() == 23
    assert max(pairs.values()) <= most


@pytest.mark.parametrize(
    ("pool", "kinds"), [("visiting-managers", (VISIT, DIVE, WORKSHOP)), ("host-managers", (VISIT, DIVE))]
)
def test_no_manager_is_asked_for_more_than_once_a_fortnight(pool: str, kinds: tuple[str, ...]) -> None:
    for person in members(pool):
        for one, next_one in pairwise(dates_of(person, *kinds)):
            assert next_one - one >= FORTNIGHT, person


def test_the_work_is_shared() -> None:
    visiting = {person: len(list(dates_of(person, VISIT, DIVE, WORKSHOP))) for person in members("visiting-managers")}

    assert max(visiting.values()) <= 8
    assert visiting["visiting-manager-i"] <= 4
    assert max(len(list(dates_of(person, VISIT, DIVE))) for person in members("host-managers")) <= 6


def test_there_is_one_visit_a_day_and_two_in_any_week() -> None:
    dates = sorted(session.start.date() for session in held(VISIT, DIVE))

    assert len(set(dates)) == len(dates)
    assert all(third - first >= timedelta(days=7) for first, third in zip(dates, dates[2:], strict=False))


def test_the_teams_managers_hear_on_the_day_and_in_the_room_from_those_who_came() -> None:
    for visit in held(VISIT):
        feedback = programme().session[visit.activity.replace("VISIT", "FEEDBACK")]
        team = problem().activity[visit.activity].team
        heard = [problem().person[person] for person in feedback.counterparts or ()]
        assert feedback.start.date() == visit.start.date()
        assert timedelta() <= feedback.start - visit.end <= timedelta(minutes=30)
        assert set(feedback.reviewers) == set(visit.reviewers)
        assert feedback.room == visit.room != ""
        assert [person.role for person in heard if person.team == team] == ["Team manager"]
        assert len(heard) == 2


def test_three_cases_of_its_own_are_looked_at_on_every_visit() -> None:
    for visit in held(VISIT):
        assert len(visit.cases or ()) == 3
    cases = [case.case for visit in held(VISIT) for case in visit.cases or ()]
    assert len(set(cases)) == 69


def test_the_review_meeting_is_on_27_november_and_the_visiting_director_leads_it() -> None:
    (meeting,) = held(MEETING)

    assert meeting.start.date() == date(2017, 11, 27)
    assert "visiting-director" in meeting.reviewers
    assert set(meeting.counterparts or ()) == members("council-leaders")


def test_each_workshop_is_in_the_new_year_after_the_last_visit_of_its_services() -> None:
    workshops = held(WORKSHOP)

    assert len(workshops) == 4
    followed: list[str] = []
    for workshop in workshops:
        before = problem().activity[workshop.activity].after
        followed += before
        assert date(2018, 1, 1) <= workshop.start.date() <= problem().end
        assert max(programme().session[visit].end for visit in before) <= workshop.start
    assert sorted(one for one in followed if one.startswith("VISIT")) == sorted(visit.id for visit in of_kind(VISIT))


def test_everything_is_placed_and_every_tier_is_proven() -> None:
    assert programme().left_out == ()
    assert len(programme().sessions) == len(problem().activities)
    *tiers, comfort = programme().tiers
    assert [tier.tier for tier in tiers if not tier.proven] == []
    assert comfort.value - comfort.bound <= 0.02 * max(comfort.value, 1)


def test_only_the_visit_of_august_and_its_feedback_stand_in_a_holiday() -> None:
    quiet = problem().comfort.quiet
    there = {s.activity for s in programme().sessions if any(window.meets(s.start, s.end) for window in quiet)}

    assert there == {"VISIT-MASH", "FEEDBACK-MASH"}


def test_every_rule_finds_it_kept() -> None:
    assert check(problem(), programme()).broken == ()


def test_few_managers_can_be_had_for_a_visit_in_the_holidays() -> None:
    managers = sorted(members("visiting-managers") | members("host-managers"))

    def share_there(first: date, last: date) -> float:
        days = [day for day in dates_between(first, last) if day.weekday() < 4]
        there = [_is_there(manager, day) for manager in managers for day in days]
        return sum(there) / len(there)

    assert share_there(date(2017, 8, 1), date(2017, 9, 1)) < 0.35
    assert share_there(date(2017, 10, 30), date(2017, 11, 3)) < 0.5
    assert share_there(date(2017, 12, 21), date(2018, 1, 5)) < 0.35
    assert 0.6 < share_there(date(2017, 9, 4), date(2017, 10, 27)) < 0.8


def _is_there(person: str, day: date) -> bool:
    """Whether somebody is free for all of a visit."""
    start = datetime.combine(day, time(9, 30), problem().tz)
    return is_free(problem(), person, start, start + timedelta(hours=6))


def test_five_visits_have_two_days_at_most_for_those_who_are_met() -> None:
    few = {a.id: days for a in (*of_kind(VISIT), *of_kind(DIVE)) if (days := _days_for_those_met(a)) <= 2}

    assert few == {"VISIT-MASH": 2, "VISIT-SS1": 2, "VISIT-PN": 2, "VISIT-FE": 2, "DIVE-ICT": 2}


def _days_for_those_met(activity: Activity) -> int:
    people = [person for need in activity.counterparts for person in need.people]
    days = [day for day in problem().days_of(activity) if day.weekday() < 4]
    return sum(all(_is_there(person, day) for person in people) for day in days)


def test_nothing_shipped_holds_a_real_address() -> None:
    for path in SHIPPED.rglob("*"):
        if path.suffix in {".toml", ".csv", ".md", ".txt"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert text.count("@") == text.count("@example.org"), path.name
