"""The best programme of a problem, tier by tier, each with what is proven of it.

The problem is taken apart, its parts are searched side by side, and cases that several parts would see are shared out
without losing the proof. A proof of a part's value proves it whichever way it was come by. The patience is strict: what
one part or one way to share the cases out has used up, the others do without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeVar

from constraints.catalogue import MUSTS, WISHES, Tier, silent
from constraints.constraint import MustRule
from constraints.musts.one_demand_a_case import asked_for
from constraints.problem import Problem, Session
from constraints.programme import Programme, TierValue, in_time
from planner.solving.contested import Barred, Leaf, Settled, added, leaves
from planner.solving.parts import parts
from planner.solving.search import A_SECOND, Search, tier_value

Found = TypeVar("Found")

Progress = Callable[[str], None]

SIDE_BY_SIDE = 2
"""Parts searched at once: a constant, so that nothing depends on the machine."""

IN_ALL = 2.5
"""So many times the patience all parts may work together, comfort among it: two side by side, they end within twice the
time that the tiers before it may take."""

AGAIN = 0.1
"""The share of its work that a search may do in any case, for parts that are searched again with cases barred."""


def quiet(_: str) -> None:
    """Progress that nobody listens to."""


def solve(
    problem: Problem,
    *,
    musts: Sequence[MustRule] = MUSTS,
    tiers: Sequence[Tier] = WISHES,
    progress: Progress = quiet,
) -> Programme:
    """The best programme: every activity that fits, each tier with its value and bound.

    Args:
        problem: what has to happen.
        musts: the hard rules.
        tiers: the soft rules in the order in which they give way; the last is comfort.
        progress: told in a sentence what has been settled.

    Returns:
        The sessions and the tiers; why something is left out is not said here.
    """
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        apart = _Apart(parts(problem), tuple(musts), tuple(tiers), problem.patience, pool)
        found = leaves(len(apart.pieces), apart.settle)
        unsaid = silent(problem)
        progress(f"{_told([tier for tier in found.best[0].tiers if tier.tier not in unsaid])}; now comfort")
        finished = [
            apart.finish(leaf, among) for among, leaf in zip(range(len(found.best), 0, -1), found.best, strict=True)
        ]
    best = min(finished, key=lambda one: [tier.value for tier in one.tiers])
    comfort = _over_all([one.tiers[-1] for one in finished], complete=found.complete)
    progress(_told((comfort,)))
    return Programme(sessions=tuple(sorted(best.sessions, key=in_time)), tiers=(*best.tiers[:-1], comfort))


class _Apart:
    """The parts of a problem, each searched at most once for what it is barred from."""

    def __init__(
        self,
        pieces: tuple[Problem, ...],
        musts: tuple[MustRule, ...],
        tiers: tuple[Tier, ...],
        patience: float,
        pool: ThreadPoolExecutor,
    ) -> None:
        self.pieces = pieces
        self._musts, self._tiers, self._pool = musts, tiers, pool
        self._patience = patience * A_SECOND
        self._limits = _shared_out(self._patience, pieces)
        self._spent = [0.0] * len(pieces)
        seen = [frozenset(case for fact in piece.fixed for case in asked_for(piece, fact)) for piece in pieces]
        self._seen_elsewhere = [frozenset().union(*seen[:n], *seen[n + 1 :]) for n in range(len(pieces))]
        self._searched: dict[tuple[int, frozenset[str]], tuple[Search, Settled]] = {}
        self._comforted: dict[tuple[int, frozenset[str]], _Finished] = {}

    def settle(self, barred: Barred) -> list[Settled]:
        """What each part comes to in every tier but comfort."""
        found = self._each(lambda part: self._search(part, barred[part]), range(len(self.pieces)))
        return [found[part][1] for part in range(len(self.pieces))]

    def _each(self, look: Callable[[int], Found], parts: Sequence[int]) -> dict[int, Found]:
        """What is found for each of these parts, the largest begun first."""
        begun = {part: self._pool.submit(look, part) for part in sorted(parts, key=self._size, reverse=True)}
        return {part: one.result() for part, one in begun.items()}

    def _size(self, part: int) -> int:
        return len(self.pieces[part].activities)

    def _search(self, part: int, barred: frozenset[str]) -> tuple[Search, Settled]:
        key = (part, barred)
        if key not in self._searched:
            piece, limit = self.pieces[part], self._limits[part]
            search = Search(piece, barred | self._seen_elsewhere[part], self._musts, self._tiers)
            search.settle(max(limit - self._spent[part], AGAIN * limit))
            self._spent[part] += search.spent
            self._searched[key] = (search, Settled(search.values(), _chosen(piece, search.sessions())))
        return self._searched[key]

    def _comfort(self, part: int, barred: frozenset[str], limit: float) -> _Finished:
        key = (part, barred)
        if key not in self._comforted:
            search, _ = self._search(part, barred)
            before = search.spent
            search.settle_last(limit)
            self._spent[part] += search.spent - before
            self._comforted[key] = _Finished(search.values(), search.sessions())
        return self._comforted[key]

    def _comforts(self, barred: Barred, among: int) -> list[_Finished]:
        """Every part made comfortable: the largest last, side by side, in what all before them left of the time."""
        by_size = sorted(range(len(self.pieces)), key=self._size)
        found: dict[int, _Finished] = {}
        for together in (by_size[:-SIDE_BY_SIDE], by_size[-SIDE_BY_SIDE:]):
            found |= self._comforts_of(together, barred, self._left(among) / self._sizes(set(by_size) - set(found)))
        return [found[part] for part in range(len(self.pieces))]

    def _comforts_of(self, parts: Sequence[int], barred: Barred, for_each: float) -> dict[int, _Finished]:
        """Some parts made comfortable, with so much work for each activity."""
        return self._each(lambda part: self._comfort(part, barred[part], for_each * self._size(part)), parts)

    def _left(self, among: int) -> float:
        """One of so many shares of the work that is left."""
        left = IN_ALL * self._patience - sum(self._spent)
        return max(left / among, AGAIN * self._patience)

    def _sizes(self, parts: Iterable[int]) -> int:
        return max(1, sum(map(self._size, parts)))

    def finish(self, leaf: Leaf, among: int) -> _Finished:
        """A way to share the cases out, made comfortable in one of so many shares of the time that is left.

        Where that starts a quarrel, again without the cases of others.
        """
        found = self._comforts(leaf.barred, among)
        cases = [_chosen(piece, one.sessions) for piece, one in zip(self.pieces, found, strict=True)]
        if sum(map(len, cases)) > len(frozenset().union(*cases)):
            own = [one.cases for one in self.settle(leaf.barred)]
            barred = [
                was | frozenset().union(*own[:n], *own[n + 1 :]) | (_candidates(self.pieces[:n]) - own[n])
                for n, was in enumerate(leaf.barred)
            ]
            peaceful = self._comforts(tuple(barred), among)
            found = [_bounded(one, free) for one, free in zip(peaceful, found, strict=True)]
        tiers = added([one.tiers for one in found])
        return _Finished(tiers, tuple(session for one in found for session in one.sessions))


class _Finished(NamedTuple):
    """A programme, whole or of a part: its tiers, comfort among them, and its sessions."""

    tiers: tuple[TierValue, ...]
    sessions: tuple[Session, ...]


def _bounded(one: _Finished, free: _Finished) -> _Finished:
    """A part barred from more cases, of which no more is proven than while it was free of them."""
    tiers = zip(one.tiers, free.tiers, strict=True)
    return _Finished(tuple(tier_value(v.tier, v.value, b.bound) for v, b in tiers), one.sessions)


def _shared_out(work: float, pieces: Sequence[Problem]) -> list[float]:
    """The work of each part by its number of activities: no more than this, and together no more than side by side."""
    sizes = [len(piece.activities) for piece in pieces]
    most = max(1, *sizes, sum(sizes) / SIDE_BY_SIDE)
    return [work * size / most for size in sizes]


def _chosen(piece: Problem, sessions: Sequence[Session]) -> frozenset[str]:
    """The cases that a search chose for a part: not those of its fixed sessions, which nothing could bar."""
    undecided = (session for session in sessions if session.activity not in piece.facts)
    return frozenset(case for session in undecided for case in asked_for(piece, session))


def _candidates(pieces: Sequence[Problem]) -> frozenset[str]:
    """Every case that these parts could see."""
    demands = [activity.demand for piece in pieces for activity in piece.activities if activity.demand]
    return frozenset(candidate.case for demand in demands for candidate in demand.candidates)


def _over_all(comforts: Sequence[TierValue], *, complete: bool) -> TierValue:
    """The comfort of the best way, bounded by the bounds of all ways that cost the same otherwise."""
    value = min(one.value for one in comforts)
    bound = min(one.bound for one in comforts) if complete else 0
    return TierValue(tier=comforts[0].tier, value=value, bound=bound, proven=value == bound)


def _told(tiers: Sequence[TierValue]) -> str:
    return ", ".join(f"{one.tier}: {one.value} {'proven' if one.proven else f'(bound {one.bound})'}" for one in tiers)
