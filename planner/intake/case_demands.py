"""Case demands: from the draw of a stratum to ranked candidates whose workers stand on the staff list.

Activities of one stratum share its candidates: as many base cases as they ask for together, and the reserves
behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from constraints.problem import Candidate, CaseDemand, Mode
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry, CaseEntry, Review
from planner.intake.staff_names import StaffNames
from samples.draw import Draw, Drawn
from samples.errors import InputRefused
from samples.strata import Stratum


class CaseDemands(NamedTuple):
    """The demand of each activity entry that has one, by the entry's id, and what the reader should know."""

    of: Mapping[str, CaseDemand]
    notices: tuple[str, ...]


def case_demands(review: Review, draws: Mapping[str, Draw], labels: Mapping[str, str]) -> CaseDemands:
    """The demands of a review's activities.

    Args:
        review: what the manager wrote.
        draws: the draw of each stratum, by the stratum's id, at least as deep as the review asks.
        labels: the label (HF-017) of each reference.

    Raises:
        InputRefused: an activity names a stratum without a draw, or the staff list lacks a worker's name.
    """
    demands: dict[str, CaseDemand] = {}
    notices: list[str] = []
    staff = StaffNames(review.staff)
    strata = {stratum.id: stratum for stratum in review.strata}
    cover = {member.id: member.cover for member in review.staff}
    tracking = _tracking(review.activities)
    for name, asking in _by_stratum(review.activities).items():
        if name not in strata or name not in draws:
            raise InputRefused(
                f"activity {asking[0].entry}",
                f"its stratum '{name}' is not one of the review's",
                did_you_mean(name, strata),
            )
        stratum, drawn = strata[name], draws[name].drawn
        counts = _counts(asking, len(drawn))
        base = sum(one.repeat * count for one, count in zip(asking, counts, strict=True))
        asked = sum(one.repeat * one.case.count for one in asking)
        if len(drawn) < asked:
            notices.append(_too_few(stratum, len(drawn), asked))
        for one, count in zip(asking, counts, strict=True):
            near = drawn[: base + review.about.depth - 1]
            for asked_of in (one, *tracking.get(one.entry, ())):
                case = asked_of.case
                demands[asked_of.entry] = CaseDemand(
                    stratum=name,
                    count=count,
                    base=base,
                    candidates=tuple(
                        _candidate(each, stratum, case, staff=staff, cover=cover, labels=labels) for each in near
                    ),
                    modes=case.modes,
                    enough=case.enough,
                    role=case.role or stratum.holder.role,
                    record_resource=case.record_resource,
                )
    return CaseDemands(demands, tuple(notices))


class _Asking(NamedTuple):
    """An activity entry that asks for cases."""

    entry: str
    repeat: int
    case: CaseEntry


def _by_stratum(entries: Sequence[ActivityEntry]) -> Mapping[str, list[_Asking]]:
    """The entries that choose cases of a stratum; those that track them choose none."""
    found: dict[str, list[_Asking]] = {}
    for entry in entries:
        if entry.case is not None and not entry.case.tracks:
            found.setdefault(entry.case.stratum, []).append(_Asking(entry.id, entry.repeat, entry.case))
    return found


def _tracking(entries: Sequence[ActivityEntry]) -> Mapping[str, list[_Asking]]:
    """The entries that track the cases of another, by the id of that one."""
    found: dict[str, list[_Asking]] = {}
    for entry in entries:
        if entry.case is not None and entry.case.tracks:
            found.setdefault(entry.case.tracks, []).append(_Asking(entry.id, entry.repeat, entry.case))
    return found


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


def _candidate(
    drawn: Drawn,
    stratum: Stratum,
    case: CaseEntry,
    *,
    staff: StaffNames,
    cover: Mapping[str, str],
    labels: Mapping[str, str],
) -> Candidate:
    """A drawn case with those who can speak about it; with nobody where only its record is looked at."""
    workers: tuple[str, ...] = ()
    if Mode.WORKER in case.modes or Mode.COVER in case.modes:
        where = f"list {stratum.holder.list or stratum.list}, {' or '.join(stratum.holder.columns)} ({stratum.id})"
        names = drawn.others.get(case.role, drawn.holders)
        found = [staff.find(name, drawn.team, where).id for name in names if name.strip()]
        workers = tuple(dict.fromkeys(found))
    instead = cover.get(workers[0], "") if workers and Mode.COVER in case.modes else ""
    return Candidate(
        case=labels[drawn.reference],
        rank=drawn.rank,
        workers=workers,
        cover=(instead,) if instead and instead not in workers else (),
    )
