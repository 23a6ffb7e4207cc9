"""Judge a programme by every rule, without a solver: kept, broken, or cannot tell.

The same check judges what the planner found, what a person wrote by hand and what came back edited.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Literal

from constraints.catalogue import MISSED, MUSTS, WISHES, Tier, name_of, weight
from constraints.constraint import Breach, MustRule, WishRule
from constraints.problem import Noun, Problem, Session, Waiver
from constraints.programme import Programme

Says = Literal["kept", "broken", "cannot tell"]


class Verdict(Noun):
    """What one rule says of a programme.

    ``breaches`` are those that count; ``waived`` those knowingly accepted, or among fixed sessions alone and accepted.
    ``missing`` says what the programme would have to state for the rule to tell.
    """

    rule: str
    title: str
    says: Says
    breaches: tuple[Breach, ...] = ()
    waived: tuple[Breach, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def cost(self) -> int:
        """The sum of the breaches' costs."""
        return sum(breach.cost for breach in self.breaches)


class TierVerdict(Noun):
    """What the wishes of one tier say, and what they come to with their weights."""

    tier: str
    verdicts: tuple[Verdict, ...]
    cost: int


class Judgement(Noun):
    """Every rule's verdict, the scope items that no session serves, and what the reader should know."""

    musts: tuple[Verdict, ...]
    tiers: tuple[TierVerdict, ...]
    unserved: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def binding(self) -> tuple[Verdict, ...]:
        """On hard rules, and on activities owed and not held; not on mop-ups, which are there to be used."""
        return (*self.musts, *(verdict for tier in self.tiers if tier.tier in MISSED for verdict in tier.verdicts))

    @property
    def broken(self) -> tuple[Breach, ...]:
        """The breaches of what binds."""
        return tuple(breach for verdict in self.binding for breach in verdict.breaches)


def check(
    problem: Problem,
    programme: Programme,
    musts: tuple[MustRule, ...] = MUSTS,
    tiers: tuple[Tier, ...] = WISHES,
) -> Judgement:
    """Judge a programme by every rule.

    Args:
        problem: what has to happen.
        programme: who meets when; sessions may leave counterparts, cases or rooms unstated (None).
        musts: the hard rules.
        tiers: the soft rules.

    Returns:
        A verdict for each rule, in the order of the catalogue.
    """
    unstated = _unstated(problem, programme)
    return Judgement(
        musts=tuple(_verdict(rule, problem, programme, unstated) for rule in musts),
        tiers=tuple(_tier(tier, problem, programme, unstated) for tier in tiers),
        unserved=unserved(problem, programme),
        notices=(*problem.notices, *programme.remarks),
    )


def _tier(tier: Tier, problem: Problem, programme: Programme, unstated: dict[str, str]) -> TierVerdict:
    verdicts = tuple(_verdict(rule, problem, programme, unstated) for rule in tier.wishes)
    cost = sum(weight(rule, problem.comfort) * v.cost for rule, v in zip(tier.wishes, verdicts, strict=True))
    return TierVerdict(tier=tier.name, verdicts=verdicts, cost=cost)


def _verdict(rule: MustRule | WishRule, problem: Problem, programme: Programme, unstated: dict[str, str]) -> Verdict:
    found = tuple(rule.check(problem, programme))
    waived = tuple(breach for breach in found if is_waived(problem, name_of(rule), breach))
    breaches = tuple(breach for breach in found if breach not in waived)
    missing = tuple(unstated[what] for what in rule.READS if what in unstated)
    says: Says = "broken" if breaches else "cannot tell" if missing else "kept"
    return Verdict(
        rule=name_of(rule), title=title_of(rule), says=says, breaches=breaches, waived=waived, missing=missing
    )


def title_of(rule: MustRule | WishRule) -> str:
    """The first sentence of a rule's docstring."""
    return (sys.modules[rule.__name__].__doc__ or "").partition("\n")[0]


def is_waived(problem: Problem, rule: str, breach: Breach) -> bool:
    """Whether somebody accepted that these sessions break this rule."""
    return waiver_of(problem, rule, breach) is not None


def waiver_of(problem: Problem, rule: str, breach: Breach) -> Waiver | None:
    """Who accepted that these sessions break this rule, and why; None: nobody did."""
    sessions = {session.activity for session in breach.sessions}
    accepting = (one for one in problem.waivers if one.rule == rule and sessions <= set(one.sessions))
    return next(accepting, None) if sessions else None


def among_facts(problem: Problem, breach: Breach) -> bool:
    """Whether a breach is among fixed sessions alone: reported, not repaired."""
    return bool(breach.sessions) and all(session.activity in problem.facts for session in breach.sessions)


def unserved(problem: Problem, programme: Programme) -> tuple[str, ...]:
    """The titles of the scope items that no session of the programme serves."""
    served = {item for session in programme.sessions for item in problem.activity[session.activity].serves}
    return tuple(item.title for area in problem.areas for item in area.scope if item.id not in served)


def _unstated(problem: Problem, programme: Programme) -> dict[str, str]:
    """What some session of the programme does not state, with the sentence that says so."""
    asked = [s for s in programme.sessions if s.counterparts is None]
    seen = [s for s in programme.sessions if s.cases is None]
    roomless = [s for s in programme.sessions if s.room is None and problem.activity[s.activity].rooms]
    found = {}
    if asked:
        found["counterparts"] = f"who was met in {_of(asked, programme.sessions)} is not stated by name"
    if seen:
        found["cases"] = f"which cases were seen in {_of(seen, programme.sessions)} is not stated"
    if roomless:
        found["room"] = f"which room was taken in {_of(roomless, programme.sessions)} is not stated"
    return found


def _of(some: Iterable[Session], all_of_them: tuple[Session, ...]) -> str:
    return f"{len(list(some))} of {len(all_of_them)} sessions"
