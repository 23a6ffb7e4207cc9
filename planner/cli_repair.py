"""Commands that answer what happened: look for repairs, accept one, look for places, move a session."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.cli_options import HERE, AsOf, Folder, Json, Who, print_result, said_or_left, time_given
from planner.terminal import ask_passphrase, telling

group = typer.Typer()

Session = Annotated[str, typer.Argument(metavar="SESSION", help="Its id, or the code that documents show: R-7F3K.")]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="WHO", help="Who holds it, by id or name; more than once for several."),
]


@group.command(epilog="Example: planner cancel S07, then planner repair")
def repair(
    wider: Annotated[
        int, typer.Option(min=0, max=9, help="Look at so many people more than the fewest, for a tidier programme.")
    ] = 2,
    replan: Annotated[bool, typer.Option("--replan", help="Look for a full re-plan too; it may take minutes.")] = False,
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Look for every kind of answer to what happened, first the one that keeps every rule and disturbs fewest people.

    Each is a complete programme, judged by every rule, with whom to tell what. Nothing is decided or sent by it.
    """
    from planner.commands.repair import repair_folder
    from planner.commands.repair_text import repair_text

    with telling() as progress:
        found = repair_folder(folder.resolve(), ask_passphrase, progress, time_given(as_of), wider=wider, replan=replan)
    print_result(found, repair_text, json=json)


@group.command(epilog="Example: planner accept 1")
def accept(
    number: Annotated[int, typer.Argument(metavar="N", help="Which of the repairs last offered.")],
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Make one of the repairs last offered the new version. Nothing is sent before planner publish."""
    from planner.commands.accept import accept as take
    from planner.commands.repair_text import accepted_text

    with telling() as progress:
        accepted = take(folder.resolve(), ask_passphrase, number, progress, time_given(as_of), who)
    print_result(accepted, accepted_text, json=json)


@group.command(epilog="Examples: planner places S07; planner places S07 --at '2021-04-29 11:45'")
def places(
    session: Session,
    at: Annotated[str, typer.Option("--at", metavar="WHEN", help="One place: who else would have to move?")] = "",
    people: With = None,
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Show every place of a session's window: free, or which rule is in the way."""
    from planner.commands.places import places_of
    from planner.commands.places_text import places_text

    found = places_of(folder.resolve(), ask_passphrase, session.strip(), at, tuple(people or ()), time_given(as_of))
    print_result(found, places_text, json=json)


@group.command(epilog="Example: planner move S07 '2021-04-29 11:45'")
def move(
    session: Session,
    when: Annotated[str, typer.Argument(metavar="WHEN", help="Its new start.")],
    people: With = None,
    override: Annotated[str | None, typer.Option(help="Why rules that it breaks there are accepted; no names.")] = None,
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Move a session, and what has to make room for it, with the fewest changes; it stays there from then on.

    With an override nothing else moves, and the rules that it breaks are recorded as knowingly accepted.
    """
    from planner.commands.move import move as put
    from planner.commands.move_text import moved_text

    why = said_or_left("--override", override, "the reason")
    with telling() as progress:
        moved = put(
            folder.resolve(),
            ask_passphrase,
            session.strip(),
            when,
            tuple(people or ()),
            why,
            progress,
            time_given(as_of),
            who,
        )
    print_result(moved, moved_text, json=json)
