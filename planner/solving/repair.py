"""Repair: what can be done about a disruption, each answer a complete programme.

What stands untouched stays; what may be chosen afresh is one model, and each answer is its best under an order of
tiers and conditions of its own, an opening session in its turn or out of it. Leaving out what fell through needs no
search; rebuilding the reserve and planning afresh let more be chosen, in a model of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.bench import Bench
from planner.solving.fewest import NoAnswer, kept, limit, proven
from planner.solving.offer import Offer, Repairs, of_programme, offered, rank
from planner.solving.solve import quiet
from planner.solving.table import Table
from planner.solving.touched import in_parts, touched
from planner.solving.turns import in_turn, searched
from planner.solving.ways import AFRESH, LEFT_OUT, REBUILT, Way

Progress = Callable[[str], None]

TWICE = 2
"""A full re-plan may take the review's patience, and as long again for comfort."""

WIDER = 2
"""So many people more than the fewest are looked at, for what disturbing them would buy."""


def repair(
    problem: Problem,
    before: Programme,
    *,
    wider: int = WIDER,
    rebuild: bool = False,
    replan: bool = False,
    progress: Progress = quiet,
) -> Repairs:
    """Every kind of answer there is to what happened.

    Args:
        problem: what has to happen as it now stands: what is fixed, published, struck and frozen.
        before: the programme that stands.
        wider: how many people more than the fewest are looked at for a tidier programme.
        rebuild: whether the reserve is short, so that an answer that rebuilds it is looked for.
        replan: whether everything is planned afresh too, in the order in which a programme is planned.
        progress: told in a sentence what is looked for.

    Raises:
        Disagreement: the rules judge an answer otherwise than the search did; a bug, never the user's fault.
    """
    bench = Bench.of(problem, before)
    with ThreadPoolExecutor(1) as aside:
        rebuilding = aside.submit(_rebuilt, problem, before) if rebuild else None
        progress("looking for the answer that disturbs fewest people")
        table, first, others = searched(bench, wider, progress)
        others = (*others, *_left_out(bench, first))
        offers = _in_order(first, others)
        offers += _with_more_reserve(rebuilding.result(), offers) if rebuilding else []
    if replan:
        progress("planning everything afresh")
        offers += _unlike(offers, _replanned(problem, before))
    return Repairs(offers=tuple(offers), least=first.fewest.bound, proven=proven(table.first))


def _with_more_reserve(rebuilt: Offer, offers: Sequence[Offer]) -> list[Offer]:
    """The answer that rebuilds the reserve, where no other leaves out as little and holds as much of it."""
    return _unlike(offers, rebuilt) if rebuilt.lacks < min(one.lacks for one in offers) else []


def _in_order(first: Offer, others: Sequence[Offer]) -> list[Offer]:
    """The first answer before all others, but those in the same turn that a search that was stopped missed."""
    ranked = sorted(others, key=rank)
    better = [one for one in ranked if one.out_of_turn == first.out_of_turn and rank(one) < rank(first)]
    return [*better, first, *(one for one in ranked if one not in better)]


def _unlike(offers: Sequence[Offer], one: Offer) -> list[Offer]:
    """An answer, unless it comes to the very programme of another."""
    return [] if any(one.programme.sessions == other.programme.sessions for other in offers) else [one]


def _left_out(bench: Bench, first: Offer) -> list[Offer]:
    """What fell through left out, where that changes less than the first answer."""
    without = _without(bench) if any(first.changed) else None
    return [without] if without and without.changed < first.changed else []


def once_more(problem: Problem, before: Programme, kind: str, more: int, out_of_turn: tuple[str, ...] = ()) -> Offer:
    """One answer that was offered, made again in the same way.

    Args:
        problem: as it stood when it was offered.
        before: the programme that stood then.
        kind: what it does.
        more: people more than the fewest, where that is what it is about.
        out_of_turn: the opening sessions that are out of their turn in it.

    Raises:
        NoAnswer: there is none of the kind.
    """
    if kind in _ON_THEIR_OWN:
        offer = _ON_THEIR_OWN[kind](problem, before)
    else:
        bench = Bench.of(problem, before, out_of_turn)
        table = Table.of(kept(bench)) if out_of_turn else in_turn(bench)
        offer = table.offer() if kind == table.way.kind else table.only(kind, more)
    if offer is None:
        raise NoAnswer
    return offer


def smallest(problem: Problem, before: Programme) -> Repairs:
    """The answer that disturbs fewest people, and no other: what one place, or one swap, would take."""
    table = Table.of(kept(Bench.of(problem, before)))
    first = table.offer()
    return Repairs(offers=(first,), least=first.fewest.bound, proven=proven(table.first))


def _without(bench: Bench) -> Offer | None:
    """What fell through left out, and everything else as it was; None: that would break a rule."""
    programme = bench.untouched()
    return of_programme(bench, LEFT_OUT, programme) if programme else None


def _rebuilt(problem: Problem, before: Programme) -> Offer:
    """As many holds of the reserve as there can be again, whoever hears of it; what stands about to begin stays."""
    spare = frozenset(a.id for a in problem.activities if a.priority == "mop-up" and a.id not in before.session)
    return _on(Bench(problem, before, touched(problem, before) | in_parts(problem, spare)), REBUILT, limit(problem))


def _replanned(problem: Problem, before: Programme) -> Offer:
    return _on(Bench(problem, before, frozenset(problem.activity)), AFRESH, TWICE * problem.patience)


def _on(bench: Bench, way: Way, seconds: float) -> Offer:
    answer = bench.best(way.order, seconds)
    if answer is None:
        raise NoAnswer
    return offered(bench, way, answer)


_ON_THEIR_OWN: Mapping[str, Callable[[Problem, Programme], Offer | None]] = {
    LEFT_OUT.kind: lambda problem, before: _without(Bench.of(problem, before)),
    REBUILT.kind: _rebuilt,
    AFRESH.kind: _replanned,
}
