"""What taking in an edited workbook came to, as plain sentences and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from constraints.problem import Noun
from planner.commands.adopt import Adopted, BrokenByEdit, BrokenRefused
from planner.commands.edit_checks import Outdated, OutdatedRefused
from planner.commands.sentences import counted
from samples.errors import InputRefused


def adopted_text(adopted: Adopted) -> str:
    """The new version, what changed, what was accepted; or that nothing changed."""
    return "\n".join(_adopted(adopted))


def outdated_text(outdated: Outdated) -> str:
    """What changed since the workbook was made, and what was changed in it."""
    return "\n".join(_outdated(outdated))


def shown_with(refused: InputRefused) -> tuple[Noun, str] | None:
    """What a refusal has to show beside its sentence, and as a text; None: nothing."""
    if isinstance(refused, OutdatedRefused):
        return refused.outdated, outdated_text(refused.outdated)
    if isinstance(refused, BrokenRefused):
        return refused.broken, broken_text(refused.broken)
    return None


def broken_text(broken: BrokenByEdit) -> str:
    """The breaches of an edit, each with its cells."""
    return "\n".join((f"Broken by the edit of {broken.file}", *(f"  {sentence}" for sentence in broken.broken)))


def _adopted(adopted: Adopted) -> Iterator[str]:
    if not adopted.created:
        yield f"{adopted.file}: nothing changed; version {adopted.version} stands."
    else:
        yield f"Version {adopted.version} written from {adopted.file}."
        yield from _list("Changed", adopted.changed)
        yield from _list("Pinned: these stay where they were put", adopted.pinned)
        yield from _list("Accepted all the same", adopted.waived)
    yield from _list("Notices", adopted.notices)
    if adopted.pending:
        yield f"\nStill to be answered: {counted(adopted.pending, 'happening')}. Next: planner repair"
    elif adopted.created:
        yield "\nNext: planner documents, then planner publish --preview"


def _outdated(outdated: Outdated) -> Iterator[str]:
    yield f"{outdated.file} was made of version {outdated.made_of}; the current version is {outdated.current}."
    yield from _list(f"What changed since version {outdated.made_of}", outdated.since or ("nothing",))
    yield from _list("What was changed in the workbook", outdated.edited or ("nothing",))
    yield from _list("Changed on both sides", outdated.both)


def _list(head: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield from ("", head, *(f"  {line}" for line in told))
