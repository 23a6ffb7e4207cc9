"""Repair: what can be done about a disruption, each answer a complete programme, the one that disturbs fewest first.

What stands untouched stays; what may be chosen afresh is one model, and each answer is its best under an order of
tiers and conditions of its own. Beside these stand what needs no search at all, leaving it out, and what a rule less
would buy: an opening session held out of its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from constraints.catalogue import DISTURBED
from constraints.out_of_turn import fallen_openings, out_of_turn
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.fewest import LIMIT, NoAnswer, least, proven
from planner.solving.offer import PLACING, Made, Offer, Repairs, of_programme, offered, rank
from planner.solving.solve import quiet
from planner.solving.touched import in_parts, touched
from planner.solving.ways import (
    AFRESH,
    LEFT_OUT,
    OUT_OF_TURN,
    REBUILT,
    SMALLEST,
    Way,
    alike,
    as_complete,
    looked_for,
    ways,
)

Progress = Callable[[str], None]

TWICE = 2
"""A full re-plan may take the review's patience, and as long again for comfort."""

WIDER = 2
"""So many people more than the fewest are looked at, for what disturbing them would buy."""

SIDE_BY_SIDE = 2
"""Answers looked for at once: a constant, so that nothing depends on the machine."""


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
    progress("looking for the answer that disturbs fewest people")
    bench, first = least(problem, before)
    smallest_ripple = offered(bench, Made(SMALLEST, first))
    offers = [smallest_ripple, *_others(bench, first, wider, progress)]
    if any(smallest_ripple.costs):
        beside = (_eased(problem, before), _without(problem, before))
        offers += [one for one in beside if one and _spares(one, smallest_ripple)]
    offers.sort(key=rank)
    if rebuild:
        progress("looking for more holds of the reserve")
        offers.append(_rebuilt(problem, before))
    if replan:
        progress("planning everything afresh")
        offers.append(_replanned(problem, before))
    return _repairs(tuple(offers), first)


def once_more(problem: Problem, before: Programme, kind: str, more: int) -> Offer:
    """One answer that was offered, made again in the same way.

    Args:
        problem: as it stood when it was offered.
        before: the programme that stood then.
        kind: what it does.
        more: people more than the fewest, where that is what it is about.

    Raises:
        NoAnswer: there is none of the kind.
    """
    if kind in _ON_THEIR_OWN:
        offer = _ON_THEIR_OWN[kind](problem, before)
        if offer is None:
            raise NoAnswer
        return offer
    bench, first = least(problem, before)
    if kind == SMALLEST.kind:
        return offered(bench, Made(SMALLEST, first))
    for way in ways(bench, more, other_cases=True):
        if (way.kind, way.more) == (kind, more) and (answer := looked_for(bench, first, way)):
            return offered(bench, Made(way, answer))
    raise NoAnswer


def smallest(problem: Problem, before: Programme) -> Repairs:
    """The answer that disturbs fewest people, and no other: what one place, or one swap, would take."""
    bench, first = least(problem, before)
    return _repairs((offered(bench, Made(SMALLEST, first)),), first)


def _repairs(offers: tuple[Offer, ...], first: Answer) -> Repairs:
    fewest = next(tier.bound for tier in offers[0].programme.tiers if tier.tier == DISTURBED.name)
    return Repairs(offers=offers, least=fewest, proven=proven(first))


def _others(bench: Bench, first: Answer, wider: int, progress: Progress) -> Iterator[Offer]:
    """The answers that can be had on the same bench, each unlike the others."""
    if not bench.ids:
        return
    other_cases = bench.struck.has_other_cases(first.sessions)
    found = list(ways(bench, wider, other_cases=other_cases))
    progress(f"looking for {len(found)} other answers")
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        answers = pool.map(lambda way: _as_offer(bench, first, way), found)
    known = [first]
    for both in answers:
        if both and not any(alike(bench, both.answer, one) for one in known):
            known.append(both.answer)
            yield both.offer


class _Both(NamedTuple):
    answer: Answer
    offer: Offer


def _as_offer(bench: Bench, first: Answer, way: Way) -> _Both | None:
    """The best answer of a way as an offer, judged while the others are still looked for."""
    answer = looked_for(bench, first, way)
    if answer is None or not as_complete(answer, first):
        return None
    return _Both(answer, offered(bench, Made(way, answer)))


def _spares(offer: Offer, first: Offer) -> bool:
    """Whether an answer that gives something up spares what the first one does not."""
    return offer.costs < first.costs if offer.out_of_turn else offer.costs[PLACING:] < first.costs[PLACING:]


def _eased(problem: Problem, before: Programme) -> Offer | None:
    """With the opening sessions that fell through held out of their turn; None: no session that opens an area fell."""
    openings = fallen_openings(problem)
    if not openings:
        return None
    bench, answer = least(out_of_turn(problem, openings), before)
    return offered(bench, Made(OUT_OF_TURN, answer)).model_copy(update={"out_of_turn": openings})


def _without(problem: Problem, before: Programme) -> Offer | None:
    """What fell through left out, and everything else as it was; None: that would break a rule."""
    bench = Bench.of(problem, before)
    programme = bench.untouched()
    return of_programme(bench, LEFT_OUT, programme) if programme else None


def _rebuilt(problem: Problem, before: Programme) -> Offer:
    """As many holds of the reserve as there can be again, whoever hears of it; what stands about to begin stays."""
    spare = frozenset(a.id for a in problem.activities if a.priority == "mop-up" and a.id not in before.session)
    return _on(Bench(problem, before, touched(problem, before) | in_parts(problem, spare)), REBUILT, LIMIT)


def _replanned(problem: Problem, before: Programme) -> Offer:
    return _on(Bench(problem, before, frozenset(problem.activity)), AFRESH, TWICE * problem.patience)


def _on(bench: Bench, way: Way, seconds: float) -> Offer:
    answer = bench.best(way.order, seconds)
    if answer is None:
        raise NoAnswer
    return offered(bench, Made(way, answer))


_ON_THEIR_OWN: Mapping[str, Callable[[Problem, Programme], Offer | None]] = {
    OUT_OF_TURN.kind: _eased,
    LEFT_OUT.kind: _without,
    REBUILT.kind: _rebuilt,
    AFRESH.kind: _replanned,
}
