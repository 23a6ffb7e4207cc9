"""Commands that say what happened: each adds a line to the log, and a later repair answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planner.cli_options import HERE, AsOf, Folder, Json, Reason, Who, print_result, time_given
from planner.terminal import ask_passphrase

group = typer.Typer()

Session = Annotated[str, typer.Argument(metavar="SESSION", help="Its id, or the code that documents show: R-7F3K.")]


@group.command(epilog="Examples: planner cancel S04 --reason court; planner cancel R-7F3K --by 'Social worker AS1'")
def cancel(
    session: Session,
    by: Annotated[list[str] | None, typer.Option("--by", help="Who is not to be had then, if not all of them.")] = None,
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that a session falls through. It is owed as before; who cancelled is not asked for that time again."""
    _say("cancel", session, {"person": _joined(by)}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner away second-reviewer 2021-05-05 2021-05-05 --reason illness")
def away(
    person: Annotated[str, typer.Argument(help="Who, or which resource: an id or a name.")],
    start: Annotated[str, typer.Argument(metavar="FROM", help="A date, or a time such as 2021-05-05T13:00.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The same; a date is included.")],
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that somebody is not to be had: a reviewer, whoever is interviewed, the director, a laptop."""
    _say("away", person, {"from": start, "to": end}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner add S31 --like S12 --title 'Child in need, one more' --person sw-as-1")
def add(
    activity: Annotated[str, typer.Argument(metavar="NEW", help="What it is to be called, such as S31.")],
    like: Annotated[str, typer.Option("--like", metavar="EXISTING", help="The activity that it is like.")],
    title: Annotated[str, typer.Option(help="Its title; without it, that of the other.")] = "",
    person: Annotated[list[str] | None, typer.Option(help="With whom; without it, as the other asks.")] = None,
    start: Annotated[str, typer.Option("--from", help="The first day, or time, at which it may stand.")] = "",
    end: Annotated[str, typer.Option("--to", help="The last.")] = "",
    minutes: Annotated[str, typer.Option(help="How long it is; without it, as the other.")] = "",
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that one more session is wanted, like one that there is: with people named, or about a further case."""
    said = {"like": like, "title": title, "person": _joined(person), "from": start, "to": end, "minutes": minutes}
    _say("add", activity, said, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner drop MOP-CIC-2")
def drop(
    activity: Annotated[str, typer.Argument(help="Its id, or the code that documents show.")],
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that an activity is not wanted any more."""
    _say("drop", activity, {}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner withdraw HF-017 --reason case-closed")
def withdraw(
    case: Annotated[str, typer.Argument(help="Its label, such as HF-017, or its reference.")],
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that a case may not be seen any more; the next of its draw takes its place."""
    _say("withdraw", case, {}, reason, who, folder, as_of, json=json)


@group.command("move-area", epilog="Examples: planner move-area children-in-care --by 7d; ... --to 2021-05-18")
def move_area(
    area: Annotated[str, typer.Argument(help="Its id or its title.")],
    by: Annotated[str, typer.Option("--by", metavar="DAYS", help="By how many days: 7d, or 1w.")] = "",
    to: Annotated[str, typer.Option("--to", metavar="DATE", help="Its new first day.")] = "",
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Move a whole area, with its reviewer-days and all that comes after it."""
    _say("move-area", area, {"by": by, "to": to}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner confirm children-in-care")
def confirm(
    area: Annotated[str, typer.Argument(help="Its id or its title.")],
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that an area is no longer provisional: its invitations become firm."""
    _say("confirm", area, {}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner done S04")
def done(
    session: Session,
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that a session was held. It is told in the log; what has begun is history anyway."""
    _say("done", session, {}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner overran S04 --to 16:15")
def overran(
    session: Session,
    to: Annotated[str, typer.Option("--to", metavar="TIME", help="When it ended, or will.")],
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that a session ended later than it was to."""
    _say("overran", session, {"to": to}, reason, who, folder, as_of, json=json)


@group.command("no-show", epilog="Example: planner no-show S04 --reason illness")
def no_show(
    session: Session,
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that a session was not held though its time has come. It is owed as before."""
    _say("no-show", session, {}, reason, who, folder, as_of, json=json)


@group.command("swap-reviewer", epilog="Example: planner swap-reviewer S04 lead-reviewer --to second-reviewer")
def swap_reviewer(
    session: Session,
    out: Annotated[str, typer.Argument(metavar="REVIEWER", help="Who does not hold it: an id or a name.")],
    to: Annotated[str, typer.Option("--to", help="Who takes over; without it, whoever is best.")] = "",
    reason: Reason = "",
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say that another reviewer holds a session."""
    _say("swap-reviewer", session, {"person": out, "instead": to}, reason, who, folder, as_of, json=json)


@group.command(epilog="Example: planner batch monday.csv")
def batch(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file: a row for each thing that happened.")],
    who: Who = "review manager",
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Say all that a table says happened, or nothing where one of its rows cannot be.

    Its columns are what and name, and as needed person, instead, like, title, from, to, by, minutes and reason.
    """
    from planner.commands.compare import beside
    from planner.commands.happened import say_all
    from planner.commands.happened_texts import noted_text

    path = beside(folder, str(table))
    print_result(say_all(folder.resolve(), ask_passphrase, path, who, time_given(as_of)), noted_text, json=json)


@group.command(epilog="Example: planner disruptions")
def disruptions(folder: Folder = HERE, as_of: AsOf = "", json: Json = False) -> None:
    """List what happened and the programme does not answer yet, and what is pinned."""
    from planner.commands.happened import pending
    from planner.commands.happened_texts import pending_text

    print_result(pending(folder.resolve(), ask_passphrase, time_given(as_of)), pending_text, json=json)


def _say(
    what: str, name: str, said: dict[str, str], reason: str, who: str, folder: Path, as_of: str, *, json: bool
) -> None:
    from planner.commands.happened import say
    from planner.commands.happened_texts import noted_text
    from planner.commands.requests import Request

    given = {field: words for field, words in said.items() if words}
    request = Request(what=what, name=name.strip(), said=given, reason=reason)
    print_result(say(folder.resolve(), ask_passphrase, (request,), who, time_given(as_of)), noted_text, json=json)


def _joined(people: list[str] | None) -> str:
    return ";".join(people or ())
