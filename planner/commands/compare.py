"""Set two programmes side by side on every measure; each is a version or a file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from constraints.changes import changes
from constraints.measures import Measure, measures
from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.folder import state
from planner.commands.versions import planned, planned_or_none
from planner.intake.programme_file import read_programme
from planner.intake.programme_workbook import is_workbook
from planner.intake.standing_now import at_rest

Better = Literal["a", "b", "equal", "cannot tell"]


class MeasureOfBoth(Noun):
    """One measure of both programmes (None: cannot tell) and which is the better."""

    id: str
    title: str
    unit: str
    a: float | None
    b: float | None
    better: Better
    formula: str


class Counts(Noun):
    """How many sessions change from one programme to the other; one may be both moved and reassigned."""

    added: int
    moved: int
    cancelled: int
    reassigned: int


class Compared(Noun):
    """Two programmes side by side."""

    a: str
    b: str
    measures: tuple[MeasureOfBoth, ...]
    changes: Counts


class Side(NamedTuple):
    """A programme, what it is called, and the problem it is measured against."""

    called: str
    problem: Problem
    programme: Programme


def compare(folder: Path, a: str, b: str, ask: Ask) -> Compared:
    """Compare two programmes.

    A version is measured against the problem that it answers, whenever it is looked at. A file is measured against the
    other side's problem; two files against that of the current version, or else against the review as it stands. The
    council's workbook is measured against the problem of the version that it was made of.

    Args:
        folder: the review folder.
        a: a version's number or a file.
        b: the same.
        ask: asks for the vault's passphrase, if one is needed.

    Raises:
        Refusal: there is no such version or file, or it cannot be used.
    """
    versions = {name: _version(folder, name) for name in (a, b) if name.isdecimal()}
    problem = next((side.problem for side in versions.values()), None) or _problem(folder, ask)
    one, other = (versions.get(name) or _file(folder, name, problem, ask) for name in (a, b))
    made = changes(one.programme, other.programme)
    return Compared(
        a=one.called,
        b=other.called,
        measures=tuple(
            _both(first, second)
            for first, second in zip(
                measures(one.problem, one.programme), measures(other.problem, other.programme), strict=True
            )
        ),
        changes=Counts(
            added=len(made.added),
            moved=len(made.moved),
            cancelled=len(made.cancelled),
            reassigned=len(made.reassigned),
        ),
    )


def beside(folder: Path, name: str) -> Path:
    """A file as named where the user stands, or else of the review folder."""
    return Path(name) if Path(name).exists() or not (folder / name).exists() else folder / name


def _version(folder: Path, name: str) -> Side:
    stored = planned(folder, int(name))
    return Side(f"version {stored.number}", at_rest(stored.problem), stored.programme)


def _file(folder: Path, name: str, problem: Problem, ask: Ask) -> Side:
    path = beside(folder, name)
    if is_workbook(path):
        from planner.commands.edited import take_in

        taken = take_in(folder, path, ask)
        return Side(path.name, at_rest(taken.made_of.problem), taken.edit.programme)
    return Side(path.name, problem, read_programme(path, problem))


def _problem(folder: Path, ask: Ask) -> Problem:
    current = planned_or_none(folder)
    return at_rest(current.problem) if current else state(folder, ask).problem


def _both(first: Measure, second: Measure) -> MeasureOfBoth:
    return MeasureOfBoth(
        id=first.id,
        title=first.title,
        unit=first.unit,
        a=first.value,
        b=second.value,
        better=_better(first, second),
        formula=first.formula,
    )


def _better(first: Measure, second: Measure) -> Better:
    if first.value is None or second.value is None:
        return "cannot tell"
    if first.value == second.value:
        return "equal"
    return "a" if (first.value > second.value) == (first.better == "higher") else "b"
