"""What a programme comes to, measure by measure: coverage, day ledger, load, reserve, draw order, comfort.

Each measure's formula is its docstring; a page of the documentation is made from them. A measure that a programme
does not state enough for is None: cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal, NamedTuple

from constraints.catalogue import PLACING
from constraints.check import Judgement, check
from constraints.problem import Activity, Noun, Problem
from constraints.programme import Programme

Better = Literal["higher", "lower"]


class Measure(Noun):
    """One figure of a programme: None where the programme does not say enough to tell."""

    id: str
    title: str
    unit: str
    better: Better
    value: float | None
    formula: str


Judged = tuple[Problem, Programme, Judgement]


def musts_broken(judged: Judged) -> float | None:
    """The number of breaches of hard rules that nobody has waived."""
    _, _, judgement = judged
    return sum(len(verdict.breaches) for verdict in judgement.musts)


def evidence_held(judged: Judged) -> float | None:
    """The evidence sessions that are held, mop-ups among them."""
    return _held(judged, lambda activity: activity.evidence)


def standing_missed(judged: Judged) -> float | None:
    """The standing sessions that are owed (one of their reviewers works that day) and not held."""
    return _cost(judged, "place_standing")


def others_missed(judged: Judged) -> float | None:
    """The other activities that must or should be held and are not."""
    return (_cost(judged, "place_musts") or 0) + (_cost(judged, "place_shoulds") or 0)


def scope_served(judged: Judged) -> float | None:
    """The scope items that at least one session serves."""
    problem, _, judgement = judged
    return sum(len(area.scope) for area in problem.areas) - len(judgement.unserved)


def days_over(judged: Judged) -> float | None:
    """Of each kind, the reviewer-days used beyond those contracted; a day is used by any session but a standing one."""
    problem, _, _ = judged
    return sum(max(0.0, days_of_kind(judged[:2], kind) - most) for kind, most in problem.contracted.items())


def days_unused(judged: Judged) -> float | None:
    """Of each kind, the contracted reviewer-days that are declared and not used."""
    return _cost(judged, "days_used")


def reserve_held(judged: Judged) -> float | None:
    """The mop-ups that are kept."""
    return _held(judged, PLACING["reserve kept"].counts)


def reserve_share(judged: Judged) -> float | None:
    """The mop-ups among the evidence sessions held, in hundredths."""
    held = evidence_held(judged)
    return float(round(Fraction(int(100 * (reserve_held(judged) or 0)), int(held)), 1)) if held else 0.0


def base_skipped(judged: Judged) -> float | None:
    """The base cases of the draw that no session sees."""
    return _cost(judged, "base_cases")


def later_modes(judged: Judged) -> float | None:
    """For each case seen, how far its mode stands from the first its demand allows: cover one, record two."""
    return _cost(judged, "modes_in_order")


def ranks_beyond(judged: Judged) -> float | None:
    """For each reserve used, how far its rank stands beyond the base."""
    return _cost(judged, "lowest_ranks")


def busiest_day(judged: Judged) -> float | None:
    """The most interviews that one reviewer holds on one day."""
    problem, programme, _ = judged
    counts: dict[object, int] = {}
    for session in programme.sessions:
        if problem.activity[session.activity].interview:
            for reviewer in session.reviewers:
                key = (reviewer, session.start.date())
                counts[key] = counts.get(key, 0) + 1
    return max(counts.values(), default=0)


def off_fair_share(judged: Judged) -> float | None:
    """Evidence sessions above the ceiling or below the floor of a reviewer's share of a week, by declared days."""
    return _cost(judged, "fair_share")


def idle_steps(judged: Judged) -> float | None:
    """Steps of the grid between a reviewer's first start and last end of a day that no session or space fills."""
    return _cost(judged, "no_idle")


def outside_preferred(judged: Judged) -> float | None:
    """Evidence sessions that do not lie wholly inside the preferred hours."""
    return _cost(judged, "preferred_hours")


def extra_days(judged: Judged) -> float | None:
    """For each interviewee and week, the days beyond the first on which they are asked for evidence."""
    return _cost(judged, "few_days")


class _Kind(NamedTuple):
    """How a measure is shown."""

    title: str
    unit: str
    better: Better
    of: Callable[[Judged], float | None]


MEASURES: tuple[_Kind, ...] = (
    _Kind(title="Hard rules broken", unit="breaches", better="lower", of=musts_broken),
    _Kind(title="Evidence sessions held", unit="sessions", better="higher", of=evidence_held),
    _Kind(title="Other activities missed", unit="activities", better="lower", of=others_missed),
    _Kind(title="Standing sessions missed", unit="sessions", better="lower", of=standing_missed),
    _Kind(title="Scope items served", unit="items", better="higher", of=scope_served),
    _Kind(title="Reviewer-days over the contract", unit="days", better="lower", of=days_over),
    _Kind(title="Contracted days not used", unit="days", better="lower", of=days_unused),
    _Kind(title="Mop-ups held in reserve", unit="sessions", better="higher", of=reserve_held),
    _Kind(title="Reserve among evidence sessions", unit="%", better="higher", of=reserve_share),
    _Kind(title="Base cases skipped", unit="cases", better="lower", of=base_skipped),
    _Kind(title="Steps down to later modes", unit="steps", better="lower", of=later_modes),
    _Kind(title="Ranks beyond the base", unit="ranks", better="lower", of=ranks_beyond),
    _Kind(title="Most interviews of a reviewer in a day", unit="interviews", better="lower", of=busiest_day),
    _Kind(title="Sessions off the fair share", unit="sessions", better="lower", of=off_fair_share),
    _Kind(title="Idle time inside reviewers' days", unit="steps of the grid", better="lower", of=idle_steps),
    _Kind(title="Evidence outside preferred hours", unit="sessions", better="lower", of=outside_preferred),
    _Kind(title="Extra days of interviewees", unit="days", better="lower", of=extra_days),
)


def measures(problem: Problem, programme: Programme) -> tuple[Measure, ...]:
    """Every measure of a programme, in one order."""
    judged = (problem, programme, check(problem, programme))
    return tuple(
        Measure(
            id=kind.of.__name__,
            title=kind.title,
            unit=kind.unit,
            better=kind.better,
            value=kind.of(judged),
            formula=kind.of.__doc__ or "",
        )
        for kind in MEASURES
    )


def days_of_kind(stated: tuple[Problem, Programme], kind: str) -> float:
    """The reviewer-days of a kind that a programme uses."""
    problem, programme = stated
    return sum(programme.works(problem, day.person, day.date) for day in problem.days if day.kind == kind)


def _held(judged: Judged, counts: Callable[[Activity], bool]) -> int:
    problem, programme, _ = judged
    return sum(counts(problem.activity[session.activity]) for session in programme.sessions)


def _cost(judged: Judged, rule: str) -> float | None:
    _, _, judgement = judged
    (verdict,) = (v for tier in judgement.tiers for v in tier.verdicts if v.rule == rule)
    return None if verdict.missing else verdict.cost
