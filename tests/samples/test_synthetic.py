"""The synthetic lists: the same every time, plausible, and big enough for every stratum."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest

from samples.annex_a import LIST_6, LIST_7, LIST_8
from samples.draw import draw
from samples.frame import Lists, ListSource, read_lists
from samples.reference import reference
from samples.strata import Stratum, columns_of
from samples.synthetic import AS_AT, SHEETS, SyntheticStaff, Table, at, synthetic_lists, write_lists

ANNEX_A = Path(__file__).parents[2] / ".." / "shared" / "data" / "annex_a_2019-08_official_headers_codes.json"
SEED = "20210414202104142021"
KEY = b"a key for tests only"


class Entries(Protocol):
    @property
    def sources(self) -> tuple[ListSource, ...]: ...

    @property
    def strata(self) -> tuple[Stratum, ...]: ...


def column(table: Table, name: str) -> list[str | int | date]:
    return [row[table.header.index(name)] for row in table.rows]


def test_lists_are_the_same_for_the_same_seed(staff: SyntheticStaff, tables: dict[str, Table]) -> None:
    assert synthetic_lists(7, staff) == tables
    assert synthetic_lists(8, staff) != tables


def test_files_are_the_same_bytes_every_time(tmp_path: Path, synthetic_folder: Path, tables: dict[str, Table]) -> None:
    write_lists(tables, tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in synthetic_folder.iterdir()}
    assert len(written) == 12


def test_every_list_is_read_with_harmless_notices_only(synthetic: Lists, tables: dict[str, Table]) -> None:
    assert {name: len(cases.rows) for name, cases in synthetic.items()} == {
        name: len(table.rows) for name, table in tables.items()
    }
    assert len(synthetic["cin"].rows) == 600
    harmless = r"the header stands on row 2|blanks around|written as text"
    assert [notice for notice in synthetic.notices if not re.search(harmless, notice)] == []
    assert len(synthetic.notices) > 3


@pytest.mark.parametrize("seed", [1, 2, 7, 2021])
def test_every_stratum_has_cases_to_draw_and_somebody_to_ask(
    seed: int, staff: SyntheticStaff, entries: Entries, tmp_path: Path
) -> None:
    write_lists(synthetic_lists(seed, staff), tmp_path)
    lists = read_lists(tmp_path, entries.sources, lambda identifier: reference(KEY, identifier))
    draws = [draw(stratum, lists, SEED, 8) for stratum in entries.strata]
    assert [made.stratum for made in draws if made.population < 8 or len(made.drawn) < 8] == []
    assert [made.stratum for made in draws if not all(each.holders and each.team for each in made.drawn)] == []
    assert len(draws) == 25


def test_draws_need_no_other_columns_than_those_of_their_strata(
    synthetic: Lists, synthetic_folder: Path, entries: Entries
) -> None:
    refer = partial(reference, KEY)
    needed = read_lists(synthetic_folder, entries.sources, refer, columns_of(entries.strata))
    for stratum in entries.strata:
        assert draw(stratum, needed, SEED, 20) == draw(stratum, synthetic, SEED, 20)
    held = {column for cases in needed.values() for row in cases.rows for column in row.cells}
    assert held & {"ethnicity", "age of child years", "date of latest statutory review"} == set()


def test_child_with_most_episodes_is_one_alone(synthetic: Lists, entries: Entries) -> None:
    most = next(stratum for stratum in entries.strata if stratum.id == "S08")
    assert [each.by for each in draw(most, synthetic, SEED, 6).drawn] == ["7", "6", "5", "5", "4", "3"]


def test_young_mothers_bring_the_workers_of_mother_and_baby(synthetic: Lists, entries: Entries) -> None:
    mothers = next(stratum for stratum in entries.strata if stratum.id == "S23")
    assert {len(each.holders) for each in draw(mothers, synthetic, SEED, 9).drawn} == {2}


def test_orders_and_placements_go_together(tables: dict[str, Table]) -> None:
    care = tables["care"]
    legal = [str(value)[:2] for value in column(care, "Child's Legal Status")]
    placed = [str(value).split(") ")[1][:2] for value in column(care, "Placement Type")]
    pairs = Counter(zip(legal, placed, strict=True))
    assert pairs["V2", "P1"] == 0
    assert {law for law, place in pairs if place in ("H5", "P2")} == {"V2"}
    fostered = sum(count for (law, place), count in pairs.items() if law == "C1" and place.startswith("U"))
    assert fostered > sum(count for (law, _), count in pairs.items() if law == "C1") * 0.7
    ages = [int(str(value)) for value in column(care, "Age of Child (Years)")]
    assert {age for age, place in zip(ages, placed, strict=True) if place in ("H5", "P2")} <= {16, 17}
    assert all(0 <= age <= 17 for age in ages)


def test_dates_follow_each_other(tables: dict[str, Table]) -> None:
    for born, started in zip(
        column(tables["care"], "Date of Birth"), column(tables["care"], "Date Started to be Looked After"), strict=True
    ):
        assert not isinstance(born, date) or born < started  # type: ignore[operator]
    for start, end in zip(
        column(tables["protection"], "Child Protection Plan Start Date"),
        column(tables["protection"], "Child Protection Plan End Date"),
        strict=True,
    ):
        assert not end or start <= end  # type: ignore[operator]


def test_children_have_numbers_and_no_names(tables: dict[str, Table]) -> None:
    for table in tables.values():
        assert all(re.fullmatch(r"C\d{6} ?", str(row[0])) for row in table.rows)


def test_statuses_follow_the_first_that_applies(tables: dict[str, Table]) -> None:
    assert Counter(str(value)[0] for value in column(tables["cin"], "Case status")) == {
        "a": 220,
        "b": 90,
        "c": 180,
        "d": 45,
        "e": 65,
    }


def test_lists_at_another_date_differ_in_their_dates_alone(tables: dict[str, Table]) -> None:
    days = timedelta(days=1000)
    earlier = at(tables, AS_AT - days)

    assert {name: (table.title, table.header) for name, table in earlier.items()} == {
        name: (table.title, table.header) for name, table in tables.items()
    }
    assert at(earlier, AS_AT + days) == tables
    assert [value + days for value in dates(earlier["cin"])] == dates(tables["cin"])
    # some dates of birth are written as text, the day before the month
    pairs = zip(column(earlier["cin"], "Date of Birth"), column(tables["cin"], "Date of Birth"), strict=True)
    texts = [(as_date(before) + days, as_date(after)) for before, after in pairs if isinstance(after, str)]
    assert len(texts) > 5
    assert all(before == after for before, after in texts)


def dates(table: Table) -> list[date]:
    return [value for row in table.rows for value in row if isinstance(value, date)]


def as_date(text: object) -> date:
    day, month, year = str(text).split("/")
    return date(int(year), int(month), int(day))


@pytest.mark.skipif(not ANNEX_A.exists(), reason="the reference data stands beside the project only while it is built")
def test_headers_are_the_official_ones(tables: dict[str, Table]) -> None:
    official = json.loads(ANNEX_A.read_text(encoding="utf-8"))["lists"]
    for name, sheet in SHEETS.items():
        assert list(tables[name].header) == official[sheet.replace("_", " ")]["headers"]
        assert tables[name].title == official[sheet.replace("_", " ")]["title"]


def test_headers_have_as_many_columns_as_the_official_lists() -> None:
    assert [len(header) for header in (LIST_6, LIST_7, LIST_8)] == [14, 17, 34]


def test_no_identifier_or_birthday_comes_out(synthetic: Lists, tables: dict[str, Table], entries: Entries) -> None:
    cin = tables["cin"]
    secret = {str(value).strip() for value in column(cin, "Child Unique ID")}
    born = {value for value in column(cin, "Date of Birth") if isinstance(value, date)}
    dumps = [draw(stratum, synthetic, SEED, 20).model_dump_json() for stratum in entries.strata]
    said = "\n".join([*synthetic.notices, *dumps, repr(synthetic)])
    assert {token for token in re.findall(r"C\d{6}", said) if token in secret} == set()
    ranked_by = {each.by for s in entries.strata for each in draw(s, synthetic, SEED, 20).drawn}
    shown = {token for token in re.findall(r"\d{4}-\d{2}-\d{2}", said) if token not in ranked_by}
    assert {day for day in born if day.isoformat() in shown or f"{day:%d/%m/%Y}" in said} == set()
