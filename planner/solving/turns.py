"""The answers where a session that opens its area fell through: in its turn, and out of it.

One that has no place in its turn, while all that is about to begin stays, is held out of its turn if that places more:
nothing near moves to keep a turn, only for what would be left out anyway. Where keeping the turn has its price, that is
the first answer still, and the one out of its turn stands beside it; so what it costs need not be proven at any length.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from constraints.catalogue import MUSTS_PLACED
from constraints.out_of_turn import fallen_openings, keeps_turns
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import Kept, briefly, kept, proven
from planner.solving.offer import Offer
from planner.solving.table import NOTHING, Begun, Table, begin
from planner.solving.ways import as_complete

Progress = Callable[[str], None]

SIDE_BY_SIDE = 2
"""Answers looked for beside the first at once: a constant, so that nothing depends on the machine."""


class Searched(NamedTuple):
    """What was found.

    Attributes:
        table: the one whose first answer comes before all others.
        first: that answer, offered.
        others: those unlike it.
    """

    table: Table
    first: Offer
    others: tuple[Offer, ...]


def searched(bench: Bench, wider: int, progress: Progress) -> Searched:
    """The first answer and those of other kinds; among them the one out of its turn, where that costs less.

    Args:
        bench: of what a disruption touched, every turn to be kept.
        wider: people more than the fewest, at most, that a tidier programme may disturb.
        progress: told in a sentence what is looked for.

    Raises:
        NoAnswer: none was found.
    """
    openings = fallen_openings(bench.problem)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        looking = _Looking(pool, wider, progress)
        return looking.with_openings(bench, openings) if openings else looking.at_once(bench)


class _Looking(NamedTuple):
    """How answers are looked for: where, how far, and who is told."""

    pool: ThreadPoolExecutor
    wider: int
    progress: Progress

    def at_once(self, bench: Bench) -> Searched:
        """The first answer on a bench and those of other kinds, all looked for at once."""
        begun = begin(bench, self.pool)
        table = Table.of(kept(bench))
        if table.bench is bench:
            return self._all_of(table, begun)
        for search in begun.values():
            search.cancel()
        return self._all_of(table)

    def with_openings(self, bench: Bench, openings: tuple[str, ...]) -> Searched:
        """In turn and out of it are searched side by side, and what stands beside the second with them."""
        asked = self.pool.submit(kept, bench, briefly)
        late = kept(bench.with_late(openings))
        if _keeps_turns(bench, late):
            return self._all_of(Table.of(_found_in_turn(bench, late, asked.result)))
        eased = self._all_of(Table.of(late))
        found = _found_in_turn(bench, late, asked.result)
        lost = _lost(openings, found[1])
        without = late if lost == openings else kept(bench.with_late(lost)) if lost else found
        if without[1].value(MUSTS_PLACED) < found[1].bound(MUSTS_PLACED):
            return eased if lost == openings else self._all_of(Table.of(without))
        table = Table.of(found)
        first = table.offer()
        if not table.costs_nothing and eased.first.costs < first.costs:
            return Searched(table, first, (eased.first, *eased.others))
        return self._all_of(table)

    def _all_of(self, table: Table, begun: Begun = NOTHING) -> Searched:
        return Searched(table, table.offer(), tuple(table.others(self.pool, self.wider, self.progress, begun)))


def _lost(openings: tuple[str, ...], answer: Answer) -> tuple[str, ...]:
    held = {session.activity for session in answer.sessions}
    return tuple(one for one in openings if one not in held)


def in_turn(bench: Bench) -> Table:
    """The table on which every turn is kept, searched as beside one on which it is not.

    Raises:
        NoAnswer: nothing was found on it.
    """
    openings = fallen_openings(bench.problem)
    if not openings:
        return Table.of(kept(bench))
    late = kept(bench.with_late(openings))
    return Table.of(_found_in_turn(bench, late, lambda: kept(bench, briefly)))


def _found_in_turn(bench: Bench, late: Kept, asked: Callable[[], Kept]) -> Kept:
    """What keeps every turn: what was found late, where that does; else what a brief search found.

    Or a long one, where the brief one leaves out more than is left out late, unproven.
    """
    if _keeps_turns(bench, late):
        return late[0].with_late(()), late[1]
    found = asked()
    return found if as_complete(found[1], late[1]) or proven(found[1]) else kept(bench)


def _keeps_turns(bench: Bench, late: Kept) -> bool:
    """Whether every turn is kept by what was found with none to be kept: then nothing in turn is better."""
    return keeps_turns(bench.problem, Programme(sessions=late[1].sessions))
