"""Plan a shipped format from start to end, in a folder of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from constraints.problem import Noun
from planner.commands.ask import Ask
from planner.commands.documents import DocumentsWritten, documents
from planner.commands.new import formats, new
from planner.commands.plan import Planned, Progress, plan_folder
from planner.commands.show import Shown, show
from planner.demo_key import KEY_FILE
from samples.errors import InputRefused

FORMAT = "self-directed-review"
"""The format of the demo, if none is named."""


class Demonstrated(Noun):
    """What the demo planned, shows and wrote."""

    planned: Planned
    shown: Shown
    documents: DocumentsWritten


def demo(folder: Path, ask: Ask, progress: Progress, name: str = FORMAT, as_of: datetime | None = None) -> Demonstrated:
    """Start a format in a folder, or take one that an earlier demo started; plan it, show it, write its documents.

    Args:
        folder: where the demo stands.
        ask: asks for the vault's passphrase, if one is needed.
        progress: told in a sentence what is being done.
        name: the format.
        as_of: when the version is said to be made. None: now.

    Raises:
        InputRefused: there is no such format, or something else stands in the folder.
    """
    if not _ours(folder, name):
        new(name, folder)
    planned = plan_folder(folder, ask, progress, as_of)
    written = documents(folder, ask, progress)
    return Demonstrated(planned=planned, shown=show(folder), documents=written)


def _ours(folder: Path, name: str) -> bool:
    """Whether the folder holds a demo of this format: its public key is that of the format.

    Raises:
        InputRefused: something else stands there.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return False
    shipped = formats().get(name)
    key = folder / KEY_FILE
    if shipped and key.is_file() and key.read_bytes() == shipped.joinpath(KEY_FILE).read_bytes():
        return True
    hint = "Name another with --folder."
    raise InputRefused(folder.name, f"something other than a demo of {name} stands there", hint)
