"""Undo, redo and restore: an earlier version becomes the current one again, as a new version; nothing is ever lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from constraints.problem import Noun, Session, instant
from constraints.programme import Programme
from planner.commands.happened_words import AGAIN, NO_MORE, happened, session_at
from planner.commands.roles import MANAGER, role
from planner.commands.situation import at_moment
from planner.commands.versions import refuse_no_folder
from planner.intake.disruption import Disruption, OutOfTurn, Pin, Waive
from planner.intake.disruption_on_problem import on_programme
from planner.intake.heard import Deed, Heard, Line, heard
from planner.intake.standing_now import is_struck
from planner.layout import DATABASE
from planner.store import Store, open_store
from planner.store_reader import read_store
from planner.store_records import SAID_AGAIN, TAKEN_BACK, Answering, Step, StoredVersion
from samples.errors import InputRefused

DECIDED = (Pin, Waive, OutOfTurn)
"""What a manager decides, rather than what happens."""


class Reversed(Noun):
    """What was undone, done again or restored.

    Attributes:
        sentences: what counts again, or not any more.
        version: the current version's number.
        like: the version that it equals; 0: it is the one that was current before.
        pending: how much of all that happened it does not answer.
    """

    sentences: tuple[str, ...]
    version: int
    like: int = 0
    pending: int


def undo(folder: Path, who: str = MANAGER, as_of: datetime | None = None) -> Reversed:
    """Take back what was done last: what was said to have happened, or the last version.

    Args:
        folder: the review folder.
        who: who does so, by role.
        as_of: when; without a zone, in the review's. None: now.

    Raises:
        Refusal: there is nothing to undo, or it would change what has happened.
    """
    with _open(folder) as store:
        desk = _Desk(store, who, as_of)
        if not desk.heard.done:
            raise InputRefused("undo", "there is nothing to undo")
        deed = desk.heard.done[-1]
        if not deed.version:
            return desk.say(TAKEN_BACK, NO_MORE, deed)
        if not deed.before:
            found = f"version {deed.version} is the first, and there is nothing before it"
            raise InputRefused("undo", found, "Begin afresh in another folder: planner new.")
        step = Step("undo", deed.version, again=deed.back, back=deed.lines)
        return desk.take_up(deed.before, step, f"undoes version {deed.version}")


def redo(folder: Path, who: str = MANAGER, as_of: datetime | None = None) -> Reversed:
    """Do again what was undone last, unless something else was done since.

    Raises:
        Refusal: there is nothing to do again, or it would change what has happened.
    """
    with _open(folder) as store:
        desk = _Desk(store, who, as_of)
        if not desk.heard.undone:
            raise InputRefused(
                "redo", "there is nothing to do again", "What was undone can be, until something is done."
            )
        deed = desk.heard.undone[-1]
        if not deed.version:
            return desk.say(SAID_AGAIN, AGAIN, deed)
        step = Step("redo", deed.version, again=deed.lines, back=deed.back)
        return desk.take_up(deed.version, step, f"brings version {deed.version} back")


def restore(folder: Path, version: int, who: str = MANAGER, as_of: datetime | None = None) -> Reversed:
    """Take up an earlier version again, as a new one; what it did not answer then is pending.

    Raises:
        Refusal: there is no such version, it is the current one, or it would change what has happened.
    """
    with _open(folder) as store:
        desk = _Desk(store, who, as_of)
        if version == desk.current.number:
            raise InputRefused("restore", f"version {version} is the current one")
        lines = desk.heard.answers.get(version, ())
        again = tuple(n for n in lines if n not in desk.heard.counting)
        back = desk.decided_since(lines)
        if desk.like_current(version) and not again and not back:
            raise InputRefused("restore", f"version {desk.current.number}, the current one, is version {version} again")
        step = Step("restore", version, again=again, back=back)
        return desk.take_up(version, step, f"restores version {version}")


def _open(folder: Path) -> Store:
    """The database of a review folder in which something was planned.

    Raises:
        Refusal: there is no such folder, or no version in it.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        store.version()
    return open_store(folder / DATABASE)


