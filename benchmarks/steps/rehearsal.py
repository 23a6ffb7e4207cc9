"""Reserves of several sizes, rehearsed.

What `planner rehearse` does, for the shipped reviews that hold a reserve, by the rates of each: cancellations, illness,
a late judgement, one stroke after the other, a short search's smallest repair accepted each time. Of the cancelled
musts at least 90 % should be placed again while a mop-up is still to come in their time, and fewer than 0.5 people
other than those of the cancelled session be disturbed for each cancellation; interviews that open an area, for which
all of it waits, are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from steps.step import Figures

if TYPE_CHECKING:
    from planner.commands.rehearsal_figures import SizeRehearsed

AT_ONCE = 2
EACH = 10
"""Sequences of one item."""

ITEMS = {"self-directed-review": 20, "peer-challenge": 4, "ilacs": 4}
"""Items of each format."""

PLACED, DISTURBED = 90.0, 0.5
"""What the issue asks of the self-directed review with the reserve it asks for: hundredths, and people."""


def items() -> Sequence[str]:
    """Every format's sequences, so many at a time."""
    return [f"{name}: {nth * EACH} to {nth * EACH + EACH - 1}" for name, count in ITEMS.items() for nth in range(count)]


def measure(item: str) -> Figures:
    """What became of each size in each of the sequences."""
    from rehearsals import rehearsal

    from planner.commands.rehearsal_figures import figures_of

    name, _, numbers = item.partition(": ")
    first = int(numbers.split()[0])
    rehearsed = rehearsal(name)
    walked = [rehearsed.sequence(number) for number in range(first, first + EACH)]
    return {
        "format": name,
        "sizes": [one.model_dump(include={"mop_ups", "held", "hours"}) for one in figures_of(rehearsed, walked)],
        "walked": [[one.model_dump() for one in of_each] for of_each in zip(*walked, strict=True)],
        "faults": [],
    }


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each size of each format, and whether what was asked for is reached."""
    from planner.commands.rehearsal_figures import size_rehearsed
    from planner.solving.tolls import Walked

    yield (
        "| Format | Sequences | Mop-ups held | Cancelled musts placed again (%) | while a mop-up was to come (%) | "
        "Others disturbed per cancellation | without openings | Musts lost, mean | one in ten at least | "
        "On the record, mean | Openings out of turn, mean | Drawn cases not seen, mean | Mop-ups unused, mean | "
        "Answers proven |"
    )
    yield "| --- " * 14 + "|"
    found: list[tuple[str, SizeRehearsed]] = []
    for name in ITEMS:
        of_format = [line for line in lines if line["format"] == name]
        for nth, size in enumerate(of_format[0]["sizes"] if of_format else ()):
            walked = [Walked.model_validate(one) for line in of_format for one in line["walked"][nth]]
            one = size_rehearsed(size["mop_ups"], size["held"], size["hours"], walked)
            found.append((name, one))
            yield _row(name, len(walked), one)
    yield ""
    yield from _reached(found)


def _row(name: str, sequences: int, one: SizeRehearsed) -> str:
    tolls = (one.cancelled, one.ill, one.late)
    proven, answers = sum(toll.proven for toll in tolls), sum(toll.answers for toll in tolls)
    cells = (
        name,
        sequences,
        one.held if one.held == one.mop_ups else f"{one.held} of {one.mop_ups}",
        one.placed_share,
        "none fell" if one.spared_share is None else one.spared_share,
        one.disturbed_each,
        one.disturbed_later,
        one.lost,
        one.lost_worst,
        one.on_record,
        one.out_of_turn,
        one.skipped,
        one.unused,
        f"{proven} of {answers}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _reached(found: Sequence[tuple[str, SizeRehearsed]]) -> Iterator[str]:
    """What the issue asks for, of the self-directed review with its own reserve: the third of its sizes."""
    own = [one for name, one in found if name == "self-directed-review"][2:3]
    for one in own:
        placed, each = one.spared_share or 0.0, one.disturbed_each or 0.0
        what = "self-directed-review, with the reserve it asks for"
        yield f"- *{what}*, {PLACED:g} % placed again while reserve remains: {_met(placed >= PLACED)}, {placed} %"
        yield f"- *{what}*, fewer than {DISTURBED} others disturbed: {_met(each < DISTURBED)}, {each}"


def _met(reached: bool) -> str:
    return "met" if reached else "NOT met"
