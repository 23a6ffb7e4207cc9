"""Answers to disruptions of the shipped formats, published: what everybody's calendar ends with.

Readers that do what RFC 5546 says with each calendar file in order must end with exactly the sessions of the answer,
none doubled, missing or stale, and who has no change must be sent nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mailboxes import Mailboxes
from publications import Office, messages
from shipped import planned, stated

from constraints.problem import Problem
from constraints.programme import Programme

BEFORE = timedelta(days=30)
"""How long before the review people were sent the programme."""


class Sent(NamedTuple):
    """What publishing the answer to a batch came to.

    Attributes:
        files: calendar files that were sent.
        readers: those not ours, of those that are there, that ended with the same.
        faults: sessions doubled, missing or stale, and messages to people without a change.
    """

    files: int
    readers: tuple[str, ...]
    faults: tuple[str, ...]


def sent(name: str, problem: Problem, answer: Programme) -> Sent:
    """The answer to a batch of a format, published after the programme that people held."""
    office, mail = deepcopy(_published(name))
    office.codes = _codes(problem, office.codes)
    before = mail.files
    assert problem.now is not None
    office.draft(answer.sessions, problem, problem.now)
    mail.take("the answer", messages(office.publish()), problem, answer, problem.now)
    with TemporaryDirectory() as kept:
        readers = tuple(mail.read_by(Path(kept)))
    return Sent(mail.files - before, readers, tuple(mail.faults))


@cache
def _published(name: str) -> tuple[Office, Mailboxes]:
    """The programme that people hold, and their calendars with it."""
    problem, programme = stated(name), planned(name)
    office, mail = Office(codes=_codes(problem, {})), Mailboxes()
    made = datetime.combine(problem.start, time(), problem.tz) - BEFORE
    office.draft(programme.sessions, problem, made)
    mail.take("the programme", messages(office.publish()), problem, programme, made)
    return office, mail


def _codes(problem: Problem, known: Mapping[str, str]) -> dict[str, str]:
    """The names of activities outside; those added later after all that are known."""
    new = (activity.id for activity in problem.activities if activity.id not in known)
    return {**known, **{one: f"R-{n:04}" for n, one in enumerate(new, start=len(known))}}
