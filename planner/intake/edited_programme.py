"""An edited workbook as a programme: every row by its session's code, what was changed, what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from constraints.problem import Problem, Session
from constraints.programme import Programme, in_time
from planner.intake.edited_row import AsWritten, Edit, RowReader
from planner.intake.nearest import did_you_mean
from planner.intake.programme_workbook import EditedRow, EditedSheet, text_of
from planner.intake.written import shown
from planner.layout import CODE_COLUMN, MADE, VERSION_COLUMN

_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True)
class EditedProgramme:
    """A programme as somebody left it in a workbook.

    Attributes:
        sheet: the sheet that it was read from.
        before: the programme of the version that the workbook was made of.
        rows, edits: by activity.
        gone: the sessions whose rows are gone.
        notices: what was read past, a sentence each.
    """

    sheet: EditedSheet
    before: Programme
    rows: Mapping[str, EditedRow]
    edits: Mapping[str, Edit]
    gone: tuple[Session, ...]
    notices: tuple[str, ...] = ()

    @property
    def programme(self) -> Programme:
        """The sessions as they are now: those changed, those that stand on no sheet for the council, none gone."""
        gone = {session.activity for session in self.gone}
        kept = (one for one in self.before.sessions if one.activity not in gone)
        now = (self.edits[one.activity].session if one.activity in self.edits else one for one in kept)
        return self.before.model_copy(update={"sessions": tuple(sorted(now, key=in_time)), "tiers": ()})

    @property
    def changed(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that were changed, by activity, in the order of the sheet."""
        return {activity: edit.columns for activity, edit in self.edits.items() if edit.columns}

    def cell(self, activity: str, column: str) -> str:
        """The cell of a session; empty: it stands on no row."""
        row = self.rows.get(activity)
        return self.sheet.cell(row, column) if row else ""


def edited_programme(
    sheet: EditedSheet, written: Mapping[str, AsWritten], before: Programme, problem: Problem
) -> EditedProgramme:
    """What a workbook says now.

    Args:
        sheet: the workbook's programme, as it was read.
        written: each row as the planner wrote it, by the session's code.
        before: the programme of the version that the workbook was made of.
        problem: the problem that it answers.

    Raises:
        InputRefused: a code is gone, unknown or stands twice, a row is of another version, or a cell cannot be read.
    """
    reader = RowReader(sheet, problem)
    coded = dict(_by_code(sheet, written))
    rows = {written[code].session.activity: row for code, row in coded.items()}
    edits = {written[code].session.activity: reader.read(row, written[code]) for code, row in coded.items()}
    gone = tuple(one.session for code, one in written.items() if code not in coded)
    notices = (*sheet.notices, *(told for code, row in coded.items() for told in _made(sheet, row, written[code])))
    return EditedProgramme(sheet, before, rows, edits, gone, notices)


def _made(sheet: EditedSheet, row: EditedRow, written: AsWritten) -> Iterator[str]:
    """What was changed in columns that the planner makes."""
    for column in MADE:
        if column in row.cells and text_of(row.cells[column]) != text_of(written.cells[column]):
            yield f"{sheet.cell(row, column)}: the planner makes what stands below {column}; the change was read past."


def _by_code(sheet: EditedSheet, written: Mapping[str, AsWritten]) -> Iterator[tuple[str, EditedRow]]:
    seen: dict[str, EditedRow] = {}
    for row in sheet.rows:
        said = text_of(row.cells[CODE_COLUMN])
        code = _DASHES.sub("-", said).replace(" ", "").upper()
        if not code:
            hint = "Put the session's code back. A workbook takes no new sessions; planner add does"
            raise sheet.refused(row, CODE_COLUMN, "the session's code is gone", hint)
        if code not in written:
            found = f"there is no session {shown(said)} in version {sheet.made_of.version}"
            raise sheet.refused(row, CODE_COLUMN, found, did_you_mean(code, written))
        if code in seen:
            found = f"{code} stands here and in {sheet.cell(seen[code], CODE_COLUMN)}"
            raise sheet.refused(row, CODE_COLUMN, found, "Keep one of the two rows")
        _refuse_other_version(sheet, row)
        seen[code] = row
        yield code, row


def _refuse_other_version(sheet: EditedSheet, row: EditedRow) -> None:
    """A row that was copied from the workbook of another version says what held then."""
    said = text_of(row.cells.get(VERSION_COLUMN, ""))
    if said and said != str(sheet.made_of.version):
        found = f"this row is of version {said}, and the workbook of version {sheet.made_of.version}"
        raise sheet.refused(row, VERSION_COLUMN, found, "Type the change into this workbook's own row")
