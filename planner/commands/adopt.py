"""Take a workbook that somebody edited in as a new version: as it is, checked by every rule, nothing solved again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from constraints.problem import Noun, Problem
from planner.commands.ask import Ask
from planner.commands.by_hand import Broken, accepting, newly_broken, record_by_hand
from planner.commands.edit_cells import with_cells
from planner.commands.edit_checks import refuse_gone, refuse_history, refuse_moved_on, refuse_outdated
from planner.commands.edit_judged import dropped, problem_for, programme_of
from planner.commands.edit_words import named, told_changes
from planner.commands.edited import TakenIn, take_in
from planner.commands.free_text import refuse_child_named
from planner.commands.roles import MANAGER, role
from planner.commands.situation import Situation, situation
from planner.intake.disruption import Pin, Waive
from planner.outgoing.own_words import REASON
from samples.errors import InputRefused

BY_HAND = "edited by hand"
"""Why the version was made, in the log."""


class Adopted(Noun):
    """What an edit came to.

    Attributes:
        file: the workbook.
        version: the current version's number.
        created: whether it was made now; else nothing was changed.
        changed: what changed, a sentence a session.
        pinned: the sessions that stay where they were put.
        waived: the breaches knowingly accepted, each with its cells.
        notices: what was read past, and what to know.
        pending: what happened and is still to be answered.
    """

    file: str
    version: int
    created: bool
    changed: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    pending: int = 0


class BrokenByEdit(Noun):
    """The hard rules that an edit breaks: a sentence for each breach, with its cells."""

    file: str
    broken: tuple[str, ...]


class BrokenRefused(InputRefused):
    """The edit breaks hard rules; ``broken`` tells them."""

    def __init__(self, file: str, broken: tuple[str, ...]) -> None:
        self.broken = BrokenByEdit(file=file, broken=broken)
        said = "a hard rule" if len(broken) == 1 else f"hard rules in {len(broken)} places"
        hint = 'Nothing was adopted: change it, or accept that knowingly with --override "reason".'
        super().__init__(file, f"the edit breaks {said}", hint)


def adopt(
    folder: Path,
    path: Path,
    ask: Ask,
    override: str = "",
    *,
    gone: bool = False,
    who: str = MANAGER,
    as_of: datetime | None = None,
) -> Adopted:
    """Take an edited workbook in as a new version; sessions that were edited are pinned.

    Args:
        folder: the review folder.
        path: the workbook.
        ask: asks for the vault's passphrase, if one is needed.
        override: why breaches of hard rules are accepted; empty: they are not.
        gone: whether the sessions whose rows are gone are taken out of the programme.
        who: who adopts, by role.
        as_of: when it is adopted; without a zone, in the review's. None: now.

    Raises:
        OutdatedRefused: the workbook is of an earlier version.
        BrokenRefused: the edit breaks hard rules, and nobody said why that is accepted.
        Refusal: a cell cannot be used, rows are gone, history was changed, or the reason names a child. Nothing is
            written then.
    """
    why, by = " ".join(override.split()), role(who)
    refuse_child_named(folder, ask, REASON, why)
    taken = take_in(folder, path, ask)
    refuse_outdated(taken)
    refuse_gone(taken, dropped=gone)
    stands = situation(folder, ask, as_of)
    refuse_moved_on(taken, stands)
    refuse_history(taken, stands)
    problem, programme = problem_for(taken, stands), programme_of(taken, stands)
    if programme.sessions == stands.before.sessions:
        return _of(taken, stands, stands.version.number, created=False)
    broken = newly_broken(stands, problem, programme)
    waivers = _waivers(taken, problem, broken, why, by)
    said = (*dropped(taken), *waivers, *(Pin(session=activity) for activity in taken.edit.changed))
    number = record_by_hand(folder, stands, programme, said, by, why or BY_HAND)
    return _of(taken, stands, number, created=True, broken=broken, problem=problem)


def _waivers(taken: TakenIn, problem: Problem, broken: tuple[Broken, ...], why: str, who: str) -> tuple[Waive, ...]:
    if broken and not why:
        told = tuple(with_cells(taken.edit, one.rule, one.breach, problem) for one in broken)
        raise BrokenRefused(taken.edit.sheet.file, told)
    return accepting(broken, who, why)


def _of(
    taken: TakenIn,
    stands: Situation,
    number: int,
    *,
    created: bool,
    broken: tuple[Broken, ...] = (),
    problem: Problem | None = None,
) -> Adopted:
    edit = taken.edit
    touched = (*edit.changed, *(session.activity for session in edit.gone))
    frozen = [named(taken.source, activity) for activity in touched if activity in stands.problem.frozen]
    soon = [f"{one} starts within {stands.problem.limits.freeze} hours: tell its people yourself." for one in frozen]
    return Adopted(
        file=edit.sheet.file,
        version=number,
        created=created,
        changed=told_changes(taken.source, edit.before, edit.programme, taken.made_of.problem),
        pinned=tuple(named(taken.source, activity) for activity in edit.changed),
        waived=tuple(with_cells(edit, one.rule, one.breach, problem or stands.problem) for one in broken),
        notices=(*edit.notices, *soon),
        pending=len(stands.pending),
    )
