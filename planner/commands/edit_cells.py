"""In which cell of a workbook a breach is put right: the cell that was changed, or else the one that the rule reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from constraints.constraint import Breach
from constraints.problem import Problem
from planner.commands.sentences import told
from planner.intake.edited_programme import EditedProgramme
from planner.layout import DATE, EDITED, END, PEOPLE, PLACE, REVIEWERS, START

_DAY, _TIME = (DATE, START, END), (START, END, DATE)
_WHO = (REVIEWERS, PEOPLE)

READS: Mapping[str, tuple[str, ...]] = {
    "its_length": (END, START, DATE),
    "in_its_window": _DAY,
    "minimum_notice": _DAY,
    "working_days": (DATE, REVIEWERS),
    "day_kind": (DATE, REVIEWERS),
    "contracted_days": (DATE, REVIEWERS),
    "most_days": (DATE, *_WHO),
    "consecutive_days": (DATE, *_WHO),
    "needs_met": _WHO,
    "no_conflict_of_interest": (REVIEWERS, PEOPLE),
    "host_independence": (PEOPLE, REVIEWERS),
    "same_reviewers": (REVIEWERS,),
    "rotation": (REVIEWERS,),
    "counterpart_attends": (PEOPLE,),
    "same_case": (PEOPLE,),
    "room_for_all": (PLACE, PEOPLE),
    "same_place": (PLACE,),
    "resource_there": (*_TIME, PLACE),
    "resource_shared": (*_TIME, PLACE),
    "sites_a_day": (PLACE, DATE),
    "travel_time": (START, PLACE, DATE),
    "not_in_the_past": _DAY,
    "time_to_be_told": (*_TIME, PEOPLE),
}
"""The columns that a rule reads, the likeliest first; any rule that is not here reads times, then people."""

MOST = 3
"""So many cells are named of a breach that is about many sessions."""


def cells_of(edit: EditedProgramme, rule: str, breach: Breach) -> tuple[str, ...]:
    """The cells of a breach: of the sessions that were changed, or else of the first one that stands on the sheet."""
    about = [session.activity for session in breach.sessions] or [breach.subject]
    changed = [activity for activity in about if edit.changed.get(activity)]
    cells = [edit.cell(activity, _column(edit, rule, activity)) for activity in changed or about]
    found = [*dict.fromkeys(filter(None, cells))]
    return tuple(found[:MOST] if changed else found[:1])


def with_cells(edit: EditedProgramme, rule: str, breach: Breach, problem: Problem) -> str:
    """A breach as a sentence that begins with its cells."""
    return "".join(_before(cells_of(edit, rule, breach))) + told(problem, breach)


def _before(cells: tuple[str, ...]) -> Iterator[str]:
    if cells:
        yield f"{', '.join(cells)}: "


def _column(edit: EditedProgramme, rule: str, activity: str) -> str:
    """Of the columns that a rule reads the first that was changed; else any that was changed; else the likeliest."""
    reads = READS.get(rule, (*_TIME, *_WHO))
    changed = edit.changed.get(activity, ())
    order = (*reads, *(column for column in EDITED if column not in reads))
    return next((column for column in order if column in changed), reads[0])
