"""Seeded batches of disruptions of the shipped formats, repaired, judged and published: figures, and every fault."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from disruptions import Standing, batch, standing
from nearby_repairs import Looked, better
from published_batches import Sent, sent
from repair_faults import eased, faults, placed
from shipped import planned, stated

from planner.solving.offer import Repairs
from planner.solving.repair import repair

NEARBY = 200
"""Programmes near the one that stands that are judged at most, for each batch."""

TWICE_EVERY = 10
"""Of so many batches, one is repaired a second time."""

REBUILT = 3
"""Of as many, this one as if the reserve were short."""


class Judged(NamedTuple):
    """A batch, how things stood after it, what can be done, what publishing that sends, and what is wrong with any."""

    kinds: tuple[str, ...]
    standing: Standing
    repairs: Repairs
    looked: Looked | None
    sent: Sent
    faults: tuple[str, ...]

    @property
    def figures(self) -> Mapping[str, int]:
        """What is added up over many batches."""
        first = self.repairs.offers[0]
        musts, shoulds = placed(self.standing.problem, first.programme)
        return {
            "batches": 1,
            "disruptions": len(self.kinds),
            "struck": len(self.standing.problem.struck),
            "offers": len(self.repairs.offers),
            "disturbed": len(first.disturbed),
            "nobody": not first.disturbed,
            "proven": self.repairs.proven,
            "thawed": bool(first.thawed),
            "left_out": bool(musts or shoulds),
            "nearby": self.looked is not None,
            "files": self.sent.files,
            "places": self.looked.tried if self.looked else 0,
        }


def judged(name: str, seed: int) -> Judged:
    """A format, disrupted, repaired and held against the nouns and the programmes near the one that stood."""
    problem, programme = stated(name), planned(name)
    said = batch(problem, programme, Random(f"{name} {seed}"))
    stood = standing(problem, programme, said)
    short = seed % TWICE_EVERY == REBUILT
    repairs = repair(*stood, rebuild=short)
    wrong = faults(stood, repairs)
    if seed % TWICE_EVERY == 0 and repair(*stood).model_dump_json() != repairs.model_dump_json():
        wrong.append("a second time it is repaired otherwise")
    first = repairs.offers[0]
    looked = better(stood._replace(problem=eased(stood.problem, first.out_of_turn)), first, NEARBY)
    if looked and looked.better:
        wrong.append(f"better is {_told(looked.better.sessions, stood)}")
    published = sent(name, stood.problem, first.programme)
    return Judged(said.kinds, stood, repairs, looked, published, (*wrong, *published.faults))


def _told(sessions: tuple[object, ...], stood: Standing) -> str:
    return " and ".join(str(one) for one in sessions if one not in stood.before.sessions)
