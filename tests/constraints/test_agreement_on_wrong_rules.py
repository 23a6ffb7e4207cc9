"""Rules with known mistakes, to show that the agreement test sees a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import tampering as t
import wrong_rules as w
from agreement import disagreements, problems_for, verdicts_on_must, verdicts_on_wish
from tampering import each_activity, told
from wrong_rules import WithoutFacts, rule_with

from constraints.constraint import Wish
from constraints.musts import (
    breathing_space,
    consecutive_days,
    contracted_days,
    evenings,
    first_of_area,
    gap_limits,
    host_independence,
    in_its_window,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    last_of_area,
    minimum_notice,
    most_days,
    no_clashes,
    not_in_the_past,
    one_demand_a_case,
    only_when_free,
    order,
    order_of_the_day,
    resource_shared,
    resource_there,
    rest_between,
    reviewer_daily_limit,
    room_for_all,
    rotation,
    same_case,
    same_place,
    same_reviewers,
    sites_a_day,
    spread,
    team_at_once,
    time_to_be_told,
    travel_time,
    working_hours,
)
from constraints.variables import Variables
from constraints.wishes import (
    base_cases,
    fair_share,
    few_days,
    few_sites,
    fewest_disturbed,
    freeze_kept,
    kind_changes,
    lowest_ranks,
    modes_in_order,
    no_idle,
    preferred_hours,
    quiet_days,
    reserve_per_week,
    variety,
)

EACH = 14

WRONG_MUSTS = {
    "breathing space a step short": (
        breathing_space,
        told(each_activity(breathing_space=lambda a: max(0, a.breathing_space - 15))),
    ),
    "breathing space a step too long": (
        breathing_space,
        told(lambda p: each_activity(breathing_space=lambda a: a.breathing_space and a.breathing_space + p.grid)(p)),
    ),
    "breathing space after facts cut": (breathing_space, w.FactsRoundedInwards),
    "breathing space without facts": (breathing_space, WithoutFacts),
    "sessions a step short": (no_clashes, w.OneTickShort),
    "clashes without facts": (no_clashes, WithoutFacts),
    "resource a step short": (resource_shared, w.OneTickShort),
    "resource without facts": (resource_shared, WithoutFacts),
    "order that forgets facts": (rule_with(order, post=w.post_order_strictly), Variables),
    "back-to-back as a clash": (rule_with(no_clashes, check=w.check_overlap_or_touch), Variables),
    "windows a step t.longer": (in_its_window, told(t.longer_windows_of_activities)),
    "people free a step t.longer": (only_when_free, told(t.longer_windows_of_people)),
    "hours a step t.longer": (working_hours, told(t.longer_hours)),
    "laptop there a step t.longer": (resource_there, told(t.longer_windows_of_resources)),
    "one more interview for reviewers": (reviewer_daily_limit, told(t.one_more_interview)),
    "one more interview for interviewees": (interviewee_daily_limit, told(t.one_more_interview)),
    "reviewers' limit without facts": (reviewer_daily_limit, WithoutFacts),
    "interviewees' limit without facts": (interviewee_daily_limit, WithoutFacts),
    "one more day": (contracted_days, told(t.one_more_day)),
    "contracted days without facts": (contracted_days, WithoutFacts),
    "cases of facts seen again": (one_demand_a_case, WithoutFacts),
    "day's order without facts": (order_of_the_day, WithoutFacts),
    "nothing first of its area": (first_of_area, told(each_activity(first_of_area=lambda a: False))),
    "first taken for last": (last_of_area, told(each_activity(last_of_area=lambda a: a.first_of_area))),
    "one more turn": (rotation, told(t.one_more_of_each("rotations", "most"))),
    "turns without facts": (rotation, WithoutFacts),
    "districts forgotten": (host_independence, told(lambda _: {"teams": ()})),
    "one more day of a specialist": (most_days, told(t.one_more_of_each("people", "most_days"))),
    "specialists' days without facts": (most_days, WithoutFacts),
    "gaps between days without facts": (consecutive_days, WithoutFacts),
    "a day more of rest": (rest_between, told(t.one_more_of_each("paces", "days"))),
    "rest without facts": (rest_between, WithoutFacts),
    "a day more of spread": (spread, told(t.one_more_of_each("paces", "days"))),
    "spread without facts": (spread, WithoutFacts),
    "gaps a step t.longer": (gap_limits, told(t.gaps_longer)),
    "any case followed": (same_case, told(each_activity(demand=t.followed_by_nobody))),
    "ways a step t.longer": (travel_time, told(t.ways_a_step_longer)),
    "ways from facts forgotten": (travel_time, WithoutFacts),
    "one more site": (sites_a_day, told(t.one_more_interview)),
    "sites of facts forgotten": (sites_a_day, WithoutFacts),
    "one more session with a team": (team_at_once, told(t.one_more_interview)),
    "team without facts": (team_at_once, WithoutFacts),
    "one more interview of a week": (interviewee_weekly_limit, told(t.one_more_interview)),
    "week's limit without facts": (interviewee_weekly_limit, WithoutFacts),
    "one more evening": (evenings, told(t.one_more_interview)),
    "evenings without facts": (evenings, WithoutFacts),
    "evening hours forgotten": (working_hours, told(t.no_evenings)),
    "notice a step later": (minimum_notice, told(t.notice_a_step_later)),
    "one more seat": (room_for_all, told(t.one_more_of_each("resources", "seats"))),
    "anybody's room": (same_place, told(each_activity(same_place_as=lambda _: ""))),
    "room of a fact forgotten": (same_place, WithoutFacts),
    "ways cut to whole steps": (travel_time, told(t.ways_cut)),
    "ways there and not back": (rule_with(travel_time, check=w.check_the_way_there), Variables),
    "ways of one day only": (rule_with(travel_time, check=w.check_ways_of_a_day), Variables),
    "facts where they were planned": (travel_time, told(t.facts_where_planned)),
    "sites of facts where they were planned": (sites_a_day, told(t.facts_where_planned)),
    "online as a site": (sites_a_day, told(t.online_as_a_site)),
    "gaps cut to whole steps": (gap_limits, told(t.gaps_cut)),
    "gaps of any least minutes": (gap_limits, told(t.without_bound("least_minutes"))),
    "gaps of any most minutes": (gap_limits, told(t.without_bound("most_minutes"))),
    "gaps of any least days": (gap_limits, told(t.without_bound("least_days"))),
    "gaps of any most days": (gap_limits, told(t.without_bound("most_days"))),
    "gaps from the start": (rule_with(gap_limits, check=w.check_gap_from_the_start), Variables),
    "gaps in full days": (rule_with(gap_limits, check=w.check_gap_in_full_days), Variables),
    "seats of the reviewers only": (rule_with(room_for_all, check=w.check_seats_of_reviewers), Variables),
    "rooms for several sessions": (resource_shared, w.NoRoomShared),
    "rooms at any time": (resource_there, w.NoRoomShared),
    "teams only met": (team_at_once, told(each_activity(team=lambda _: ""))),
    "teams without a breath": (rule_with(team_at_once, check=w.check_team_touching), Variables),
    "some of the reviewers": (rule_with(same_reviewers, check=w.check_some_of_the_reviewers), Variables),
    "reviewers of facts forgotten": (same_reviewers, told(t.each_fact(reviewers=lambda fact, _: ()))),
    "followers without a leader": (rule_with(same_case, check=w.check_free_followers), Variables),
    "cases of facts forgotten": (same_case, told(t.each_fact(cases=lambda fact, _: None))),
    "followed cases seen once": (one_demand_a_case, told(each_activity(demand=t.followed_by_nobody))),
    "turns of every kind": (rotation, told(t.turns_of_everything)),
    "every day declared": (consecutive_days, told(t.every_day_declared)),
    "days of standing sessions": (most_days, told(each_activity(standing=lambda _: ""))),
    "a day less of rest": (rest_between, told(t.paces_a_day_short)),
    "a day less of spread": (spread, told(t.paces_a_day_short)),
    "spread for everybody's pace": (spread, told(t.paces_of_all_together)),
    "rest on one side of the table": (rule_with(rest_between, check=w.check_rest_of_reviewers), Variables),
    "evening hours for everything": (working_hours, told(each_activity(evening=lambda _: True))),
    "notice cut to whole steps": (minimum_notice, told(t.notice_cut)),
    "notice of those who ask": (rule_with(minimum_notice, check=w.check_notice_of_everyone), Variables),
    "now a step later": (not_in_the_past, told(t.now_moved(timedelta(minutes=15)))),
    "now a step sooner": (not_in_the_past, told(t.now_moved(timedelta(minutes=-15)))),
    "now cut to whole steps": (not_in_the_past, told(t.now_cut)),
    "time to be told a step later": (time_to_be_told, told(t.now_moved(timedelta(minutes=15)))),
    "time to be told cut to whole steps": (time_to_be_told, told(t.now_cut)),
    "time to be told of what was known": (time_to_be_told, told(t.each_published(place=lambda *_: "nowhere"))),
    "time to be told of those who ask": (rule_with(time_to_be_told, check=w.check_told_whoever_comes), Variables),
    "anybody's reviewers": (same_reviewers, told(each_activity(same_reviewers_as=lambda _: ""))),
}


@pytest.mark.parametrize("mistake", WRONG_MUSTS)
def test_wrong_must_is_caught(mistake: str) -> None:
    rule, build = WRONG_MUSTS[mistake]

    assert next(disagreements(verdicts_on_must(rule, problems_for(rule), each=EACH, build=build)))


WRONG_WISHES = {
    "preferred hours a step t.longer": (preferred_hours, told(t.longer_preferred_hours)),
    "days without facts": (few_days, WithoutFacts),
    "share without facts": (fair_share, WithoutFacts),
    "idle without facts": (no_idle, WithoutFacts),
    "idle without breathing space": (no_idle, told(each_activity(breathing_space=lambda a: 0))),
    "modes the wrong way round": (modes_in_order, told(t.modes_reversed)),
    "ranks counted from the first": (lowest_ranks, told(t.base_of_none)),
    "one more mop-up of a week": (reserve_per_week, told(t.one_more_mop_up)),
    "reserve of a week without facts": (reserve_per_week, WithoutFacts),
    "sites of a day without facts": (few_sites, WithoutFacts),
    "variety without facts": (variety, WithoutFacts),
    "quiet a step sooner": (quiet_days, told(t.quiet_a_step_sooner)),
    "online as a site of few": (few_sites, told(t.online_as_a_site)),
    "variety from the third on": (rule_with(variety, check=w.check_from_the_third_on), Variables),
    "variety of every kind": (variety, told(t.turns_of_everything)),
    "quiet a step longer": (quiet_days, told(t.quiet_a_step_longer)),
    "freeze of what was struck": (freeze_kept, told(t.nothing_struck)),
    "freeze without facts": (freeze_kept, WithoutFacts),
    "freeze whoever comes": (rule_with(freeze_kept, check=w.check_freeze_of_times), Variables),
    "freeze in any room": (freeze_kept, told(t.each_published(room=lambda *_: None))),
    "freeze about any case": (freeze_kept, told(t.each_published(cases=lambda *_: None))),
    "freeze with anybody": (freeze_kept, told(t.each_published(counterparts=lambda *_: None))),
    "disturbed who were struck": (fewest_disturbed, told(t.nothing_struck)),
    "disturbed without facts": (fewest_disturbed, WithoutFacts),
    "disturbed in any room": (fewest_disturbed, told(t.each_published(room=lambda *_: None))),
    "disturbed at any place": (fewest_disturbed, told(t.each_published(place=t.published_where_planned))),
    "disturbed by what was dropped": (fewest_disturbed, told(t.dropped_forgotten)),
    "disturbed as often as anything changes": (
        rule_with(fewest_disturbed, check=w.check_everything_disturbs),
        Variables,
    ),
    "changes of facts": (kind_changes, WithoutFacts),
    "changes of what was dropped": (kind_changes, told(t.dropped_forgotten)),
    "changes a day later": (kind_changes, told(t.now_moved(timedelta(1)))),
    "changes at any time": (kind_changes, told(lambda _: {"now": None})),
    "changes with anybody": (kind_changes, told(t.each_published(counterparts=lambda *_: None))),
    "changes whatever the case": (kind_changes, told(t.each_published(cases=lambda *_: None))),
    "moves as cancellations": (rule_with(kind_changes, check=w.check_moves_as_cancelled), Variables),
    "base cases counted where they are followed": (base_cases, told(each_activity(demand=t.followed_by_nobody))),
}


@pytest.mark.parametrize("mistake", WRONG_WISHES)
def test_wrong_wish_is_caught(mistake: str) -> None:
    rule, build = WRONG_WISHES[mistake]

    assert next(disagreements(verdicts_on_wish(rule, problems_for(rule), each=2 * EACH, build=build)))


def post_at_twice_the_price(x: Variables) -> Iterator[Wish]:
    for wish in preferred_hours.post(x):
        yield Wish(wish.subject, wish.sentence, 2 * wish.cost)


def test_wish_at_another_price_is_caught() -> None:
    dear = rule_with(preferred_hours, post=post_at_twice_the_price)

    assert next(disagreements(verdicts_on_wish(dear, problems_for(preferred_hours), each=EACH)))
