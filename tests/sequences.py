"""Disruptions one after the other on one review, by the commands' own functions: said, repaired, accepted, published.

Each is drawn from how things stand by then, its moment later than that of the one before.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from disruptions import batch
from mailboxes import Mailboxes
from shipped import SELF_DIRECTED, no_passphrase, planned

from constraints.check import among_facts, check
from constraints.problem import Problem
from planner.commands.accept import accept
from planner.commands.folder import state
from planner.commands.happened import say
from planner.commands.plan import record
from planner.commands.publish import publish
from planner.commands.repair import repair_folder
from planner.commands.requests import Request
from planner.commands.situation import Situation, situation
from planner.intake.disruption import (
    Add,
    AwayFrom,
    Cancel,
    Disruption,
    Drop,
    NoShow,
    Overran,
    Pin,
    SwapReviewer,
    Withdraw,
)
from planner.layout import DATABASE, SEPARATOR
from planner.store_reader import read_store
from planner.store_records import VERSION_RECORDED
from samples.errors import Refusal

DRAWS = 20
"""Draws after which nothing more can be said at a moment."""

PUBLISHED_EVERY = 5


class Course(NamedTuple):
    """What came of a sequence: how much was said, what was refused, and what became of the review.

    Attributes:
        files: calendar files that were published.
        readers: the independent readers that ended with what was published, beside our tests' own.
    """

    said: int
    refused: int
    answered: int
    published: int
    versions: int
    files: int
    readers: tuple[str, ...]
    megabytes: float
    faults: tuple[str, ...]


def newly_planned(folder: Path, at: datetime) -> Path:
    """A folder with the shipped self-directed review and its first version."""
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    record(folder, state(folder, _asked, writing=True), planned(SELF_DIRECTED.name), at)
    return folder


def moments(problem: Problem, random: Random, many: int) -> list[datetime]:
    """So many moments of the working days of a review and the days before it, in their order, no two the same."""
    days = [problem.start + timedelta(n) for n in range(-3, (problem.end - problem.start).days)]
    found: set[datetime] = set()
    while len(found) < many:
        clock = time(random.randrange(8, 17), random.randrange(60))
        found.add(datetime.combine(random.choice(days), clock, problem.tz))
    return sorted(found)


def disrupted(folder: Path, random: Random, at: Sequence[datetime]) -> Course:
    """Disrupt a planned review at each of these moments, and answer it."""
    said = refused = answered = published = 0
    mail = Mailboxes()
    for nth, moment in enumerate(at, start=1):
        stands = situation(folder, _asked, moment)
        for request in _requests(stands, random, moment):
            try:
                say(folder, _asked, [request], as_of=moment)
            except Refusal:
                refused += 1
            else:
                said += 1
                break
        answered += _answered(folder, random, moment)
        if nth % PUBLISHED_EVERY == 0:
            published += _published(folder, moment, mail)
    versions, megabytes, faults = _kept(folder)
    readers = tuple(mail.read_by(folder.parent / "read"))
    told = (*faults, *mail.faults)
    return Course(said, refused, answered, published, versions, mail.files, readers, megabytes, told)


def _asked(_: bool) -> str:
    return no_passphrase()


def _quiet(_: str) -> None:
    pass


def _requests(stands: Situation, random: Random, moment: datetime) -> Iterator[Request]:
    """What could be said at a moment, one after the other until one is not refused."""
    drawn = (batch(stands.problem, stands.before, random, moment).said[:1] for _ in range(DRAWS))
    for said in chain.from_iterable(drawn):
        name, words = _words(said)
        yield Request(what=said.kind, name=name, said={column: word for column, word in words.items() if word})


def _words(said: Disruption) -> tuple[str, Mapping[str, str]]:
    """What is said, as a manager would write it: what it happened to, and the rest by its column."""
    match said:
        case Cancel():
            return said.session, {"person": SEPARATOR.join(said.people)}
        case AwayFrom():
            return said.who, {"from": _told(said.start), "to": _told(said.end)}
        case Overran():
            return said.session, {"to": _told(said.until)}
        case Withdraw():
            return said.case, {}
        case Drop():
            return said.activity, {}
        case Add():
            return said.activity, {"like": said.like, "person": SEPARATOR.join(said.people)}
        case SwapReviewer():
            return said.session, {"person": said.out, "instead": said.to}
        case NoShow() | Pin():
            return said.session, {}
        case _:
            raise AssertionError(said)


def _told(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M}"


def _answered(folder: Path, random: Random, moment: datetime) -> int:
    """Accept one of the repairs, mostly the first; 0 where none is asked for."""
    stands = situation(folder, _asked, moment)
    if not (stands.pending or stands.problem.struck):
        return 0
    offers = repair_folder(folder, _asked, _quiet, moment).offers
    accept(folder, _asked, random.choice((1, 1, random.randint(1, len(offers)))), _quiet, moment)
    return 1


def _published(folder: Path, moment: datetime, mail: Mailboxes) -> int:
    preview = publish(folder, _asked, _quiet, as_of=moment)
    if not preview.hash:
        return 0
    done = publish(folder, _asked, _quiet, preview.hash, moment)
    with read_store(folder / DATABASE) as store:
        version = store.version()
    files = sorted(Path(done.written).rglob("*.ics"))
    messages = (one.read_bytes() for one in files)
    mail.take(f"publication {done.number}", messages, version.problem, version.programme, moment)
    return 1


def _kept(folder: Path) -> tuple[int, float, tuple[str, ...]]:
    """How many versions there are, how large the database is, and what is wrong with any of it."""
    faults: list[str] = []
    versions = 0
    with read_store(folder / DATABASE) as store:
        store.verify()
        drawn = {str(line.detail["draws"]) for line in store.log() if line.what == VERSION_RECORDED}
        faults += [] if len(drawn) == 1 else ["not all versions rest on the draws of the first"]
        for number in range(1, store.version().number + 1):
            version = store.version(number)
            versions += 1
            for verdict in check(version.problem, version.programme).musts:
                broken = [breach for breach in verdict.breaches if not among_facts(version.problem, breach)]
                faults += [f"version {number}: {verdict.rule} is broken: {breach.sentence}" for breach in broken]
    return versions, (folder / DATABASE).stat().st_size / 2**20, tuple(faults)
