"""A programme judged by every rule, in sentences."""

from __future__ import annotations

from collections.abc import Callable

from constraints.catalogue import silent
from constraints.check import Judgement, Says, Verdict, check
from constraints.constraint import Breach
from constraints.ledger import Ledger, ledger
from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.commands.drawn import Drawn, drawn
from planner.commands.sentences import told


class RuleSaid(Noun):
    """What one rule says: kept, broken or cannot tell, what is missing to tell, and its breaches as sentences."""

    rule: str
    title: str
    tier: str
    """Empty for a hard rule."""
    says: Says
    cost: int
    missing: tuple[str, ...]
    breaches: tuple[str, ...]
    waived: tuple[str, ...]


class Judged(Noun):
    """A programme judged by every rule.

    Attributes:
        what: which programme: ``version 3``, or a file's name.
        rules: every rule's verdict.
        silent: the tiers of which a reader is not told yet.
        broken: hard rules broken and activities owed and not held, mop-ups apart; a sentence each.
        unserved: the scope items that nobody serves.
        ledger: reviewer-days used of those contracted.
        closes: whether they are the same, as a sentence.
        drawn: base cases that nobody sees and reserves that are seen, with their codes.
    """

    what: str
    rules: tuple[RuleSaid, ...]
    silent: tuple[str, ...]
    broken: tuple[str, ...]
    unserved: tuple[str, ...]
    ledger: Ledger
    closes: str
    drawn: Drawn


def judged(
    problem: Problem, programme: Programme, what: str, tell: Callable[[str, Breach], str] | None = None
) -> tuple[Judgement, Judged]:
    """Judge a programme by every rule, and say so in sentences.

    Args:
        problem: what has to happen.
        programme: the programme.
        what: what it is called.
        tell: says a breach of a rule, where it is said otherwise than by its day and its sessions.
    """
    judgement = check(problem, programme)
    hard = [_said(problem, verdict, "") for verdict in judgement.musts]
    soft = [_said(problem, verdict, tier.tier) for tier in judgement.tiers for verdict in tier.verdicts]
    days = ledger(problem, programme)
    return judgement, Judged(
        what=what,
        rules=(*hard, *soft),
        silent=silent(problem),
        broken=tuple(
            tell(verdict.rule, breach) if tell else told(problem, breach)
            for verdict in judgement.binding
            for breach in verdict.breaches
        ),
        unserved=judgement.unserved,
        ledger=days,
        closes=days.sentence,
        drawn=drawn(problem, programme),
    )


def _said(problem: Problem, verdict: Verdict, tier: str) -> RuleSaid:
    return RuleSaid(
        rule=verdict.rule,
        title=verdict.title,
        tier=tier,
        says=verdict.says,
        cost=verdict.cost,
        missing=verdict.missing,
        breaches=tuple(told(problem, breach) for breach in verdict.breaches),
        waived=tuple(told(problem, breach) for breach in verdict.waived),
    )
