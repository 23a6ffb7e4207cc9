"""That nobody's work is lost: the council's workbook is not replaced while it holds changes that nobody took in."""

from __future__ import annotations

from pathlib import Path

from planner.commands.ask import Ask
from planner.commands.edited import take_in
from planner.layout import HOST_WORKBOOK, OUT
from samples.errors import InputRefused, Refusal

ELSEWHERE = "Put it right, or keep it under another name outside the folder out."
HINT = "Take it in with planner adopt, or keep it under another name outside the folder out."


def refuse_lost_edit(folder: Path, ask: Ask) -> None:
    """Refuse to replace a workbook that somebody changed and nobody took in.

    One that cannot be taken in as it is, such as one without a column, may hold them too.

    Raises:
        InputRefused: it holds changes that the current version does not have, or whether it does cannot be told.
    """
    path = folder / OUT / HOST_WORKBOOK
    if not path.exists():
        return
    try:
        taken = take_in(folder, path, ask)
    except Refusal as refused:
        in_cell = "!" in refused.where
        why = f"{refused.where.rpartition(' ')[2]} cannot be read as it is" if in_cell else refused.found
        hint = HINT if in_cell else ELSEWHERE
        raise InputRefused(f"{OUT}/{HOST_WORKBOOK}", f"it may have been changed: {why}", hint) from None
    edited = taken.edit.changed or taken.edit.gone
    if edited and taken.edit.programme.sessions != taken.current.programme.sessions:
        found = f"it was changed, and version {taken.current.number} does not hold the changes"
        raise InputRefused(f"{OUT}/{HOST_WORKBOOK}", found, HINT)
