"""Repairs as plain text: what happened, each answer with its changes, whom to tell, and what it does to the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planner.commands.accept import Accepted
from planner.commands.drawn import in_words
from planner.commands.repair import OfferTold, Repaired
from planner.commands.sentences import counted
from planner.commands.told import Change

WHAT_IT_DOES = {
    "smallest ripple": "The smallest ripple",
    "out of turn": "Held later, out of its turn",
    "same cases": "With the cases as they were",
    "into the reserve": "Into the reserve",
    "next case of the draw": "The next case of the draw",
    "another reviewer": "Another reviewer",
    "cover worker or record only": "A cover worker, or the record alone",
    "tidier": "Tidier",
    "left out": "Left out",
    "full re-plan": "Everything planned afresh",
    "reserve rebuilt": "With the reserve rebuilt",
}


FEWEST = ("smallest ripple", "out of turn")
"""The kinds that disturb fewest, of those in the same turns."""


def repair_text(repaired: Repaired) -> str:
    """The whole list."""
    return "\n".join(_lines(repaired))


def _lines(repaired: Repaired) -> Iterator[str]:
    yield f"Version {repaired.version}; since then:"
    yield from (f"  {one}" for one in repaired.happened)
    if repaired.struck:
        yield f"Cannot stand where they are: {'; '.join(repaired.struck)}"
    yield from [repaired.short] if repaired.short else []
    for offer in repaired.offers:
        yield from _offer(offer)
        yield from _bought(offer, repaired.offers)
    yield ""
    yield from (f"Not looked at: {one}" for one in repaired.listed)
    yield f"Proof: {repaired.proof}."
    yield "Next: planner accept 1 (or another number); nothing is sent before planner publish."


def _offer(offer: OfferTold) -> Iterator[str]:
    yield ""
    yield f"{offer.number}. {WHAT_IT_DOES[offer.kind]}: {_whom(offer)}"
    for what, changes in groupby(sorted(offer.changes, key=_what), key=_what):
        yield f"   {what}"
        yield from (f"     {change.activity}, {change.title}: {change.said}" for change in changes)
    yield from (f"   no longer before everything else of its area: {one}" for one in offer.out_of_turn)
    yield from (f"   left out: {one}" for one in offer.left_out)
    yield from (f"   about to begin, and changed all the same: {one}" for one in offer.thawed)
    yield "   to be told" if offer.told else "   nobody has to be told"
    for one in offer.told:
        yield from (f"     {one.name}: {said}" for said in one.said)
    for effect in offer.effects:
        if effect.before != effect.after:
            yield f"   {effect.title}: {effect.after} (was {effect.before})"


def _bought(offer: OfferTold, offers: Sequence[OfferTold]) -> Iterator[str]:
    """What more people buy: the figures that are lower than in the first answer of the same turns."""
    if offer.kind == "tidier":
        first = next(one for one in offers if one.kind in FEWEST and one.out_of_turn == offer.out_of_turn)
        pairs = zip(offer.tiers, first.tiers, strict=True)
        lower = [f"{one.tier} {one.value}, not {was.value}" for one, was in pairs if one.value < was.value]
        yield f"   what it buys, 0 is best: {'; '.join(lower)}"


def _what(change: Change) -> str:
    return change.what


def _whom(offer: OfferTold) -> str:
    if not offer.disturbs:
        return "nothing changes for anybody else"
    people = "person" if len(offer.disturbs) == 1 else "people"
    return f"something changes for {len(offer.disturbs)} other {people} ({', '.join(offer.disturbs)})"


def accepted_text(accepted: Accepted) -> str:
    """What an accepted repair became."""
    return "\n".join(_accepted(accepted))


def _accepted(accepted: Accepted) -> Iterator[str]:
    told = counted(len(accepted.changes), "session")
    yield f"Version {accepted.version} written: repair {accepted.number}, {accepted.kind}; {told} changed."
    yield from (f"Base case skipped: {in_words(one)}" for one in accepted.drawn.skipped)
    yield from (f"Reserve used: {in_words(one)}" for one in accepted.drawn.reserves)
    yield "Next: planner publish --preview"
