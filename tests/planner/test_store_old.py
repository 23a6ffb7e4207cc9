"""Databases written before problems knew sites, rooms and ties are read, verified and added to."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from constraints.problem import (
    Activity,
    Area,
    Candidate,
    CaseDemand,
    CaseSeen,
    Comfort,
    Conflicts,
    Hours,
    LedgerLine,
    Limits,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    ScopeItem,
    Session,
    Waiver,
    Window,
)
from constraints.programme import LeftOut, Programme, TierValue
from planner.canonical import canonical, digest
from planner.store import open_store
from planner.store_reader import read_store
from planner.store_records import RecordedVersion
from planner.store_write import Made, add_version

LONDON = ZoneInfo("Europe/London")
TEXTS = json.loads((Path(__file__).parent / "stored_before_sites.json").read_text(encoding="utf-8"))
"""A problem and a programme as the planner wrote them into its database before November 2026."""

MADE = Made(datetime(2021, 4, 30, 9, tzinfo=LONDON), "manager", "")
LATER = datetime(2021, 5, 3, 9, tzinfo=LONDON)


def at(hour: int) -> datetime:
    return datetime(2021, 5, 4, hour, tzinfo=LONDON)


DAY = Window(start=at(9), end=at(17))
PROBLEM = Problem(
    title="Review",
    start=date(2021, 5, 4),
    end=date(2021, 5, 5),
    people=(
        Person(id="R1", name="Reviewer 1", pools=("reviewers",), daily_limit=3, conflicts=Conflicts(teams=("Duty",))),
        Person(id="W1", name="Worker 1", team="Court", hours="council", windows=(DAY,)),
    ),
    pools=(Pool(id="reviewers", name="Reviewers"),),
    hours=(Hours(id="council", name="Council", windows=(DAY,)),),
    areas=(Area(id="edge", title="Edge of care", windows=(DAY,), scope=(ScopeItem(id="court", title="Court"),)),),
    activities=(
        Activity(
            id="S01",
            title="Case",
            kind="interview",
            area="edge",
            serves=("court",),
            shortest=60,
            longest=75,
            needs=(Need(pool="reviewers"),),
            demand=CaseDemand(
                stratum="in-court",
                candidates=(Candidate(case="SR-001", rank=1, workers=("W1",)),),
                record_resource="laptop",
            ),
            windows=(DAY,),
            interview=True,
            evidence=True,
        ),
        Activity(
            id="S02",
            title="Other",
            kind="interview",
            shortest=60,
            longest=60,
            needs=(Need(pool="reviewers"),),
            after=("S01",),
        ),
    ),
    resources=(Resource(id="laptop", name="Laptop"),),
    days=(ReviewerDay(person="R1", date=date(2021, 5, 4), kind="fieldwork"),),
    contracted={"fieldwork": 1.0},
    outside=(LedgerLine(person="R1", date=date(2021, 5, 4), days=0.5, what="setting up"),),
    limits=Limits(interviews_per_reviewer_per_day=4),
    comfort=Comfort(idle=1, preferred=(DAY,)),
    waivers=(Waiver(rule="order", sessions=("S02",), who="manager", why="agreed"),),
    notices=("a notice.",),
)
PROGRAMME = Programme(
    sessions=(
        Session(
            activity="S01",
            start=at(10),
            end=at(11),
            reviewers=("R1",),
            counterparts=("W1",),
            cases=(CaseSeen(case="SR-001", rank=1, mode=Mode.WORKER),),
        ),
    ),
    left_out=(LeftOut(activity="S02", why="Reviewer 1 is away"),),
    tiers=(TierValue(tier="comfort", value=0, bound=0, proven=True),),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database with one version, its texts byte for byte as they were written then."""
    path = tmp_path / "review.db"
    stated, written = canonical(TEXTS["problem"]), canonical(TEXTS["programme"])
    with open_store(path) as store, store._step() as database:
        add_version(database, 1, stated, written, (), MADE)
    return path


def test_the_texts_know_nothing_of_what_came_later() -> None:
    assert "sites" not in TEXTS["problem"]
    assert "room" not in TEXTS["programme"]["sessions"][0]


def test_an_old_version_is_read_with_the_defaults_of_what_came_later(old: Path) -> None:
    with read_store(old) as store:
        found = store.version()
        (whole,) = store.whole_versions(1)
    assert (found.problem, found.programme) == (PROBLEM, PROGRAMME)
    assert whole == found


def test_an_old_version_is_verified_by_the_texts_that_were_written(old: Path) -> None:
    with read_store(old) as store:
        store.verify()
        (line,) = store.versions()
        (logged,) = store.log()
    assert line.problem == logged.detail["problem"] == digest(canonical(TEXTS["problem"]))
    assert logged.detail["programme"] == digest(canonical(TEXTS["programme"]))


def test_the_same_problem_and_programme_are_no_new_version(old: Path) -> None:
    """After each new field of a problem, planning again had written a version in which nothing had changed."""
    before = old.read_bytes()
    with open_store(old) as store:
        assert store.record_version(PROBLEM, PROGRAMME, (), LATER, "manager") == RecordedVersion(
            number=1, created=False
        )
    assert old.read_bytes() == before


@pytest.mark.parametrize(
    ("problem", "programme"),
    [
        (PROBLEM.model_copy(update={"title": "Another"}), PROGRAMME),
        (
            PROBLEM.model_copy(update={"limits": Limits(interviews_per_reviewer_per_day=4, reserve_per_week=1)}),
            PROGRAMME,
        ),
        (PROBLEM, PROGRAMME.model_copy(update={"left_out": ()})),
        (
            PROBLEM,
            PROGRAMME.model_copy(update={"sessions": (PROGRAMME.sessions[0].model_copy(update={"room": None}),)}),
        ),
    ],
)
def test_what_differs_is_a_new_version_beside_the_old_one(old: Path, problem: Problem, programme: Programme) -> None:
    with open_store(old) as store:
        assert store.record_version(problem, programme, (), LATER, "manager").number == 2
    with read_store(old) as store:
        store.verify()
        assert [found.problem for found in store.whole_versions(2)] == [PROBLEM, problem]
        assert [found.programme for found in store.whole_versions(2)] == [PROGRAMME, programme]
