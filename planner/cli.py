"""The door: read arguments, call one command, print what it returns.

Commands import what they need when they run, so that ``planner --help`` stays fast. Every refusal is one sentence on
standard error and exit code 2; a fault of ours is one sentence and 70; nothing broken is 0, something broken 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from planner.commands.stopping import SENTENCE, STOPPED
from planner.terminal import ask_passphrase, telling, width

if TYPE_CHECKING:
    from pydantic import BaseModel

REFUSED, FAULT, BROKEN_PIPE = 2, 70, 141
"""Exit codes beside 0 and 1: as a shell counts them, and sysexits for a fault of ours."""


app = typer.Typer(
    name="planner",
    help="Plan the fieldwork of a review: which cases, who is seen about them, by whom and when.",
    epilog="Example: planner new self-directed-review review, then cd review, planner check, planner plan.",
    rich_markup_mode=None,
    add_completion=False,
)


class View(StrEnum):
    """For whom a programme is shown."""

    REVIEWER = "reviewer"


Folder = Annotated[Path, typer.Option("--folder", help="The review folder; without it, the one you stand in.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for machines.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="TIME", help="When it is said to be made, such as 2021-04-14T09:00.")
]
HERE = Path()


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the planner's version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of a fault of the planner.")] = False,
) -> None:
    """Print the version, or the help where no command is named."""
    if version:
        typer.echo(_version())
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
    context.obj = debug


@app.command(epilog="Example: planner new self-directed-review review --variant paired-interviews")
def new(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="The format's name, such as self-directed-review.")],
    folder: Annotated[Path, typer.Argument(help="The folder to start; it must not exist, or be empty.")],
    variant: Annotated[str, typer.Option(help="A variant of the format.")] = "",
    json: Json = False,
) -> None:
    """Start a review folder from a format that ships with the planner."""
    from planner.commands.new import new as start_folder
    from planner.commands.texts import new_text

    _print(start_folder(name, folder, variant), new_text, json=json)


@app.command(epilog="Examples: planner check; planner check --programme handmade.csv")
def check(
    programme: Annotated[Path | None, typer.Option(help="A programme that somebody wrote (CSV).")] = None,
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Read the review and judge a programme by every rule: kept, broken, or cannot tell.

    Judged is the programme named, else the current version. Exit code 1 says that something is broken.
    """
    from planner.commands.check import check_folder
    from planner.commands.compare import beside
    from planner.commands.texts import check_text

    path = beside(folder, str(programme)) if programme else None
    checked = check_folder(folder.resolve(), ask_passphrase, path)
    _print(checked, check_text, json=json)
    if checked.broken:
        raise typer.Exit(1)


@app.command(epilog="Example: planner plan --folder review")
def plan(folder: Folder = HERE, as_of: AsOf = "", json: Json = False) -> None:
    """Find the best programme, prove what can be proven, and write it as a version.

    An unchanged programme is not written again.
    """
    from planner.commands.plan import plan_folder
    from planner.commands.texts import plan_text

    with telling() as progress:
        planned = plan_folder(folder.resolve(), ask_passphrase, progress, _time(as_of))
    _print(planned, plan_text, json=json)


