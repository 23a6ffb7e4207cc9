"""What was noted, and what is still to be answered, as plain sentences; pure functions of a command's result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.commands.happened import Happened, Noted, Pending
from planner.commands.sentences import counted


def noted_text(noted: Noted) -> str:
    """What was noted, which sessions it takes off their places, and what to do next."""
    return "\n".join(_noted(noted))


def _noted(noted: Noted) -> Iterator[str]:
    yield from (f"Noted: {_line(one)}." for one in noted.noted)
    yield from _list("Cannot stand where they are", noted.struck)
    if noted.pending:
        unanswered = counted(noted.pending, "thing")
        yield from ("", f"Version {noted.version} does not answer {unanswered} yet. Next: planner repair")


def pending_text(pending: Pending) -> str:
    """What happened and is not answered, and what stays where it is."""
    return "\n".join(_pending(pending))


def _pending(pending: Pending) -> Iterator[str]:
    if pending.pending:
        yield f"Version {pending.version} does not answer yet:"
        yield from (f"  line {one.line}: {_line(one)}" for one in pending.pending)
    else:
        yield f"Version {pending.version} answers all that happened."
    yield from _list("Cannot stand where they are", pending.struck)
    yield from _list("Pinned", pending.pinned)


def _line(one: Happened) -> str:
    return f"{one.sentence} ({one.reason})" if one.reason else one.sentence


def _list(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", head, *(f"  {line}" for line in lines))
