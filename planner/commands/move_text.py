"""What a move by hand came to, as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from planner.commands.move import Moved
from planner.commands.sentences import counted


def moved_text(moved: Moved) -> str:
    """What a move came to."""
    return "\n".join(_moved(moved))


def _moved(moved: Moved) -> Iterator[str]:
    yield f"Version {moved.version} written."
    yield from (f"  {change.what}: {change.activity}, {change.title}: {change.said}" for change in moved.changes)
    yield from (f"{title} was about to begin: tell its people yourself." for title in moved.near)
    if moved.waived:
        yield "Knowingly accepted:"
        yield from (f"  {one}" for one in moved.waived)
    elif moved.disturbed:
        proof = "proven fewest" if moved.proven else "not proven fewest"
        yield f"Something changes for {counted(moved.disturbed, 'other')} ({proof})."
    if moved.answered:
        yield "Answered with it, by whatever disturbs fewest (to choose, planner undo and planner repair):"
        yield from (f"  {one}" for one in moved.answered)
    yield "Nothing is sent before planner publish."
