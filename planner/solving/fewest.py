"""The answer that disturbs fewest people, and the bench on which it was found.

What stands untouched stays. Sessions about to begin are facts at first: only where a must would be left out are they
looked at again.
"""

from __future__ import annotations

from collections.abc import Callable

from constraints.catalogue import DISTURBED, MUSTS_PLACED
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.bench import Answer, Bench
from planner.solving.ways import LEAST_FIRST, PLACED

LEAST_LIMIT, SHARE = 3.0, 1 / 6
"""Seconds, as the solver counts them, for one answer: a share of the review's patience, for what takes long to plan
takes long to repair, and so many in any case."""

BRIEF = 1 / 20
"""The share of that for an answer beside which there is a cheaper one already."""

LONGER = 4
"""How many times as long it may take where nothing was found at all."""

Search = Callable[[Bench], Answer | None]
"""How the answer that disturbs fewest is looked for on a bench."""

Kept = tuple[Bench, Answer]
"""A bench, and the answer that disturbs fewest on it."""


class NoAnswer(Exception):
    """No programme at all was found in the time; the facts alone always make one, so this is a bug."""


def limit(problem: Problem) -> float:
    """How many seconds, as the solver counts them, an answer may take."""
    return max(LEAST_LIMIT, SHARE * problem.patience)


def thorough(bench: Bench) -> Answer | None:
    """The search for an answer that somebody may accept."""
    return bench.best(LEAST_FIRST, limit(bench.problem))


def briefly(bench: Bench) -> Answer | None:
    """The search for an answer beside which there is a cheaper one."""
    return bench.best(LEAST_FIRST, BRIEF * limit(bench.problem))


def least(problem: Problem, before: Programme, search: Search = thorough) -> Kept:
    """The bench that disturbs fewest, and its answer; what is about to begin is looked at where a must asks for it.

    Raises:
        NoAnswer: none was found.
    """
    return with_near_moved(kept(Bench.of(problem, before), search), search)


def with_near_moved(found: Kept, search: Search = thorough) -> Kept:
    """What was found while all that is about to begin stays; or what moves some of it, where that places more musts.

    Raises:
        NoAnswer: none was found.
    """
    bench, first = found
    if not (first.value(MUSTS_PLACED) and bench.problem.frozen):
        return found
    freed, second = kept(bench.freed(), search)
    return (freed, second) if second.value(MUSTS_PLACED) < first.value(MUSTS_PLACED) else found


def kept(bench: Bench, search: Search = thorough) -> Kept:
    """The bench, or a wider one, that disturbs fewest while all that is fixed stays, what is about to begin among it.

    Raises:
        NoAnswer: none was found.
    """
    answer = search(bench) or bench.best(LEAST_FIRST, LONGER * limit(bench.problem))
    if answer and answer.value(DISTURBED) and (wider := bench.wider()):
        found = search(wider)
        bench, answer = (wider, found) if found else (bench, answer)
    if answer is None:
        raise NoAnswer
    return bench, answer


def proven(answer: Answer) -> bool:
    """Whether no answer leaves out less or disturbs fewer people."""
    return all(answer.value(tier) <= answer.bound(tier) for tier in (*PLACED, DISTURBED))
