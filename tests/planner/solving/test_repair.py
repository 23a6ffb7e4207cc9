"""Repairs are what they say: complete, checked, ranked, the same each time, and none disturbs fewer people.

Small reviews show each rule of a repair by name. On random tiny problems an exhaustive search over ``check`` alone
says what the fewest are.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cache
from typing import NamedTuple

import pytest
from disruptions import Batch, Standing, standing
from exhaustive_repairs import Least, disrupted, first_of, least
from repair_faults import faults
from small_reviews import WEDNESDAY, activity, at, problem, programme, seen, session, window

from constraints.problem import WORKING, Activity, Candidate, CaseDemand, Mode, Need, Problem, Session
from constraints.programme import LeftOut, Programme
from planner.intake.disruption import AwayFrom, Cancel, Disruption, Drop, SwapReviewer, Withdraw
from planner.solving.bench import FELL, UNPLACED, Bench
from planner.solving.offer import Offer, Repairs
from planner.solving.repair import repair

SEEDS = 400
EARLY = timedelta(hours=1)


class Repaired(NamedTuple):
    """How things stood, and what can be done."""

    standing: Standing
    repairs: Repairs

    @property
    def first(self) -> Offer:
        """What disturbs fewest."""
        return self.repairs.offers[0]

    @property
    def least(self) -> Least:
        """What the first offer comes to."""
        return first_of(self.standing, self.repairs)


@cache
def of_seed(seed: int) -> Repaired | None:
    """A tiny problem, disrupted and repaired; None where its programme holds nothing that could be disrupted."""
    found = disrupted(seed)
    return found and Repaired(found, repair(*found))


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(10)], ids=str)
def test_no_repair_of_a_tiny_problem_disturbs_fewer(seeds: range) -> None:
    for seed in seeds:
        found = of_seed(seed)
        if found:
            fewest = least(found.standing, found.first.out_of_turn)

            assert (seed, found.least) == (seed, fewest)
            assert (seed, found.repairs.least, found.repairs.proven) == (seed, fewest.disturbed, True)


@pytest.mark.parametrize("seeds", [range(n, SEEDS, 10) for n in range(10)], ids=str)
def test_offers_for_a_tiny_problem_are_what_they_say(seeds: range) -> None:
    for seed in seeds:
        found = of_seed(seed)

        assert (seed, found and faults(*found)) in ((seed, []), (seed, None))


def test_tiny_problems_have_every_kind_of_trouble_and_of_answer() -> None:
    repaired = [found for seed in range(SEEDS) if (found := of_seed(seed))]
    kinds = Counter(offer.kind for found in repaired for offer in found.repairs.offers)

    assert sum(found.least.disturbed > 0 for found in repaired) >= 60
    assert sum(found.least.musts > 0 for found in repaired) >= 60
    assert sum(bool(found.first.thawed) for found in repaired) >= 4
    assert sum(bool(found.standing.problem.frozen) for found in repaired) >= 50
    assert min(kinds[kind] for kind in ("another reviewer", "next case of the draw", "tidier")) >= 20
    assert min(kinds[kind] for kind in ("cover worker or record only", "same cases", "into the reserve")) >= 2


def repaired(problem: Problem, held: Programme, *said: Disruption) -> Repaired:
    """What can be done about something that is said an hour before the first session."""
    stood = standing(problem, held, Batch(held.sessions[0].start - EARLY, said))
    return Repaired(stood, repair(*stood))


TEN_TO_ELEVEN, ELEVEN_TO_TWELVE = window("10:00", "11:00"), window("11:00", "12:00")


def test_session_left_out_is_held_once_its_place_is_free() -> None:
    """It stayed left out, proven, for a part in which nothing was struck was not looked at."""
    one, other = (activity(name, windows=(TEN_TO_ELEVEN,), needs=(Need(people=("r1",)),)) for name in ("one", "other"))
    held = programme(session("one", "10:00", "11:00")).model_copy(
        update={"left_out": (LeftOut(activity="other", why="Other cannot be held beside one"),)}
    )

    found = repaired(problem(one, other), held, Drop(activity="one"))

    assert [each.activity for each in found.first.programme.sessions] == ["other"]
    assert found.first.programme.left_out == ()
    assert faults(*found) == []


def test_standing_session_that_has_to_be_held_is_looked_at_again() -> None:
    """Pinning what tracked a mop-up's case left the mop-up to spare; the meeting in its place stayed left out."""
    stood = disrupted(4271)
    assert stood

    repairs = repair(*stood)

    assert first_of(stood, repairs) == least(stood)
    assert faults(stood, repairs) == []


def test_person_who_is_out_of_a_session_does_not_call_for_it() -> None:
    """Their working day did, for the search alone: it said the standing session missing and the check did not."""
    everybody = (Need(pool="reviewers", count=WORKING),)
    kit = activity("kit", 30, standing="kit", windows=(window("10:00", "12:00"),), needs=everybody, priority="should")
    visit = activity("visit", windows=(ELEVEN_TO_TWELVE,), needs=(Need(people=("r2",)),))
    held = programme(
        session("kit", "10:00", "10:30", reviewers=("r2",)), session("visit", "11:00", "12:00", reviewers=("r2",))
    )

    found = repaired(problem(kit, visit), held, SwapReviewer(session="kit", out="r2"))

    assert [each.activity for each in found.first.programme.sessions] == ["visit"]
    assert faults(*found) == []


