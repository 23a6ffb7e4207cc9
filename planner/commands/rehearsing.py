"""Many sequences walked through, two side by side: where what happens, how it stands then, and its answer meet.

Each sequence is walked in a process that knows the review from its start, with every size of reserve after the other;
what comes of it depends on the seed and its number alone.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from multiprocessing import get_context

from constraints.problem import Problem, Rates
from constraints.programme import Programme
from planner.intake.disruption import AwayFrom, Cancel, Disruption, OutOfTurn
from planner.intake.disruption_on_problem import on_problem
from planner.intake.standing_now import stand
from planner.solving.chance import Chance
from planner.solving.rehearsal import Eased, Fell, Happening, Ill, Late, walk
from planner.solving.reserves import Resize
from planner.solving.spare import answered
from planner.solving.tolls import Walked

SIDE_BY_SIDE = 2
"""Sequences walked at once: a constant, so that nothing depends on the machine."""


@dataclass(frozen=True)
class Sized:
    """The review with a reserve of one size."""

    resize: Resize
    programme: Programme


@dataclass(frozen=True)
class Rehearsal:
    """All that a sequence needs to know.

    Attributes:
        problem: what has to happen, with all that was said so far.
        moved: the same with an area where it stands if it is late, by the area.
        sizes: the reserves held against each other.
        said: all that happened so far and was not taken back.
        pinned: the sessions that stay where they are.
        start: when it begins.
        seed: from which all chance is drawn.
        rates: how likely things are.
    """

    problem: Problem
    moved: Mapping[str, Problem]
    sizes: tuple[Sized, ...]
    said: tuple[Disruption, ...]
    pinned: frozenset[str]
    start: datetime
    seed: int
    rates: Rates

    def sequence(self, number: int) -> tuple[Walked, ...]:
        """What becomes of each size in one sequence."""
        return tuple(self._walked(sized, number) for sized in self.sizes)

    def _walked(self, sized: Sized, number: int) -> Walked:
        problem = sized.resize.problem(self.problem)
        moved = {area: sized.resize.problem(after) for area, after in self.moved.items()}

        def stands(programme: Programme, happened: Sequence[Happening], now: datetime) -> Problem:
            late = next((one.area for one in happened if isinstance(one, Late)), None)
            said = [one for each in happened for one in _said(each)]
            after = reduce(on_problem, said, moved[late] if late else problem)
            return stand(after, programme, programme.sessions, self.pinned, (*self.said, *said), now)

        chance = Chance(self.seed, number, self.rates, tuple(sorted(self.moved)))
        return walk(problem, sized.programme, chance, self.start, stands, answered)


def _said(happening: Happening) -> Iterator[Disruption]:
    """What happened as it would stand in the log; where an area stands now is in the problem."""
    match happening:
        case Fell(sessions):
            for one in sessions:
                yield Cancel(session=one.activity, start=one.start, end=one.end, people=one.counterparts or ())
        case Ill(person, start, end):
            yield AwayFrom(who=person, start=start, end=end)
        case Eased(activities):
            yield from (OutOfTurn(activity=one) for one in activities)
        case Late():
            return


def walk_all(rehearsal: Rehearsal, sequences: int, progress: Callable[[str], None]) -> tuple[tuple[Walked, ...], ...]:
    """All sequences in their order, whichever was done first."""
    found: dict[int, tuple[Walked, ...]] = {}
    # a fresh process has nothing of this one's threads, on any system
    context = get_context("spawn")
    pool = ProcessPoolExecutor(SIDE_BY_SIDE, context, initializer=_begin, initargs=(rehearsal,))
    try:
        running = {pool.submit(_sequence, number): number for number in range(sequences)}
        for done in as_completed(running):
            found[running[done]] = done.result()
            progress(f"rehearsed {len(found)} of {sequences} times")
    finally:
        pool.shutdown(cancel_futures=True)
    return tuple(found[number] for number in range(sequences))


_known: list[Rehearsal] = []
"""Of a process that walks: what it was begun with."""


def _begin(rehearsal: Rehearsal) -> None:
    # whoever stops the command stops this too, without a word of its own
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _known.append(rehearsal)


def _sequence(number: int) -> tuple[Walked, ...]:
    return _known[0].sequence(number)
