"""The shipped inspection: what it asks for, how ragged its diaries are, and the programme that comes of it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from diaries import days_of_kind, is_free, share_blocked, starts
from shipped import FORMATS, planned, stated

from constraints.check import check
from constraints.problem import Activity, Mode, Problem, Session, Window
from constraints.programme import Programme
from planner.formats.synthetic_ilacs_staff import workers
from planner.intake.review_file import read_review
from planner.solving.parts import parts

NAME = "ilacs"
SHIPPED = FORMATS / NAME
WEEKS = [[date(2018, 6, monday + nth) for nth in range(5)] for monday in (4, 11, 18)]
WORKING_DAYS = [day for week in WEEKS for day in week]
SERVICES = [
    *("out-of-hours", "mash", "duty", "early-help", "safeguarding"),
    *("looked-after", "fostering", "adoption", "leaving-care", "virtual-school"),
]


@pytest.fixture(scope="module")
def problem() -> Problem:
    return stated(NAME)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return planned(NAME)


def own(problem: Problem) -> list[Activity]:
    """The review's own activities, without standing sessions and reserves."""
    return [a for a in problem.activities if not a.standing and a.priority == "must"]


def of_kind(problem: Problem, kind: str) -> list[Activity]:
    return [a for a in own(problem) if a.kind == kind]


def followers(problem: Problem, leader: Activity) -> list[Activity]:
    """The activities about the case that a leader chooses."""
    return [a for a in problem.activities if a.demand and a.demand.tracks == leader.id]


def weeks_of(problem: Problem, activity: Activity) -> set[int]:
    return {day.isocalendar()[1] for day in problem.days_of(activity)}


def worked(problem: Problem, programme: Programme, person: str) -> list[date]:
    return [day for day in WORKING_DAYS if programme.works(problem, person, day)]


def held(programme: Programme, activity: Activity) -> Session:
    return programme.session[activity.id]


# ---- what it asks for ----------------------------------------------------------------------------------------------


def test_it_is_read_without_a_notice_and_states_the_dates_that_the_report_leaves_out(problem: Problem) -> None:
    assert read_review(SHIPPED).notices == ()
    assert problem.notices == (
        "the terms of reference say 11 June to 22 June 2018; the programme runs from 4 June to 22 June 2018.",
    )


def test_inspectors_are_of_the_kinds_and_numbers_stated(problem: Problem) -> None:
    pools = ("lead-inspector", "hmi", "qa", "social-care-inspectors", "education-hmi", "regulatory", "inspectors")

    assert [len(problem.members[pool]) for pool in pools] == [1, 4, 1, 5, 2, 1, 8]
    assert {p.most_days for p in problem.members["education-hmi"]} == {2}
    assert {p.consecutive_days for p in problem.members["education-hmi"]} == {True}
    assert {p.most_days for p in problem.members["regulatory"]} == {1}


def test_week_one_is_off_site_and_the_two_after_it_on_site(problem: Problem) -> None:
    assert days_of_kind(problem, "off-site") == WEEKS[0]
    assert days_of_kind(problem, "on-site") == WEEKS[1] + WEEKS[2]
    assert problem.contracted == {"off-site": 25.0, "on-site": 50.0, "education": 4.0, "regulatory": 1.0}
    assert {a.place for a in own(problem) if weeks_of(problem, a) == {23}} == {"online"}


def test_at_least_110_activities_are_asked_for(problem: Problem) -> None:
    assert len(own(problem)) >= 110
    assert sum(a.evidence for a in own(problem)) >= 100


def test_all_services_are_looked_at_each_in_one_week(problem: Problem) -> None:
    served = {item for activity in own(problem) for item in activity.serves}
    scope = {item.id: area.id for area in problem.areas for item in area.scope}

    assert set(SERVICES) < {area.id for area in problem.areas}
    assert served == set(scope)
    for service in SERVICES:
        weeks = [weeks_of(problem, a) for a in own(problem) if a.area == service]
        assert weeks, service
        assert set.union(*weeks) == ({24} if SERVICES.index(service) < 5 else {25})


def test_weeks_share_nothing_but_cases_and_so_are_planned_side_by_side(problem: Problem) -> None:
    assert [{week for a in part.activities for week in weeks_of(problem, a)} for part in parts(problem)] == [
        {23},
        {24},
        {25},
    ]


