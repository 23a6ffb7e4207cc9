"""Cases that one activity chooses and others track: the same candidates, with other people about them."""

from __future__ import annotations

from datetime import date

import pytest

from constraints.problem import Candidate, CaseDemand, Mode
from planner.commands.folder import Depth, depths
from planner.intake.review import About, ActivityEntry, CaseEntry, KindEntry, Review, StaffMember
from planner.intake.statement import statement
from samples.draw import Draw, Drawn
from samples.errors import InputRefused
from samples.strata import Holder, Stratum

STRATUM = Stratum(
    id="tracked",
    title="Tracked cases",
    list="care",
    holder=Holder(role="allocated worker"),
    others=(Holder(columns=("IRO",), role="IRO"), Holder(columns=("Carer",), role="carer")),
)
STAFF = (
    StaffMember(id="reviewer", name="Reviewer", pools=("reviewers",)),
    StaffMember(id="sw-1", name="Worker 1", team="North", cover="sw-2"),
    StaffMember(id="sw-2", name="Worker 2", team="North"),
    StaffMember(id="iro-1", name="Officer 1", cover="iro-2"),
    StaffMember(id="iro-2", name="Officer 2"),
)
DRAWN = tuple(
    Drawn(
        reference=f"ref-{rank}",
        rank=rank,
        ticket="0.5",
        holders=(worker,),
        team="North",
        others={"IRO": officers, "carer": ()},
    )
    for rank, (worker, officers) in enumerate(
        [("Worker 1", ("Officer 1",)), ("Worker 2", ("Officer 2", "Officer 1")), ("Worker 1", ()), ("Worker 2", ())],
        start=1,
    )
)
DRAWS = {
    "tracked": Draw(
        stratum="tracked",
        title="",
        rule=(),
        pick="random",
        list="care",
        as_at=date(2021, 4, 14),
        population=len(DRAWN),
        frame_hash="",
        drawn=DRAWN,
    )
}
LABELS = {f"ref-{rank}": f"AB-{rank:03d}" for rank in range(1, 5)}
LEADER = ActivityEntry(id="worker", title="Worker", kind="interview", repeat=2, case=CaseEntry(stratum="tracked"))
OFFICER = CaseEntry(tracks="worker", role="IRO", modes=(Mode.WORKER, Mode.COVER))


def review(*entries: ActivityEntry, staff: tuple[StaffMember, ...] = STAFF) -> Review:
    seed = "12345678901234567890"
    about = About(id="AB", title="Tracking", start=date(2021, 5, 4), end=date(2021, 5, 6), seed=seed, depth=2)
    kinds = (KindEntry(id="interview", shortest=60, interview=True),)
    return Review(about=about, staff=staff, kinds=kinds, activities=entries, strata=(STRATUM,))


def following(name: str, case: CaseEntry, repeat: int = 2) -> ActivityEntry:
    return ActivityEntry(id=name, title=name, kind="interview", repeat=repeat, case=case)


def demands(*entries: ActivityEntry, staff: tuple[StaffMember, ...] = STAFF) -> dict[str, CaseDemand]:
    activities = statement(review(*entries, staff=staff), DRAWS, LABELS).activities
    return {activity.id: activity.demand for activity in activities if activity.demand}


def test_a_tracking_entry_has_the_same_candidates_with_the_people_of_its_role() -> None:
    found = demands(LEADER, following("officer", OFFICER))
    assert found["worker-1"].candidates == (
        Candidate(case="AB-001", rank=1, workers=("sw-1",), cover=("sw-2",)),
        Candidate(case="AB-002", rank=2, workers=("sw-2",)),
        Candidate(case="AB-003", rank=3, workers=("sw-1",), cover=("sw-2",)),
    )
    assert found["officer-1"].candidates == (
        Candidate(case="AB-001", rank=1, workers=("iro-1",), cover=("iro-2",)),
        Candidate(case="AB-002", rank=2, workers=("iro-2", "iro-1")),
        Candidate(case="AB-003", rank=3),
    )
    assert [found[name].role for name in ("worker-1", "officer-1")] == ["allocated worker", "IRO"]


