"""What speaks against taking an edited workbook in: it is of an earlier version, rows are gone, history was changed."""

from __future__ import annotations

from collections.abc import Iterator

from constraints.problem import Noun, instant
from constraints.programme import Programme
from planner.commands.edit_words import named, told_changes
from planner.commands.edited import TakenIn
from planner.commands.situation import Situation
from planner.layout import DATABASE
from planner.outgoing.wording import when
from samples.errors import InputRefused, StoreRefused

FEW = 3
"""Sessions that a refusal names one by one."""


class Outdated(Noun):
    """A workbook of an earlier version: what changed in the versions since, and what the edit changed, a sentence each.

    ``both`` names the sessions that changed on both sides.
    """

    file: str
    made_of: int
    current: int
    since: tuple[str, ...]
    edited: tuple[str, ...]
    both: tuple[str, ...]


class OutdatedRefused(InputRefused):
    """The workbook is older than the current version; ``outdated`` tells the difference."""

    def __init__(self, outdated: Outdated) -> None:
        self.outdated = outdated
        found = f"it was made of version {outdated.made_of}, and the current version is {outdated.current}"
        hint = "Keep it under another name, write the documents again, and make the changes in the new workbook."
        super().__init__(outdated.file, found, hint)


def refuse_outdated(taken: TakenIn) -> None:
    """Refuse a workbook of an earlier version, unless nothing has changed since, or all that was edited stands already.

    Raises:
        OutdatedRefused: it is one.
    """
    made_of, current, edited = taken.made_of, taken.current, taken.edit.programme
    if current.programme.sessions in (made_of.programme.sessions, edited.sessions):
        return
    stood = made_of.programme
    theirs, ours = _differing(stood, current.programme), _differing(stood, edited)
    raise OutdatedRefused(
        Outdated(
            file=taken.edit.sheet.file,
            made_of=made_of.number,
            current=current.number,
            since=told_changes(taken.source, stood, current.programme, current.problem),
            edited=told_changes(taken.source, stood, edited, made_of.problem),
            both=tuple(named(taken.source, activity) for activity in stood.session if activity in theirs & ours),
        )
    )


def refuse_moved_on(taken: TakenIn, stands: Situation) -> None:
    """Refuse where somebody has made a version while the workbook was read.

    Raises:
        StoreRefused: somebody has.
    """
    if stands.version.number != taken.current.number:
        raise StoreRefused(DATABASE, "somebody else has written into it since this was begun", "Try again.")


def _differing(one: Programme, other: Programme) -> set[str]:
    known = {**one.session, **other.session}
    return {activity for activity in known if one.session.get(activity) != other.session.get(activity)}


def refuse_gone(taken: TakenIn, *, dropped: bool) -> None:
    """Refuse a workbook in which rows are gone, unless it is said that their sessions are taken out.

    Raises:
        InputRefused: rows are gone, and nobody said so.
    """
    gone = taken.edit.gone
    if not gone or dropped:
        return
    told = [f"{named(taken.source, one.activity)}, {when(one.start)}" for one in gone]
    more = f" and {len(told) - FEW} more" if len(told) > FEW else ""
    rows = "the row of" if len(gone) == 1 else f"{len(gone)} rows are gone:"
    found = f"{rows} {'; '.join(told[:FEW])}{more}" + (" is gone" if len(gone) == 1 else "")
    them, are = ("it", "it is") if len(gone) == 1 else ("them", "they are")
    hint = f"Put {them} back, or say --dropped where {are} to be taken out of the programme."
    raise InputRefused(f"{taken.edit.sheet.file}, {taken.edit.sheet.title}", found, hint)


def refuse_history(taken: TakenIn, stands: Situation) -> None:
    """Refuse a change of what has begun.

    Raises:
        InputRefused: a session that has begun was changed or taken out.
    """
    problem = stands.problem
    for activity, cell in _touched(taken):
        session = taken.edit.before.session[activity]
        if activity in problem.facts and instant(session.start) < instant(stands.now):
            where = f"{taken.edit.sheet.file}, {cell}" if cell else taken.edit.sheet.file
            found = f"{named(taken.source, activity)} began on {when(session.start)} and is history"
            raise InputRefused(where, found, "Put back what stood there.")


def _touched(taken: TakenIn) -> Iterator[tuple[str, str]]:
    for activity, columns in taken.edit.changed.items():
        yield activity, taken.edit.cell(activity, columns[0])
    yield from ((session.activity, "") for session in taken.edit.gone)
