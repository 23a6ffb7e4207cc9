"""Say that something happened: it becomes a line of the log, and what it takes off its place is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.ears import Ears
from planner.commands.free_text import refuse_child_named
from planner.commands.happened_words import happened, session_at
from planner.commands.requests import Request, read_requests
from planner.commands.roles import MANAGER, role
from planner.commands.situation import Situation, situation
from planner.commands.understood import understood
from planner.intake.disruption import UNANSWERED
from planner.layout import DATABASE
from planner.outgoing.own_words import TITLE
from planner.store import open_store


class Happened(Noun):
    """What was said, as it stands in the log: the number of its line, the sentence, the reason."""

    line: int
    sentence: str
    reason: str = ""


class Noted(Noun):
    """What was noted now, and what it means.

    Attributes:
        noted: what was said now.
        struck: the sessions that cannot stand where they are any more since this was said, with their times.
        pending: how much of all that happened the current version does not answer yet.
        version: the current version's number.
    """

    noted: tuple[Happened, ...]
    struck: tuple[str, ...]
    pending: int
    version: int


class Pending(Noun):
    """What happened and is not answered yet."""

    version: int
    pending: tuple[Happened, ...]
    struck: tuple[str, ...]
    pinned: tuple[str, ...]


def say(
    folder: Path, ask: Ask, requests: Sequence[Request], who: str = MANAGER, as_of: datetime | None = None
) -> Noted:
    """Note what happened: all of it, or nothing where any of it cannot be.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if a session is named by its code or an area moved.
        requests: what happened, in words; each is understood after those before it.
        who: who says so, by role.
        as_of: when it is said; without a zone, in the review's. None: now.

    Raises:
        Refusal: nothing has been planned, one of them names what is not there or says what cannot be, or a title names
            a child.
    """
    by, ask = role(who), cache(ask)
    stands = situation(folder, ask, as_of)
    ears = Ears(folder=folder, ask=ask, stands=stands, who=by, problem=stands.problem)
    for request in requests:
        ears = ears.heard(understood(request, ears))
        refuse_child_named(folder, ask, TITLE, request.said.get("title", ""))
    reasons = [request.reason for request in requests]
    with open_store(folder / DATABASE) as store:
        said = [one.model_dump(mode="json") for one in ears.said]
        lines = store.record_said(said, reasons, ears.now, by, after=stands.last_line)
    unanswered = [*stands.pending, *(one for one in ears.said if not isinstance(one, UNANSWERED))]
    return Noted(
        noted=tuple(
            Happened(line=n, sentence=happened(ears.problem, one), reason=why)
            for n, one, why in zip(lines, ears.said, reasons, strict=True)
        ),
        struck=_struck_since(stands, situation(folder, ask, ears.now)),
        pending=len(unanswered),
        version=stands.version.number,
    )


def say_all(folder: Path, ask: Ask, table: Path, who: str = MANAGER, as_of: datetime | None = None) -> Noted:
    """Note all that a table says happened, or nothing where any of it cannot be.

    Raises:
        Refusal: the table cannot be read, or as ``say``.
    """
    return say(folder, ask, read_requests(table), who, as_of)


def pending(folder: Path, ask: Ask, as_of: datetime | None = None) -> Pending:
    """What happened and the current version does not answer, and what stays where it is.

    Raises:
        Refusal: nothing has been planned yet, or something in the folder cannot be used.
    """
    stands = situation(folder, ask, as_of)
    return Pending(
        version=stands.version.number,
        pending=tuple(
            Happened(line=line.n, sentence=happened(stands.problem, line.said), reason=line.why)
            for line in stands.pending
        ),
        struck=_sessions(stands.before, stands.problem),
        pinned=tuple(session_at(one) for one in stands.before.sessions if one.activity in stands.pinned),
    )


def _struck_since(before: Situation, after: Situation) -> tuple[str, ...]:
    """The sessions that cannot stand any more; an area that moved may bring others into being since."""
    return _sessions(before.before, after.problem, besides=before.problem.struck)


def _sessions(before: Programme, problem: Problem, besides: Collection[str] = ()) -> tuple[str, ...]:
    struck = set(problem.struck) - set(besides)
    return tuple(session_at(one) for one in before.sessions if one.activity in struck)