class _Desk:
    """What undoing and its like need at hand."""

    def __init__(self, store: Store, who: str, as_of: datetime | None) -> None:
        self.store = store
        self.who = role(who)
        # the log first: whoever writes between the two is found out by its last line
        log = store.log()
        self.current: StoredVersion = store.version()
        self.zone: ZoneInfo = self.current.problem.tz
        self.heard: Heard = heard(log, self.zone)
        self.at = at_moment(as_of, self.zone)

    def say(self, what: str, word: str, deed: Deed) -> Reversed:
        """Write that lines count no more, or again."""
        self.store.record_line(what, {"lines": [*deed.lines]}, self.at, self.who, after=self.heard.last)
        lines = [line for line in self.heard.lines if line.n in deed.lines]
        return self._reversed([f"{word}: {happened(self.current.problem, line.said)}" for line in lines])

    def take_up(self, version: int, step: Step, why: str) -> Reversed:
        """Write a version again, as a new one."""
        target = self.store.version(version)
        self._refuse_rewriting(target.programme)
        made = self.store.record_version(
            target.problem,
            target.programme,
            version,
            self.at,
            self.who,
            why,
            answering=Answering(self.heard.answers.get(version, ()), step),
            after=self.heard.last,
        )
        told = f"version {made.number} is version {version} again"
        if self.heard.published == self.current.number:
            told = f"{told}; what is published is not, until you publish"
        return self._reversed([told, *self._with_it(step), *self._near(target.programme)], like=version)

    def like_current(self, version: int) -> bool:
        """Whether an earlier version is what stands."""
        target = self.store.version(version)
        return (target.problem, target.programme) == (self.current.problem, self.current.programme)

    def _with_it(self, step: Step) -> Iterator[str]:
        """What a version that is taken up takes back, and what counts again with it, a sentence each."""
        for numbers, word in ((step.back, NO_MORE), (step.again, AGAIN)):
            for line in self.heard.lines:
                if line.n in numbers:
                    yield f"with it {word}: {happened(self.current.problem, line.said)}"

    def _near(self, target: Programme) -> Iterator[str]:
        """What begins within the freeze and stood otherwise until now, or does not stand any more, a sentence each."""
        hours = timedelta(hours=self.current.problem.limits.freeze)
        before = self.current.programme.session
        for activity in dict.fromkeys((*before, *target.session)) if self.heard.published else ():
            was, now = before.get(activity), target.session.get(activity)
            stood = [one for one in (now, was) if one and was != now]
            if any(instant(self.at) <= instant(one.start) < instant(self.at + hours) for one in stood):
                how = "stood otherwise until now" if now else "is not held now"
                yield f"{session_at(stood[0])}, is about to begin and {how}: tell its people yourself"

    def decided_since(self, answered: Sequence[int]) -> tuple[int, ...]:
        """What was decided with versions since: it is undone with them, and asks for no answer."""
        with_versions = {n for deed in self.heard.done if deed.version for n in deed.lines} - set(answered)
        return tuple(
            line.n for line in self.heard.standing if line.n in with_versions and isinstance(line.said, DECIDED)
        )

    def _reversed(self, sentences: Sequence[str], like: int = 0) -> Reversed:
        current = self.store.version().number
        told = heard(self.store.log(), self.zone)
        return Reversed(sentences=tuple(sentences), version=current, like=like, pending=len(told.pending(current)))

    def _refuse_rewriting(self, target: Programme) -> None:
        """Refuse a version in which what has happened happened otherwise.

        Until something was published or said to have happened, nothing has.

        Raises:
            InputRefused: a session that has begun stands elsewhere in it, or one stands where none was held.
        """
        standing: tuple[Line, ...] = self.heard.standing
        if not standing and not self.heard.published:
            return
        said: list[Disruption] = [line.said for line in standing]
        now, then = on_programme(self.current.programme, said), on_programme(target, said)
        for one, other in ((now, then), (then, now)):
            for session in one.sessions:
                if self._happened(session, said) and other.session.get(session.activity) != session:
                    raise InputRefused(
                        "history",
                        f"{session_at(session)}, has begun, and the two versions differ in it",
                        "What has happened stays; plan or repair what is still to come.",
                    )

    def _happened(self, session: Session, said: Sequence[Disruption]) -> bool:
        begun = instant(session.start) < instant(self.at)
        return begun and not is_struck(self.current.problem, session, said)
