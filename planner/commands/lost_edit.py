"""That nobody's work is lost: the council's workbook is not replaced while it holds changes that nobody took in."""

from __future__ import annotations

from pathlib import Path

from planner.commands.ask import Ask
from planner.commands.edited import take_in
from planner.layout import HOST_WORKBOOK, OUT
from samples.errors import InputRefused, Refusal

HINT = "Take it in with planner adopt, or keep it under another name outside the folder out."


def refuse_lost_edit(folder: Path, ask: Ask) -> None:
    """Refuse to replace a workbook that somebody changed and nobody took in.

    A workbook that could not be taken in at all, such as one of an earlier day of review.db, holds nothing to lose.

    Raises:
        InputRefused: it holds changes that the current version does not have.
    """
    path = folder / OUT / HOST_WORKBOOK
    if not path.exists():
        return
    try:
        taken = take_in(folder, path, ask)
    except Refusal as refused:
        if "!" in refused.where:
            found = f"it was changed, and {refused.where.rpartition(' ')[2]} cannot be read as it is"
            raise InputRefused(f"{OUT}/{HOST_WORKBOOK}", found, HINT) from None
        return
    edited = taken.edit.changed or taken.edit.gone
    if edited and taken.edit.programme.sessions != taken.current.programme.sessions:
        found = f"it was changed, and version {taken.current.number} does not hold the changes"
        raise InputRefused(f"{OUT}/{HOST_WORKBOOK}", found, HINT)
