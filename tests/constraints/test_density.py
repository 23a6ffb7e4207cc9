"""What a density check says of each kind of subject, and that every word of it is true."""

from __future__ import annotations

from datetime import timedelta

from density_truth import is_true, untrue
from small_reviews import TUESDAY, WEDNESDAY, activity, at, problem, seen, session, window

from constraints.density import Density, density
from constraints.problem import (
    Activity,
    Area,
    Candidate,
    CaseDemand,
    Conflicts,
    Hours,
    Limits,
    Mode,
    Need,
    Pace,
    Person,
    Pool,
    Problem,
    Resource,
)

FIRST = Need(people=("r1",))
WORKER = (Need(people=("w1",)),)
OFFICE = Hours(
    id="office", name="office hours", windows=(window("09:00", "17:00"), window("09:00", "17:00", WEDNESDAY))
)
ON_TUESDAY = (window("00:00", "23:00"),)


def the_only(asking: Problem) -> Density:
    """The one finding about a review, which is true."""
    (found,) = density(asking)
    assert is_true(asking, found)
    return found


def held_by_first(name: str, minutes: int = 60, **other: object) -> Activity:
    return activity(name, minutes, needs=(FIRST,), **other)


def three(**other: object) -> list[Activity]:
    return [activity(name, **other) for name in ("audits", "plans", "visits")]


def told(found: Density) -> tuple[str, str, int, int, bool]:
    return found.kind, found.subject, found.free, found.asked, found.exact


# ---- people ----------------------------------------------------------------------------------------------------


def test_person_whom_nobody_can_stand_in_for() -> None:
    asking = problem(*three(counterparts=WORKER), people={"w1": {"windows": (window("10:00", "12:00"),)}})
    found = the_only(asking)
    assert told(found) == ("person", "w1", 2, 3, True)
    assert found.activities == ("audits", "plans", "visits")
    assert found.sentence == "First worker is free for 2 sessions in week one; 3 are asked for (Audits; Plans; Visits)."


def test_person_who_is_away() -> None:
    asking = problem(activity("talk", counterparts=WORKER, interview=True), people={"w1": {"windows": ()}})
    assert the_only(asking).sentence == "First worker is free for no interview in week one; 1 is asked for (Talk)."


def test_nothing_is_said_of_what_fits() -> None:
    asking = problem(*three(counterparts=WORKER), people={"w1": {"windows": (window("10:00", "13:00"),)}})
    assert density(asking) == ()


def test_breathing_space_runs_out_after_the_last_of_a_day_only() -> None:
    held = [held_by_first(name, breathing_space=15) for name in ("a", "b", "c")]
    fits = problem(*held, people={"r1": {"windows": (window("09:00", "12:30"),)}})
    assert density(fits) == ()
    short = problem(*held, people={"r1": {"windows": (window("09:00", "12:15"),)}})
    assert told(the_only(short)) == ("person", "r1", 2, 3, True)


def test_starts_lie_on_the_grid() -> None:
    asking = problem(held_by_first("talk"), people={"r1": {"windows": (window("09:05", "10:10"),)}})
    assert the_only(asking).free == 0


def test_lengths_that_differ_are_packed_as_well_as_they_can_be() -> None:
    held = [held_by_first("long", 150), *(held_by_first(name) for name in ("a", "b", "c"))]
    free = (window("09:00", "11:30"), window("13:00", "14:15"))
    found = the_only(problem(*held, people={"r1": {"windows": free}}))
    assert (found.free, found.asked) == (3, 4)


def test_limit_of_a_day() -> None:
    held = [held_by_first(name, windows=ON_TUESDAY, interview=True) for name in ("a", "b", "c")]
    asking = problem(*held, limits=Limits(interviews_per_reviewer_per_day=2))
    assert told(the_only(asking)) == ("person", "r1", 2, 3, True)


def test_limit_of_a_week() -> None:
    asking = problem(*three(counterparts=WORKER, interview=True), limits=Limits(interviews_per_interviewee_per_week=2))
    assert told(the_only(asking)) == ("person", "w1", 2, 3, True)


def test_most_days_of_a_specialist() -> None:
    held = [held_by_first(name, 240) for name in ("a", "b", "c")]
    free = (window("09:00", "17:00"), window("09:00", "13:00", WEDNESDAY))
    found = the_only(problem(*held, people={"r1": {"windows": free, "most_days": 1}}))
    assert (found.free, found.asked) == (2, 3)


