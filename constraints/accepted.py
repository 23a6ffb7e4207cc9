"""What is broken and knowingly accepted: which rule, in which sessions, who said so and why."""

from __future__ import annotations

from constraints.catalogue import MUSTS, name_of
from constraints.check import title_of, waiver_of
from constraints.constraint import MustRule
from constraints.musts import not_in_the_past, time_to_be_told
from constraints.problem import Noun, Problem, Session, Waiver
from constraints.programme import Programme

OF_THE_MOMENT: tuple[MustRule, ...] = (not_in_the_past, time_to_be_told)
"""Rules that fall silent once time has passed: what was accepted of them is told as long as its sessions are there."""


class Accepted(Noun):
    """A breach of a hard rule that somebody accepted.

    Attributes:
        rule: the rule's name.
        title: its first sentence.
        sessions: the sessions that may break it, in order of time.
        who: who accepted it, by role.
        why: why, in their words: free text.
    """

    rule: str
    title: str
    sessions: tuple[Session, ...]
    who: str
    why: str


def accepted(problem: Problem, programme: Programme) -> tuple[Accepted, ...]:
    """Every waiver that a programme has need of, in the order in which they were given."""
    rules = {name_of(rule): rule for rule in MUSTS}
    return tuple(
        Accepted(
            rule=waiver.rule,
            title=title_of(rules[waiver.rule]),
            sessions=tuple(one for one in programme.sessions if one.activity in waiver.sessions),
            who=waiver.who,
            why=waiver.why,
        )
        for waiver in dict.fromkeys(problem.waivers)
        if waiver.rule in rules and _needed(problem, programme, rules[waiver.rule], waiver)
    )


def _needed(problem: Problem, programme: Programme, rule: MustRule, waiver: Waiver) -> bool:
    if rule in OF_THE_MOMENT:
        return set(waiver.sessions) <= set(programme.session)
    return any(waiver_of(problem, waiver.rule, breach) == waiver for breach in rule.check(problem, programme))