@app.command(epilog="Examples: planner show; planner show 1")
def show(
    version: Annotated[int | None, typer.Argument(help="A version's number; without it, the current one.")] = None,
    view: Annotated[View, typer.Option("--as", help="For whom.")] = View.REVIEWER,  # noqa: ARG001 -- one view so far
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Show the programme: a table a week, a row a date, a column a reviewer."""
    from planner.commands.show import show as show_version

    _print(show_version(folder.resolve(), version), _show_text, json=json)


@app.command(epilog="Examples: planner compare 1 2; planner compare handmade.csv 1")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A version's number or a programme's file.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same.")],
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Set two programmes side by side on every measure, and count what changes between them."""
    from planner.commands.compare import Compared
    from planner.commands.compare import compare as compare_both

    def text(compared: Compared) -> str:
        from planner.commands.tables import compare_text

        return compare_text(compared, width())

    _print(compare_both(folder.resolve(), a, b, ask_passphrase), text, json=json)


@app.command(epilog="Examples: planner documents; planner documents 1")
def documents(
    version: Annotated[int | None, typer.Argument(help="A version's number; without it, the current one.")] = None,
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Write the documents of a version: for reviewers, for the council, for anybody.

    They lie in the folder out, which is written anew each time. Everything is searched for leaks first; one leak, and
    nothing is written.
    """
    from planner.commands.documents import documents as write_documents
    from planner.commands.texts import documents_text

    with telling() as progress:
        written = write_documents(folder.resolve(), ask_passphrase, progress, version)
    _print(written, documents_text, json=json)


@app.command(epilog="Examples: planner lookup; planner lookup --person dcs --who 'link officer'")
def lookup(
    person: Annotated[str, typer.Option(help="Only the cases that this person is asked about: an id or a name.")] = "",
    who: Annotated[str, typer.Option(help="Who opens the list, by role.")] = "link officer",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Show which child each session is about: a protected list. Each opening is logged.

    It needs the review's key, and writes no file.
    """
    from planner.commands.lookup import LookedUp
    from planner.commands.lookup import lookup as look_up

    def text(found: LookedUp) -> str:
        from planner.commands.tables import lookup_text

        return lookup_text(found, width())

    _print(look_up(folder.resolve(), ask_passphrase, person, who, _time(as_of)), text, json=json)


@app.command(epilog="Example: planner demo --folder demo")
def demo(
    name: Annotated[str, typer.Argument(metavar="[FORMAT]", help="The format.")] = "self-directed-review",
    folder: Annotated[Path, typer.Option("--folder", help="Where the demo stands.")] = Path("demo"),
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Plan a shipped format from start to end: a new folder, the plan, the programme, the proof, the documents."""
    from planner.commands.demo import Demonstrated
    from planner.commands.demo import demo as demonstrate
    from planner.commands.texts import came_to_text, documents_text

    def text(shown: Demonstrated) -> str:
        planned = shown.planned
        return "\n\n".join(
            (_show_text(shown.shown), came_to_text(planned), documents_text(shown.documents), planned.proof)
        )

    with telling() as progress:
        made = demonstrate(folder.resolve(), ask_passphrase, progress, name, _time(as_of))
    _print(made, text, json=json)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is one sentence on standard error."""
    from samples.errors import Refusal

    try:
        code = app(list(arguments), prog_name="planner", standalone_mode=False)
    except Refusal as refused:
        return _say(refused.sentence, REFUSED)
    except typer.TyperException as misused:
        return _say(" ".join(misused.format_message().split()), REFUSED)
    except typer.Abort:
        code = STOPPED
    except Exception as fault:
        if "--debug" in arguments:
            raise
        told = f"{type(fault).__name__}: {fault}".splitlines()[0]
        return _say(f"This is a fault of the planner ({told}); planner --debug ... tells where.", FAULT)
    if code == STOPPED:
        return _say(SENTENCE, STOPPED)
    return int(code or 0)


def _say(sentence: str, code: int) -> int:
    typer.echo(sentence, err=True)
    return code


def _print(result: BaseModel, text: Callable[..., str], *, json: bool) -> None:
    try:
        typer.echo(result.model_dump_json(indent=2) if json else text(result))
        sys.stdout.flush()
    except BrokenPipeError:
        # nobody reads on: what is left in the buffer goes nowhere, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def _show_text(shown: object) -> str:
    from planner.commands.show import Shown
    from planner.commands.tables import show_text

    assert isinstance(shown, Shown)
    return show_text(shown, width())


def _time(text: str) -> datetime | None:
    """The time given; None if none is."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        from samples.errors import InputRefused

        raise InputRefused("--as-of", f"'{text}' is not a time", "Write it as 2021-04-14T09:00.") from None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"fieldwork-planner {version('fieldwork-planner')}"
    except PackageNotFoundError:
        return "fieldwork-planner, run from its source"


if __name__ == "__main__":
    main()