def test_rest_between_sessions_of_a_kind() -> None:
    pace = Pace(name="Visits", kinds=("any",), most=1, days=2, pool="reviewers")
    found = the_only(problem(held_by_first("a"), held_by_first("b"), paces=(pace,)))
    assert (found.free, found.asked) == (1, 2)


def test_what_is_fixed_takes_its_time() -> None:
    asking = problem(
        held_by_first("fixed"),
        *(held_by_first(name) for name in ("a", "b")),
        people={"r1": {"windows": (window("10:00", "12:00"),)}},
        fixed=(session("fixed", "10:00", "11:00"),),
    )
    found = the_only(asking)
    assert told(found) == ("person", "r1", 1, 2, True)
    assert (
        found.sentence
        == "First reviewer is free for 1 session beside what is fixed in week one; 2 are asked for (A; B)."
    )


def test_evening_hours_hold_for_evening_sessions() -> None:
    hours = OFFICE.model_copy(update={"evenings": (window("18:00", "20:00"),)})
    carers = [activity(name, 90, evening=True, counterparts=WORKER) for name in ("a", "b")]
    asking = problem(*carers, hours=(hours,), people={"w1": {"hours": "office"}})
    assert told(the_only(asking)) == ("person", "w1", 1, 2, True)


def test_standing_sessions_do_not_compete() -> None:
    talk = activity("talk", counterparts=WORKER)
    kit = activity("kit", counterparts=WORKER, standing="kit", windows=ON_TUESDAY)
    assert density(problem(talk, kit, people={"w1": {"windows": (window("10:00", "11:00"),)}})) == ()


def test_mop_ups_are_told_apart() -> None:
    held = [held_by_first("talk"), held_by_first("spare", priority="mop-up")]
    found = the_only(problem(*held, people={"r1": {"windows": (window("10:00", "11:00"),)}}))
    assert "2 are asked for, 1 of them a mop-up (Talk; Spare)" in found.sentence


def test_days_that_share_nothing_are_told_apart() -> None:
    both = [activity(f"{name}{day.day}", counterparts=WORKER, windows=(window("09:00", "12:00", day),))
            for day in (TUESDAY, WEDNESDAY) for name in ("a", "b")]  # fmt: skip
    free = (window("10:00", "11:00"), window("10:00", "11:00", WEDNESDAY))
    found = density(problem(*both, people={"w1": {"windows": free}}))
    assert [one.sentence for one in found] == [
        "First worker is free for 1 session on Tuesday 4 May; 2 are asked for (A4; B4).",
        "First worker is free for 1 session on Wednesday 5 May; 2 are asked for (A5; B5).",
    ]


# ---- those who stand in for each other -------------------------------------------------------------------------


def test_pool() -> None:
    free = {"windows": (window("10:00", "11:00"),)}
    found = the_only(problem(*three(), people={"r1": free, "r2": free}))
    assert told(found) == ("pool", "reviewers", 2, 3, True)
    assert found.sentence == "Reviewers are free for 2 sessions in week one; 3 are asked for (Audits; Plans; Visits)."


def test_pool_with_an_expertise_that_one_has() -> None:
    schools = [activity(name, needs=(Need(pool="reviewers", expertise="education"),)) for name in ("a", "b")]
    free = {"windows": (window("10:00", "11:00"),), "expertise": ("education",)}
    found = the_only(problem(*schools, people={"r1": free}))
    assert told(found) == ("person", "r1", 1, 2, True)


def test_pool_with_an_expertise_that_nobody_has() -> None:
    asking = problem(activity("schools", needs=(Need(pool="reviewers", expertise="education"),)))
    found = the_only(asking)
    assert told(found) == ("pool", "reviewers", 0, 1, True)
    assert found.sentence.startswith("Reviewers with education are free for no session")


def test_two_at_a_time() -> None:
    pair = (Need(pool="reviewers", count=2),)
    free = {"r1": {"windows": (window("10:00", "13:00"),)}, "r2": {"windows": (window("12:00", "13:00"),)}}
    found = density(problem(activity("a", needs=pair), activity("b", needs=pair), people=free))
    assert ("person", "r2", 1, 2) in [(one.kind, one.subject, one.free, one.asked) for one in found]
    assert not any(one.kind == "pool" for one in found), "what a person's finding says already is left out"


