"""Accept: one of the answers last offered becomes the new version. Nothing is sent by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import reduce
from pathlib import Path

from constraints.musts import time_to_be_told
from constraints.noun import instant
from constraints.problem import Noun
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.drawn import Drawn, drawn
from planner.commands.offers import AGAIN, last_offers, refuse_another
from planner.commands.recorded import Decided, recorded
from planner.commands.roles import MANAGER, role
from planner.commands.sentences import day_of, hour_of
from planner.commands.situation import Situation, at_moment, situation
from planner.commands.stopping import stopping_at_once
from planner.commands.told import Change, changes_told
from planner.intake.disruption import OutOfTurn
from planner.intake.disruption_on_problem import on_problem
from planner.intake.standing_now import stand
from samples.errors import InputRefused

Progress = Callable[[str], None]


class Accepted(Noun):
    """The version that an answer became, and what became of drawn cases with it."""

    version: int
    number: int
    kind: str
    changes: tuple[Change, ...]
    drawn: Drawn


def accept(
    folder: Path, ask: Ask, number: int, progress: Progress, as_of: datetime | None = None, who: str = MANAGER
) -> Accepted:
    """Make one of the answers last offered the new version.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if an area moved.
        number: which of them, counted from 1.
        progress: told in a sentence what is done.
        as_of: when it is accepted; without a zone, in the review's. None: now.
        who: who accepts it, by role.

    Raises:
        Refusal: nothing was offered, something happened since, or a session of it is too near by now.
    """
    by, offers = role(who), last_offers(folder)
    if not 1 <= number <= len(offers.offers):
        raise InputRefused("planner accept", f"there is no repair {number}", f"There are 1 to {len(offers.offers)}.")
    offered = offers.offers[number - 1]
    stands = situation(folder, ask, offers.at)
    # the solver takes longer to load than all the rest; what is refused is refused before
    from planner.solving.repair import once_more

    progress(f"making repair {number} once more: {offered.kind}")
    with stopping_at_once():
        offer = once_more(stands.problem, stands.before, offered.kind, offered.more, offered.out_of_turn)
    refuse_another(stands.problem, offered, offer)
    at = at_moment(as_of, stands.problem.tz)
    _refuse_too_late(stands, offer.programme, at)
    _refuse_come_near(stands, offer.programme, at)
    problem = stands.problem.freed() if offer.thawed else stands.problem
    said = [OutOfTurn(activity=one) for one in offer.out_of_turn]
    problem = reduce(on_problem, said, problem)
    decided = Decided(problem, offer.programme, stands.answers, at, by, f"repair: {offer.kind}", said)
    version = recorded(folder, stands, decided)
    changes = changes_told(stands.telling(stands.problem), offer.programme)
    before = drawn(stands.version.problem, stands.version.programme)
    became = drawn(problem, offer.programme).besides(before)
    return Accepted(version=version, number=number, kind=offer.kind, changes=changes, drawn=became)


def _refuse_too_late(stands: Situation, programme: Programme, at: datetime) -> None:
    """Refuse a session that was far enough ahead when the repair was looked for, and is not any more.

    Raises:
        InputRefused: one would begin in the past, or before those whom it asks can have heard of it.
    """
    problem, held = stands.problem, set(stands.held)
    for session in programme.sessions:
        if session not in held and session.activity not in problem.facts and instant(session.start) < instant(at):
            found = f"it would begin on {day_of(session.start)} at {hour_of(session.start)}, which is past"
            raise InputRefused(f"session {session.activity}", found, AGAIN)
    for breach in time_to_be_told.check(problem.changed(now=at, published=stands.held), programme):
        raise InputRefused(f"session {breach.subject}", breach.sentence, AGAIN)


def _refuse_come_near(stands: Situation, programme: Programme, at: datetime) -> None:
    """Refuse to change what has begun, or come near, since the repair was looked for.

    Raises:
        InputRefused: a session stays where it is by now, and the programme has it otherwise.
    """
    said = [line.said for line in stands.heard.standing]
    now = stand(stands.problem, stands.before, stands.held, stands.pinned, said, at)
    for fact in now.fixed:
        if fact.activity not in stands.problem.facts and programme.session.get(fact.activity) != fact:
            by_now = "is about to begin by now" if fact.activity in now.frozen else "has begun since"
            found = f"it is on {day_of(fact.start)} at {hour_of(fact.start)} and {by_now}"
            raise InputRefused(f"session {fact.activity}", found, AGAIN)
