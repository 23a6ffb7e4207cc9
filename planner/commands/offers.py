"""Answers that were offered, as a line of the log: the moment they were judged at, and each programme's digest.

Accepting one makes the programme again from the same moment, and takes it only if it is the very one.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pydantic import JsonValue

from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.canonical import digest, dump
from planner.commands.roles import MANAGER
from planner.commands.situation import Situation
from planner.layout import DATABASE
from planner.store import open_store
from planner.store_publications import PUBLISHED
from planner.store_reader import read_store
from planner.store_records import SAID, SAID_AGAIN, TAKEN_BACK, VERSION_RECORDED
from samples.errors import InputRefused

if TYPE_CHECKING:
    from planner.solving.offer import Offer, Repairs

OFFERED = "repairs offered"

MOVED_ON = (SAID, SAID_AGAIN, TAKEN_BACK, VERSION_RECORDED, PUBLISHED)
"""Lines of the log after which an offer is out of date."""

AGAIN = "Look afresh: planner repair."


class Offered(Noun):
    """One answer as it was offered: by which way it was found, and the digest of its programme."""

    kind: str
    more: int
    programme: str
    out_of_turn: tuple[str, ...] = ()
    """The opening sessions that are out of their turn in it."""


class Offers(Noun):
    """All answers of one list, and the moment they were judged at."""

    at: datetime
    wider: int
    offers: tuple[Offered, ...]


def note_offers(folder: Path, stands: Situation, found: Repairs, wider: int) -> None:
    """Write down what was offered.

    Raises:
        StoreRefused: the database cannot be written, or something happened meanwhile.
    """
    offers = tuple(
        Offered(
            kind=offer.kind,
            more=offer.more,
            programme=digest_of(stands.problem, offer.programme),
            out_of_turn=offer.out_of_turn,
        )
        for offer in found.offers
    )
    noted = Offers(at=stands.now, wider=wider, offers=offers)
    detail = cast("dict[str, JsonValue]", noted.model_dump(mode="json"))
    with open_store(folder / DATABASE) as store:
        store.record_line(OFFERED, detail, noted.at, MANAGER, after=stands.last_line)


def last_offers(folder: Path) -> Offers:
    """What was offered last, if nothing happened since.

    Raises:
        Refusal: nothing was, or something was said, planned or published since.
    """
    with read_store(folder / DATABASE) as store:
        log = store.log()
    offered = [n for n, line in enumerate(log) if line.what == OFFERED]
    if not offered:
        raise InputRefused("planner accept", "no repairs were offered yet", AGAIN)
    if any(line.what in MOVED_ON for line in log[offered[-1] :]):
        raise InputRefused("planner accept", "something happened since the repairs were offered", AGAIN)
    return Offers.model_validate(log[offered[-1]].detail)


def digest_of(problem: Problem, programme: Programme) -> str:
    """What a programme is known by."""
    return digest(dump(programme, problem.tz))


def refuse_another(problem: Problem, offered: Offered, offer: Offer) -> None:
    """Refuse an answer that is not the one that was offered.

    Raises:
        InputRefused: it is another; another build of the solver, say.
    """
    if digest_of(problem, offer.programme) != offered.programme:
        raise InputRefused("planner accept", "the same search finds another programme today", AGAIN)