def test_two_who_are_never_free_together() -> None:
    pair = activity("pair", needs=(Need(pool="reviewers", count=2),))
    free = {"r1": {"windows": (window("10:00", "12:00"),)}, "r2": {"windows": (window("11:30", "13:00"),)}}
    found = the_only(problem(pair, people=free))
    assert found.sentence == "Reviewers, two at a time, are free for no session in week one; 1 is asked for (Pair)."


def test_conflict_of_interest_leaves_one_reviewer() -> None:
    talks = [activity(name, counterparts=WORKER, windows=(window("10:00", "11:00"),)) for name in ("a", "b")]
    people = {"r1": {"conflicts": Conflicts(teams=("North",))}, "w1": {"daily_limit": 9}}
    found = density(problem(*talks, people=people))
    assert ("pool", "reviewers", 1, 2, True) in map(told, found)
    assert not untrue(problem(*talks, people=people), found)


def test_day_that_pools_share() -> None:
    inspectors = tuple(
        Person(id=who, name=who.title(), pools=pools, windows=(window("10:00", "11:00"),))
        for who, pools in (("ann", ("hmi",)), ("ben", ("hmi", "education")), ("cat", ("education",)))
    )
    asked = zip("abcd", ("hmi", "education") * 2, strict=True)
    held = [activity(name, needs=(Need(pool=pool),)) for name, pool in asked]
    asking = problem(*held, pools=(Pool(id="hmi", name="HMI"), Pool(id="education", name="Education HMI")))
    found = the_only(asking.changed(people=inspectors))
    assert told(found) == ("day", "2021-05-04", 3, 4, True)
    assert found.sentence == (
        "Those who hold sessions are free for 3 sessions on Tuesday 4 May; 4 can stand on no other day (A; B; C; D)."
    )


# ---- teams, things, rooms --------------------------------------------------------------------------------------


def test_team_with_one_session_at_once() -> None:
    talks = [activity(name, team="North", windows=(window("10:00", "12:00"),)) for name in ("a", "b", "c")]
    found = the_only(problem(*talks, limits=Limits(sessions_per_team_at_once=1)))
    assert told(found) == ("team", "North", 2, 3, True)
    assert found.sentence == (
        "North, with 1 session at once, has room for 2 sessions on Tuesday 4 May; 3 are asked for (A; B; C)."
    )


def test_laptop_that_is_there_for_a_morning() -> None:
    laptop = Resource(id="laptop", name="The laptop", windows=(window("09:00", "11:30"),))
    found = the_only(problem(*three(minutes=75, resources=("laptop",)), resources=(laptop,)))
    assert told(found) == ("resource", "laptop", 2, 3, True)
    assert found.sentence == "The laptop is free for 2 sessions in week one; 3 are asked for (Audits; Plans; Visits)."


def test_laptop_counts_in_the_hours_of_those_who_read_on_it() -> None:
    laptop = Resource(id="laptop", name="The laptop")
    hours = Hours(id="office", name="office hours", windows=(window("09:00", "11:30"),))
    keep = {"hours": "office"}
    asking = problem(*three(minutes=75, resources=("laptop",)), resources=(laptop,), hours=(hours,),
                     people={"r1": keep, "r2": keep})  # fmt: skip
    assert told(the_only(asking)) == ("resource", "laptop", 2, 3, True)


def test_rooms_that_seat_enough() -> None:
    rooms = (
        Resource(id="hall", name="The hall", seats=9, windows=(window("10:00", "12:00"),)),
        Resource(id="nook", name="The nook", seats=1),
    )
    groups = [activity(name, rooms=("hall", "nook"), counterparts=WORKER) for name in ("a", "b", "c")]
    found = the_only(problem(*groups, resources=rooms))
    assert told(found) == ("room", "hall+nook", 2, 3, True)
    assert found.sentence.startswith("The hall and The nook are free for 2 sessions")


# ---- the draw, the contract, windows ---------------------------------------------------------------------------


def drawn(*cases: tuple[str, str], **other: object) -> CaseDemand:
    candidates = tuple(Candidate(case=case, rank=n, workers=(who,)) for n, (case, who) in enumerate(cases, 1))
    return CaseDemand.model_validate({"stratum": "audit", "candidates": candidates, "modes": (Mode.WORKER,)} | other)


