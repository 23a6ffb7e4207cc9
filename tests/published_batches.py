"""Seeded batches of disruptions of the shipped formats, repaired and published: what everybody's calendar ends with."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from random import Random
from typing import NamedTuple

from disruptions import batch, standing
from mailboxes import Mailboxes
from publications import Office, messages
from shipped import planned, stated

from planner.solving.repair import smallest


class Sent(NamedTuple):
    """What publishing the answer to a batch came to.

    Attributes:
        files: calendar files that were sent.
        faults: sessions doubled, missing or stale, and messages to people without a change.
    """

    files: int
    faults: tuple[str, ...]


def sent(name: str, seed: int) -> Sent:
    """The first answer to a format's batch, published after the programme that people held."""
    problem, programme = stated(name), planned(name)
    stood = standing(problem, programme, batch(problem, programme, Random(f"{name} {seed}")))
    answer = smallest(*stood).offers[0].programme
    office, mail = deepcopy(_published(name))
    before = mail.files
    office.draft(answer.sessions, stood.problem)
    mail.take("the answer", messages(office.publish()), stood.problem, answer)
    return Sent(mail.files - before, tuple(mail.faults))


@cache
def _published(name: str) -> tuple[Office, Mailboxes]:
    """The programme that people hold, and their calendars with it."""
    problem, programme = stated(name), planned(name)
    office, mail = Office(codes={one.id: f"R-{n:04}" for n, one in enumerate(problem.activities)}), Mailboxes()
    office.draft(programme.sessions, problem)
    mail.take("the programme", messages(office.publish()), problem, programme)
    return office, mail
