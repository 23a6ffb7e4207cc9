"""Commands over a programme that somebody edited in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planner.cli_options import (
    HERE,
    AsOf,
    Dropped,
    Folder,
    Json,
    difference_told,
    print_result,
    said_or_left,
    time_given,
)
from planner.terminal import ask_passphrase

group = typer.Typer()


@group.command(epilog='Example: planner adopt out/host/programme.xlsx --override "agreed with the head of service"')
def adopt(
    file: Annotated[Path, typer.Argument(help="The council's workbook, edited.")],
    override: Annotated[str | None, typer.Option(help="Why breaches of hard rules are accepted; no names.")] = None,
    dropped: Dropped = False,
    who: Annotated[str, typer.Option(help="Who adopts it, by role.")] = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Take the council's workbook, edited in Excel, in as a new version.

    Date, start, end, reviewers, people and place of a session may be changed; what was changed is pinned. An edit that
    breaks a hard rule is refused, each breach with its cell, unless you say why it is accepted. Nothing is sent.
    """
    from planner.commands.adopt import adopt as take_over
    from planner.commands.compare import beside
    from planner.commands.edit_texts import adopted_text

    why = said_or_left("--override", override, "the reason")
    path = beside(folder, str(file))
    with difference_told(json=json):
        adopted = take_over(folder.resolve(), path, ask_passphrase, why, gone=dropped, who=who, as_of=time_given(as_of))
    print_result(adopted, adopted_text, json=json)
