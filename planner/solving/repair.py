"""Repair: what can be done about a disruption, each answer a complete programme, the one that disturbs fewest first.

What stands untouched stays; what may be chosen afresh is one model, and each answer is its best under an order of
tiers and conditions of its own. Sessions about to begin are facts at first: only where a must would be left out are
they looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal, NamedTuple

from constraints.catalogue import (
    BASE_CASES,
    COMFORT,
    DAYS_USED,
    DISTURBED,
    FREEZE,
    KIND,
    MODES,
    MUSTS_PLACED,
    RANKS,
    REPAIRING,
    RESERVE,
    RESERVE_PER_WEEK,
    SHOULDS_PLACED,
    STANDING_HELD,
    WISHES,
    Tier,
)
from constraints.noun import Noun
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.solve import quiet
from planner.solving.touched import in_parts, touched

if TYPE_CHECKING:
    from planner.solving.ripple import Condition

Kind = Literal[
    "smallest ripple",
    "same cases",
    "into the reserve",
    "next case of the draw",
    "another reviewer",
    "cover worker or record only",
    "tidier",
    "reserve rebuilt",
    "full re-plan",
]

Progress = Callable[[str], None]
Order = tuple[Tier, ...]
Search = Callable[[Bench], Answer | None]
"""How the answer that disturbs fewest is looked for on a bench."""

_PLACED = (MUSTS_PLACED, SHOULDS_PLACED, FREEZE)
_DRAW = (BASE_CASES, MODES, RANKS, DAYS_USED, STANDING_HELD)
_RESERVE = (RESERVE, RESERVE_PER_WEEK)

LEAST_FIRST: Order = REPAIRING
RESERVE_FIRST: Order = (*_PLACED, *_RESERVE, DISTURBED, *_DRAW, KIND, COMFORT)
TIDY_FIRST: Order = (*_PLACED, *_DRAW, *_RESERVE, COMFORT, DISTURBED, KIND)

WIDER = 2
"""So many people more than the fewest are looked at, for what disturbing them would buy."""

SIDE_BY_SIDE = 2
"""Answers looked for at once: a constant, so that nothing depends on the machine."""

FEW = 2
"""So many struck sessions, or fewer, are told apart by where they are put alone."""

LIMIT, SHORT = 5.0, 1.0
"""Seconds, as the solver counts them, for the fewest people and for each other answer, at each group of tiers."""


class Offer(Noun):
    """One answer to what happened.

    Attributes:
        kind: what it does.
        more: people more than the fewest that it may disturb, where that is what it is about.
        programme: complete, judged afresh by every rule; its tiers in the order of a repair.
        disturbed: whose diary changes, other than the people of struck sessions.
        thawed: the activities whose session was about to begin and is not as it was.
    """

    kind: Kind
    more: int = 0
    programme: Programme
    disturbed: tuple[str, ...]
    thawed: tuple[str, ...]


class Repairs(Noun):
    """What can be done, the fewest people first.

    Attributes:
        offers: complete programmes that differ; the first disturbs fewest.
        least: no answer that leaves out as little disturbs fewer people.
        proven: whether the first offer disturbs no more than that.
    """

    offers: tuple[Offer, ...]
    least: int
    proven: bool


class NoAnswer(Exception):
    """No programme at all was found in the time; the facts alone always make one, so this is a bug."""


class _Way(NamedTuple):
    kind: Kind
    order: Order
    condition: Condition | None = None
    more: int = 0


SMALLEST = _Way("smallest ripple", LEAST_FIRST)
REBUILT = _Way("reserve rebuilt", RESERVE_FIRST)
AFRESH = _Way("full re-plan", WISHES)


class _Made(NamedTuple):
    way: _Way
    answer: Answer


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
    made = [_Made(SMALLEST, first)]
    if bench.ids:
        other_cases = bench.struck.has_other_cases(first.sessions)
        ways = list(_ways(bench, wider, other_cases=other_cases))
        progress(f"looking for {len(ways)} other answers")
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            answers = pool.map(lambda way: _answer(bench, first, way), ways)
        for way, answer in zip(ways, answers, strict=True):
            if answer and _as_complete(answer, first) and not any(_alike(bench, answer, one.answer) for one in made):
                made.append(_Made(way, answer))
    offers = sorted((_offer(bench, one) for one in made), key=_rank)
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
    if kind in (AFRESH.kind, REBUILT.kind):
        return _replanned(problem, before) if kind == AFRESH.kind else _rebuilt(problem, before)
    bench, first = least(problem, before)
    if kind == SMALLEST.kind:
        return _offer(bench, _Made(SMALLEST, first))
    for way in _ways(bench, more, other_cases=True):
        if (way.kind, way.more) == (kind, more) and (answer := _answer(bench, first, way)):
            return _offer(bench, _Made(way, answer))
    raise NoAnswer


def smallest(problem: Problem, before: Programme) -> Repairs:
    """The answer that disturbs fewest people, and no other: what one place, or one swap, would take."""
    bench, first = least(problem, before)
    offer = _offer(bench, _Made(SMALLEST, first))
    return _repairs((offer,), first)


def thorough(bench: Bench) -> Answer | None:
    """The search for an answer that somebody may accept."""
    return bench.best(LEAST_FIRST, LIMIT)


def _rebuilt(problem: Problem, before: Programme) -> Offer:
    """As many holds of the reserve as there can be again, whoever hears of it; what stands about to begin stays."""
    spare = frozenset(a.id for a in problem.activities if a.priority == "mop-up" and a.id not in before.session)
    bench = Bench(problem, before, touched(problem, before) | in_parts(problem, spare))
    answer = bench.best(REBUILT.order, LIMIT)
    if answer is None:
        raise NoAnswer
    return _offer(bench, _Made(REBUILT, answer))


def _replanned(problem: Problem, before: Programme) -> Offer:
    bench = Bench(problem, before, frozenset(problem.activity))
    answer = bench.best(AFRESH.order, problem.patience)
    if answer is None:
        raise NoAnswer
    return _offer(bench, _Made(AFRESH, answer))


def _repairs(offers: tuple[Offer, ...], first: Answer) -> Repairs:
    least = next(tier.bound for tier in offers[0].programme.tiers if tier.tier == DISTURBED.name)
    return Repairs(offers=offers, least=least, proven=proven(first))


def least(problem: Problem, before: Programme, search: Search = thorough) -> tuple[Bench, Answer]:
    """The bench that disturbs fewest, and its answer; what is about to begin is looked at where a must asks for it."""
    bench, first = _on(Bench.of(problem, before), search)
    if first.value(MUSTS_PLACED) and problem.frozen:
        facts = tuple(fact for fact in problem.fixed if fact.activity not in problem.frozen)
        thawed, second = _on(Bench.of(problem.changed(fixed=facts), before), search)
        if second.value(MUSTS_PLACED) < first.value(MUSTS_PLACED):
            return thawed, second
    return bench, first


def _on(bench: Bench, search: Search) -> tuple[Bench, Answer]:
    answer = search(bench)
    if answer and answer.value(DISTURBED) and (wider := bench.wider()):
        bench, answer = wider, search(wider)
    if answer is None:
        raise NoAnswer
    return bench, answer


def _ways(bench: Bench, wider: int, *, other_cases: bool) -> Iterator[_Way]:
    struck = bench.struck
    if other_cases:
        yield _Way("same cases", LEAST_FIRST, struck.same_cases)
    yield _Way("into the reserve", LEAST_FIRST, struck.into_reserve)
    yield _Way("another reviewer", LEAST_FIRST, struck.other_reviewers)
    yield _Way("next case of the draw", LEAST_FIRST, struck.other_cases)
    yield _Way("cover worker or record only", LEAST_FIRST, struck.cover_or_record)
    yield from (_Way("tidier", TIDY_FIRST, None, more) for more in range(1, wider + 1))


def _answer(bench: Bench, first: Answer, way: _Way) -> Answer | None:
    most = first.value(DISTURBED) + way.more if way.more else None
    answer = bench.best(way.order, SHORT, *([way.condition] if way.condition else []), most_disturbed=most)
    if answer and way.more and not _tidier(answer, first):
        return None
    return answer


def _tidier(answer: Answer, first: Answer) -> bool:
    """Whether more people buy anything: a case, a standing session, a hold of the reserve, comfort."""
    tiers = (*_DRAW, *_RESERVE, COMFORT)
    return [answer.value(tier) for tier in tiers] < [first.value(tier) for tier in tiers]


def _alike(bench: Bench, one: Answer, other: Answer) -> bool:
    """Whether two answers come to the same in all that is counted, and do the same about what was struck.

    Where several sessions were struck, arranging them otherwise to the same effect is no other answer.
    """
    if any(one.value(tier) != other.value(tier) for tier in REPAIRING):
        return False
    anew = [[s for s in each.sessions if s.activity in bench.problem.struck] for each in (one, other)]
    return len(bench.problem.struck) > FEW or anew[0] == anew[1]


def _as_complete(answer: Answer, first: Answer) -> bool:
    """Whether an answer places as much as the first one."""
    return all(answer.value(tier) <= first.value(tier) for tier in (MUSTS_PLACED, SHOULDS_PLACED))


def _offer(bench: Bench, made: _Made) -> Offer:
    programme = bench.programme(made.answer)
    disturbed, thawed = bench.disturbed(programme), bench.thawed(programme)
    return Offer(kind=made.way.kind, more=made.way.more, programme=programme, disturbed=disturbed, thawed=thawed)


def _rank(offer: Offer) -> tuple[int, ...]:
    """The smallest ripple first; of the others, fewest people first, then as a repair is judged."""
    return (
        offer.kind != "smallest ripple",
        len(offer.thawed),
        len(offer.disturbed),
        *(tier.value for tier in offer.programme.tiers),
    )


def proven(answer: Answer) -> bool:
    """Whether no answer leaves out less or disturbs fewer people."""
    return all(answer.value(tier) <= answer.bound(tier) for tier in (*_PLACED, DISTURBED))
