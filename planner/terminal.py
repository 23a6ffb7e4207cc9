"""The terminal a person sits at: how wide it is, what is told while they wait, and what they are asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size

from samples.errors import InputRefused

VARIABLE = "PLANNER_PASSPHRASE"
"""The environment's variable that holds the passphrase where nobody is asked."""

WIDEST = 120
"""Characters beyond which a line is hard to read."""


def width() -> int:
    """How wide tables may be, in characters."""
    return min(get_terminal_size((100, 24)).columns, WIDEST)


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Tell what is being done on standard error: one changing line on a terminal, else a line each.

    A whole sentence, with its full stop, is no such thing: it stays.
    """
    if not sys.stderr.isatty():
        yield lambda said: print(said if _stays(said) else f"{said} ...", file=sys.stderr, flush=True)  # noqa: T201
        return
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    status = console.status("")

    def tell(sentence: str) -> None:
        if _stays(sentence):
            console.print(sentence, markup=False)
            return
        # not before there is something to tell: a passphrase may be asked for until then
        status.update(sentence)
        status.start()

    try:
        yield tell
    finally:
        status.stop()


def _stays(said: str) -> bool:
    return said.endswith(".")


def ask_passphrase(new: bool) -> str | None:
    """The passphrase of a review's vault, from the environment or the person; None: the system keyring keeps it.

    Args:
        new: whether it is for a new vault, and so has to be typed twice.

    Raises:
        InputRefused: what was typed twice differs.
    """
    given = os.environ.get(VARIABLE)
    if given is not None or not sys.stdin.isatty():
        return given
    from getpass import getpass

    what = "A passphrase for this review's key" if new else "The passphrase of this review's key"
    typed = getpass(f"{what} (empty: the system keyring keeps it): ")
    if new and typed and getpass("The same again: ") != typed:
        raise InputRefused("passphrase", "what was typed twice differs", "Try again.")
    return typed or None
