"""What became of the cases drawn, where that has to be told: base cases nobody sees, and reserves that are seen."""

from __future__ import annotations

from collections.abc import Iterable

from constraints.outcomes import Outcome, outcomes
from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.intake.standing_now import at_rest


class Drawn(Noun):
    """What is told of the draw.

    Attributes:
        skipped: base cases that no session sees, with their codes.
        reserves: reserves used.
    """

    skipped: tuple[Outcome, ...]
    reserves: tuple[Outcome, ...]

    def besides(self, before: Drawn) -> Drawn:
        """The cases skipped, and the reserves used, that were not so before."""
        return Drawn(skipped=_besides(self.skipped, before.skipped), reserves=_besides(self.reserves, before.reserves))


def _besides(now: Iterable[Outcome], before: Iterable[Outcome]) -> tuple[Outcome, ...]:
    known = {(one.stratum, one.case) for one in before}
    return tuple(one for one in now if (one.stratum, one.case) not in known)


def drawn(problem: Problem, programme: Programme) -> Drawn:
    """What became of the cases drawn, whenever that is looked at; nothing is told of cases that are not stated."""
    return told_of(outcomes(at_rest(problem), programme))


def told_of(became: Iterable[Outcome]) -> Drawn:
    """What has to be told of all that became of the cases."""
    found = tuple(became)
    return Drawn(
        skipped=tuple(one for one in found if one.base and not one.seen),
        reserves=tuple(one for one in found if one.seen and not one.base),
    )


def in_words(outcome: Outcome) -> str:
    """A case with its place in the draw and its code: ``HF-042 (stratum good, rank 3): CAPACITY``."""
    return f"{outcome.case} (stratum {outcome.stratum}, rank {outcome.rank}): {outcome.code}"