def test_off_site_are_figures_audits_telephone_interviews_and_lines_of_enquiry(problem: Problem) -> None:
    kinds = Counter(a.kind for a in own(problem) if weeks_of(problem, a) == {23})

    assert kinds == {"call": 13, "reading": 9, "records": 3, "keep-in-touch": 1, "evaluation": 1}
    assert problem.activity["LINES"].last_of_area


def test_six_cases_are_tracked_and_several_people_seen_about_each(problem: Problem) -> None:
    leaders = of_kind(problem, "tracking")

    assert len(leaders) == 6
    assert len({leader.demand.stratum for leader in leaders if leader.demand}) == 6
    for leader in leaders:
        about = followers(problem, leader)
        *_, manager = about
        assert len(about) >= 2, leader.id
        assert all(leader.id in a.after for a in about)
        assert {a.id for a in about if a.day_kinds == ("on-site",)} <= {manager.id, *manager.after}
        assert len({a.demand.role for a in about if a.demand}) == len(about)


def test_the_roles_around_tracked_cases_are_those_of_their_services(problem: Problem) -> None:
    roles = {a.demand.role for a in of_kind(problem, "perspective") if a.demand}

    assert roles == {
        *("IRO", "adoption social worker", "conference chair", "family support worker"),
        *("supervising social worker", "team manager", "virtual school officer"),
    }
    assert all(c.workers for a in of_kind(problem, "perspective") if a.demand for c in a.demand.candidates)


def test_records_are_sampled_with_every_team_that_holds_cases(problem: Problem) -> None:
    sampled = {a.team for a in of_kind(problem, "records")}
    holds = {
        *("Emergency Duty", "Multi-agency Safeguarding Hub", "Duty and Assessment North", "Duty and Assessment South"),
        *("Safeguarding North", "Safeguarding South", "Children with Disabilities", "Fostering", "Adoption"),
        *("Children in Care East", "Children in Care West", "Leaving Care", "Virtual School", "Early Help East"),
    }

    assert holds <= sampled
    assert {a.demand.modes for a in of_kind(problem, "records") if a.demand} == {(Mode.RECORD,)}


def test_workers_and_first_line_managers_are_seen_one_to_one(problem: Problem) -> None:
    managers = {p.id for p in problem.people if p.id.startswith("team-manager-")}
    seen = {p for a in of_kind(problem, "manager") for need in a.counterparts for p in need.people}

    assert len(of_kind(problem, "interview")) == 18
    assert managers <= seen
    assert {"emergency-duty-manager", "virtual-head"} <= seen


def test_young_people_and_carers_are_met_in_the_evening(problem: Problem) -> None:
    evenings = of_kind(problem, "evening")

    assert {a.id for a in evenings} == {"OOH-VISIT", "CARE-COUNCIL", "FOS-CARERS", "LEAVER-GROUP"}
    assert {a.evening for a in evenings} == {True}
    assert {window.start.time() for a in evenings for window in a.windows} == {time(17, 30)}


def test_there_is_a_reserve_of_two_in_each_week(problem: Problem) -> None:
    reserves = Counter(week for a in problem.activities if a.priority == "mop-up" for week in weeks_of(problem, a))

    assert reserves == {23: 2, 24: 2, 25: 2}
    assert problem.limits.reserve_per_week == 2


def test_the_team_meets_and_the_director_is_kept_in_touch_every_working_day(problem: Problem) -> None:
    meetings = [a.windows[0].start.date() for a in problem.activities if a.kind == "team-meeting"]
    kits = [a.windows[0].start.date() for a in problem.activities if a.standing.startswith("kit")]

    assert meetings == WORKING_DAYS
    assert sorted(kits) == WORKING_DAYS


def test_no_case_is_a_base_case_of_two_strata(problem: Problem) -> None:
    shared = {a.demand.stratum: a.demand for a in problem.activities if a.demand}
    cases = [candidate.case for demand in shared.values() for candidate in demand.candidates[: demand.base]]

    assert len(set(cases)) == len(cases)


# ---- how ragged it is ----------------------------------------------------------------------------------------------


