"""Commands by hand: keep a session where it is, go back and forth between versions, read the log."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.cli_options import HERE, AsOf, Folder, Json, Reason, Who, print_result, time_given
from planner.terminal import ask_passphrase

group = typer.Typer()

Session = Annotated[str, typer.Argument(metavar="SESSION", help="Its id, or the code that documents show: R-7F3K.")]


@group.command(epilog="Example: planner pin FEEDBACK")
def pin(
    session: Session,
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Keep a session where it is, whatever is planned or repaired."""
    from planner.commands.happened import say
    from planner.commands.happened_texts import noted_text
    from planner.commands.requests import Request

    request = Request(what="pin", name=session.strip(), reason=reason)
    print_result(say(folder.resolve(), ask_passphrase, (request,), who, time_given(as_of)), noted_text, json=json)


@group.command(epilog="Example: planner unpin FEEDBACK")
def unpin(
    session: Session,
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Let a pinned session move again."""
    from planner.commands.happened import say
    from planner.commands.happened_texts import noted_text
    from planner.commands.requests import Request

    request = Request(what="unpin", name=session.strip(), reason=reason)
    print_result(say(folder.resolve(), ask_passphrase, (request,), who, time_given(as_of)), noted_text, json=json)


@group.command(epilog="Example: planner undo")
def undo(who: Who = "review manager", folder: Folder = HERE, as_of: AsOf = "", json: Json = False) -> None:
    """Take back what was done last: what was said to have happened, or the last version. Nothing is sent."""
    from planner.commands.history import undo as take_back
    from planner.commands.history_texts import reversed_text

    print_result(take_back(folder.resolve(), who, time_given(as_of)), reversed_text, json=json)


@group.command(epilog="Example: planner redo")
def redo(who: Who = "review manager", folder: Folder = HERE, as_of: AsOf = "", json: Json = False) -> None:
    """Do again what was undone last."""
    from planner.commands.history import redo as do_again
    from planner.commands.history_texts import reversed_text

    print_result(do_again(folder.resolve(), who, time_given(as_of)), reversed_text, json=json)


@group.command(epilog="Example: planner versions")
def versions(folder: Folder = HERE, json: Json = False) -> None:
    """List the versions of the programme: when, by whom, why, which is published and which is current."""
    from planner.commands.history_texts import versions_text
    from planner.commands.version_list import versions as list_versions

    print_result(list_versions(folder.resolve()), versions_text, json=json)


@group.command(epilog="Example: planner restore 2")
def restore(
    version: Annotated[int, typer.Argument(help="The version's number.")],
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Take up an earlier version again, as a new one. What it did not answer is to be answered."""
    from planner.commands.history import restore as take_up
    from planner.commands.history_texts import reversed_text

    print_result(take_up(folder.resolve(), version, who, time_given(as_of)), reversed_text, json=json)


@group.command(epilog="Examples: planner log; planner log S04; planner log --verify")
def log(
    session: Annotated[str, typer.Argument(metavar="[SESSION]", help="Only what is about this session.")] = "",
    verify: Annotated[bool, typer.Option("--verify", help="See that nothing was edited, removed or inserted.")] = False,
    noted: Annotated[
        str,
        typer.Option(
            "--noted", help="See that the log still holds what bears this hash, as the cover of a workbook does."
        ),
    ] = "",
    folder: Folder = HERE,
    json: Json = False,
) -> None:
    """Tell what happened, from first draft to done: when, by whom and why."""
    from planner.commands.history_texts import story_text, verified_text
    from planner.commands.story import story
    from planner.commands.verified import verified

    if verify or noted:
        print_result(verified(folder.resolve(), noted), verified_text, json=json)
    else:
        print_result(story(folder.resolve(), ask_passphrase, session), story_text, json=json)
