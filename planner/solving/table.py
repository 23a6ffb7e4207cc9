"""The answers that can be had on one bench: the one that disturbs fewest, and beside it those unlike it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import MappingProxyType
from typing import NamedTuple

from constraints.catalogue import DISTURBED
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import Kept, kept, with_near_moved
from planner.solving.offer import Offer, offered
from planner.solving.ways import OUT_OF_TURN, PLACED, SMALLEST, Kind, Way, alike, as_complete, best_of, looked_for, ways

SIDE_BY_SIDE = 2
"""Answers of one table looked for at once: a constant, so that nothing depends on the machine."""


class Table(NamedTuple):
    """A bench, and what was found on it.

    Attributes:
        first: the answer that disturbs fewest.
        begun: the searches for answers of other kinds on this bench that run already.
    """

    bench: Bench
    first: Answer
    begun: Mapping[Kind, Future[Answer | None]] = MappingProxyType({})

    @classmethod
    def of(cls, found: Kept) -> Table:
        """The best there is, from what was found while all that is about to begin stays."""
        return cls(*with_near_moved(found))

    @classmethod
    def laid(cls, bench: Bench, pool: ThreadPoolExecutor) -> Table:
        """The best there is on a bench; what may stand beside it is looked for at the same time."""
        apart = ways(bench.ready(), 0, other_cases=False) if bench.ids else ()
        begun = {way.kind: pool.submit(best_of, bench, way) for way in apart}
        table = cls.of(kept(bench))
        if table.bench is bench:
            return table._replace(begun=begun)
        for search in begun.values():
            search.cancel()
        return table

    @property
    def way(self) -> Way:
        """How the first answer was looked for."""
        return OUT_OF_TURN if self.bench.late else SMALLEST

    @property
    def costs_nothing(self) -> bool:
        """Whether its first answer leaves out nothing, moves nothing near and disturbs nobody."""
        return not any(self.first.value(tier) for tier in (*PLACED, DISTURBED))

    @property
    def offer(self) -> Offer:
        """The first answer, offered."""
        return self._offered(self.way, self.first)

    def _offered(self, way: Way, answer: Answer) -> Offer:
        return offered(self.bench, way, answer).model_copy(update={"out_of_turn": self.bench.late})

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
        known = self.begun.get(way.kind)
        answer = known.result() if known else looked_for(self.bench, self.first, way)
        if answer is None or not as_complete(answer, self.first):
            return None
        return _Made(answer, self._offered(way, answer))


class _Made(NamedTuple):
    answer: Answer
    offer: Offer
