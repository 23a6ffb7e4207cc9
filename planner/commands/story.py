"""The story of a session, from first draft to done, and the log as a list: who, when, why, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import cast

from pydantic import AwareDatetime

from constraints.problem import Noun, Problem, Session
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.happened_words import AGAIN, NO_MORE, happened
from planner.commands.naming import Names
from planner.commands.sentences import counted
from planner.commands.story_words import became, is_about, published
from planner.commands.versions import refuse_no_folder
from planner.intake.disruption_on_problem import on_problem
from planner.intake.heard import Heard, Line, heard
from planner.layout import DATABASE
from planner.store_publications import PUBLISHED
from planner.store_reader import read_store
from planner.store_records import SAID, SAID_AGAIN, TAKEN_BACK, VERSION_RECORDED, LogLine, StoredVersion


class Told(Noun):
    """A line of the log as a sentence: its number, when, by whom, what, and why."""

    line: int
    at: AwareDatetime
    who: str
    sentence: str
    why: str = ""


class Story(Noun):
    """What the log tells, of a session or of everything.

    Attributes:
        review: the review's title.
        session: the session's id; empty: everything is told.
        told: line by line.
    """

    review: str
    session: str = ""
    told: tuple[Told, ...]


def story(folder: Path, ask: Ask, session: str = "") -> Story:
    """What the log tells of a session, or of everything.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if the session is named by its code.
        session: its id or its code; empty: everything.

    Raises:
        Refusal: nothing has been planned yet, or no version ever had such a session.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        current = store.version()
        versions = store.whole_versions(current.number)
        log = store.log()
    told = heard(log, current.problem.tz)
    book = _Book(log, versions, told)
    if not session:
        return Story(review=current.problem.title, told=tuple(book.everything()))
    now = reduce(on_problem, (line.said for line in told.standing), current.problem)
    problems = (*(one.problem for one in versions), now)
    known = {activity.id: activity for problem in problems for activity in problem.activities}
    ever = now.changed(activities=tuple(known.values()))
    activity = Names(folder, ask, current.number, current.programme).activity(session, ever)
    return Story(review=current.problem.title, session=activity, told=tuple(book.of(activity)))


class _Book:
    """The log with all that its lines speak of."""

    def __init__(self, log: Sequence[LogLine], versions: Sequence[StoredVersion], told: Heard) -> None:
        self._log = log
        self._zone = versions[-1].problem.tz
        self._version: Mapping[int, StoredVersion] = {one.number: one for one in versions}
        self._said: Mapping[int, Line] = {line.n: line for line in told.lines}

    def everything(self) -> Iterator[Told]:
        """Every line of the log."""
        problem = self._version[max(self._version)].problem
        for line in self._log:
            if line.what == VERSION_RECORDED:
                number = _version_of(line)
                held = counted(len(self._version[number].programme.sessions), "session")
                yield self._told(line, f"version {number}, {held}", line.why)
                yield from (self._of_version(line, word, problem, one) for word, one in self._with_version(line))
            elif line.what == PUBLISHED:
                yield self._told(line, f"version {_version_of(line)} was published")
            elif line.what in (SAID, TAKEN_BACK, SAID_AGAIN):
                for one in self._lines(line):
                    yield self._of_said(line, happened(problem, one.said), one)
            else:
                yield self._told(line, line.what, line.why)

    def of(self, activity: str) -> Iterator[Told]:
        """What the log says of one activity and its session."""
        programme = Programme()
        sent: Session | None = None
        problem = self._version[min(self._version)].problem
        for line in self._log:
            if line.what in (VERSION_RECORDED, PUBLISHED):
                version = self._version[_version_of(line)]
                stands = version.programme.session.get(activity)
                if line.what == PUBLISHED:
                    sentence, sent = published(sent, stands), stands
                else:
                    sentence = became(version, activity, programme.session.get(activity))
                    programme, problem = version.programme, version.problem
                if sentence:
                    yield self._told(line, sentence, line.why)
                for word, one in self._with_version(line):
                    if is_about(problem, one.said, activity, programme):
                        yield self._of_version(line, word, problem, one)
            elif line.what in (SAID, TAKEN_BACK, SAID_AGAIN):
                for one in self._lines(line):
                    if is_about(problem, one.said, activity, programme):
                        yield self._of_said(line, happened(problem, one.said), one)

    def _with_version(self, line: LogLine) -> Iterator[tuple[str, Line]]:
        """What does not count any more since a version was undone, or taken up again, and what counts again."""
        for part, word in (("back", NO_MORE), ("again", AGAIN)) if line.detail.get("step") else ():
            yield from ((word, self._said[n]) for n in cast("list[int]", line.detail.get(part, [])))

    def _of_version(self, line: LogLine, word: str, problem: Problem, one: Line) -> Told:
        return self._told(line, f"with it {word}: {happened(problem, one.said)}")

    def _lines(self, line: LogLine) -> Iterator[Line]:
        """What a line says, takes back or says again."""
        numbers = [line.n] if line.what == SAID else cast("list[int]", line.detail["lines"])
        yield from (self._said[n] for n in numbers)

    def _of_said(self, line: LogLine, sentence: str, said: Line) -> Told:
        if line.what == SAID:
            return self._told(line, sentence, said.why)
        word = NO_MORE if line.what == TAKEN_BACK else AGAIN
        return self._told(line, f"{word}: {sentence}")

    def _told(self, line: LogLine, sentence: str, why: str = "") -> Told:
        return Told(line=line.n, at=line.at.astimezone(self._zone), who=line.who, sentence=sentence, why=why)


def _version_of(line: LogLine) -> int:
    return cast("int", line.detail["version"])
