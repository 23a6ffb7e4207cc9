"""What is proven of the fewest people that a repair disturbs, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.commands.sentences import counted

if TYPE_CHECKING:
    from planner.solving.offer import Repairs

OTHERS = " other than those on the sessions that were struck"
"""Whom a repair's count leaves out, for they hear of it anyway."""

AS_LITTLE = " that leaves out as little"
"""What is said of a repair where one is listed that leaves out more and disturbs fewer."""

OUT_OF_ITS_TURN = "; in its turn the opening session has no place"
"""What is said beside where the first answer is out of turn."""

WHILE_NEAR_STAYS = " while all that is about to begin stays"
"""What is added to it where anything is about to begin."""


def fewest_proven(found: Repairs, *, near: bool) -> str:
    """The sentence.

    Args:
        found: the answers; its ``least`` is of those that keep every turn that can be kept.
        near: whether anything is about to begin.
    """
    as_little = AS_LITTLE if any(offer.kind == "left out" for offer in found.offers) else ""
    return f"{_of_first(found, as_little, near=near)}{_out_of_turn(found, as_little)}"


def _of_first(found: Repairs, as_little: str, *, near: bool) -> str:
    if not found.proven:
        least = f", but no fewer than {found.least}" if found.least else ""
        return f"not proven in the time: perhaps fewer people could be disturbed{OTHERS}{least}"
    late = OUT_OF_ITS_TURN if found.offers[0].out_of_turn else ""
    late += WHILE_NEAR_STAYS if late and near else ""
    return f"{_none_fewer(found.least, as_little, OTHERS)}{late}"


def _out_of_turn(found: Repairs, as_little: str) -> str:
    """What is proven where an answer out of turn stands beside the first."""
    late = next((offer for offer in found.offers[1:] if offer.kind == "out of turn"), None)
    return f"; held later, out of its turn, {_none_fewer(late.fewest.value, as_little)}" if late and late.proven else ""


def _none_fewer(least: int, as_little: str, others: str = "") -> str:
    if not least:
        return f"nobody has to be disturbed{others}"
    people = counted(least, "person").replace("persons", "people")
    return f"no repair{as_little} disturbs fewer than {people}{others}"
