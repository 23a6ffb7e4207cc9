"""What a rehearsal came to: for each size of reserve the figures by which a manager chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from constraints.problem import Noun, Rates
from planner.commands.rehearsing import Rehearsal, Sized
from planner.solving.reserves import mop_ups
from planner.solving.tolls import Toll, Walked

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
        opening: what those of them came to that struck a session which opens an area.
        ill: what illness came to.
        late: what late judgements came to.
        placed_share: of the musts that cancellations struck, the share that was placed again, in hundredths.
        spared_share: the same, of those for which there was a mop-up still to come in their time.
        disturbed_each: people disturbed for each cancellation, other than those of the cancelled session.
        disturbed_later: the same, without the cancellations of a session that opens an area.
        lost: musts that were held at first and not at the end, of one sequence in the mean.
        lost_worst: the least that was lost in the worst tenth of the sequences.
        whole: sequences at whose end every must was held.
        out_of_turn: sessions that were to open an area and were held later, of one sequence in the mean.
        unserved: scope items that were served at first and not at the end, of one sequence in the mean.
        skipped: base cases that were seen at first and not at the end, of one sequence in the mean.
        on_record: sessions that somebody was to be met in, held on the record alone, of one sequence in the mean.
        unused: mop-ups that nothing was put into, of one sequence in the mean.
    """

    mop_ups: int
    held: int
    hours: float
    cancelled: Toll
    opening: Toll
    ill: Toll
    late: Toll
    placed_share: float | None
    spared_share: float | None
    disturbed_each: float | None
    disturbed_later: float | None
    lost: float
    lost_worst: int
    whole: int
    out_of_turn: float
    unserved: float
    skipped: float
    on_record: float
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
    hours = sum((session.end - session.start).total_seconds() * len(session.reviewers) for session in held) / HOUR
    return size_rehearsed(len(reserve), len(held), hours, walked)


def size_rehearsed(asked: int, held: int, hours: float, walked: Sequence[Walked]) -> SizeRehearsed:
    """The figures of one size.

    Args:
        asked: the mop-ups that it was to hold.
        held: those that found a place.
        hours: of reviewers, that they take.
        walked: what became of it, sequence by sequence.
    """
    cancelled = sum((one.cancelled for one in walked), Toll())
    opening = sum((one.opening for one in walked), Toll())
    lost = sorted((one.lost for one in walked), reverse=True)
    return SizeRehearsed(
        mop_ups=asked,
        held=held,
        hours=hours,
        cancelled=cancelled,
        opening=opening,
        ill=sum((one.ill for one in walked), Toll()),
        late=sum((one.late for one in walked), Toll()),
        placed_share=_share(cancelled.placed, cancelled.struck),
        spared_share=_share(cancelled.placed_spared, cancelled.spared),
        disturbed_each=_each(cancelled.disturbed, cancelled.times),
        disturbed_later=_each(cancelled.disturbed - opening.disturbed, cancelled.times - opening.times),
        lost=_mean(lost),
        lost_worst=lost[(len(lost) - 1) // WORST] if lost else 0,
        whole=lost.count(0),
        out_of_turn=_mean(one.out_of_turn for one in walked),
        unserved=_mean(one.unserved for one in walked),
        skipped=_mean(one.skipped for one in walked),
        on_record=_mean(one.on_record for one in walked),
        unused=_mean(one.unused for one in walked),
    )


def _share(some: int, of_all: int) -> float | None:
    return round(100 * some / of_all, 1) if of_all else None


def _each(some: int, of_all: int) -> float | None:
    return round(some / of_all, 2) if of_all else None


def _mean(numbers: Iterable[float]) -> float:
    all_of_them = list(numbers)
    return round(sum(all_of_them) / len(all_of_them), 2) if all_of_them else 0.0