def test_workers_have_at_least_30_percent_of_the_hours_on_site_blocked(problem: Problem) -> None:
    shares = {
        worker.id: share_blocked(problem, worker.id, days_of_kind(problem, "on-site"))
        for worker in workers()
        if worker.team != "Emergency Duty"
    }

    assert len(shares) == 86
    assert min(shares.values()) >= 0.3


def test_four_first_cases_have_three_starts_or_fewer_and_one_has_none(problem: Problem) -> None:
    on_site = days_of_kind(problem, "on-site")
    found = {
        (a.demand.stratum, c.rank): len(starts(problem, a, c, on_site))
        for a in problem.activities
        if a.demand and not a.demand.tracks and Mode.WORKER in a.demand.modes
        for c in a.demand.candidates[: a.demand.base]
    }

    assert {key: few for key, few in found.items() if few <= 3} == {
        ("T-CP", 1): 3,
        ("T-CARE", 1): 2,
        ("T-LEAVER", 1): 3,
        ("W-SAFE", 1): 2,
        ("T-PLO", 1): 0,
    }


def test_the_director_is_away_over_one_keep_in_touch_and_a_deputy_is_there(problem: Problem) -> None:
    kits = [a.windows[0] for a in problem.activities if a.standing.startswith("kit")]
    missed = [kit for kit in kits if not is_free(problem, "dcs", kit.start, kit.end)]

    assert [kit.start.date() for kit in missed] == [date(2018, 6, 13)]
    (kit,) = missed
    assert any(is_free(problem, deputy.id, kit.start, kit.end) for deputy in problem.members["dcs-and-deputies"])


def test_one_meeting_room_is_away_for_a_morning(problem: Problem) -> None:
    away = {room.id: room.windows for room in problem.resources if room.windows}

    assert list(away) == ["meeting-room-1"]
    before, after = away["meeting-room-1"]
    assert Window(start=before.end, end=after.start) == Window(
        start=datetime(2018, 6, 12, 9, tzinfo=problem.tz), end=datetime(2018, 6, 12, 13, tzinfo=problem.tz)
    )


def test_inspectors_are_never_away(problem: Problem) -> None:
    assert {person.windows for person in problem.reviewers} == {None}


# ---- what comes of it ----------------------------------------------------------------------------------------------


def test_all_of_it_is_placed_and_every_tier_proven(problem: Problem, programme: Programme) -> None:
    *placed, comfort = programme.tiers

    assert programme.left_out == ()
    assert {a.id for a in problem.activities if not a.standing} <= set(programme.session)
    assert {tier.tier: tier.proven for tier in placed} == {tier.tier: True for tier in placed}
    assert comfort.gap <= 0.05
    assert [verdict.rule for verdict in check(problem, programme).musts if verdict.breaches] == []


def test_one_base_case_is_skipped_for_the_next_in_rank(programme: Programme) -> None:
    tiers = {tier.tier: tier.value for tier in programme.tiers}

    assert [tiers[name] for name in ("base cases seen", "ranks in order")] == [1, 1]
    (tracked,) = programme.session["TRACK-PLO"].cases or ()
    assert tracked.rank == 2


def test_people_around_a_tracked_case_are_seen_about_it_in_order_and_within_three_days(
    problem: Problem, programme: Programme
) -> None:
    for leader in of_kind(problem, "tracking"):
        first = held(programme, leader)
        about = [held(programme, a) for a in followers(problem, leader)]
        manager = held(programme, problem.activity[f"{leader.id}-TM"])

        assert {tuple(seen.case for seen in s.cases or ()) for s in (first, *about)} == {
            tuple(seen.case for seen in first.cases or ())
        }
        assert all(first.end <= s.start and (s.start.date() - first.start.date()).days <= 3 for s in about)
        assert all(s.end <= manager.start for s in about if s is not manager and "VS" not in s.activity)
        assert len({s.counterparts for s in (first, *about)}) == 1 + len(about)


def test_whoever_began_a_tracked_case_stays_with_it(problem: Problem, programme: Programme) -> None:
    for leader in of_kind(problem, "tracking"):
        for follower in followers(problem, leader):
            reviewers = held(programme, follower).reviewers
            if follower.day_kinds == ("education",):
                assert {problem.person[r].pools[0] for r in reviewers} == {"education-hmi"}
            else:
                assert reviewers == held(programme, leader).reviewers


