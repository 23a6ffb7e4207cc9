"""Commands that tell people: what would be sent, and sending it."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.cli_options import HERE, AsOf, Folder, Json, print_result, said_or_left, time_given
from planner.terminal import ask_passphrase, telling

group = typer.Typer()


@group.command(epilog="Examples: planner publish --preview; planner publish --yes 0123456789abcdef")
def publish(
    preview: Annotated[bool, typer.Option("--preview", help="Show who would be told what, and write nothing.")] = False,
    yes: Annotated[
        str | None, typer.Option("--yes", metavar="HASH", help="Publish exactly the preview with this hash.")
    ] = None,
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Show who would be told what of the current version; with --yes, write it as files to send.

    Only changes go out: who holds the same already is told nothing, and nobody is told of what has begun. The files
    lie in out/publish, a folder a publication, and nothing leaves this machine.
    """
    from planner.commands.publish import publish as publish_version
    from planner.commands.publish_text import publish_text
    from samples.errors import InputRefused

    confirmed = said_or_left("--yes", yes, "the hash that the preview ends with")
    if preview and confirmed:
        raise InputRefused("--preview", "it shows what --yes writes", "Use one of the two.")
    with telling() as progress:
        published = publish_version(folder.resolve(), ask_passphrase, progress, confirmed, time_given(as_of))
    print_result(published, publish_text, json=json)
