"""The command that looks ahead: rehearse what chance may do to the programme."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.cli_options import HERE, AsOf, Folder, Json, print_result, time_given
from planner.terminal import ask_passphrase, telling

group = typer.Typer()


@group.command(epilog="Examples: planner rehearse; planner rehearse --sequences 300 --reserve 0 --reserve 6")
def rehearse(
    sequences: Annotated[int, typer.Option(min=1, max=10000, help="How often the programme is rehearsed.")] = 100,
    seed: Annotated[int, typer.Option(min=0, help="What chance is drawn from: the same seed, the same figures.")] = 1,
    reserve: Annotated[
        list[int] | None,
        typer.Option(
            min=0,
            help="A size of reserve, in mop-ups; more than once for several. Without it: none, half of those asked "
            "for, all, and half as many again.",
        ),
    ] = None,
    folder: Folder = HERE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Rehearse cancellations, illness and a late judgement, many times, with reserves of several sizes side by side.

    Each course is played from a week before the review begins, or from --as-of. What the rates are stands in the review
    file, under repairs. Nothing of the review is changed.
    """
    from planner.commands.rehearse import rehearse_folder
    from planner.commands.rehearse_text import rehearsed_text

    with telling() as progress:
        found = rehearse_folder(
            folder.resolve(),
            ask_passphrase,
            progress,
            time_given(as_of),
            sequences=sequences,
            seed=seed,
            reserves=tuple(dict.fromkeys(reserve or ())),
        )
    print_result(found, rehearsed_text, json=json)
