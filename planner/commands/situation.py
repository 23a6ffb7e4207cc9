"""How things stand: the current version, what happened since, what people hold, what is history by now.

Every command that repairs, moves or publishes begins here. It reads review.db only, unless an area moved and the
review's files are needed to say what that means.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from pathlib import Path
from zoneinfo import ZoneInfo

from constraints.problem import Problem, Session, instant
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.versions import refuse_no_folder
from planner.intake.decided import by_now
from planner.intake.disruption import Disruption, MoveArea
from planner.intake.disruption_on_problem import on_problem, on_programme
from planner.intake.heard import Heard, Line, heard
from planner.intake.standing_now import stand
from planner.layout import DATABASE
from planner.store_reader import StoreReader, read_store
from planner.store_records import StoredVersion


@dataclass(frozen=True)
class Situation:
    """How things stand at a moment.

    Attributes:
        version: the current version.
        problem: what has to happen, with all that was said and not taken back; its ``now``, ``fixed``, ``published``,
            ``struck``, ``frozen`` and ``waivers`` say how it stands.
        before: the current version's programme as it was held.
        held: what people hold: the sessions of the last publication; where there is none, those of ``before``.
        pinned: the sessions that stay where they are.
        pending: what the version does not answer yet.
        heard: all that the log says.
        last_line: the number of the log's last line: whoever writes says what they had read.
    """

    version: StoredVersion
    problem: Problem
    before: Programme
    held: tuple[Session, ...]
    pinned: frozenset[str]
    pending: tuple[Line, ...]
    heard: Heard
    last_line: int

    @property
    def now(self) -> datetime:
        """The moment, in the review's zone."""
        assert self.problem.now is not None
        return self.problem.now

    @property
    def still(self) -> Programme:
        """What of it stands where it is: nothing that was struck or dropped."""
        # only who looks for places asks for it
        from planner.solving.touched import standing_still

        return standing_still(self.problem, self.before)

    def telling(self, problem: Problem) -> Problem:
        """A problem as it is told from: by what people hold, whatever was decided since."""
        over = {fact.activity: fact for fact in problem.fixed if instant(fact.start) < instant(self.now)}
        return problem.changed(published=tuple(by_now(self.held, over, self.now)))

    def from_before(self, problem: Problem) -> Problem:
        """A problem as it is told from: by the current version, whatever people hold by now."""
        return problem.changed(published=self.before.sessions)

    @property
    def answers(self) -> tuple[int, ...]:
        """The lines of the log that a version made from here takes into account."""
        return tuple(line.n for line in self.heard.standing)


def situation(folder: Path, ask: Ask, now: datetime | None = None) -> Situation:
    """How a review folder stands.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if an area moved and the case lists have to be read.
        now: the moment; without a zone, in the review's. None: the clock's.

    Raises:
        Refusal: nothing has been planned yet, or something in the folder cannot be used.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        version = store.version()
        told = heard(store.log(), version.problem.tz)
        held = held_in(store, version, told)
    pending = told.pending(version.number)
    if any(isinstance(line.said, MoveArea) for line in pending):
        # reading a whole review takes longer than all the rest
        from planner.commands.folder import state

        problem = state(folder, ask).problem
    else:
        problem = reduce(on_problem, (line.said for line in pending), version.problem)
    said = [line.said for line in told.standing]
    before = on_programme(version.programme, said)
    moment = at_moment(now, version.problem.tz)
    return Situation(
        version=version,
        problem=stand(problem, before, held, told.pinned, said, moment),
        before=before,
        held=held,
        pinned=told.pinned,
        pending=pending,
        heard=told,
        last_line=told.last,
    )


def held_in(store: StoreReader, current: StoredVersion, told: Heard) -> tuple[Session, ...]:
    """What people hold: the sessions of the last publication, else those of the current version.

    What overran ended when it did, for everybody.
    """
    published = store.version(told.published) if told.published else current
    said: list[Disruption] = [line.said for line in told.standing]
    return on_programme(published.programme, said).sessions


def at_moment(now: datetime | None, zone: ZoneInfo) -> datetime:
    """A moment in the review's zone: the clock's where none is named."""
    if now is None:
        return datetime.now(zone)
    return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
