from __future__ import annotations

from functools import reduce

import pytest
from small_reviews import AUDIT, WEDNESDAY, activity, at, problem, programme, session, window

from constraints.problem import Area, Need, Resource
from planner.intake.disruption import (
    Add,
    AwayFrom,
    Cancel,
    Confirm,
    Disruption,
    Done,
    Drop,
    MoveArea,
    NoShow,
    OutOfTurn,
    Overran,
    Pin,
    SwapReviewer,
    Unpin,
    Waive,
    Withdraw,
    disruption_of,
)
from planner.intake.disruption_on_problem import on_problem, on_programme

STATED = problem(
    activity("talk", demand=AUDIT),
    activity("pair", needs=(Need(pool="reviewers", count=2),), after=("talk",)),
    activity("named", needs=(Need(people=("r1",)),)),
    people={"w1": {"windows": (window("09:00", "12:00"), window("13:00", "17:00"))}},
    resources=(Resource(id="laptop", name="Laptop"),),
    areas=(Area(id="care", title="Care", provisional="until the judgement"),),
)

CANCEL = Cancel(session="talk", start=at("10:00"), end=at("11:00"), people=("w1",))
EVERY_KIND: tuple[Disruption, ...] = (
    CANCEL,
    NoShow(session="talk", start=at("10:00")),
    AwayFrom(who="r1", start=at("00:00"), end=at("00:00", WEDNESDAY)),
    Add(activity="more", like="talk"),
    Drop(activity="talk"),
    Withdraw(case="c1"),
    MoveArea(area="care", days=7),
    Confirm(area="care"),
    Done(session="talk"),
    Overran(session="talk", start=at("10:00"), until=at("11:30"), who="review manager"),
    SwapReviewer(session="pair", out="r1", to="r2"),
    OutOfTurn(activity="talk"),
    Pin(session="talk"),
    Unpin(session="talk"),
    Waive(rule="its_length", sessions=("talk",), who="director", why="agreed"),
)


@pytest.mark.parametrize("said", EVERY_KIND, ids=lambda one: one.kind)
def test_what_happened_comes_back_from_json_as_it_was(said: Disruption) -> None:
    assert disruption_of(said.model_dump(mode="json"), STATED.tz) == said


@pytest.mark.parametrize("said", EVERY_KIND, ids=lambda one: one.kind)
def test_the_same_said_twice_is_said_once(said: Disruption) -> None:
    once = on_problem(STATED, said)
    assert on_problem(once, said) == once


@pytest.mark.parametrize("said", EVERY_KIND, ids=lambda one: one.kind)
def test_what_is_said_of_things_that_are_gone_changes_nothing_but_waivers(said: Disruption) -> None:
    bare = problem()
    assert on_problem(bare, said).changed(waivers=()).activities == ()


def test_whoever_cancelled_is_not_free_then_and_everybody_else_is() -> None:
    after = on_problem(STATED, CANCEL)
    assert after.person["w1"].windows == (window("09:00", "10:00"), window("11:00", "12:00"), window("13:00", "17:00"))
    assert [one for one in after.people if one.id != "w1"] == [one for one in STATED.people if one.id != "w1"]


def test_session_out_of_turn_comes_before_nothing_any_more() -> None:
    first = problem(*(activity(name, area="care", first_of_area=name == "talk") for name in ("talk", "visit")))
    after = on_problem(first, OutOfTurn(activity="talk"))
    assert [one.first_of_area for one in first.activities] == [True, False]
    assert [one.first_of_area for one in after.activities] == [False, False]


def test_absence_of_somebody_who_was_never_away_leaves_the_rest_of_the_review() -> None:
    after = on_problem(STATED, AwayFrom(who="r1", start=at("00:00"), end=at("12:00")))
    left = after.person["r1"].windows
    assert left is not None
    assert [(one.start, one.end) for one in left] == [(at("12:00"), at("00:00", WEDNESDAY.replace(day=6)))]


