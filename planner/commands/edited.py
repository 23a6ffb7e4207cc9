"""The council's workbook as somebody left it, read against the version that it was made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from constraints.problem import Problem, Session
from planner.commands.ask import Ask
from planner.commands.sourced import head_of, source_of
from planner.commands.vaults import open_folder_vault
from planner.commands.versions import planned
from planner.intake.edited_programme import EditedProgramme, edited_programme
from planner.intake.edited_row import AsWritten, Places
from planner.intake.programme_workbook import EditedSheet, read_sheet, text_of
from planner.intake.review_file import read_review
from planner.layout import CODE_COLUMN, DATABASE, PROGRAMME_SHEET
from planner.outgoing.documents.excel_host import host_tables, programme_table
from planner.outgoing.host_view import host_view
from planner.outgoing.places import ways_to_say
from planner.outgoing.source import Source
from planner.outgoing.views import HostView
from planner.store_reader import read_store
from planner.store_records import StoredVersion
from samples.errors import InputRefused


@dataclass(frozen=True)
class TakenIn:
    """A workbook, read.

    Attributes:
        edit: what it says, against the version that it was made of.
        versions: all versions, the first one first.
        source: the version that it was made of, as the workbook showed it.
    """

    edit: EditedProgramme
    versions: tuple[StoredVersion, ...]
    source: Source

    @property
    def made_of(self) -> StoredVersion:
        """The version that the workbook was made of."""
        return self.versions[self.source.number - 1]

    @property
    def current(self) -> StoredVersion:
        """The version that stands."""
        return self.versions[-1]


def take_in(folder: Path, path: Path, ask: Ask) -> TakenIn:
    """Read a workbook of a review folder; nothing is written.

    Args:
        folder: the review folder.
        path: the workbook.
        ask: asks for the vault's passphrase, if one is needed: codes are told by the review's key alone.

    Raises:
        Refusal: it is no workbook of this review, or a cell of it cannot be used; the first such cell is told.
    """
    current = planned(folder).number
    sheet = read_sheet(path)
    about = read_review(folder).about
    key = open_folder_vault(folder, about, ask, writing=False).vault.key_bytes
    with read_store(folder / DATABASE) as store:
        versions, log = store.whole_versions(current), store.log()
    version, head = sheet.made_of
    if version > current:
        found = f"it was made of version {version}, and the review has version {current} as its last"
        raise InputRefused(path.name, found, "Name a workbook of this review.")
    if head != head_of(log, version):
        found = f"it was made of a version {version} that is not the one in {DATABASE}"
        hint = f"It is of another review, or {DATABASE} was put back to an earlier day. Put it elsewhere."
        raise InputRefused(path.name, found, hint)
    source = source_of(versions[:version], about, key, head)
    view = host_view(source)
    edit = edited_programme(sheet, written(source, view), source.programme, source.problem)
    notices = (*edit.notices, *_other_sheets(sheet, view))
    return TakenIn(edit=replace(edit, notices=notices), versions=versions, source=source)


def written(source: Source, view: HostView) -> Mapping[str, AsWritten]:
    """Every row of the workbook as it was written, by the session's code."""
    table = programme_table(view)
    activity = {code: activity for activity, code in source.codes.items()}
    rows = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    return {
        (code := str(row[CODE_COLUMN])): _as_written(source.problem, source.programme.session[activity[code]], row)
        for row in rows
    }


def _as_written(problem: Problem, session: Session, row: Mapping[str, object]) -> AsWritten:
    def places() -> Places:
        found: dict[str, tuple[str, str]] = {}
        for name, site, room in ways_to_say(problem, session):
            found.setdefault(name, (site, room))
        return found

    return AsWritten(session, row, places)


def _other_sheets(sheet: EditedSheet, view: HostView) -> Iterator[str]:
    """Which of the other sheets of sessions were changed: whoever changed them has to know that it did nothing."""
    shown = [table for table in host_tables(view) if CODE_COLUMN in table.columns and table.name != PROGRAMME_SHEET]
    for table in shown:
        grid = sheet.grids.get(table.name)
        if grid is not None and _counted(table.rows) - _counted(grid):
            yield f"{sheet.file}: the sheet {table.name} was changed; only {PROGRAMME_SHEET} is read."


def _counted(rows: Iterable[Iterable[object]]) -> Counter[tuple[str, ...]]:
    """Rows as they read, whatever their order and blank cells."""
    return Counter(tuple(filter(None, (text_of(cell).casefold() for cell in row))) for row in rows)
