"""The shipped peer challenge: what it asks for, how ragged its diaries are, and the programme that comes of it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise

import pytest
from diaries import days_of_kind, hard_to_see, is_free, share_blocked, starts
from shipped import FORMATS, planned, stated

from constraints.check import check
from constraints.problem import EVERYBODY, Activity, Problem, Session, Window
from constraints.programme import Programme
from planner.formats.synthetic_peer_staff import PARTNERS, PEERS, workers
from planner.intake.review_file import read_review

NAME = "peer-challenge"
SHIPPED = FORMATS / NAME
DAYS = [date(2018, 2, 26), date(2018, 2, 27), date(2018, 2, 28), date(2018, 3, 1)]
MET = frozenset({"interview", "group", "visit"})


@pytest.fixture(scope="module")
def problem() -> Problem:
    return stated(NAME)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return planned(NAME)


def met(problem: Problem) -> list[Activity]:
    """Interviews, focus groups and visits, those held open apart."""
    return [a for a in problem.activities if a.kind in MET and a.priority == "must"]


def pools_asked(activity: Activity) -> tuple[str, ...]:
    return tuple(need.pool for need in activity.needs)


def held(programme: Programme, *ids: str) -> list[Session]:
    return [next(s for s in programme.sessions if s.activity == one) for one in ids]


def test_it_is_read_without_a_notice() -> None:
    assert read_review(SHIPPED).notices == ()


def test_seven_peers_of_their_kinds_are_on_site_for_four_days(problem: Problem) -> None:
    kinds = ("lead", "manager", "member-peer", "officer-peers", "specialist-peers")

    assert [len(problem.members[kind]) for kind in kinds] == [1, 1, 1, 2, 2]
    assert [person.id for person in problem.reviewers] == [peer.id for peer in PEERS]
    assert Counter((day.person, day.kind) for day in problem.days) == {(peer.id, "on site"): 4 for peer in PEERS}
    assert days_of_kind(problem, "on site") == DAYS
    assert problem.contracted == {"on site": 28.0}


def test_three_areas_of_focus_with_all_their_scope_items_are_served(problem: Problem) -> None:
    served = {item for activity in met(problem) for item in activity.serves}

    assert [(area.id, len(area.scope)) for area in problem.areas] == [
        ("early-help", 5),
        ("operational-practice", 5),
        ("care", 8),
    ]
    assert served == {item.id for area in problem.areas for item in area.scope}


def test_at_least_forty_interviews_groups_and_visits_are_held_by_pairs(problem: Problem) -> None:
    asked = Counter(pools_asked(activity) for activity in met(problem))

    assert asked == {
        ("officer-peers", "specialist-peers"): 27,
        ("lead", "manager"): 12,
        ("member-peer", "lead"): 2,
        ("member-peer", "manager"): 3,
    }
    assert asked.total() >= 40
    assert set(Counter(activity.kind for activity in met(problem))) == MET


def test_elected_members_are_seen_by_the_member_peer_and_by_nobody_else(problem: Problem) -> None:
    members = {person.id for person in problem.members["members"]}
    sees = {"member-peer" in pools_asked(a): a for a in met(problem) if members & _asked_for(problem, a)}

    assert set(sees) == {True}
    assert members == {p for a in met(problem) if "member-peer" in pools_asked(a) for p in _asked_for(problem, a)}


def _asked_for(problem: Problem, activity: Activity) -> set[str]:
    return {person.id for need in activity.counterparts for person in problem.eligible(need)}


def test_case_records_of_all_three_areas_are_read_with_their_workers(problem: Problem) -> None:
    cases = [a for a in problem.activities if a.demand]

    assert Counter(a.area for a in cases) == {"early-help": 3, "operational-practice": 4, "care": 3}
    assert len({a.demand.stratum for a in cases if a.demand}) == 7
    assert {window.start.date() for a in cases for window in a.windows} == {DAYS[0]}
    assert {(window.end - timedelta(minutes=1)).date() for a in cases for window in a.windows} == {DAYS[1]}
    assert {len(a.demand.candidates) - a.demand.base for a in cases if a.demand} == {3}


def test_whoever_is_met_at_a_site_is_met_in_a_room_with_seats_unless_they_are_visited(problem: Problem) -> None:
    sites = {site.id for site in problem.sites}
    without = {a.kind for a in problem.activities if not a.rooms}

    assert {a.place for a in problem.activities} == sites | {"online"}
    assert without == {"visit", "keep-in-touch", "lunch"}
    assert {a.kind for a in problem.activities if a.place == "online"} == {"lunch"}
    assert all(problem.resource[room].seats for a in problem.activities for room in a.rooms)


def test_the_way_between_any_two_sites_is_known(problem: Problem) -> None:
    for one, other in combinations(problem.sites, 2):
        assert problem.minutes_between[one.id, other.id] >= 15


def test_workers_and_partners_have_at_least_30_percent_of_the_hours_blocked(problem: Problem) -> None:
    shares = {one.id: share_blocked(problem, one.id, DAYS) for one in (*workers(), *PARTNERS)}

    assert len(shares) == 98
    assert min(shares.values()) >= 0.3


def test_peers_are_never_away(problem: Problem) -> None:
    assert {person.windows for person in problem.reviewers} == {None}


def test_three_first_cases_have_three_starts_or_fewer_and_one_has_none(problem: Problem) -> None:
    hard = hard_to_see(problem, DAYS)

    assert {stratum: len(found) for stratum, found in hard.items()} == {
        "EH-DOWN": 2,
        "CP": 2,
        "LEAVING": 3,
        "PERMANENCE": 0,
    }


def test_what_cannot_be_seen_allows_no_record_only_and_has_a_reserve_that_can(problem: Problem) -> None:
    activity = problem.activity["CASE-PERM"]

    assert activity.demand is not None
    assert [mode.value for mode in activity.demand.modes] == ["worker", "cover"]
    assert any(starts(problem, activity, reserve, DAYS) for reserve in activity.demand.candidates[1:])


def test_the_director_is_away_over_one_keep_in_touch_and_a_deputy_is_there(problem: Problem) -> None:
    kits = [a.windows[0] for a in problem.activities if a.standing == "kit"]
    missed = [kit for kit in kits if not is_free(problem, "dcs", kit.start, kit.end)]

    assert [kit.start.date() for kit in kits] == DAYS[1:]
    (kit,) = missed
    assert any(is_free(problem, deputy.id, kit.start, kit.end) for deputy in problem.members["dcs-and-deputies"])


def test_the_committee_room_is_away_for_a_morning(problem: Problem) -> None:
    away = {room.id: room.windows for room in problem.resources if room.windows}

    assert list(away) == ["committee-room"]
    before, after = away["committee-room"]
    assert Window(start=before.end, end=after.start) == Window(
        start=datetime(2018, 2, 28, 9, tzinfo=problem.tz), end=datetime(2018, 2, 28, 13, tzinfo=problem.tz)
    )


def test_all_of_it_is_placed_and_every_tier_proven(problem: Problem, programme: Programme) -> None:
    *placed, comfort = programme.tiers

    assert programme.left_out == ()
    assert {s.activity for s in programme.sessions} == set(problem.activity)
    assert {tier.tier: tier.proven for tier in placed} == {tier.tier: True for tier in placed}
    assert comfort.value - comfort.bound <= 0.02 * comfort.value
    assert [verdict.rule for verdict in check(problem, programme).musts if verdict.breaches] == []


def test_one_base_case_is_skipped_for_a_reserve_and_two_are_seen_with_cover(programme: Programme) -> None:
    tiers = {tier.tier: tier.value for tier in programme.tiers}

    assert [tiers[name] for name in ("base cases seen", "modes in order", "ranks in order")] == [1, 2, 1]


def test_documents_come_first_and_the_team_meets_at_the_end_of_every_day(
    problem: Problem, programme: Programme
) -> None:
    meetings = [s for s in programme.sessions if problem.activity[s.activity].standing == "team"]

    assert [(s.start.date(), len(s.reviewers), s.place) for s in meetings] == [(d, 7, "county-hall") for d in DAYS]
    for peer in PEERS:
        first, *_ = programme.day_of(peer.id, DAYS[0])
        assert problem.activity[first.activity].kind == "documents"
        for meeting in meetings:
            *_, last = programme.day_of(peer.id, meeting.start.date())
            assert last.activity == ("FEEDBACK" if meeting.start.date() == DAYS[-1] else meeting.activity)


def test_all_seven_think_early_on_day_two_and_feed_back_last_of_all(problem: Problem, programme: Programme) -> None:
    thoughts, prepare, feedback = held(programme, "THOUGHTS", "PREPARE", "FEEDBACK")
    hearers = {p.id for pool in ("leaders", "heads-of-service") for p in problem.members[pool]}

    assert [len(s.reviewers) for s in (thoughts, prepare, feedback)] == [7, 7, 7]
    assert [s.start.date() for s in (thoughts, prepare, feedback)] == [DAYS[1], DAYS[3], DAYS[3]]
    assert all(need.count == EVERYBODY for need in problem.activity["FEEDBACK"].counterparts)
    assert set(feedback.counterparts or ()) == hearers
    assert timedelta(minutes=15) <= feedback.start - prepare.end <= timedelta(minutes=90)
    assert feedback.end == max(s.end for s in programme.sessions)
    assert all(s.end <= prepare.start for s in programme.sessions if problem.activity[s.activity].evidence)


def test_a_note_is_written_by_the_same_two_in_the_same_room_within_half_an_hour(
    problem: Problem, programme: Programme
) -> None:
    notes = [a for a in problem.activities if a.kind == "record"]

    assert len(notes) == 3
    for note in notes:
        written, group = held(programme, note.id, note.same_reviewers_as)
        assert (set(written.reviewers), written.room) == (set(group.reviewers), group.room)
        assert timedelta() <= written.start - group.end <= timedelta(minutes=30)


def test_all_four_pairs_take_turns_and_none_goes_out_more_than_seven_times(
    problem: Problem, programme: Programme
) -> None:
    ids = {activity.id for activity in met(problem) if pools_asked(activity) == ("officer-peers", "specialist-peers")}
    pairs = Counter(frozenset(s.reviewers) for s in programme.sessions if s.activity in ids)

    assert sorted(pairs.values()) == [6, 7, 7, 7]


def test_peers_have_time_for_their_ways_and_see_two_sites_a_day_at_most(problem: Problem, programme: Programme) -> None:
    for peer in PEERS:
        for day in DAYS:
            there = [s for s in programme.day_of(peer.id, day) if s.place != "online"]
            assert len({s.place for s in there}) <= 2
            for one, other in pairwise(there):
                minutes = problem.minutes_between.get((one.place, other.place), 0)
                assert one.end + timedelta(minutes=minutes) <= other.start


def test_everybody_in_a_room_has_a_seat(problem: Problem, programme: Programme) -> None:
    for session in programme.sessions:
        if session.room:
            assert len(session.people) <= (problem.resource[session.room].seats or 0)


def test_titles_name_roles_and_services_and_tell_nothing_in_confidence(problem: Problem) -> None:
    for activity in problem.activities:
        assert not re.search("confiden|attribut|secret|anonym", activity.title, re.IGNORECASE)


ASSUMED = (
    *("the year 2018", "28 peer-days", "08:30-18:15", "09:00-17:30", "09:00-17:00", "knows best", "serves which item"),
    *("all four days", "90 minutes on the first morning", "ten case records", "on the second day, after 13:00"),
    *("44 interviews", "focus groups (60)", "visits (75)", "27 by an officer", "12 with leaders", "elected members"),
    *("more than seven", "note of 15 minutes", "held open", "120 minutes", "parents are met", "participation officer"),
    *("team meeting of 45 minutes", "keep in touch", "lunch", "minutes of travel", "rooms and their seats"),
    *("once a day and twice a week", "six interviews a day", "5 February", "ten for a focus group"),
    *("The summary says only", "columns of the council's lists", "reserves down to three"),
)


def test_the_notes_tell_what_is_assumed() -> None:
    notes = " ".join((SHIPPED / "notes.md").read_text(encoding="utf-8").split())

    assert [words for words in ASSUMED if words.casefold() not in notes.casefold()] == []
    assert notes.count("**Assumed**") >= 25
    assert "*Stated*: 26 February to 1 March" in notes


def test_the_notes_figures_are_those_of_the_review(problem: Problem) -> None:
    notes = (SHIPPED / "notes.md").read_text(encoding="utf-8")
    longest = {kind: {a.longest for a in problem.activities if a.kind == kind} for kind in sorted(MET)}

    assert f"{len(met(problem))} interviews" in notes
    assert longest == {"group": {60}, "interview": {45}, "visit": {75}}
    assert {a.breathing_space for a in met(problem)} == {15}
    assert [rotation.most for rotation in problem.rotations] == [7]
    assert sum(a.priority == "mop-up" for a in problem.activities) == 2
    council, partners = (next(h for h in problem.hours if h.id == one) for one in ("council", "partners"))
    assert {w.end.time() for w in council.windows} == {time(17, 30)}
    assert {w.end.time() for w in partners.windows} == {time(17)}


def test_nothing_shipped_holds_a_real_address() -> None:
    for path in SHIPPED.rglob("*"):
        if path.suffix in {".toml", ".csv", ".md", ".txt"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert text.count("@") == text.count("@example.org"), path.name
