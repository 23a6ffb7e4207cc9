"""Lists as files in a folder: small hand-made ones, and the synthetic ones once for all tests."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from samples.frame import Lists, ListSource, read_lists
from samples.reference import reference
from samples.strata import Stratum
from samples.synthetic import SyntheticStaff, Table, synthetic_lists, write_lists

KEY = b"a key for tests only"
AS_AT = date(2021, 4, 14)

Cells = list[list[object]]


def refer(identifier: str) -> str:
    return reference(KEY, identifier)


def _workers(name: str, teams: int, workers: int) -> Mapping[str, tuple[str, ...]]:
    return {
        f"{name} {team}": tuple(f"Worker {name[:3]}{team}{number}" for number in range(workers))
        for team in range(1, teams + 1)
    }


@pytest.fixture(scope="session")
def staff() -> SyntheticStaff:
    return SyntheticStaff(
        cin_teams=_workers("Assessment", 5, 4),
        care_teams=_workers("Looked After", 4, 4),
        cwd_teams={"Children with Disabilities": ("Worker Cwd1", "Worker Cwd2", "Worker Cwd3")},
        family_support=_workers("Family Support", 2, 3),
        edge_of_care=_workers("Edge of Care", 1, 4),
        iros=_workers("Reviewing", 1, 6),
        supervising=_workers("Fostering", 1, 5),
    )


@dataclass(frozen=True)
class Entries:
    sources: tuple[ListSource, ...]
    strata: tuple[Stratum, ...]


@pytest.fixture(scope="session")
def entries() -> Entries:
    written = tomllib.loads((Path(__file__).parent / "strata.toml").read_text(encoding="utf-8"))
    return Entries(
        tuple(ListSource(**entry) for entry in written["list"]),
        tuple(Stratum(**entry) for entry in written["stratum"]),
    )


@pytest.fixture(scope="session")
def tables(staff: SyntheticStaff) -> dict[str, Table]:
    return synthetic_lists(7, staff)


@pytest.fixture(scope="session")
def synthetic_folder(tables: dict[str, Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    write_lists(tables, folder)
    return folder


@pytest.fixture(scope="session")
def synthetic(synthetic_folder: Path, entries: Entries) -> Lists:
    return read_lists(synthetic_folder, entries.sources, refer)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., ListSource]:
    """Write rows as the sheet of a workbook and return the list that stands there."""

    def write(rows: Cells, *, file: str = "list.xlsx", sheet: str = "List_8", named: str = "List_8") -> ListSource:
        with xlsxwriter.Workbook(tmp_path / file) as book:
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            page = book.add_worksheet(sheet)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date) and not isinstance(value, datetime):
                        page.write_datetime(number, column, datetime.combine(value, time()), day)
                    elif isinstance(value, datetime):
                        page.write_datetime(number, column, value, day)
                    else:
                        page.write(number, column, value)
        return ListSource(id="care", title="Children in care", file=file, sheet=named, as_at=AS_AT)

    return write


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Lists]:
    """Write texts as CSV files, one a list id, and read them."""

    def write_and_read(**files: str) -> Lists:
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        sources = tuple(ListSource(id=name, title=name, file=f"{name}.csv", as_at=AS_AT) for name in files)
        return read_lists(tmp_path, sources, refer)

    return write_and_read
