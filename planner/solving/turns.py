"""The answers where a session that opens its area fell through: in its turn, and out of it.

One that has no place in its turn, while all that is about to begin stays, is held out of its turn if that places more:
nothing near moves to keep a turn, only for what would be left out anyway. Where keeping the turn has its price, that is
the first answer still, and the one out of its turn stands beside it; so what it costs need not be proven at any length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

from constraints.catalogue import MUSTS_PLACED
from constraints.out_of_turn import fallen_openings, keeps_turns
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import Kept, briefly, kept, proven
from planner.solving.offer import Offer
from planner.solving.table import SIDE_BY_SIDE, Table
from planner.solving.ways import as_complete

Progress = Callable[[str], None]


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

    In turn and out of it are searched side by side. What stands beside the second is begun while the first still
    searches: whether it is wanted does not depend on that.

    Args:
        bench: of what a disruption touched, every turn to be kept.
        wider: people more than the fewest, at most, that a tidier programme may disturb.
        progress: told in a sentence what is looked for.

    Raises:
        NoAnswer: none was found.
    """
    openings = fallen_openings(bench.problem)
    if not openings:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return _all_of(Table.laid(bench, pool), wider, progress)
    found, late, eased = _side_by_side(bench, openings, wider, progress)
    lost = _lost(openings, found[1])
    if lost:
        without = late if lost == openings else kept(bench.with_late(lost))
        if without[1].value(MUSTS_PLACED) < found[1].bound(MUSTS_PLACED):
            return _all_of(Table.of(without), wider, progress)
    table = Table.of(found)
    first = table.offer
    if not table.costs_nothing and (cheaper := eased.table.offer).costs < first.costs:
        return Searched(table, first, (cheaper, *eased.others))
    return Searched(table, first, tuple(table.others(wider, progress)))


class _Eased(NamedTuple):
    """The table out of turn, and what is laid beside its first answer as it is asked for."""

    table: Table
    others: Iterator[Offer]


def _side_by_side(bench: Bench, openings: tuple[str, ...], wider: int, progress: Progress) -> tuple[Kept, Kept, _Eased]:
    """What was found in turn and out of it, and the table of the second."""
    eased = bench.with_late(openings)
    with ThreadPoolExecutor(1) as aside:
        asked = aside.submit(kept, bench, briefly)
        late = kept(eased)
        table = Table.of(late)
        others = table.others(wider, progress)
        wanted = not keeps_turns(bench.problem, Programme(sessions=table.first.sessions))
        ahead = tuple(others) if wanted and not asked.done() else ()
        found = _long_enough(bench, asked.result(), late[1])
    return found, late, _Eased(table, chain(ahead, others))


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
    return Table.of(_long_enough(bench, kept(bench, briefly), late[1]))


def _long_enough(bench: Bench, found: Kept, late: Answer) -> Kept:
    """What a brief search found in turn; or a long one, where that leaves out more than is left out late, unproven."""
    return found if as_complete(found[1], late) or proven(found[1]) else kept(bench)


def _all_of(table: Table, wider: int, progress: Progress) -> Searched:
    return Searched(table, table.offer, tuple(table.others(wider, progress)))
