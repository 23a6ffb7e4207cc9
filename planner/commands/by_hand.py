"""A programme changed by hand, against the rules as they stand: what it breaks anew, who accepts that, and its version.

It answers no more of what happened than the version that was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from constraints.check import Judgement, check
from constraints.constraint import Breach
from constraints.problem import Problem
from constraints.programme import LeftOut, Programme, TierValue
from planner.commands.recorded import Decided, recorded
from planner.commands.situation import Situation
from planner.intake.disruption import Disruption, Waive
from planner.intake.disruption_on_problem import on_problem

NOT_ASKED = "it was not asked for when the programme was changed by hand"
"""Why a standing session is not held on a day on which somebody works only since the edit."""


class Broken(NamedTuple):
    """A hard rule, and how the edit breaks it."""

    rule: str
    breach: Breach


def newly_broken(stands: Situation, problem: Problem, programme: Programme) -> tuple[Broken, ...]:
    """Every breach of a hard rule that the current version does not have already.

    What was knowingly accepted was accepted for the place that a session had: in another it needs a reason again.
    """
    before = set(_breaches(check(stands.problem, stands.before.asked_for(stands.problem), tiers=())))
    there = set(stands.before.sessions)
    moved = {session.activity for session in programme.sessions if session not in there}
    still = tuple(waiver for waiver in problem.waivers if moved.isdisjoint(waiver.sessions))
    judged = check(problem.changed(waivers=still), programme.asked_for(problem), tiers=())
    return tuple(one for one in _breaches(judged) if one not in before)


def accepting(broken: Iterable[Broken], who: str, why: str) -> tuple[Waive, ...]:
    """That somebody knowingly accepts these breaches, said once for each rule and its sessions."""
    found = (
        Waive(rule=one.rule, sessions=tuple(session.activity for session in one.breach.sessions), who=who, why=why)
        for one in broken
    )
    return tuple(dict.fromkeys(found))


def record_by_hand(
    folder: Path, stands: Situation, programme: Programme, said: Sequence[Disruption], who: str, why: str
) -> int:
    """The number of the new version.

    Args:
        folder: the review folder.
        stands: what was changed.
        programme: as it was changed.
        said: what is said with it: pins, what was accepted, what was dropped.
        who: by role.
        why: in a few words.

    Raises:
        StoreRefused: somebody wrote something else since the situation was looked at.
    """
    problem = reduce(on_problem, said, stands.version.problem)
    answers = stands.heard.answers.get(stands.version.number, ())
    complete = completed(problem, programme)
    return recorded(folder, stands, Decided(problem, complete, answers, stands.now, who, why, said))


def completed(problem: Problem, programme: Programme) -> Programme:
    """The programme with what it leaves out, and what each tier comes to; nothing is proven but what is at its best."""
    told = {left.activity: left for left in programme.left_out}
    left_out = tuple(
        told.get(activity.id) or LeftOut(activity=activity.id, why=NOT_ASKED)
        for activity in problem.activities
        if programme.owes(problem, activity)
    )
    tiers = tuple(
        TierValue(tier=one.tier, value=one.cost, bound=0, proven=one.cost == 0)
        for one in check(problem, programme).tiers
    )
    return programme.model_copy(update={"left_out": left_out, "tiers": tiers})


def _breaches(judgement: Judgement) -> Iterator[Broken]:
    for verdict in judgement.musts:
        yield from (Broken(verdict.rule, breach) for breach in verdict.breaches)
