"""A rehearsal as a table of plain text: a column a size of reserve, a row a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planner.commands.rehearsal_figures import Rehearsed, SizeRehearsed
from planner.commands.sentences import counted, day_of

NARROW = 9
"""Characters of a size's column at least."""

Row = tuple[str, Callable[[SizeRehearsed], str]]

ROWS: tuple[Row, ...] = (
    ("mop-ups held", lambda size: str(size.held)),
    ("hours of reviewers that they take", lambda size: f"{size.hours:g}"),
    ("of them unused at the end", lambda size: f"{size.unused:.1f}"),
    ("", lambda _: ""),
    ("cancelled musts placed again", lambda size: _percent(size.placed_share)),
    ("  while a mop-up was still to come", lambda size: _percent(size.spared_share)),
    ("others disturbed per cancellation", lambda size: _figure(size.disturbed_each)),
    ("  without interviews that open an area", lambda size: _figure(size.disturbed_later)),
    ("musts lost, in the mean", lambda size: f"{size.lost:.1f}"),
    ("  in one sequence of ten, at least", lambda size: str(size.lost_worst)),
    ("sequences in which none was lost", lambda size: str(size.whole)),
    ("held on the record alone, in the mean", lambda size: f"{size.on_record:.1f}"),
    ("drawn cases no longer seen, in the mean", lambda size: f"{size.skipped:.1f}"),
    ("openings of an area held out of turn, in the mean", lambda size: f"{size.out_of_turn:.1f}"),
    ("scope items no longer served, in the mean", lambda size: f"{size.unserved:.1f}"),
    ("", lambda _: ""),
    ("musts struck by illness", lambda size: str(size.ill.struck)),
    ("  placed again", lambda size: str(size.ill.placed)),
    ("musts struck by a late judgement", lambda size: str(size.late.struck)),
    ("  placed again", lambda size: str(size.late.placed)),
)


def rehearsed_text(rehearsed: Rehearsed) -> str:
    """What was rehearsed, the table, and how to read it."""
    return "\n".join((*_head(rehearsed), "", *_table(rehearsed.sizes), "", *_foot(rehearsed)))


def _head(rehearsed: Rehearsed) -> Iterator[str]:
    rates = rehearsed.rates
    yield f"Version {rehearsed.version}, rehearsed {counted(rehearsed.sequences, 'time')} (seed {rehearsed.seed})."
    yield f"Each begins on {day_of(rehearsed.start)}. How likely things go wrong, as the review file says:"
    yield f"  {rates.cancelled:.0%} of the evidence sessions with people of the council fall through"
    yield f"  {rates.ill:.1%} a day for a reviewer to fall ill"
    yield f"  {rates.late:.0%} for what an area waits for to come late, by {counted(rates.late_days, 'day')}"


def _table(sizes: Sequence[SizeRehearsed]) -> Iterator[str]:
    label = max(len(title) for title, _ in ROWS) + 2
    columns = [[f"{size.mop_ups}", *(of(size) for _, of in ROWS)] for size in sizes]
    wide = [max(NARROW, *(len(cell) for cell in column)) for column in columns]
    for nth, title in enumerate(("Mop-ups asked for", *(title for title, _ in ROWS))):
        cells = "".join(column[nth].rjust(width) for column, width in zip(columns, wide, strict=True))
        yield f"{title.ljust(label)}{cells}".rstrip()


def _foot(rehearsed: Rehearsed) -> Iterator[str]:
    yield f"The review asks for {counted(rehearsed.asked, 'mop-up')}. The same bad luck meets every size."
    for size in rehearsed.sizes:
        if size.held < size.mop_ups:
            yield f"Of {size.mop_ups} mop-ups {size.held} found a place."
    answers = [toll for size in rehearsed.sizes for toll in (size.cancelled, size.ill, size.late)]
    asked, proven = sum(toll.answers for toll in answers), sum(toll.proven for toll in answers)
    if proven < asked:
        yield f"Of {asked} answers {proven} are proven to disturb fewest; the others may disturb more than need be."
    yield from rehearsed.notices
    yield f"The table and a plot of it: {rehearsed.lies}"


def _percent(share: float | None) -> str:
    return "none fell" if share is None else f"{share:.0f} %"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