def test_meeting_of_all_who_work_is_held_without_the_one_who_is_away_for_it() -> None:
    everybody = (Need(pool="reviewers", count=WORKING),)
    meeting = activity("meeting", 30, standing="team", windows=(window("16:30", "17:00"),), needs=everybody)
    visits = activity("one"), activity("two", needs=(Need(people=("r2",)),))
    held = programme(
        session("one", "10:00", "11:00"),
        session("two", "10:00", "11:00", reviewers=("r2",)),
        session("meeting", "16:30", "17:00", reviewers=("r1", "r2")),
    )

    found = repaired(problem(*visits, meeting), held, AwayFrom(who="r2", start=at("15:00"), end=at("18:00")))

    assert found.first.programme.session["meeting"].reviewers == ("r1",)
    assert found.first.disturbed == ()
    assert faults(*found) == []


def near_one_another(*, room_for_both: bool) -> Repaired:
    """The worker of a visit at ten can come at eleven only, where another session is about to begin."""
    visit = activity("visit", windows=(window("10:00", "12:00"),), counterparts=(Need(people=("w1",)),))
    named = {"needs": (Need(people=("r1",)),)}
    visit = visit.model_copy(update={} if room_for_both else named)
    call = activity("call", windows=(window("11:00", "14:00"),), needs=(Need(people=("r1",)),))
    held = programme(
        session("visit", "10:00", "11:00", counterparts=("w1",)),
        session("call", "11:00", "12:00"),
    )
    away = Cancel(session="visit", start=at("10:00"), end=at("11:00"), people=("w1",))
    return repaired(problem(visit, call), held, away)


def test_session_about_to_begin_moves_only_where_a_must_is_left_out_otherwise() -> None:
    alone, beside = near_one_another(room_for_both=False), near_one_another(room_for_both=True)

    assert alone.standing.problem.frozen == beside.standing.problem.frozen == ("call",)
    assert [offer.thawed for offer in alone.repairs.offers if offer.kind != "left out"] == [("call",)]
    assert [offer.thawed for offer in alone.repairs.offers if offer.kind == "left out"] == [()]
    assert alone.first.programme.session["visit"].start == at("11:00")
    assert [offer.thawed for offer in beside.repairs.offers] == [()] * len(beside.repairs.offers)
    assert beside.first.programme.session["visit"].reviewers == ("r2",)
    assert faults(*alone) == faults(*beside) == []


def test_session_about_to_begin_that_sees_another_case_is_named() -> None:
    """It was given another case so that a must could be held, and nothing near it was said to have changed."""
    cases = (Candidate(case="c1", rank=1, workers=("w1",)), Candidate(case="c2", rank=2, workers=("w1",)))
    demand = CaseDemand(stratum="audit", base=2, candidates=cases)
    only_first = CaseDemand(stratum="other", base=1, candidates=cases[:1])
    near = activity("near", windows=(TEN_TO_ELEVEN,), demand=demand)
    added = activity("added", windows=(window("14:00", "15:00", WEDNESDAY),), demand=only_first)
    held = programme(session("near", "10:00", "11:00", counterparts=("w1",), cases=seen("c1")))

    found = repaired(problem(near, added), held)

    assert found.first.programme.session["near"].cases == seen("c2", 2)
    assert found.first.thawed == ("near",)
    assert faults(*found) == []


def opening_fell(*beside: tuple[Activity, Session], late: bool = False, freeze: int = 0, also: str = "") -> Repaired:
    """The manager of an interview that opens an area can come only when the visit after it is held; or also later.

    Args:
        beside: other activities, with their sessions.
        late: whether the manager can come later.
        freeze: hours.
        also: what fell through with it, for its reviewer is away then.
    """
    area = {"area": "care", "needs": (Need(people=("r1",)),)}
    opening = activity(
        "opening",
        windows=(window("10:00", "15:00" if late else "12:00"),),
        first_of_area=True,
        counterparts=(Need(people=("w1",)),),
        **area,
    )
    visit = activity("visit", windows=(window("11:00", "16:00"),), counterparts=(Need(people=("w2",)),), **area)
    held = programme(
        session("opening", "10:00", "11:00", counterparts=("w1",)),
        session("visit", "11:00", "12:00", counterparts=("w2",)),
        *(one for _, one in beside),
    )
    away = [Cancel(session="opening", start=at("10:00"), end=at("11:00"), people=("w1",))]
    away += [Cancel(session=also, start=at("10:00"), end=at("11:00"), people=("r2",))] if also else []
    return repaired(problem(opening, visit, *(one for one, _ in beside), limits={"freeze": freeze}), held, *away)