def test_the_nth_session_tracks_the_nth_and_all_of_them_an_only_one() -> None:
    found = demands(LEADER, following("officer", OFFICER))
    assert {name: demand.tracks for name, demand in found.items()} == {
        "worker-1": "",
        "worker-2": "",
        "officer-1": "worker-1",
        "officer-2": "worker-2",
    }
    alone = LEADER.model_copy(update={"repeat": 1})
    found = demands(alone, following("officer", OFFICER))
    assert [found[name].tracks for name in ("officer-1", "officer-2")] == ["worker", "worker"]


def test_tracking_entries_are_counted_in_no_base_and_no_depth() -> None:
    entries = (LEADER, following("officer", OFFICER), following("record", CaseEntry(tracks="worker")))
    assert {demand.base for demand in demands(*entries).values()} == {2}
    assert {demand.count for demand in demands(*entries).values()} == {1}
    assert depths(review(*entries)) == depths(review(LEADER)) == {"tracked": Depth(base=2, ranked=3)}


def test_an_entry_that_tracks_may_stand_before_the_one_that_chooses() -> None:
    assert demands(following("officer", OFFICER), LEADER) == demands(LEADER, following("officer", OFFICER))


def test_too_few_cases_lower_the_count_of_the_one_that_chooses_and_of_its_followers() -> None:
    many = LEADER.model_copy(update={"case": CaseEntry(stratum="tracked", count=3)})
    found = demands(many, following("officer", OFFICER))
    assert {demand.count for demand in found.values()} == {2}


def test_as_many_cases_as_are_asked_for_are_enough() -> None:
    asking = LEADER.model_copy(update={"repeat": len(DRAWN)})
    assert statement(review(asking), DRAWS, LABELS).notices == ()


@pytest.mark.parametrize(
    ("modes", "first"),
    [
        ((Mode.WORKER,), Candidate(case="AB-001", rank=1, workers=("sw-1",))),
        ((Mode.COVER,), Candidate(case="AB-001", rank=1, workers=("sw-1",), cover=("sw-2",))),
        ((Mode.RECORD,), Candidate(case="AB-001", rank=1)),
    ],
)
def test_people_are_looked_up_for_the_modes_that_ask_somebody(modes: tuple[Mode, ...], first: Candidate) -> None:
    found = demands(LEADER, following("record", CaseEntry(tracks="worker", modes=modes)))
    assert found["record-1"].candidates[0] == first


def test_an_entry_that_chooses_may_ask_for_another_role() -> None:
    found = demands(LEADER.model_copy(update={"case": CaseEntry(stratum="tracked", role="IRO")}))
    assert [candidate.workers for candidate in found["worker-1"].candidates] == [("iro-1",), ("iro-2", "iro-1"), ()]


def test_a_role_that_nobody_has_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        demands(LEADER, following("officer", CaseEntry(tracks="worker", role="IROs")))
    assert refused.value.sentence == "stratum tracked: nobody has the role 'IROs'. Did you mean 'IRO'?"


def test_a_name_the_staff_list_lacks_is_refused_with_the_column_of_its_role() -> None:
    with pytest.raises(InputRefused) as refused:
        demands(LEADER, following("officer", OFFICER), staff=STAFF[:4])
    assert refused.value.sentence == (
        "list care, IRO (tracked): 'Officer 2' is not a name on the staff list. "
        "Did you mean 'Officer 1'? Otherwise add the person to the staff."
    )


def test_the_team_beside_the_holder_tells_no_other_apart() -> None:
    """The list had a social worker and a reviewing officer of one name: the worker was invited in the officer's place.

    The team beside the allocated worker's name had been taken for the team of everybody on the row.
    """
    namesake = StaffMember(id="sw-3", name="Officer 1", team="North")
    with pytest.raises(InputRefused, match="'Officer 1' is the name of several members of staff"):
        demands(LEADER, following("officer", OFFICER), staff=(*STAFF, namesake))
