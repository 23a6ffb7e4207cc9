"""Harmful corruptions of a review are refused in one sentence; harmless mess is accepted and listed."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from pydantic import BaseModel

from planner.intake.review import Review
from planner.intake.review_file import read_review
from planner.intake.shapes import Shape, shapes
from planner.layout import REVIEW_TOML, REVIEW_XLSX, SINGLE, TABLES
from planner.layout_sheets import SHEETS
from samples.errors import InputRefused

SMALL_REVIEW = Path(__file__).parent / "small_review.toml"

Tables = dict[str, Any]
Sheets = dict[str, list[list[Any]]]
Steps = tuple[str | int, ...]

WRONG: dict[str, tuple[Any, ...]] = {
    "text": (7,),
    "word": ("nonsense", 3.5),
    "date": ("31/02/2021", 44301),
    "time": ("25:00", 9.5),
    "moment": ("2021-04-27 25:00", 44301),
    "whole": (-3, "many", 1.5),
    "number": (-1.0, "some", float("nan")),
    "yes or no": ("perhaps", 2),
    "list": ("text", 5),
    "table": ("text", 5),
    "mixed": (True, time(9)),
}
"""Values that a field of each shape cannot hold."""

UNKNOWN: tuple[Steps, ...] = (
    ("pool", 1, "hours"),
    ("staff", 0, "pools", 0),
    ("staff", 2, "hours"),
    ("staff", 2, "cover"),
    ("staff", 0, "conflicts", "teams", 0),
    ("staff", 0, "conflicts", "people", 0),
    ("away", 0, "who"),
    ("day", 0, "people", 0),
    ("contract", 0, "kind"),
    ("outside", 0, "person"),
    ("activity", 0, "kind"),
    ("activity", 0, "area"),
    ("activity", 0, "serves", 0),
    ("activity", 0, "needs", 0, "pool"),
    ("activity", 1, "needs", 0, "expertise"),
    ("activity", 1, "needs", 1, "people", 0),
    ("activity", 1, "counterparts", 0, "pool"),
    ("activity", 0, "case", "stratum"),
    ("activity", 0, "case", "record_resource"),
    ("activity", 0, "day_kinds", 0),
    ("activity", 1, "after", 0),
    ("activity", 0, "resources", 0),
    ("standing", 0, "kind"),
    ("standing", 0, "pool"),
    ("standing", 0, "day_kinds", 0),
    ("standing", 0, "counterparts", 0, "pool"),
    ("stratum", 0, "list"),
    ("stratum", 0, "holder", "list"),
)
"""Every name that refers to something else."""

CONTRADICTIONS: tuple[tuple[Steps, Any], ...] = (
    (("about", "start"), date(2021, 6, 1)),
    (("about", "start"), date(1921, 4, 15)),
    (("about", "zone"), "Europe/Londn"),
    (("about", "grid"), 25),
    (("about", "declared_end"), date(2021, 4, 1)),
    (("about", "declared_start"), date(2021, 6, 1)),
    (("about", "id"), "small"),
    (("about", "seed"), "123"),
    (("about", "title"), " "),
    (("hours", 0, "start"), time(18)),
    (("hours", 0, "end"), time(17, 20)),
    (("hours", 0, "weekdays"), ["Thur"]),
    (("hours", 0, "weekdays"), []),
    (("comfort", "preferred_start"), time(17)),
    (("comfort", "preferred_end"), time(16, 7)),
    (("staff", 0, "email"), "lead.example.org"),
    (("staff", 0, "email"), "lead@"),
    (("staff", 0, "email"), "Second@example.org"),
    (("staff", 0, "id"), "lead;second"),
    (("staff", 2, "cover"), "sw-01"),
    (("away", 0, "end"), datetime.combine(date(2021, 4, 27), time(8))),
    (("away", 0, "start"), datetime.combine(date(2021, 4, 28), time(8))),
    (("day", 0, "dates"), [date(2021, 3, 1)]),
    (("day", 0, "dates"), [date(2021, 4, 20), date(2021, 4, 20)]),
    (("day", 0, "dates"), [date(2021, 4, 27)]),
    (("day", 0, "dates"), []),
    (("day", 0, "people"), []),
    (("outside", 0, "date"), date(2020, 4, 15)),
    (("outside", 0, "days"), 0),
    (("area", 0, "end"), date(2021, 6, 1)),
    (("area", 0, "start"), date(2021, 4, 1)),
    (("area", 0, "start"), date(2021, 5, 1)),
    (("area", 0, "end"), date(2021, 4, 20)),
    (("kind", 0, "shortest"), 90),
    (("kind", 0, "shortest"), 50),
    (("kind", 0, "breathing_space"), 10),
    (("activity", 0, "shortest"), 90),
    (("activity", 0, "longest"), 61),
    (("activity", 0, "breathing_space"), 7),
    (("activity", 0, "repeat"), 0),
    (("activity", 0, "repeat"), 10**9),
    (("activity", 0, "start"), date(2021, 5, 20)),
    (("activity", 0, "start"), date(2021, 4, 29)),
    (("activity", 0, "end"), date(2021, 4, 20)),
    (("activity", 0, "earliest"), time(16, 30)),
    (("activity", 0, "earliest"), time(16)),
    (("activity", 0, "earliest"), time(9, 31)),
    (("activity", 0, "latest"), time(9, 0)),
    (("activity", 0, "needs", 0, "count"), 3),
    (("activity", 0, "needs", 0, "count"), 0),
    (("activity", 0, "needs", 0, "count"), "both"),
    (("activity", 0, "needs", 0, "people"), ["lead"]),
    (("activity", 0, "needs", 0, "pool"), ""),
    (("activity", 1, "needs", 1, "people"), ["lead", "lead"]),
    (("activity", 0, "case", "modes"), []),
    (("activity", 0, "case", "modes"), ["by telephone"]),
    (("activity", 0, "case", "count"), 0),
    (("activity", 0, "after"), ["S02"]),
    (("activity", 0, "after"), ["S01"]),
    (("activity", 1, "area"), ""),
    (("activity", 1, "id"), "S01"),
    (("activity", 1, "id"), "S01-2"),
    (("activity", 1, "in_day"), "second to last"),
    (("standing", 0, "start"), date(2021, 3, 1)),
    (("standing", 0, "latest"), time(9, 15)),
    (("standing", 0, "day_kinds"), []),
    (("standing", 0, "priority"), "mop-up"),
    (("standing", 0, "counterparts", 0, "count"), 3),
    (("stratum", 0, "by"), ""),
    (("stratum", 0, "pick"), "oldest"),
    (("stratum", 0, "month"), "2021-13"),
    (("limits", "interviews_per_reviewer_per_day"), 0),
)
"""Values that are of the right type and contradict something."""


@dataclass(frozen=True)
class Case:
    """A change to the tables or to the cells of the small review."""

    name: str
    change: Callable[[Any], None]


def set_at(steps: Steps, value: Any) -> Callable[[Tables], None]:
    """Put a value in a place of the tables."""

    def change(tables: Tables) -> None:
        inner: Any = tables
        for step in steps[:-1]:
            inner = inner[step]
        inner[steps[-1]] = value

    return change


def delete_at(steps: Steps) -> Callable[[Tables], None]:
    """Take a place out of the tables."""

    def change(tables: Tables) -> None:
        inner: Any = tables
        for step in steps[:-1]:
            inner = inner[step]
        del inner[steps[-1]]

    return change


def add_copy(table: str) -> Callable[[Tables], None]:
    """Write the first entry of a table a second time."""

    def change(tables: Tables) -> None:
        tables[table].append(copy.deepcopy(tables[table][0]))

    return change


def named(steps: Steps) -> str:
    """A place as the name of a case."""
    return "-".join(map(str, steps))


def places(model: type[BaseModel], before: Steps) -> Iterator[tuple[Steps, Shape, bool]]:
    """Every field of a model, with its shape and whether an entry needs it."""
    for field, shape in shapes(model).items():
        yield (*before, field), shape, model.model_fields[field].is_required()


def parts() -> Iterator[tuple[Steps, Shape, bool]]:
    """Every field of the first entry of every part."""
    for part, table in TABLES.items():
        shape = shapes(Review)[part]
        if part in SINGLE:
            assert shape.model is not None
            yield from places(shape.model, (table,))
        else:
            assert shape.item is not None
            assert shape.item.model is not None
            yield from places(shape.item.model, (table, 0))


def harmful_tables() -> Iterator[Case]:
    """Wrong types, missing and unknown keys, unknown names, contradictions, entries that stand twice."""
    for steps, shape, needed in parts():
        for value in WRONG[shape.holds]:
            yield Case(f"{named(steps)}={value!r}", set_at(steps, value))
        if needed:
            yield Case(f"{named(steps)} missing", delete_at(steps))
    for part, table in TABLES.items():
        first: Steps = (table,) if part in SINGLE else (table, 0)
        yield Case(f"{table} unknown key", set_at((*first, "colour"), "blue"))
        yield Case(f"{table} of text", set_at((table,), "text"))
        if part not in SINGLE | {"away", "outside"}:
            yield Case(f"{table} twice", add_copy(table))
        else:
            yield Case(f"{table} misspelt", lambda tables, of=table: tables.update({f"{of}x": tables.pop(of)}))
    for steps in UNKNOWN:
        yield Case(f"{named(steps)} unknown", set_at(steps, "nobody knows"))
    for steps, value in CONTRADICTIONS:
        yield Case(f"{named(steps)}={value!r}", set_at(steps, value))
    for table in ("about", "pool", "staff", "day", "kind", "activity", "resource", "hours", "area", "list", "stratum"):
        yield Case(f"{table} left out", delete_at((table,)))


def column_of(rows: list[list[Any]], name: str) -> int:
    """The place of a column."""
    return rows[0].index(name)


def set_cell(sheet: str, name: str, value: Any) -> Callable[[Sheets], None]:
    """Put a value in the first row of a column."""

    def change(sheets: Sheets) -> None:
        sheets[sheet][1][column_of(sheets[sheet], name)] = value

    return change


WRONG_CELLS: dict[str, tuple[Any, ...]] = {
    "word": ("nonsense",),
    "date": ("31/02/2021", 9.5),
    "time": ("25:00", 9.5),
    "moment": ("soon", 9.5),
    "whole": ("many", 1.5),
    "number": ("some", True),
    "yes or no": ("perhaps",),
}


def harmful_cells() -> Iterator[Case]:
    """Wrong cells, missing and unknown columns and sheets, rows that stand twice."""
    for sheet in SHEETS:
        shape = shapes(Review)[sheet.part]
        yield Case(f"{sheet.name} unknown column", lambda sheets, of=sheet.name: sheets[of][0].append("Colour"))
        yield Case(f"{sheet.name} stray cell", lambda sheets, of=sheet.name: sheets[of][1].append("stray"))
        yield Case(f"{sheet.name} column twice", lambda sheets, of=sheet.name: sheets[of][0].append(sheets[of][0][0]))
        yield Case(f"{sheet.name} misspelt", lambda sheets, of=sheet.name: sheets.update({f"{of}z": sheets.pop(of)}))
        yield Case(f"{sheet.name} no names", lambda sheets, of=sheet.name: sheets[of].pop(0))
        if sheet.part in SINGLE:
            continue
        assert shape.item is not None
        assert shape.item.model is not None
        for column in sheet.columns:
            field = shapes(shape.item.model)[column.path[0]]
            for value in WRONG_CELLS.get(field.holds, ()):
                yield Case(f"{sheet.name} {column.name}={value!r}", set_cell(sheet.name, column.name, value))
            if column.needed:
                yield Case(f"{sheet.name} {column.name} blank", set_cell(sheet.name, column.name, None))
                yield Case(
                    f"{sheet.name} {column.name} gone",
                    lambda sheets, of=sheet.name, name=column.name: [
                        row.pop(at) for at in [column_of(sheets[of], name)] for row in sheets[of]
                    ],
                )
    for name in (
        "About",
        "Pools",
        "Staff",
        "Days",
        "Kinds",
        "Activities",
        "Hours",
        "Areas",
        "Lists",
        "Strata",
        "Scope",
    ):
        yield Case(f"sheet {name} gone", lambda sheets, of=name: sheets.pop(of))
        yield Case(f"sheet {name} empty", lambda sheets, of=name: sheets.update({of: []}))
    yield Case("scope of nobody", set_cell("Scope", "Area", "nobody"))
    yield Case("condition of nobody", set_cell("Conditions", "Stratum", "nobody"))
    yield Case("condition unknown", set_cell("Conditions", "Test", "resembles"))
    yield Case("counts without pools", set_cell("Activities", "Reviewer count", "1; 1; 1"))
    yield Case("name of about unknown", lambda sheets: sheets["About"].append(["Colour", "blue"]))
    yield Case("name of about twice", lambda sheets: sheets["About"].append(sheets["About"][1]))
    yield Case("seed as a number", lambda sheets: sheets["About"][-1].__setitem__(1, 1.2345678901234567e19))


HARMFUL_FILES: dict[str, tuple[str, bytes]] = {
    "empty text": (REVIEW_TOML, b""),
    "blank text": (REVIEW_TOML, b" \n\n"),
    "not utf-8": (REVIEW_TOML, "[about]\ntitle = 'caf\u00e9'".encode("latin-1")),
    "utf-16": (REVIEW_TOML, "[about]".encode("utf-16")),
    "yaml": (REVIEW_TOML, b"about:\n  id: SR\n"),
    "json": (REVIEW_TOML, b'{"about": {"id": "SR"}}'),
    "unclosed text": (REVIEW_TOML, b'[about]\nid = "SR\n'),
    "unclosed table": (REVIEW_TOML, b"[about\n"),
    "no quotes": (REVIEW_TOML, b"[about]\nid = SR\n"),
    "impossible date": (REVIEW_TOML, b"[about]\nstart = 2021-02-30\n"),
    "impossible time": (REVIEW_TOML, b"[comfort]\npreferred_start = 25:00:00\n"),
    "key twice": (REVIEW_TOML, b'[about]\nid = "SR"\nid = "SR"\n'),
    "table twice": (REVIEW_TOML, b"[about]\n[about]\n"),
    "deeply nested": (REVIEW_TOML, b"a = " + b"[" * 5000 + b"]" * 5000),
    "very long number": (REVIEW_TOML, b"[about]\ngrid = " + b"9" * 5000),
    "a workbook as text": (REVIEW_TOML, b"PK\x03\x04\x00\x00\xff\xfe"),
    "empty workbook": (REVIEW_XLSX, b""),
    "text as workbook": (REVIEW_XLSX, b"Name,Role\nLead reviewer,lead\n"),
    "damaged workbook": (REVIEW_XLSX, b"PK\x03\x04" + b"\x00" * 200),
    "old workbook": (REVIEW_XLSX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    "locked workbook": (
        REVIEW_XLSX,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
    ),
    "web page as workbook": (REVIEW_XLSX, b"<html><table></table></html>"),
    "pdf as workbook": (REVIEW_XLSX, b"%PDF-1.7"),
}

HARMFUL_TABLES = list(harmful_tables())
HARMFUL_CELLS = list(harmful_cells())


def refuse(folder: Path, file: str) -> None:
    """A folder is refused in one line that names the file."""
    with pytest.raises(InputRefused) as refused:
        read_review(folder)
    sentence = str(refused.value)
    assert file in sentence
    assert sentence.splitlines() == [sentence]
    assert "Error" not in sentence


def test_harmful_corruptions_are_at_least_300() -> None:
    assert len(HARMFUL_TABLES) + len(HARMFUL_CELLS) + len(HARMFUL_FILES) + len(SHEETS) >= 300


@pytest.mark.parametrize("case", HARMFUL_TABLES, ids=lambda case: case.name)
def test_read_review_harmful_text_is_refused(
    case: Case, small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    case.change(small_tables)
    refuse(in_toml(small_tables), REVIEW_TOML)


@pytest.mark.parametrize("case", HARMFUL_CELLS, ids=lambda case: case.name)
def test_read_review_harmful_workbook_is_refused(
    case: Case,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    sheets = as_sheets(small_tables)
    case.change(sheets)
    refuse(in_workbook(sheets), REVIEW_XLSX)


@pytest.mark.parametrize("name", HARMFUL_FILES)
def test_read_review_harmful_file_is_refused(name: str, tmp_path: Path) -> None:
    file, data = HARMFUL_FILES[name]
    (tmp_path / file).write_bytes(data)
    refuse(tmp_path, file)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_read_review_part_in_both_files_is_refused(
    sheet: Any,
    small_text: str,
    tmp_path: Path,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    (tmp_path / REVIEW_TOML).write_text(small_text, encoding="utf-8")
    sheets = as_sheets(tomllib.loads(small_text))
    folder = in_workbook({sheet.name: sheets[sheet.name]})
    refuse(folder, REVIEW_TOML)
    refuse(folder, REVIEW_XLSX)


@pytest.mark.parametrize("file", [REVIEW_TOML, REVIEW_XLSX])
def test_read_review_folder_in_place_of_file_is_refused(file: str, tmp_path: Path) -> None:
    (tmp_path / file).mkdir()
    refuse(tmp_path, file)


def test_read_review_cut_workbook_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    with xlsxwriter.Workbook(whole) as book:
        book.add_worksheet("About").write(0, 0, "Name")
    data = whole.read_bytes()
    for length in range(4, len(data) - 1, len(data) // 12):
        (tmp_path / REVIEW_XLSX).write_bytes(data[:length])
        refuse(tmp_path, REVIEW_XLSX)


def harmless_tables() -> Iterator[Case]:
    """Spaces and spaces that do not break around every text; dates, times and numbers as text."""
    clean = tomllib.loads(SMALL_REVIEW.read_text(encoding="utf-8"))
    for steps, value in leaves(clean):
        if isinstance(value, str) and steps[-1] != "constructs" and steps[1] in {0, "id", "title", "seed"}:
            yield Case(f"{named(steps)} spaces", set_at(steps, f"  {value}\u00a0"))
        elif isinstance(value, datetime):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value:%d/%m/%Y %H.%M}"))
        elif isinstance(value, date):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value.day}/{value.month}/{value.year}"))
            yield Case(f"{named(steps)} as iso text", set_at(steps, f"{value:%Y-%m-%d}"))
        elif isinstance(value, time):
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value.hour}:{value.minute:02}"))
            yield Case(f"{named(steps)} with a point", set_at(steps, f"{value:%H.%M}"))
        elif isinstance(value, int) and not isinstance(value, bool) and steps[-1] not in {"days", "value"}:
            yield Case(f"{named(steps)} with .0", set_at(steps, float(value)))
            yield Case(f"{named(steps)} as text", set_at(steps, f"{value}.0"))


def leaves(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every plain value of the tables with its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*steps, key))
    elif isinstance(value, list):
        for nth, one in enumerate(value):
            yield from leaves(one, (*steps, nth))
    else:
        yield steps, value


def harmless_cells() -> Iterator[Case]:
    """Titles above the names, columns in another order, other letter case, blank rows and columns, text for values."""
    for sheet in SHEETS:
        name = sheet.name
        yield Case(f"{name} title", lambda sheets, of=name: sheets[of].insert(0, [f"{of} of the review"]))
        yield Case(f"{name} order", lambda sheets, of=name: [row.reverse() for row in sheets[of]])
        yield Case(
            f"{name} case", lambda sheets, of=name: sheets[of].__setitem__(0, [c.upper() for c in sheets[of][0]])
        )
        yield Case(
            f"{name} spaced", lambda sheets, of=name: sheets[of].__setitem__(0, [f" {c}\u00a0" for c in sheets[of][0]])
        )
        yield Case(f"{name} blank row", lambda sheets, of=name: sheets[of].insert(1, []))
        yield Case(f"{name} blank column", lambda sheets, of=name: [row.insert(1, None) for row in sheets[of]])
        yield Case(f"{name} small letters", lambda sheets, of=name: sheets.update({of.lower(): sheets.pop(of)}))
        yield Case(f"{name} texts", lambda sheets, of=name: as_texts(sheets[of]))
    yield Case("a sheet of notes", lambda sheets: sheets.update({"My own thoughts": [["remember the keys"]]}))


def as_texts(rows: list[list[Any]]) -> None:
    """Write dates, times and numbers as text, or else a space behind the first text."""
    rows[1][0] = f"{rows[1][0]} "
    for row in rows[1:]:
        for nth, cell in enumerate(row):
            if isinstance(cell, datetime):
                row[nth] = f"{cell:%d/%m/%Y %H:%M}"
            elif isinstance(cell, date):
                row[nth] = f"{cell:%d/%m/%Y}"
            elif isinstance(cell, time):
                row[nth] = f"{cell:%H.%M}"


HARMLESS_TABLES = list(harmless_tables())
HARMLESS_CELLS = list(harmless_cells())


def same_but_noticed(folder: Path, clean: Review) -> None:
    """A folder is read as the clean review, with at least one notice of one line."""
    review = read_review(folder)
    assert review.model_copy(update={"notices": ()}) == clean
    assert review.notices
    assert all(notice.splitlines() == [notice] and notice.endswith(".") for notice in review.notices)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """The small review without any mess."""
    folder = tmp_path_factory.mktemp("clean")
    (folder / REVIEW_TOML).write_bytes(SMALL_REVIEW.read_bytes())
    return read_review(folder)


def test_harmless_mess_is_at_least_100() -> None:
    assert len(HARMLESS_TABLES) + len(HARMLESS_CELLS) >= 100


@pytest.mark.parametrize("case", HARMLESS_TABLES, ids=lambda case: case.name)
def test_read_review_harmless_text_is_read_and_noticed(
    case: Case, clean: Review, small_tables: Tables, in_toml: Callable[[Tables], Path]
) -> None:
    case.change(small_tables)
    same_but_noticed(in_toml(small_tables), clean)


@pytest.mark.parametrize("case", HARMLESS_CELLS, ids=lambda case: case.name)
def test_read_review_harmless_workbook_is_read_and_noticed(
    case: Case,
    clean: Review,
    small_tables: Tables,
    as_sheets: Callable[[Tables], Sheets],
    in_workbook: Callable[[Sheets], Path],
) -> None:
    sheets = as_sheets(small_tables)
    case.change(sheets)
    same_but_noticed(in_workbook(sheets), clean)
