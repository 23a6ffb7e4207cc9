"""What a rehearsal came to: for each size of reserve the figures by which a manager chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from constraints.problem import Noun, Rates
from planner.commands.rehearsing import Rehearsal, Sized
from planner.solving.rehearsal import Toll, Walked
from planner.solving.reserves import mop_ups

REHEARSAL = "rehearsal"
"""The folder below ``out`` that holds the last rehearsal."""

WORST = 10
"""The worst tenth of the sequences is told beside the mean."""

HOUR = 3600
"""Seconds."""


class SizeRehearsed(Noun):
    """What became of the programme with a reserve of one size, over all sequences.

    Attributes:
        mop_ups: the mop-ups it was to hold.
        held: those that found a place.
        hours: the reviewers' hours that they take.
        cancelled: what cancellations came to, all told.
        ill: what illness came to.
        late: what late judgements came to.
        placed_share: of the musts that cancellations struck, the share that was placed again, in hundredths.
        spared_share: the same, of those for which there was a mop-up still to come in their time.
        disturbed_each: people disturbed for each cancellation, other than those of the cancelled session.
        lost: musts that were held at first and not at the end, of one sequence in the mean.
        lost_worst: the least that was lost in the worst tenth of the sequences.
        whole: sequences at whose end every must was held.
        unserved: scope items that were served at first and not at the end, of one sequence in the mean.
        unused: mop-ups that nothing was put into, of one sequence in the mean.
    """

    mop_ups: int
    held: int
    hours: float
    cancelled: Toll
    ill: Toll
    late: Toll
    placed_share: float | None
    spared_share: float | None
    disturbed_each: float | None
    lost: float
    lost_worst: int
    whole: int
    unserved: float
    unused: float


class Rehearsed(Noun):
    """A rehearsal.

    Attributes:
        version: the programme that was rehearsed.
        asked: the mop-ups that the review asks for.
        sequences: how often.
        seed: what chance was drawn from.
        rates: how likely things were.
        start: when each sequence began.
        sizes: a line for each size of reserve.
        notices: what the reader should know.
        lies: where the table and the plot are.
    """

    version: int
    asked: int
    sequences: int
    seed: int
    rates: Rates
    start: datetime
    sizes: tuple[SizeRehearsed, ...]
    notices: tuple[str, ...]
    lies: str


def figures_of(rehearsal: Rehearsal, walked: Sequence[Sequence[Walked]]) -> tuple[SizeRehearsed, ...]:
    """The figures of each size.

    Args:
        rehearsal: what was rehearsed.
        walked: of each sequence, what became of each size.
    """
    return tuple(
        _figures(rehearsal, sized, [each[nth] for each in walked]) for nth, sized in enumerate(rehearsal.sizes)
    )


def _figures(rehearsal: Rehearsal, sized: Sized, walked: Sequence[Walked]) -> SizeRehearsed:
    reserve = {activity.id for activity in mop_ups(sized.resize.problem(rehearsal.problem))}
    held = [session for session in sized.programme.sessions if session.activity in reserve]
    cancelled = sum((one.cancelled for one in walked), Toll())
    lost = sorted((one.lost for one in walked), reverse=True)
    return SizeRehearsed(
        mop_ups=len(reserve),
        held=len(held),
        hours=sum((session.end - session.start).total_seconds() * len(session.reviewers) for session in held) / HOUR,
        cancelled=cancelled,
        ill=sum((one.ill for one in walked), Toll()),
        late=sum((one.late for one in walked), Toll()),
        placed_share=_share(cancelled.placed, cancelled.struck),
        spared_share=_share(cancelled.placed_spared, cancelled.spared),
        disturbed_each=round(cancelled.disturbed / cancelled.times, 2) if cancelled.times else None,
        lost=_mean(lost),
        lost_worst=lost[(len(lost) - 1) // WORST] if lost else 0,
        whole=lost.count(0),
        unserved=_mean(one.unserved for one in walked),
        unused=_mean(one.unused for one in walked),
    )


def _share(some: int, of_all: int) -> float | None:
    return round(100 * some / of_all, 1) if of_all else None


def _mean(numbers: Iterable[float]) -> float:
    all_of_them = list(numbers)
    return round(sum(all_of_them) / len(all_of_them), 2) if all_of_them else 0.0
