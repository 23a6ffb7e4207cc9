"""The draw certificate: what a third party needs to repeat a draw, and nothing about who the children are."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from samples.draw import Draw, Drawn

ALGORITHM = "SHA-256 tickets (consistent sampling), ticket = SHA-256(sha256_hex(seed) + stratum + ':' + reference)"
VERSION = 1


class Ranked(BaseModel):
    """A case on a certificate: its place in the draw, by reference only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rank: int
    reference: str
    ticket: str
    by: str = ""


class Certificate(BaseModel):
    """The rule, the frame, the seed and the order that came of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stratum: str
    title: str
    rule: tuple[str, ...]
    purposive: bool
    """Picked by a rule, not at random: no rate may be inferred from it."""
    list: str
    as_at: date
    population: int
    frame_hash: str
    seed: str
    algorithm: str = ALGORITHM
    version: int = VERSION
    base: tuple[Ranked, ...]
    reserves: tuple[Ranked, ...]
    """In the order in which they may replace a base case."""


def certificate(draw: Draw, seed: str, base: int) -> Certificate:
    """The certificate of a draw whose first ``base`` cases are the base, the others its reserves in order."""
    ranked = tuple(_ranked(each) for each in draw.drawn)
    return Certificate(
        stratum=draw.stratum,
        title=draw.title,
        rule=draw.rule,
        purposive=draw.pick != "random",
        list=draw.list,
        as_at=draw.as_at,
        population=draw.population,
        frame_hash=draw.frame_hash,
        seed=seed,
        base=ranked[:base],
        reserves=ranked[base:],
    )


def _ranked(drawn: Drawn) -> Ranked:
    return Ranked(rank=drawn.rank, reference=drawn.reference, ticket=drawn.ticket, by=drawn.by)
