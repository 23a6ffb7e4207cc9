"""The door: one command line of several groups, and what becomes of whatever goes wrong.

The groups, ``cli_*.py``, read arguments, call one command and print what it returns. They import what they need when
a command runs, so that ``planner --help`` stays fast. Every refusal is one sentence on standard error and exit code
2; a fault of ours is one sentence and 70; nothing broken is 0, something broken 1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from planner import cli_edit, cli_hand, cli_happened, cli_publish, cli_rehearse, cli_repair, cli_review
from planner.commands.stopping import SENTENCE, STOPPED

REFUSED, FAULT = 2, 70
"""Exit codes beside 0 and 1: as a shell counts them, and sysexits for a fault of ours."""


app = typer.Typer(
    name="planner",
    help="Plan the fieldwork of a review: which cases, who is seen about them, by whom and when.",
    epilog="Example: planner new self-directed-review review, then cd review, planner check, planner plan.",
    rich_markup_mode=None,
    add_completion=False,
)

for each in (cli_review, cli_happened, cli_repair, cli_rehearse, cli_hand, cli_edit, cli_publish):
    app.add_typer(each.group)


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


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"fieldwork-planner {version('fieldwork-planner')}"
    except PackageNotFoundError:
        return "fieldwork-planner, run from its source"


if __name__ == "__main__":
    main()
