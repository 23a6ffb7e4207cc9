"""Case demands: from the draw of a stratum to ranked candidates whose workers stand on the staff list.

Activities of one stratum share its candidates: as many base cases as they ask for together, and the reserves
behind them. Whoever tracks a case chooses none: it has the candidates of the one that does, with other people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from constraints.problem import CaseDemand
from planner.intake.candidates import Candidates
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry, CaseEntry, Review
from samples.draw import Draw, Drawn
from samples.errors import InputRefused
from samples.strata import Stratum


class CaseDemands(NamedTuple):
    """The demand of each activity entry that has one, by the entry's id, and what the reader should know."""

    of: Mapping[str, CaseDemand]
    notices: tuple[str, ...]


class _Asking(NamedTuple):
    """An activity entry that asks for cases."""

    entry: str
    repeat: int
    case: CaseEntry


class _Reach(NamedTuple):
    """The cases of a stratum that may be asked for: the base, and the reserves behind it."""

    stratum: Stratum
    base: int
    cases: Sequence[Drawn]


def case_demands(review: Review, draws: Mapping[str, Draw], labels: Mapping[str, str]) -> CaseDemands:
    """The demands of a review's activities.

    Args:
        review: what the manager wrote.
        draws: the draw of each stratum, by the stratum's id, at least as deep as the review asks.
        labels: the label (HF-017) of each reference.

    Raises:
        InputRefused: an activity names a stratum without a draw or a role that nobody has, or the staff list lacks a
            worker's name.
    """
    demands: dict[str, CaseDemand] = {}
    notices: list[str] = []
    candidates = Candidates(review, labels)
    choosing, tracking = _asking(review.activities)
    for name, asking in choosing.items():
        stratum, drawn = _stratum(name, asking[0], review, draws)
        asked = sum(one.repeat * one.case.count for one in asking)
        if len(drawn) < asked:
            notices.append(_too_few(stratum, len(drawn), asked))
        counts = _counts(asking, len(drawn))
        base = sum(one.repeat * count for one, count in zip(asking, counts, strict=True))
        reach = _Reach(stratum, base, drawn[: base + review.about.depth - 1])
        for one, count in zip(asking, counts, strict=True):
            for each in (one, *tracking.get(one.entry, ())):
                demands[each.entry] = _demand(each.case, count, reach, candidates)
    return CaseDemands(demands, tuple(notices))


def _asking(entries: Sequence[ActivityEntry]) -> tuple[Mapping[str, list[_Asking]], Mapping[str, list[_Asking]]]:
    """The entries that choose cases, by their stratum, and those that track them, by the entry that chooses."""
    choosing: dict[str, list[_Asking]] = {}
    tracking: dict[str, list[_Asking]] = {}
    for entry in entries:
        if entry.case is not None:
            asking = _Asking(entry.id, entry.repeat, entry.case)
            found, name = (tracking, entry.case.tracks) if entry.case.tracks else (choosing, entry.case.stratum)
            found.setdefault(name, []).append(asking)
    return choosing, tracking


def _stratum(name: str, asking: _Asking, review: Review, draws: Mapping[str, Draw]) -> tuple[Stratum, Sequence[Drawn]]:
    """A stratum with what was drawn for it."""
    strata = {stratum.id: stratum for stratum in review.strata}
    if name not in strata or name not in draws:
        found = f"its stratum '{name}' is not one of the review's"
        raise InputRefused(f"activity {asking.entry}", found, did_you_mean(name, strata))
    return strata[name], draws[name].drawn


def _demand(case: CaseEntry, count: int, reach: _Reach, candidates: Candidates) -> CaseDemand:
    return CaseDemand(
        stratum=reach.stratum.id,
        count=count,
        base=reach.base,
        candidates=candidates.of(reach.cases, reach.stratum, case),
        modes=case.modes,
        enough=case.enough,
        role=case.role or reach.stratum.holder.role,
        record_resource=case.record_resource,
    )


def _counts(asking: Sequence[_Asking], there_are: int) -> list[int]:
    """How many cases each activity asks for, lowered from the last entry on where there are too few.

    None goes below one: an activity for which no case is left is then left out, and says so.
    """
    counts = [one.case.count for one in asking]
    for nth in reversed(range(len(asking))):
        over = sum(one.repeat * count for one, count in zip(asking, counts, strict=True)) - there_are
        counts[nth] = max(1, counts[nth] - max(0, -(-over // asking[nth].repeat)))
    return counts


def _too_few(stratum: Stratum, there_are: int, asked: int) -> str:
    cases = "one case" if there_are == 1 else f"{there_are or 'no'} cases"
    return f"stratum {stratum.id}: {cases} could be drawn where {asked} are asked for; there is no reserve."