def test_education_inspectors_come_on_two_consecutive_days_and_the_regulatory_one_on_one(
    problem: Problem, programme: Programme
) -> None:
    for person in problem.members["education-hmi"]:
        first, second = worked(problem, programme, person.id)
        assert second - first == timedelta(days=1)
    assert len(worked(problem, programme, "regulatory")) == 1


def test_all_others_work_every_day(problem: Problem, programme: Programme) -> None:
    for person in problem.members["social-care-inspectors"]:
        assert worked(problem, programme, person.id) == WORKING_DAYS


def test_sessions_of_the_evening_stand_in_the_evening_and_nobody_has_two_in_a_week(
    problem: Problem, programme: Programme
) -> None:
    evenings = [held(programme, a) for a in of_kind(problem, "evening")]
    late = [s for s in programme.sessions if s.end.time() > time(18)]

    assert {s.activity for s in late} <= {s.activity for s in evenings}
    assert all(time(17, 30) <= s.start.time() and s.end.time() <= time(19, 30) for s in evenings)
    assert max(Counter((s.reviewers, s.start.isocalendar()[1]) for s in evenings).values()) == 1


def test_everybody_who_works_is_at_the_team_meeting_and_the_lead_inspector_keeps_in_touch(
    problem: Problem, programme: Programme
) -> None:
    meetings = {s.start.date(): s for s in programme.sessions if problem.activity[s.activity].kind == "team-meeting"}
    kits = {s.start.date(): s for s in programme.sessions if problem.activity[s.activity].standing.startswith("kit")}

    assert sorted(meetings) == sorted(kits) == WORKING_DAYS
    for day in WORKING_DAYS:
        there = {p.id for p in problem.reviewers if programme.works(problem, p.id, day)}
        assert set(meetings[day].reviewers) == there
        assert kits[day].reviewers == ("lead-inspector",)
        assert len(kits[day].counterparts or ()) == 1


def test_the_second_inspector_sees_nobody_of_the_adoption_team(problem: Problem, programme: Programme) -> None:
    met = {problem.person[p].team for s in programme.sessions_of("second-inspector") for p in s.counterparts or ()}

    assert "Adoption" not in met


# ---- what is told of it --------------------------------------------------------------------------------------------


ASSUMED = (
    *("the week before", "follow one another", "25 days off site", "fair share", "09:00-18:00", "one working day's"),
    *("thirteen telephone interviews", "three sessions in which audits", "six cases are tracked", "within three days"),
    *("stays with it", "nineteen sessions of sampling", "eighteen talks", "fourteen with first-line", "four evenings"),
    *("15 minutes of breathing space", "half an hour from the civic centre", "midway", "two reserves a week"),
    *("help and protection in week two", "16:30 to 17:00", "17:00 to 17:30", "45 minutes of lunch"),
    *("five interviews a day", "between 09:30 and 16:30", "columns of lists", "audits of the last six months"),
)


def test_the_notes_tell_what_is_assumed() -> None:
    notes = " ".join((SHIPPED / "notes.md").read_text(encoding="utf-8").split())

    assert [words for words in ASSUMED if words.casefold() not in notes.casefold()] == []
    assert notes.count("**Assumed**") >= 20
    assert "*Stated*: 4 HMI and 1 QA" in notes


def test_the_notes_figures_are_those_of_the_review(problem: Problem) -> None:
    lengths = {a.kind: a.shortest for a in own(problem) if a.evidence}

    assert lengths == {
        "call": 45,
        "records": 150,
        "tracking": 120,
        "perspective": 60,
        "interview": 60,
        "manager": 75,
        "group": 75,
        "visit": 120,
        "evening": 75,
    }
    assert len([a for a in of_kind(problem, "records") if weeks_of(problem, a) != {23}]) == 19
    assert {a.breathing_space for a in own(problem) if a.evidence and not a.evening} == {15}


def test_nothing_shipped_holds_a_real_address() -> None:
    for path in SHIPPED.rglob("*"):
        if path.suffix in {".toml", ".csv", ".md", ".txt"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert text.count("@") == text.count("@example.org"), path.name