def test_a_resource_can_be_away() -> None:
    after = on_problem(STATED, AwayFrom(who="laptop", start=at("00:00"), end=at("00:00", WEDNESDAY)))
    assert after.resource["laptop"].windows == (
        window("00:00", "23:59", WEDNESDAY).model_copy(
            update={"start": at("00:00", WEDNESDAY), "end": at("00:00", WEDNESDAY.replace(day=6))}
        ),
    )


def test_withdrawn_case_goes_from_every_demand_but_those_that_had_seen_it() -> None:
    two = problem(activity("talk", demand=AUDIT), activity("again", demand=AUDIT))
    after = on_problem(two, Withdraw(case="c1", kept=("talk",)))
    asked = {one.id: [c.case for c in one.demand.candidates] for one in after.activities if one.demand}
    gone = {one.id: [c.case for c in one.demand.withdrawn] for one in after.activities if one.demand}
    assert asked == {"talk": ["c1", "c2"], "again": ["c2"]}
    assert gone == {"talk": [], "again": ["c1"]}


def test_dropped_activity_unties_what_came_after_it() -> None:
    after = on_problem(STATED, Drop(activity="talk"))
    assert list(after.activity) == ["pair", "named"]
    assert after.activity["pair"].after == ()


def test_one_more_session_about_a_case_asks_one_case_more_of_its_stratum() -> None:
    after = on_problem(STATED, Add(activity="more", like="talk", title="One more"))
    for name in ("talk", "more"):
        demand = after.activity[name].demand
        assert demand is not None
        assert demand.base == AUDIT.base + 1
    assert after.activity["more"].title == "One more"


def test_one_more_session_with_people_named_asks_for_no_case() -> None:
    where = window("10:00", "12:00", WEDNESDAY)
    said = Add(activity="more", like="talk", people=("w2",), window=where, minutes=30)
    more = on_problem(STATED, said).activity["more"]
    assert (more.demand, more.counterparts) == (None, (Need(people=("w2",)),))
    assert (more.windows, more.shortest, more.longest) == ((where,), 30, 30)
    assert on_problem(STATED, said).activity["talk"] == STATED.activity["talk"]


@pytest.mark.parametrize(
    ("name", "to", "needs"),
    [
        ("talk", "", [("reviewers", (), 1, ("r1",))]),
        ("talk", "r2", [("", ("r2",), 1, ())]),
        ("pair", "r2", [("", ("r2",), 1, ()), ("reviewers", (), 1, ("r1", "r2"))]),
        ("named", "r2", [("", ("r2",), 1, ())]),
    ],
)
def test_reviewer_who_is_out_fills_no_need_of_the_session(name: str, to: str, needs: list[tuple[object, ...]]) -> None:
    after = on_problem(STATED, SwapReviewer(session=name, out="r1", to=to))
    assert [(n.pool, n.people, n.count, n.without) for n in after.activity[name].needs] == needs


def test_confirmed_area_is_no_longer_provisional() -> None:
    assert on_problem(STATED, Confirm(area="care")).areas[0].provisional == ""


def test_overrun_ends_later_in_the_programme_and_is_waived_as_that() -> None:
    said = Overran(session="talk", start=at("10:00"), until=at("11:30"), who="review manager")
    held = on_programme(programme(session("talk", "10:00", "11:00"), session("pair", "12:00", "13:00")), [said])
    assert [one.end for one in held.sessions] == [at("11:30"), at("13:00")]
    (waiver,) = on_problem(STATED, said).waivers
    assert (waiver.rule, waiver.sessions, waiver.why) == ("its_length", ("talk",), "it overran")


def test_overrun_of_a_session_that_stands_elsewhere_by_now_changes_nothing() -> None:
    said = Overran(session="talk", start=at("09:00"), until=at("11:30"), who="review manager")
    before = programme(session("talk", "10:00", "11:00"))
    assert on_programme(before, [said]) == before


def test_order_of_absences_does_not_matter() -> None:
    said: list[Disruption] = [
        AwayFrom(who="w1", start=at("09:30"), end=at("10:30")),
        CANCEL,
        AwayFrom(who="w1", start=at("16:00"), end=at("23:00")),
    ]
    assert reduce(on_problem, said, STATED) == reduce(on_problem, reversed(said), STATED)
