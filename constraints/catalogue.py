"""Every rule there is: the hard ones, and the soft ones as tiers in the order in which they give way.

A rule missing here is not kept; a test says that every file of musts/ and wishes/ stands here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from constraints.constraint import MustRule, PlacingRule, WishRule
from constraints.musts import (
    breathing_space,
    cases_seen,
    consecutive_days,
    contracted_days,
    counterpart_attends,
    day_kind,
    evenings,
    facts_stand,
    first_of_area,
    gap_limits,
    host_independence,
    in_its_window,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    its_length,
    last_of_area,
    minimum_notice,
    most_days,
    needs_met,
    no_clashes,
    no_conflict_of_interest,
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
    working_days,
    working_hours,
)
from constraints.problem import Comfort, Problem
from constraints.wishes import (
    base_cases,
    days_used,
    fair_share,
    few_days,
    few_sites,
    fewest_disturbed,
    freeze_kept,
    keep_reserve,
    kind_changes,
    lowest_ranks,
    modes_in_order,
    no_idle,
    place_musts,
    place_shoulds,
    place_standing,
    preferred_hours,
    quiet_days,
    reserve_per_week,
    variety,
)


class Tier(NamedTuple):
    """Wishes that give way to every tier before them and to nothing after; several are added up by weight."""

    name: str
    wishes: tuple[WishRule, ...]


MUSTS: tuple[MustRule, ...] = (
    its_length,
    facts_stand,
    in_its_window,
    not_in_the_past,
    minimum_notice,
    time_to_be_told,
    working_days,
    working_hours,
    day_kind,
    only_when_free,
    no_clashes,
    breathing_space,
    travel_time,
    sites_a_day,
    order_of_the_day,
    order,
    gap_limits,
    first_of_area,
    last_of_area,
    needs_met,
    no_conflict_of_interest,
    host_independence,
    same_reviewers,
    rotation,
    cases_seen,
    same_case,
    counterpart_attends,
    one_demand_a_case,
    reviewer_daily_limit,
    evenings,
    interviewee_daily_limit,
    interviewee_weekly_limit,
    team_at_once,
    rest_between,
    spread,
    contracted_days,
    most_days,
    consecutive_days,
    resource_there,
    resource_shared,
    room_for_all,
    same_place,
)

WISHES: tuple[Tier, ...] = (
    MUSTS_PLACED := Tier("musts placed", (place_musts,)),
    SHOULDS_PLACED := Tier("shoulds placed", (place_shoulds,)),
    BASE_CASES := Tier("base cases seen", (base_cases,)),
    MODES := Tier("modes in order", (modes_in_order,)),
    RANKS := Tier("ranks in order", (lowest_ranks,)),
    DAYS_USED := Tier("days used", (days_used,)),
    STANDING_HELD := Tier("standing sessions held", (place_standing,)),
    FREEZE := Tier("freeze kept", (freeze_kept,)),
    DISTURBED := Tier("people disturbed", (fewest_disturbed,)),
    KIND := Tier("kind changes", (kind_changes,)),
    RESERVE := Tier("reserve kept", (keep_reserve,)),
    RESERVE_PER_WEEK := Tier("reserve in each week", (reserve_per_week,)),
    COMFORT := Tier("comfort", (fair_share, no_idle, preferred_hours, few_days, variety, quiet_days, few_sites)),
)
"""The order in which a programme is planned."""

REPAIRING: tuple[Tier, ...] = (
    MUSTS_PLACED,
    SHOULDS_PLACED,
    FREEZE,
    DISTURBED,
    BASE_CASES,
    MODES,
    RANKS,
    DAYS_USED,
    STANDING_HELD,
    KIND,
    RESERVE,
    RESERVE_PER_WEEK,
    COMFORT,
)
"""The same tiers in the order of a repair: what people hold comes before all but the placing."""

OF_CHANGES: tuple[Tier, ...] = (FREEZE, DISTURBED, KIND)
"""The tiers about what people hold."""

PLACING: Mapping[str, PlacingRule] = {
    "musts placed": place_musts,
    "shoulds placed": place_shoulds,
    "standing sessions held": place_standing,
    "reserve kept": keep_reserve,
}
"""The tiers of which a breach is an activity not held, in their order; those of the other tiers are figures."""

MISSED = tuple(tier for tier in PLACING if tier != RESERVE.name)
"""The tiers of which a breach is something broken: a reserve is there to be used, and what it lacks is a figure."""

WEIGHED_AS: Mapping[str, str] = {"no_idle": "idle"}
"""The field of ``Comfort`` that weighs a wish, where it has not the rule's own name."""


def silent(problem: Problem) -> tuple[str, ...]:
    """The tiers of which a reader is not told: those about what people hold, as long as they hold nothing."""
    return () if problem.published else tuple(tier.name for tier in OF_CHANGES)


def name_of(rule: MustRule | WishRule) -> str:
    """A rule's name: that of its file."""
    return rule.__name__.rpartition(".")[2]


def weight(rule: WishRule, comfort: Comfort) -> int:
    """What one unit of a wish counts in its tier: the review's weight for comfort, else one."""
    name = name_of(rule)
    field = WEIGHED_AS.get(name, name)
    return int(getattr(comfort, field)) if field in Comfort.model_fields else 1