def test_draw_with_too_few_cases() -> None:
    about = [activity(name, demand=drawn(("c1", "w1"), ("c2", "w2"))) for name in ("a", "b", "c")]
    found = the_only(problem(*about))
    assert told(found) == ("stratum", "", 2, 3, True)
    assert found.sentence == "The cases drawn are enough for 2 sessions; 3 are asked for (A; B; C)."


def test_case_seen_in_a_fixed_session_is_not_there_again() -> None:
    about = [activity(name, demand=drawn(("c1", "w1"), ("c2", "w2"))) for name in ("fixed", "a", "b")]
    asking = problem(*about, fixed=(session("fixed", "10:00", "11:00", counterparts=("w1",), cases=seen()),))
    assert told(the_only(asking)) == ("stratum", "", 1, 2, True)


def test_those_who_can_speak_about_the_cases() -> None:
    demand = drawn(("c1", "w1"), ("c2", "w1"), ("c3", "w2"))
    about = [activity(name, demand=demand, interview=True) for name in ("a", "b", "c")]
    free = {who: {"windows": (window("10:00", "11:00"),)} for who in ("w1", "w2")}
    found = the_only(problem(*about, people=free))
    assert told(found) == ("cases", "", 2, 3, True)
    assert found.sentence == (
        "Workers who can speak about the cases drawn are free for 2 interviews in week one; 3 are asked for (A; B; C)."
    )


def test_record_can_be_read_where_nobody_is_free() -> None:
    demand = drawn(("c1", "w1"), ("c2", "w2"), modes=(Mode.WORKER, Mode.RECORD), record_resource="laptop")
    about = [activity(name, demand=demand) for name in ("a", "b")]
    away = {who: {"windows": ()} for who in ("w1", "w2")}
    laptop = Resource(id="laptop", name="The laptop", windows=(window("10:00", "12:00"),))
    assert density(problem(*about, people=away, resources=(laptop,))) == ()
    lent = laptop.model_copy(update={"windows": (window("10:00", "11:00"),)})
    found = the_only(problem(*about, people=away, resources=(lent,)))
    assert told(found) == ("cases", "", 1, 2, True)
    assert "and The laptop for the record," in found.sentence


def test_contract_for_fewer_days_than_are_declared() -> None:
    held = [activity(name, 300, day_kinds=("fieldwork",)) for name in ("a", "b", "c")]
    keep = {who: {"windows": (window("09:00", "17:00"), window("09:00", "17:00", WEDNESDAY))} for who in ("r1", "r2")}
    found = the_only(problem(*held, people=keep, contracted={"fieldwork": 2.0}))
    assert told(found) == ("contract", "fieldwork", 2, 3, True)
    assert found.sentence.startswith("The contract leaves 2 fieldwork days: room for 2 sessions in week one")


def test_area_whose_time_is_too_short() -> None:
    late = [activity(name, area="care", windows=(window("16:45", "17:00"),)) for name in ("a", "b")]
    found = the_only(problem(*late, areas=(Area(id="care", title="Children in care"),)))
    assert told(found) == ("area", "care", 0, 2, True)
    assert found.sentence == (
        "The time set for Children in care is enough for no session on Tuesday 4 May; 2 are asked for (A; B)."
    )


def test_area_that_is_over_before_anybody_has_had_notice() -> None:
    soon = activity("talk", counterparts=WORKER, windows=ON_TUESDAY, asked_from=at("22:30"))
    assert told(the_only(problem(soon))) == ("area", "", 0, 1, True)


def test_week_is_that_of_the_review() -> None:
    later = TUESDAY + timedelta(14)
    asking = problem(activity("talk", counterparts=WORKER, windows=(window("09:00", "17:00", later),)), end=later)
    asking = asking.changed(
        people=tuple(p.model_copy(update={"windows": ()}) if p.id == "w1" else p for p in asking.people)
    )
    days = (*asking.days, asking.days[0].model_copy(update={"date": later}))
    (found, *_) = density(asking.changed(days=days))
    assert "on Tuesday 18 May" in found.sentence
    wide = activity(
        "talk",
        counterparts=WORKER,
        windows=(window("09:00", "17:00", later), window("09:00", "12:00", later + timedelta(1))),
    )
    (found, *_) = density(asking.changed(activities=(wide,), days=days, end=later + timedelta(1)))
    assert "in week three" in found.sentence