def by_the_second(name: str, held: str, *between: str, **other: object) -> tuple[Activity, Session]:
    """An hour that the second reviewer holds somewhere between two times, and its session."""
    wanted = activity(name, windows=(window(*between),), needs=(Need(people=("r2",)),), **other)
    return wanted, session(name, held, f"{int(held[:2]) + 1}:00", reviewers=("r2",))


def test_opening_session_is_offered_out_of_its_turn_where_that_spares_somebody() -> None:
    found = opening_fell(late=True)
    offers = {offer.kind: offer for offer in found.repairs.offers}

    assert found.first.disturbed == ("w2",)
    assert found.first.out_of_turn == ()
    assert offers["out of turn"].out_of_turn == ("opening",)
    assert offers["out of turn"].disturbed == ()
    assert offers["out of turn"].programme.session["visit"] == found.standing.before.session["visit"]
    assert faults(*found) == []


def test_nothing_about_to_begin_moves_so_that_an_opening_session_keeps_its_turn() -> None:
    """Seven sessions of that morning and ten people moved for one interview, after a search that proved nothing."""
    found = opening_fell(late=True, freeze=24)

    assert found.standing.problem.frozen == ("visit",)
    assert (found.first.kind, found.first.out_of_turn) == ("out of turn", ("opening",))
    assert (found.first.disturbed, found.first.thawed) == ((), ())
    assert found.repairs.proven
    assert faults(*found) == []


def test_what_is_about_to_begin_moves_only_for_what_would_be_left_out_anyway() -> None:
    """Another session needed something near to move, and so the opening session was given back its turn with it."""
    missed, near = by_the_second("missed", "10:00", "10:00", "12:00"), by_the_second("near", "11:00", "11:00", "16:00")

    found = opening_fell(missed, near, late=True, freeze=24, also="missed")

    assert (found.first.kind, found.first.out_of_turn) == ("out of turn", ("opening",))
    assert found.first.thawed == ("near",)
    assert faults(*found) == []


def test_only_the_opening_session_without_a_place_gives_up_its_turn() -> None:
    """Two fell through; one had a place in its turn, and lost the rule with the other from then on."""
    second = by_the_second("second", "10:00", "10:00", "16:00", area="home", first_of_area=True)
    last = by_the_second("last", "15:00", "15:00", "16:00", area="home")

    found = opening_fell(second, last, late=True, freeze=24, also="second")

    assert (found.first.kind, found.first.out_of_turn) == ("out of turn", ("opening",))
    assert found.first.disturbed == ()
    assert faults(*found) == []


def test_what_is_about_to_begin_moves_for_an_opening_session_that_cannot_be_late() -> None:
    found = opening_fell(freeze=24)

    assert (found.first.kind, found.first.thawed) == ("smallest ripple", ("visit",))
    assert faults(*found) == []


def test_leaving_out_what_fell_through_is_offered_last_where_all_else_disturbs_somebody() -> None:
    found = opening_fell()

    assert found.first.disturbed == ("w2",)
    assert [offer.kind for offer in found.repairs.offers if not offer.disturbed] == ["left out"]
    without = found.repairs.offers[-1]
    assert without.kind == "left out"
    assert without.programme.sessions == (found.standing.before.session["visit"],)
    assert [(left.activity, left.why) for left in without.programme.left_out] == [("opening", FELL)]
    assert faults(*found) == []


def test_what_was_added_has_no_place_yet_where_all_else_stays_as_it_was() -> None:
    """An interview that was added was said to have fallen through."""
    before = programme(session("visit", "10:00", "11:00"))
    posed = problem(activity("visit"), activity("added")).changed(published=before.sessions)

    found = Bench.of(posed, before).untouched()

    assert found is not None
    assert [(left.activity, left.why) for left in found.left_out] == [("added", UNPLACED)]


@pytest.mark.parametrize(("away", "next_case"), [((), "c2"), (("w2",), "c3")])
def test_withdrawn_case_is_replaced_by_the_next_that_can_be_seen(away: tuple[str, ...], next_case: str) -> None:
    cases = tuple(Candidate(case=f"c{n}", rank=n, workers=(who,)) for n, who in ((1, "w1"), (2, "w2"), (3, "w1")))
    demand = CaseDemand(stratum="audit", candidates=cases, modes=(Mode.WORKER,))
    visit = activity("visit", windows=(window("10:00", "12:00"),), demand=demand)
    held = programme(session("visit", "10:00", "11:00", counterparts=("w1",), cases=seen("c1")))
    gone = tuple(AwayFrom(who=who, start=at("00:00"), end=at("23:00", WEDNESDAY)) for who in away)

    found = repaired(problem(visit), held, Withdraw(case="c1"), *gone)

    assert [case.case for case in found.first.programme.session["visit"].cases or ()] == [next_case]
    assert faults(*found) == []


def test_repairs_are_the_same_bytes_each_time() -> None:
    for seed in range(SEEDS, SEEDS + 20):
        stood = disrupted(seed)
        if stood:
            assert repair(*stood).model_dump_json() == repair(*stood).model_dump_json()
