"""What a manager wrote and what was drawn, stated as a problem."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from constraints.problem import WORKING, Candidate, LedgerLine, Mode, Need, ReviewerDay, Session, Waiver, Window
from planner.intake.review import (
    About,
    ActivityEntry,
    AreaEntry,
    Away,
    CaseEntry,
    ContractLine,
    DayEntry,
    KindEntry,
    NeedEntry,
    OutsideLine,
    PoolEntry,
    ResourceEntry,
    Review,
    ScopeEntry,
    StaffMember,
    StandingEntry,
    WorkingHours,
)
from planner.intake.statement import statement
from samples.draw import Draw, Drawn
from samples.errors import InputRefused
from samples.strata import Holder, Stratum

LONDON = ZoneInfo("Europe/London")
SEED = "12345678901234567890"

ABOUT = About(id="AB", title="A review", start=date(2021, 4, 29), end=date(2021, 5, 6), seed=SEED, depth=2)
INTERVIEW = KindEntry(id="interview", shortest=60, breathing_space=15, evidence=True, interview=True)
LAPTOP = KindEntry(id="laptop", shortest=75, longest=150, evidence=True)
REVIEWERS = (
    StaffMember(id="one", name="Reviewer one", pools=("reviewers",)),
    StaffMember(id="two", name="Reviewer two", pools=("reviewers",)),
)
WORKERS = (
    StaffMember(id="sw-1", name="Social worker 1", team="North", cover="sw-2"),
    StaffMember(id="sw-2", name="Social worker 2", team="North"),
)
STRATUM = Stratum(id="S1", title="Children in need", list="cin", holder=Holder(role="allocated worker"))


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    return datetime(2021, month, day, hour, minute, tzinfo=LONDON)


def wall(text: str) -> datetime:
    """A local time as a manager writes it."""
    return datetime.fromisoformat(text)


def window(day: int, start: int, end: int) -> Window:
    return Window(start=at(day, start), end=at(day, end))


def whole(first: date, midnight_after: date) -> Window:
    return Window(start=datetime.combine(first, time(), LONDON), end=datetime.combine(midnight_after, time(), LONDON))


def drawn(*holders: tuple[str, ...], stratum: str = "S1", team: str = "North") -> dict[str, Draw]:
    cases = tuple(
        Drawn(reference=f"ref-{rank}", rank=rank, ticket="0.5", holders=names, team=team)
        for rank, names in enumerate(holders, start=1)
    )
    return {
        stratum: Draw(
            stratum=stratum,
            title="",
            rule=(),
            pick="random",
            list="cin",
            as_at=date(2021, 4, 14),
            population=len(cases),
            frame_hash="",
            drawn=cases,
        )
    }


LABELS = {f"ref-{rank}": f"AB-{rank:03d}" for rank in range(1, 10)}


def asking(*entries: ActivityEntry, strata: tuple[Stratum, ...] = (STRATUM,)) -> Review:
    return Review(about=ABOUT, staff=REVIEWERS + WORKERS, kinds=(INTERVIEW, LAPTOP), activities=entries, strata=strata)


def test_hours_over_a_bank_holiday_a_closure_and_a_weekend_are_only_the_days_left() -> None:
    council = WorkingHours(id="council", name="Council", start=time(9), end=time(17, 30))
    about = ABOUT.model_copy(update={"closures": (date(2021, 5, 5),)})

    problem = statement(Review(about=about, hours=(council,)), {}, {})

    # 1 and 2 May are a weekend, Monday 3 May a bank holiday of England, 5 May a closure
    assert [h.windows for h in problem.hours] == [
        tuple(
            Window(start=at(day, 9, month=month), end=at(day, 17, 30, month=month))
            for month, day in [(4, 29), (4, 30), (5, 4), (5, 6)]
        )
    ]


def test_hours_over_the_end_of_summer_time_keep_the_hour_of_the_clock() -> None:
    council = WorkingHours(id="council", name="Council", weekdays=("Sat", "Sun"), start=time(9), end=time(17))
    about = ABOUT.model_copy(update={"start": date(2021, 10, 30), "end": date(2021, 10, 31)})

    (hours,) = statement(Review(about=about, hours=(council,)), {}, {}).hours

    assert [w.start.isoformat() for w in hours.windows] == ["2021-10-30T09:00:00+01:00", "2021-10-31T09:00:00+00:00"]


def test_a_person_never_away_is_free_whenever_their_hours_allow() -> None:
    problem = statement(Review(about=ABOUT, staff=REVIEWERS), {}, {})

    assert [p.windows for p in problem.people] == [None, None]


def test_absences_that_overlap_and_touch_leave_the_stretches_between() -> None:
    away = (
        Away(who="one", start=wall("2021-05-04T12:00"), end=wall("2021-05-04T17:00")),
        Away(who="one", start=wall("2021-05-04T09:00"), end=wall("2021-05-04T13:00")),
        Away(who="one", start=wall("2021-05-04T17:00"), end=wall("2021-05-05")),
        Away(who="one", start=wall("2021-04-01"), end=wall("2021-04-30")),
    )

    one, _ = statement(Review(about=ABOUT, staff=REVIEWERS, away=away), {}, {}).people

    assert one.windows == (
        Window(start=at(30, 0, month=4), end=at(4, 9)),
        whole(date(2021, 5, 5), date(2021, 5, 7)),
    )


def test_somebody_away_throughout_has_no_window() -> None:
    away = (Away(who="one", start=wall("2021-04-01"), end=wall("2021-06-01")),)

    one, _ = statement(Review(about=ABOUT, staff=REVIEWERS, away=away), {}, {}).people

    assert one.windows == ()


def test_a_resource_is_away_like_a_person() -> None:
    review = Review(
        about=ABOUT,
        resources=(ResourceEntry(id="laptop", name="Laptop"), ResourceEntry(id="room", name="Room")),
        away=(Away(who="laptop", start=wall("2021-04-29"), end=wall("2021-05-06")),),
    )

    assert [r.windows for r in statement(review, {}, {}).resources] == [
        (whole(date(2021, 5, 6), date(2021, 5, 7)),),
        None,
    ]


def test_hours_kept_are_a_persons_own_or_their_first_pools() -> None:
    review = Review(
        about=ABOUT,
        pools=(PoolEntry(id="a", name="A"), PoolEntry(id="b", name="B", hours="council")),
        staff=(
            StaffMember(id="own", name="Own", pools=("b",), hours="short"),
            StaffMember(id="pooled", name="Pooled", pools=("a", "b")),
            StaffMember(id="free", name="Free", pools=("a",)),
        ),
    )

    assert [p.hours for p in statement(review, {}, {}).people] == ["short", "council", ""]


def test_a_repeated_entry_becomes_alike_activities_with_numbered_ids() -> None:
    problem = statement(asking(ActivityEntry(id="S18", title="Step-up", kind="interview", repeat=3)), {}, {})

    assert [a.id for a in problem.activities] == ["S18-1", "S18-2", "S18-3"]
    assert len({a.model_copy(update={"id": ""}) for a in problem.activities}) == 1


def test_an_entry_that_says_nothing_takes_the_measure_of_its_kind_and_one_reviewer() -> None:
    (activity,) = statement(asking(ActivityEntry(id="S1", title="One", kind="interview")), {}, {}).activities

    assert (activity.id, activity.shortest, activity.longest, activity.breathing_space) == ("S1", 60, 60, 15)
    assert (activity.evidence, activity.interview) == (True, True)
    assert activity.needs == (Need(pool="reviewers", count=1),)
    assert activity.windows == (whole(date(2021, 4, 29), date(2021, 5, 7)),)


@pytest.mark.parametrize(
    ("kind", "shortest", "longest", "expected"),
    [
        ("interview", 180, None, (180, 180)),
        ("interview", None, 90, (60, 90)),
        ("laptop", None, None, (75, 150)),
        ("laptop", 100, None, (100, 150)),
        ("laptop", 180, None, (180, 180)),
    ],
)
def test_a_length_of_its_own_stands_before_the_kinds(
    kind: str, shortest: int | None, longest: int | None, expected: tuple[int, int]
) -> None:
    entry = ActivityEntry(id="S1", title="One", kind=kind, shortest=shortest, longest=longest, breathing_space=0)

    (activity,) = statement(asking(entry), {}, {}).activities

    assert (activity.shortest, activity.longest, activity.breathing_space) == (*expected, 0)


def test_a_longest_below_the_kinds_shortest_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        statement(asking(ActivityEntry(id="S1", title="One", kind="interview", longest=45)), {}, {})

    assert refused.value.sentence == (
        "activity S1: its shortest length (60 minutes) is above its longest (45 minutes). Change one of them."
    )


def test_windows_are_the_areas_dates_unless_the_activity_has_its_own() -> None:
    area = AreaEntry(id="north", title="North", start=date(2021, 5, 4), end=date(2021, 5, 5))
    review = Review(
        about=ABOUT,
        areas=(area,),
        kinds=(INTERVIEW,),
        activities=(
            ActivityEntry(id="A", title="A", kind="interview", area="north"),
            ActivityEntry(id="B", title="B", kind="interview", area="north", start=date(2021, 5, 5)),
            ActivityEntry(id="C", title="C", kind="interview", area="north", earliest=time(10), latest=time(16)),
        ),
    )

    problem = statement(review, {}, {})

    assert [a.windows for a in problem.activities] == [
        (whole(date(2021, 5, 4), date(2021, 5, 6)),),
        (whole(date(2021, 5, 5), date(2021, 5, 6)),),
        (window(4, 10, 16), window(5, 10, 16)),
    ]
    assert problem.areas[0].windows == (whole(date(2021, 5, 4), date(2021, 5, 6)),)


def test_dates_outside_the_review_are_refused() -> None:
    entry = ActivityEntry(id="S1", title="One", kind="interview", start=date(2021, 5, 7), end=date(2021, 5, 8))

    with pytest.raises(InputRefused, match=r"activity S1: its dates end \(06 May 2021\) before they start"):
        statement(asking(entry), {}, {})


def test_after_a_repeated_entry_means_after_each_of_its_activities() -> None:
    problem = statement(
        asking(
            ActivityEntry(id="W", title="Write", kind="interview", repeat=2),
            ActivityEntry(id="F", title="Finish", kind="interview", after=("W",)),
        ),
        {},
        {},
    )

    assert [a.after for a in problem.activities] == [(), (), ("W-1", "W-2")]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"kind": "intervew"}, "its kind 'intervew' is not one of the review's"),
        ({"area": "north"}, "its area 'north' is not one of the review's"),
        ({"after": ("S9",)}, "it comes after 'S9', which is not another activity of the review"),
        ({"after": ("S1",)}, "it comes after 'S1', which is not another activity of the review"),
        ({"case": CaseEntry(stratum="S9")}, "its stratum 'S9' is not one of the review's"),
        ({"needs": (NeedEntry(),)}, "a need names either a pool or people, and not both"),
        ({"earliest": time(12), "latest": time(12)}, "its hours end (12:00) before they start (12:00)"),
    ],
)
def test_a_name_or_hour_that_cannot_be_is_refused_at_its_activity(change: dict[str, object], found: str) -> None:
    entry = ActivityEntry(id="S1", title="One", kind="interview").model_copy(update=change)

    with pytest.raises(InputRefused) as refused:
        statement(asking(entry), {}, {})

    assert (refused.value.where, refused.value.found) == ("activity S1", found)


def standing(*entries: StandingEntry) -> Review:
    return Review(
        about=ABOUT,
        staff=REVIEWERS,
        kinds=(KindEntry(id="record", shortest=30),),
        days=(
            DayEntry(kind="fieldwork", people=("two", "one"), dates=(date(2021, 5, 4), date(2021, 5, 5))),
            DayEntry(kind="fieldwork", people=("one",), dates=(date(2021, 4, 30),)),
            DayEntry(kind="report", people=("one", "two"), dates=(date(2021, 5, 6),)),
        ),
        areas=(
            AreaEntry(id="east", title="East", start=date(2021, 4, 29), end=date(2021, 4, 30)),
            AreaEntry(id="west", title="West", start=date(2021, 5, 4), end=date(2021, 5, 5)),
        ),
        standing=entries,
    )


def test_a_shared_standing_session_is_one_a_day_for_all_who_work() -> None:
    pattern = StandingEntry(
        id="kit",
        title="Keep in touch",
        kind="record",
        day_kinds=("fieldwork",),
        earliest=time(9),
        latest=time(10),
        counterparts=(NeedEntry(pool="heads"),),
        in_day="first",
    )

    problem = statement(standing(pattern), {}, {})

    assert [(a.id, a.windows) for a in problem.activities] == [
        ("kit-east-1", (Window(start=at(30, 9, month=4), end=at(30, 10, month=4)),)),
        ("kit-west-1", (window(4, 9, 10),)),
        ("kit-west-2", (window(5, 9, 10),)),
    ]
    assert {(a.needs, a.standing, a.area, a.in_day, a.priority, a.counterparts) for a in problem.activities} == {
        ((Need(pool="reviewers", count=WORKING),), "kit", "", "first", "should", (Need(pool="heads"),))
    }


def test_a_standing_session_held_each_is_one_for_each_reviewer_who_works() -> None:
    pattern = StandingEntry(id="lunch", title="Lunch", kind="record", day_kinds=("fieldwork", "report"), shared=False)

    problem = statement(standing(pattern), {}, {})

    assert [(a.id, a.needs[0].people) for a in problem.activities] == [
        ("lunch-east-1-one", ("one",)),
        ("lunch-west-1-one", ("one",)),
        ("lunch-west-1-two", ("two",)),
        ("lunch-west-2-one", ("one",)),
        ("lunch-west-2-two", ("two",)),
        ("lunch-review-1-one", ("one",)),
        ("lunch-review-1-two", ("two",)),
    ]
    assert problem.activities[0].windows == (whole(date(2021, 4, 30), date(2021, 5, 1)),)


def test_a_standing_session_on_days_of_several_areas_is_named_after_none_of_them() -> None:
    pattern = StandingEntry(id="kit", title="Keep in touch", kind="record", day_kinds=("fieldwork",))
    review = standing(pattern)
    east, *others = review.areas
    at_once = east.model_copy(update={"id": "north", "title": "North"})

    problem = statement(review.model_copy(update={"areas": (east, at_once, *others)}), {}, {})

    assert [a.id for a in problem.activities] == ["kit-review-1", "kit-west-1", "kit-west-2"]


def test_a_standing_session_that_begins_later_counts_its_own_days() -> None:
    pattern = StandingEntry(
        id="kit", title="Keep in touch", kind="record", day_kinds=("fieldwork",), start=date(2021, 5, 5)
    )

    assert [a.id for a in statement(standing(pattern), {}, {}).activities] == ["kit-west-1"]


def test_a_standing_session_of_a_pool_nobody_is_in_does_not_recur() -> None:
    pattern = StandingEntry(id="kit", title="Keep in touch", kind="record", pool="hosts", day_kinds=("fieldwork",))

    assert statement(standing(pattern), {}, {}).activities == ()


def test_a_day_declared_twice_is_refused() -> None:
    twice = tuple(DayEntry(kind=kind, people=("one",), dates=(date(2021, 5, 4),)) for kind in ("reading", "report"))

    with pytest.raises(InputRefused) as refused:
        statement(Review(about=ABOUT, days=twice), {}, {})

    assert refused.value.sentence == (
        "days of the kind report: 04 May 2021 is already declared for 'one' (reading). Declare a day of a person once."
    )


def test_candidates_are_the_base_and_its_reserves_with_their_workers() -> None:
    review = asking(ActivityEntry(id="A", title="A", kind="interview", case=CaseEntry(stratum="S1", enough=2)))

    (activity,) = statement(
        review, drawn(("social  WORKER 1 ",), ("Social worker 2", "Social worker 1"), ("Nobody",)), LABELS
    ).activities

    assert activity.demand is not None
    assert activity.demand.candidates == (
        Candidate(case="AB-001", rank=1, workers=("sw-1",), cover=("sw-2",)),
        Candidate(case="AB-002", rank=2, workers=("sw-2", "sw-1")),
    )
    assert (activity.demand.base, activity.demand.count, activity.demand.enough) == (1, 1, 2)
    assert activity.demand.role == "allocated worker"


def test_activities_of_one_stratum_share_its_candidates() -> None:
    review = asking(
        ActivityEntry(id="A", title="A", kind="interview", repeat=2, case=CaseEntry(stratum="S1")),
        ActivityEntry(id="B", title="B", kind="laptop", case=CaseEntry(stratum="S1", count=3, modes=(Mode.RECORD,))),
    )

    problem = statement(review, drawn(*[("Social worker 1",)] * 9), LABELS)

    demands = [a.demand for a in problem.activities if a.demand]
    assert [(d.base, d.count, [c.rank for c in d.candidates]) for d in demands] == [
        (5, 1, [1, 2, 3, 4, 5, 6]),
        (5, 1, [1, 2, 3, 4, 5, 6]),
        (5, 3, [1, 2, 3, 4, 5, 6]),
    ]
    assert [c.workers for c in demands[2].candidates] == [()] * 6
    assert problem.notices == ()


def test_a_record_only_demand_needs_no_known_worker() -> None:
    case = CaseEntry(stratum="S1", modes=(Mode.RECORD,), record_resource="laptop")
    review = asking(ActivityEntry(id="A", title="A", kind="laptop", case=case))

    (activity,) = statement(review, drawn(("Nobody of ours",)), LABELS).activities

    assert activity.demand is not None
    assert activity.demand.candidates == (Candidate(case="AB-001", rank=1),)
    assert activity.demand.record_resource == "laptop"


def test_too_small_a_frame_lowers_the_counts_from_the_last_on_and_says_so() -> None:
    review = asking(
        ActivityEntry(id="A", title="A", kind="laptop", case=CaseEntry(stratum="S1", count=2)),
        ActivityEntry(id="B", title="B", kind="laptop", repeat=2, case=CaseEntry(stratum="S1", count=3)),
    )

    problem = statement(review, drawn(*[("Social worker 1",)] * 3), LABELS)

    demands = [a.demand for a in problem.activities if a.demand]
    assert [(d.count, d.base, len(d.candidates)) for d in demands] == [(1, 3, 3), (1, 3, 3), (1, 3, 3)]
    assert problem.notices == ("stratum S1: 3 cases could be drawn where 8 are asked for; there is no reserve.",)


def test_an_empty_frame_leaves_the_activity_with_nothing_to_choose_from() -> None:
    review = asking(ActivityEntry(id="A", title="A", kind="interview", case=CaseEntry(stratum="S1")))

    problem = statement(review, drawn(), LABELS)

    assert problem.activities[0].demand is not None
    assert problem.activities[0].demand.candidates == ()
    assert problem.notices == ("stratum S1: no cases could be drawn where 1 are asked for; there is no reserve.",)


def test_a_worker_the_staff_list_lacks_is_refused_without_naming_the_case() -> None:
    review = asking(ActivityEntry(id="A", title="A", kind="interview", case=CaseEntry(stratum="S1")))

    with pytest.raises(InputRefused) as refused:
        statement(review, drawn(("Sozial worker 1",)), LABELS)

    assert refused.value.sentence == (
        "list cin, Allocated Worker (S1): 'Sozial worker 1' is not a name on the staff list. "
        "Did you mean 'Social worker 1'? Otherwise add the person to the staff."
    )


def test_two_of_one_name_are_told_apart_by_their_team_or_refused() -> None:
    namesakes = tuple(StaffMember(id=f"sw-{team}", name="Social worker", team=team) for team in ("North", "South"))
    entry = ActivityEntry(id="A", title="A", kind="interview", case=CaseEntry(stratum="S1"))
    review = Review(about=ABOUT, staff=namesakes, kinds=(INTERVIEW,), activities=(entry,), strata=(STRATUM,))

    (activity,) = statement(review, drawn(("Social worker",), team="south"), LABELS).activities
    assert activity.demand is not None
    assert activity.demand.candidates[0].workers == ("sw-South",)

    with pytest.raises(InputRefused, match="'Social worker' is the name of several members of staff"):
        statement(review, drawn(("Social worker",), team="West"), LABELS)


def test_days_contract_ledger_and_scope_pass_over_as_they_are() -> None:
    review = Review(
        about=ABOUT,
        days=(DayEntry(kind="reading", people=("one", "two"), dates=(date(2021, 5, 4),)),),
        contract=(ContractLine(kind="reading", days=2),),
        outside=(OutsideLine(person="one", date=date(2021, 4, 29), days=0.5, what="reading"),),
        areas=(
            AreaEntry(
                id="north",
                title="North",
                start=date(2021, 5, 4),
                end=date(2021, 5, 4),
                scope=(ScopeEntry(id="adoption", title="Adoption"),),
                provisional="until then",
            ),
        ),
    )

    problem = statement(review, {}, {})

    assert problem.days == tuple(
        ReviewerDay(person=person, date=date(2021, 5, 4), kind="reading") for person in ("one", "two")
    )
    assert problem.contracted == {"reading": 2.0}
    assert problem.outside == (LedgerLine(person="one", date=date(2021, 4, 29), days=0.5, what="reading"),)
    assert [(item.id, item.title) for item in problem.areas[0].scope] == [("adoption", "Adoption")]
    assert problem.areas[0].provisional == "until then"


def test_facts_publications_and_waivers_pass_over_as_they_are() -> None:
    session = Session(activity="A", start=at(4, 10), end=at(4, 11))
    waiver = Waiver(rule="no_clashes", sessions=("A",), who="lead reviewer", why="agreed")

    problem = statement(Review(about=ABOUT), {}, {}, fixed=(session,), published=(session,), waivers=(waiver,))

    assert (problem.fixed, problem.published, problem.waivers) == ((session,), (session,), (waiver,))


def test_declared_dates_that_differ_are_a_notice_after_those_of_the_review() -> None:
    about = ABOUT.model_copy(update={"declared_start": date(2021, 5, 4), "declared_end": date(2021, 5, 5)})

    problem = statement(Review(about=about, notices=("a title row was read past",)), {}, {})

    assert problem.notices == (
        "a title row was read past",
        "the terms of reference say 4 May to 5 May 2021; the programme runs from 29 April to 6 May 2021.",
    )


def test_declared_dates_that_agree_are_no_notice() -> None:
    about = ABOUT.model_copy(update={"declared_end": date(2021, 5, 6)})

    assert statement(Review(about=about), {}, {}).notices == ()


def test_preferred_hours_stand_on_every_day_of_the_review() -> None:
    problem = statement(Review(about=ABOUT), {}, {})

    assert len(problem.comfort.preferred) == 8
    assert problem.comfort.preferred[5] == Window(start=at(4, 10), end=at(4, 16) + timedelta(minutes=30))
