"""The synthetic parts that ship are those that the generator writes."""

from __future__ import annotations

import shutil
from datetime import date, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from constraints.problem import Conflicts
from planner.formats.synthetic import MODULES, main
from planner.formats.synthetic_absences import Stretch, Wanted, absences, around, on, share_blocked
from planner.formats.synthetic_people import someone
from planner.formats.synthetic_staff import staff, workers
from planner.formats.synthetic_workbook import write_workbook
from planner.intake.review import Away
from planner.intake.review_file import read_review

FORMATS = Path(__file__).parents[3] / "planner" / "formats"
SHIPPED = sorted(path.name for path in FORMATS.iterdir() if (path / "review.toml").exists())
ABOUT = """
[about]
id = "AB"
title = "A review"
start = 2018-02-26
end = 2018-03-01
seed = "12345678901234567890"

[[hours]]
id = "peers"
name = "Hours"
start = 09:00:00
end = 17:00:00

[[pool]]
id = "peers"
name = "Peers"

[[pool]]
id = "specialists"
name = "Specialists"

[[day]]
kind = "site"
people = ["a"]
dates = [2018-02-26, 2018-02-27, 2018-02-28]

[[area]]
id = "help"
title = "Help"
start = 2018-02-26
end = 2018-02-26

[[kind]]
id = "interview"
shortest = 60

[[activity]]
id = "A"
title = "Interview"
kind = "interview"
needs = [{ pool = "peers" }]
"""
WEEKS = [[date(2021, 5, 4), date(2021, 5, 5)], [date(2021, 5, 11)]]


def cells(path: Path) -> dict[str, list[list[object]]]:
    workbook = CalamineWorkbook.from_path(path)
    return {name: list(map(list, workbook.get_sheet_by_name(name).to_python())) for name in workbook.sheet_names}


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_written_anew_is_what_is_shipped(name: str, tmp_path: Path) -> None:
    shipped, anew = FORMATS / name, tmp_path / name
    anew.mkdir()
    for standing in ("review.toml", "demo-key.txt"):
        shutil.copy(shipped / standing, anew)

    main(anew)

    assert cells(anew / "review.xlsx") == cells(shipped / "review.xlsx")
    assert (anew / "demo-cases.txt").read_text("utf-8") == (shipped / "demo-cases.txt").read_text("utf-8")
    written = sorted((anew / "cases").iterdir())
    assert [path.name for path in written] == sorted(path.name for path in (shipped / "cases").iterdir())
    for path in written:
        if path.suffix == ".xlsx":
            assert cells(path) == cells(shipped / "cases" / path.name)
        else:
            assert path.read_bytes() == (shipped / "cases" / path.name).read_bytes()


def test_every_format_that_ships_has_its_writer() -> None:
    assert set(SHIPPED) <= set(MODULES)


def test_what_is_said_of_somebody_stands_in_the_workbook_as_the_review_reads_it(tmp_path: Path) -> None:
    said = someone("a", "Specialist A", "peers", "specialists").model_copy(
        update={
            "expertise": ("health",),
            "hours": "peers",
            "daily_limit": 4,
            "most_days": 2,
            "consecutive_days": True,
            "conflicts": Conflicts(people=("b",)),
        }
    )
    members = (said, someone("b", "Social worker B1", role="Social worker"))
    morning = on(date(2018, 2, 26), (time(9), time(12, 30)))
    away = (Away(who="b", start=morning.start, end=morning.end),)

    write_workbook(tmp_path / "review.xlsx", members, away, morning.start)

    (tmp_path / "review.toml").write_text(ABOUT, encoding="utf-8")
    review = read_review(tmp_path)
    assert (review.staff, review.away, review.notices) == (members, away, ())


def test_each_worker_is_covered_by_a_colleague_of_the_team() -> None:
    by_id = {member.id: member for member in workers()}

    assert all(by_id[member.cover].team == member.team and member.cover != member.id for member in by_id.values())


def test_staff_are_roles_at_a_reserved_domain_each_of_a_name_of_their_own() -> None:
    everyone = staff()

    assert len({member.name for member in everyone}) == len({member.id for member in everyone}) == len(everyone)
    assert {member.email for member in everyone} == {f"{member.id}@example.org" for member in everyone}
    assert sum("social-workers" in member.pools for member in everyone) == 60


def test_absences_of_one_person_are_the_same_every_time_and_at_least_as_many_as_wanted() -> None:
    first = absences("sw-1", Wanted(0.3, 0.4), WEEKS, seed=1)

    assert absences("sw-1", Wanted(0.3, 0.4), WEEKS, seed=1) == first
    blocked = [Stretch(each.start, each.end) for each in first]
    assert share_blocked(blocked, [day for week in WEEKS for day in week]) >= 0.3


def test_what_is_kept_is_never_blocked_and_what_is_closed_always() -> None:
    kept = on(date(2021, 5, 4), (time(10), time(12)))
    closed = on(date(2021, 5, 11), (time(9), time(17, 30)))

    for seed in range(20):
        found = absences("sw-1", Wanted(0.4, 0.5, closed=(closed,), kept=(kept,)), WEEKS, seed)
        assert not any(kept.meets(Stretch(each.start, each.end)) for each in found)
        assert any(each.start <= closed.start and closed.end <= each.end for each in found)


def test_around_a_stretch_lies_the_rest_of_its_day_and_all_of_the_others() -> None:
    tuesday, wednesday = date(2021, 5, 4), date(2021, 5, 5)

    assert around(on(tuesday, (time(9), time(11))), [tuesday, wednesday]) == (
        on(tuesday, (time(11), time(17, 30))),
        on(wednesday, (time(9), time(17, 30))),
    )
    assert around(None, [tuesday]) == (on(tuesday, (time(9), time(17, 30))),)
