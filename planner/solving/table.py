"""The answers that can be had on one bench: the one that disturbs fewest, and beside it those unlike it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import MappingProxyType
from typing import NamedTuple

from constraints.catalogue import DISTURBED
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import Kept, with_near_moved
from planner.solving.offer import Offer, offered
from planner.solving.ways import (
    OUT_OF_TURN,
    PLACED,
    SMALLEST,
    Kind,
    Way,
    alike,
    as_complete,
    best_of,
    looked_for,
    tidier,
    ways,
)

Begun = Mapping[Kind, Future[Answer | None]]
"""The searches of some ways that run already, or wait for their turn."""

NOTHING: Begun = MappingProxyType({})
"""None of them."""


def begin(bench: Bench, pool: ThreadPoolExecutor) -> Begun:
    """Begin to look for the answers of the kinds that do not depend on what the first answer of the bench is."""
    apart = ways(bench, 0, other_cases=False) if bench.ids else ()
    return {way.kind: pool.submit(best_of, bench, way) for way in apart}


class Table(NamedTuple):
    """A bench, and what was found on it.

    Attributes:
        first: the answer that disturbs fewest.
    """

    bench: Bench
    first: Answer

    @classmethod
    def of(cls, found: Kept) -> Table:
        """The best there is, from what was found while all that is about to begin stays."""
        return cls(*with_near_moved(found))

    @property
    def way(self) -> Way:
        """How the first answer was looked for."""
        return OUT_OF_TURN if self.bench.late else SMALLEST

    @property
    def costs_nothing(self) -> bool:
        """Whether its first answer leaves out nothing, moves nothing near and disturbs nobody."""
        return not any(self.first.value(tier) for tier in (*PLACED, DISTURBED))

    def offer(self) -> Offer:
        """The first answer, judged and offered."""
        return self._offered(self.way, self.first)

    def _offered(self, way: Way, answer: Answer) -> Offer:
        return offered(self.bench, way, answer).model_copy(update={"out_of_turn": self.bench.late})

    def only(self, kind: str, more: int) -> Offer | None:
        """The answer of one kind; None: there is none."""
        for way in ways(self.bench, more, other_cases=True):
            if (way.kind, way.more) == (kind, more) and (answer := looked_for(self.bench, self.first, way)):
                return self._offered(way, answer)
        return None

    def others(
        self, pool: ThreadPoolExecutor, wider: int, progress: Callable[[str], None], begun: Begun = NOTHING
    ) -> Iterator[Offer]:
        """The answers of other kinds, each unlike the first and all others.

        Args:
            pool: where they are looked for.
            wider: people more than the fewest, at most, that a tidier programme may disturb.
            progress: told in a sentence what is looked for.
            begun: what of it is looked for in the pool already.
        """
        if not self.bench.ids:
            return
        other_cases = self.bench.struck.has_other_cases(self.first.sessions)
        found = list(ways(self.bench, wider, other_cases=other_cases))
        progress(f"looking for {len(found)} other answers")
        made = pool.map(lambda way: self._other(way, begun), found)
        yield from self._worth_more(filter(None, made))

    def _worth_more(self, made: Iterator[_Made]) -> Iterator[Offer]:
        """Those that are unlike all before, and where they disturb more people than one before, buy more too."""
        known, tidiest = [self.first], self.first
        for answer, offer in made:
            new = not any(alike(self.bench, answer, other) for other in known)
            if new and (not offer.more or tidier(answer, tidiest)):
                tidiest = answer if offer.more else tidiest
                known.append(answer)
                yield offer

    def _other(self, way: Way, begun: Begun) -> _Made | None:
        """The best answer of a way, judged at once while others are still looked for."""
        known = begun.get(way.kind)
        answer = known.result() if known else looked_for(self.bench, self.first, way)
        if answer is None or not as_complete(answer, self.first):
            return None
        return _Made(answer, self._offered(way, answer))


class _Made(NamedTuple):
    answer: Answer
    offer: Offer
