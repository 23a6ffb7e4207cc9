"""The answers that can be had on one bench: the one that disturbs fewest, and beside it those unlike it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from constraints.catalogue import FREEZE, MUSTS_PLACED
from constraints.out_of_turn import fallen_openings, out_of_turn
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import kept, least, thawed
from planner.solving.offer import Offer, offered
from planner.solving.ways import OUT_OF_TURN, SMALLEST, Way, alike, as_complete, looked_for, ways

SIDE_BY_SIDE = 2
"""Answers looked for at once: a constant, so that nothing depends on the machine."""


class Table(NamedTuple):
    """A bench, and what was found on it.

    Attributes:
        first: the answer that disturbs fewest.
        way: how that one was looked for.
        late: the activities that need not come before everything else of their area here.
    """

    bench: Bench
    first: Answer
    way: Way = SMALLEST
    late: tuple[str, ...] = ()

    @classmethod
    def of(cls, problem: Problem, before: Programme) -> Table:
        """What keeps every rule."""
        return cls(*least(problem, before))

    @classmethod
    def eased(cls, problem: Problem, before: Programme) -> Table | None:
        """The same with the opening sessions that fell through held out of their turn; None: no such session fell."""
        openings = fallen_openings(problem)
        return cls(*least(out_of_turn(problem, openings), before), OUT_OF_TURN, openings) if openings else None

    def spares(self, other: Table) -> bool:
        """Whether its first answer leaves out less that has to be held, and moves nothing that is about to begin."""
        left_out = (self.first.value(MUSTS_PLACED), other.first.value(MUSTS_PLACED))
        return left_out[0] < left_out[1] and not self.first.value(FREEZE)

    @property
    def offer(self) -> Offer:
        """The first answer, offered."""
        return self._offered(self.way, self.first)

    def _offered(self, way: Way, answer: Answer) -> Offer:
        return offered(self.bench, way, answer).model_copy(update={"out_of_turn": self.late})

    def only(self, kind: str, more: int) -> Offer | None:
        """The answer of one kind; None: there is none."""
        for way in ways(self.bench, more, other_cases=True):
            if (way.kind, way.more) == (kind, more) and (answer := looked_for(self.bench, self.first, way)):
                return self._offered(way, answer)
        return None

    def others(self, wider: int, progress: Callable[[str], None]) -> Iterator[Offer]:
        """The answers of other kinds, each unlike the first and all others.

        Args:
            wider: people more than the fewest, at most, that a tidier programme may disturb.
            progress: told in a sentence what is looked for.
        """
        if not self.bench.ids:
            return
        other_cases = self.bench.struck.has_other_cases(self.first.sessions)
        found = list(ways(self.bench, wider, other_cases=other_cases))
        progress(f"looking for {len(found)} other answers")
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            made = pool.map(self._other, found)
        known = [self.first]
        for one in made:
            if one and not any(alike(self.bench, one.answer, other) for other in known):
                known.append(one.answer)
                yield one.offer

    def _other(self, way: Way) -> _Made | None:
        """The best answer of a way, judged at once while others are still looked for."""
        answer = looked_for(self.bench, self.first, way)
        if answer is None or not as_complete(answer, self.first):
            return None
        return _Made(answer, self._offered(way, answer))


def first_tables(problem: Problem, before: Programme) -> Iterator[Table]:
    """The tables whose first answers come before all others: in turn, and out of it where an opening session fell.

    What is about to begin does not move to keep a turn: where only that would, there is no answer in turn.
    """
    with ThreadPoolExecutor(1) as beside:
        late = beside.submit(Table.eased, problem, before)
        found = kept(problem, before)
        eased = late.result()
    if not (eased and eased.spares(Table(*found))):
        yield Table(*thawed(problem, before, found))
    if eased:
        yield eased


class _Made(NamedTuple):
    answer: Answer
    offer: Offer
