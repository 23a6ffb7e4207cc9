"""Commands over a review and its versions: start one, judge it, plan it, show it, compare, write it down, look up."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli_options import HERE, AsOf, Dropped, Folder, Json, difference_told, print_result, time_given
from planner.terminal import ask_passphrase, telling, width

if TYPE_CHECKING:
    from planner.commands.compare import Compared
    from planner.commands.demo import Demonstrated
    from planner.commands.lookup import LookedUp

group = typer.Typer()


class View(StrEnum):
    """For whom a programme is shown."""

    REVIEWER = "reviewer"


@group.command(epilog="Example: planner new self-directed-review review --variant paired-interviews")
def new(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="The format's name, such as self-directed-review.")],
    folder: Annotated[Path, typer.Argument(help="The folder to start; it must not exist, or be empty.")],
    variant: Annotated[str, typer.Option(help="A variant of the format.")] = "",
    json: Json = False,
) -> None:
    """Start a review folder from a format that ships with the planner."""
    from planner.commands.new import new as start_folder
    from planner.commands.texts import new_text

    print_result(start_folder(name, folder, variant), new_text, json=json)


@group.command(epilog="Examples: planner check; planner check --programme out/host/programme.xlsx")
def check(
    programme: Annotated[
        Path | None, typer.Option(help="A programme by hand: a CSV file, or the council's workbook, edited.")
    ] = None,
    dropped: Dropped = False,
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Read the review and judge a programme by every rule: kept, broken, or cannot tell.

    Judged is the programme named, else the current version. Exit code 1 says that something is broken.
    """
    from planner.commands.check import check_folder
    from planner.commands.compare import beside
    from planner.commands.texts import check_text

    path = beside(folder, str(programme)) if programme else None
    with difference_told(json=json):
        checked = check_folder(folder.resolve(), ask_passphrase, path, gone=dropped, as_of=time_given(as_of))
    print_result(checked, check_text, json=json)
    if checked.broken:
        raise typer.Exit(1)


@group.command(epilog="Example: planner plan --folder review")
def plan(folder: Folder = HERE, as_of: AsOf = "", json: Json = False) -> None:
    """Find the best programme, prove what can be proven, and write it as a version.

    An unchanged programme is not written again.
    """
    from planner.commands.plan import plan_folder
    from planner.commands.texts import plan_text

    with telling() as progress:
        planned = plan_folder(folder.resolve(), ask_passphrase, progress, time_given(as_of))
    print_result(planned, plan_text, json=json)


@group.command(epilog="Examples: planner show; planner show 1")
def show(
    version: Annotated[int | None, typer.Argument(help="A version's number; without it, the current one.")] = None,
    view: Annotated[View, typer.Option("--as", help="For whom.")] = View.REVIEWER,  # noqa: ARG001 -- one view so far
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Show the programme: a table a week, a row a date, a column a reviewer."""
    from planner.commands.show import show as show_version

    print_result(show_version(folder.resolve(), version), _show_text, json=json)


@group.command(epilog="Examples: planner compare 1 2; planner compare handmade.csv 1")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A version's number or a programme's file.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same.")],
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Set two programmes side by side on every measure, and count what changes between them."""
    from planner.commands.compare import compare as compare_both

    def text(compared: Compared) -> str:
        from planner.commands.tables import compare_text

        return compare_text(compared, width())

    print_result(compare_both(folder.resolve(), a, b, ask_passphrase), text, json=json)


@group.command(epilog="Examples: planner documents; planner documents 1")
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
    print_result(written, documents_text, json=json)


@group.command(epilog="Examples: planner lookup; planner lookup --person dcs --who 'link officer'")
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
    from planner.commands.lookup import lookup as look_up

    def text(found: LookedUp) -> str:
        from planner.commands.tables import lookup_text

        return lookup_text(found, width())

    print_result(look_up(folder.resolve(), ask_passphrase, person, who, time_given(as_of)), text, json=json)


@group.command(epilog="Example: planner demo --folder demo")
def demo(
    name: Annotated[str, typer.Argument(metavar="[FORMAT]", help="The format.")] = "self-directed-review",
    folder: Annotated[Path, typer.Option("--folder", help="Where the demo stands.")] = Path("demo"),
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Plan a shipped format from start to end: a new folder, the plan, the programme, the proof, the documents."""
    from planner.commands.demo import demo as demonstrate
    from planner.commands.texts import came_to_text, documents_text

    def text(shown: Demonstrated) -> str:
        planned = shown.planned
        return "\n\n".join(
            (_show_text(shown.shown), came_to_text(planned), documents_text(shown.documents), planned.proof)
        )

    with telling() as progress:
        made = demonstrate(folder.resolve(), ask_passphrase, progress, name, time_given(as_of))
    print_result(made, text, json=json)


def _show_text(shown: object) -> str:
    from planner.commands.show import Shown
    from planner.commands.tables import show_text

    assert isinstance(shown, Shown)
    return show_text(shown, width())
