"""What became of every case drawn: a code for each rank down to the deepest one used, none silent.

The codes and what may replace what: docs on sampling (ISA 530, paragraphs 10-11). A case that nobody can speak about
and one for which there was no room both count as adverse; they are told apart because their remedies differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from constraints.legal_places import has_place
from constraints.problem import Activity, Candidate, CaseSeen, Mode, Noun, Problem
from constraints.programme import Programme


class Code(StrEnum):
    """What became of a case."""

    REVIEWED = "REVIEWED"
    REVIEWED_COVER = "REVIEWED_COVER"
    RECORD_ONLY = "RECORD_ONLY"
    DUPLICATE = "DUPLICATE"
    """Another stratum's session sees the same case."""
    WITHDRAWN = "WITHDRAWN"
    """It was withdrawn after it had been drawn."""
    WORKER_ABSENT = "WORKER_ABSENT"
    """No time in which anybody who can speak about it, or its record, could be had."""
    CAPACITY = "CAPACITY"
    """There was such a time, and something before it in the tiers took it."""


BY_MODE: Mapping[Mode, Code] = {
    Mode.WORKER: Code.REVIEWED,
    Mode.COVER: Code.REVIEWED_COVER,
    Mode.RECORD: Code.RECORD_ONLY,
}


class Outcome(Noun):
    """A case of a stratum's draw, and what became of it."""

    stratum: str
    rank: int
    case: str
    base: bool
    code: Code
    activity: str = ""
    """The activity that sees it; empty: none of its stratum does."""

    @property
    def seen(self) -> bool:
        """Whether a session of its stratum sees it."""
        return bool(self.activity)


class _Seen(NamedTuple):
    activity: Activity
    case: CaseSeen


def outcomes(problem: Problem, programme: Programme) -> tuple[Outcome, ...]:
    """What became of each case, by stratum and rank, down to the last base case or the deepest rank used.

    A case that other activities track is told of once, where it is chosen.

    Args:
        problem: whose demands the programme answers.
        programme: a programme that states its cases; one that does not has no outcomes for those strata.
    """
    found: list[Outcome] = []
    choosing = [s for s in programme.sessions if not problem.activity[s.activity].tracks]
    seen = {case.case: _Seen(problem.activity[s.activity], case) for s in choosing for case in s.cases or ()}
    unstated = {_stratum(problem.activity[s.activity]) for s in choosing if s.cases is None}
    for stratum, asking in _by_stratum(problem).items():
        if stratum not in unstated:
            found.extend(_of_stratum(problem, stratum, asking, seen))
    return tuple(found)


def _of_stratum(problem: Problem, stratum: str, asking: list[Activity], seen: Mapping[str, _Seen]) -> list[Outcome]:
    candidates = {c.rank: c for a in asking if a.demand for c in (*a.demand.candidates, *a.demand.withdrawn)}
    base = max(activity.demand.base for activity in asking if activity.demand)
    used = [rank for rank, c in candidates.items() if c.case in seen and _stratum(seen[c.case].activity) == stratum]
    deepest = max([*used, base])
    return [
        _outcome(problem, asking, candidates[rank], seen.get(candidates[rank].case), rank <= base)
        for rank in sorted(candidates)
        if rank <= deepest
    ]


def _outcome(problem: Problem, asking: list[Activity], candidate: Candidate, seen: _Seen | None, base: bool) -> Outcome:
    stratum = _stratum(asking[0])
    activity = ""
    withdrawn = any(candidate in each.demand.withdrawn for each in asking if each.demand)
    if seen is None and withdrawn:
        code = Code.WITHDRAWN
    elif seen is None:
        could = any(has_place(problem, each, candidate) for each in asking)
        code = Code.CAPACITY if could else Code.WORKER_ABSENT
    elif _stratum(seen.activity) != stratum:
        code = Code.DUPLICATE
    else:
        code, activity = BY_MODE[seen.case.mode], seen.activity.id
    return Outcome(stratum=stratum, rank=candidate.rank, case=candidate.case, base=base, code=code, activity=activity)


def _stratum(activity: Activity) -> str:
    return activity.demand.stratum if activity.demand else ""


def _by_stratum(problem: Problem) -> Mapping[str, list[Activity]]:
    found: dict[str, list[Activity]] = {}
    for activity in problem.activities:
        if activity.demand and not activity.tracks:
            found.setdefault(activity.demand.stratum, []).append(activity)
    return found
