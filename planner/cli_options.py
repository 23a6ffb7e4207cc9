"""What the groups of commands share: the options that many take, and how a result is printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel

BROKEN_PIPE = 141
"""The exit code where nobody reads on: as a shell counts it."""

Folder = Annotated[Path, typer.Option("--folder", help="The review folder; without it, the one you stand in.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for machines.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="TIME", help="When it is said to be made, such as 2021-04-14T09:00.")
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="CODE",
        help="Why, for the log only: illness, leave, court, emergency, diary-clash, case-closed, moved-away, "
        "council-asked or other.",
    ),
]
Who = Annotated[str, typer.Option("--who", metavar="ROLE", help="Who says so, by role, for the log.")]
Dropped = Annotated[
    bool, typer.Option("--dropped", help="Sessions whose rows are gone from the workbook are taken out.")
]
HERE = Path()


def print_result(result: BaseModel, text: Callable[..., str], *, json: bool) -> None:
    """Print a command's result: its text for people, or JSON for machines."""
    try:
        typer.echo(result.model_dump_json(indent=2) if json else text(result))
        sys.stdout.flush()
    except BrokenPipeError:
        # nobody reads on: what is left in the buffer goes nowhere, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def time_given(text: str) -> datetime | None:
    """The time that ``--as-of`` gives; None if none is given.

    Raises:
        InputRefused: it is no time.
    """
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        from samples.errors import InputRefused

        raise InputRefused("--as-of", f"'{text}' is not a time", "Write it as 2021-04-14T09:00.") from None


def said_or_left(option: str, text: str | None, wanted: str) -> str:
    """What an option says; empty: it was left away.

    Raises:
        InputRefused: it is there and says nothing, as where a shell's variable was empty.
    """
    if text is not None and not text.strip():
        from samples.errors import InputRefused

        raise InputRefused(option, "it is empty", f"Write {wanted} after it, or leave it away.")
    return (text or "").strip()


@contextmanager
def difference_told(*, json: bool) -> Iterator[None]:
    """Print what a refusal of an edited workbook has to show, before it is said in a sentence."""
    from samples.errors import InputRefused

    try:
        yield
    except InputRefused as refused:
        from planner.commands.edit_texts import shown_with

        if shown := shown_with(refused):
            result, text = shown
            print_result(result, lambda _: text, json=json)
        raise
