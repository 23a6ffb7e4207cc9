"""What the log says happened, told together: what counts, what each version answers, what can be undone.

The log is the one record; this is a fold over its lines and nothing of it is kept anywhere. Lines of other kinds, such
as openings of the protected list, say nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Literal, cast

from pydantic import AwareDatetime, JsonValue, ValidationError

from constraints.problem import Noun
from planner.intake.disruption import UNANSWERED, Disruption, Pin, Unpin, disruption_of
from planner.layout import DATABASE
from planner.store_publications import PUBLISHED
from planner.store_records import SAID, SAID_AGAIN, TAKEN_BACK, VERSION_RECORDED, LogLine
from samples.errors import StoreRefused


class Line(Noun):
    """Something that happened, as it was said: the number of its line, when (in the review's zone), by whom and why."""

    n: int
    at: AwareDatetime
    who: str
    why: str
    said: Disruption


class Deed(Noun):
    """What undoing takes back at once: lines said together, or a version with the lines that it made count or not."""

    lines: tuple[int, ...] = ()
    """Those that count with it."""
    back: tuple[int, ...] = ()
    """Those that do not count any more with it."""
    version: int = 0
    """The version made; 0: lines were said."""
    before: int = 0
    """The version that was current before it; 0: there was none."""


@dataclass(frozen=True)
class Heard:
    """What the log comes to.

    Attributes:
        lines: all that was ever said to have happened, the first one first.
        counting: the numbers of those of them that were not taken back.
        answers: the lines that each version takes into account, by the version's number.
        done: what can be undone, the last one last.
        undone: what can be done again, the last one undone last.
        published: the version that people hold; 0: nothing was published.
        last: the number of the log's last line; 0: it has none.
    """

    lines: tuple[Line, ...] = ()
    counting: frozenset[int] = frozenset()
    answers: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    done: tuple[Deed, ...] = ()
    undone: tuple[Deed, ...] = ()
    published: int = 0
    last: int = 0

    @property
    def standing(self) -> tuple[Line, ...]:
        """All that was said and not taken back, the first one first."""
        return tuple(line for line in self.lines if line.n in self.counting)

    @property
    def pinned(self) -> frozenset[str]:
        """The sessions that stay where they are."""
        found: dict[str, bool] = {}
        for line in self.standing:
            if isinstance(line.said, Pin | Unpin):
                found[line.said.session] = isinstance(line.said, Pin)
        return frozenset(session for session, stays in found.items() if stays)

    def pending(self, version: int) -> tuple[Line, ...]:
        """What a version does not take into account yet, and some other programme may have to."""
        known = self.answers.get(version, ())
        return tuple(line for line in self.standing if line.n not in known and not isinstance(line.said, UNANSWERED))


def heard(log: Iterable[LogLine], zone: tzinfo) -> Heard:
    """What the lines of a log come to.

    Args:
        log: its lines, the first one first; or the first so many of them.
        zone: the review's zone, in which times are told.

    Raises:
        StoreRefused: a line says something that this planner does not know.
    """
    fold = _Fold(zone)
    for line in log:
        fold.take(line)
    return Heard(
        lines=tuple(fold.lines),
        counting=frozenset(fold.counting),
        answers=fold.answers,
        done=tuple(fold.done),
        undone=tuple(fold.undone),
        published=fold.published,
        last=fold.last,
    )


class _Fold:
    """The lines so far, while they are gone through."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._version = 0
        self._batch = 0
        self.lines: list[Line] = []
        self.counting: set[int] = set()
        self.answers: dict[int, tuple[int, ...]] = {}
        self.done: list[Deed] = []
        self.undone: list[Deed] = []
        self.published = 0
        self.last = 0

    def take(self, line: LogLine) -> None:
        self.last = line.n
        if line.what == SAID:
            self._said(line)
        elif line.what == TAKEN_BACK:
            self.counting.difference_update(_numbers(line.detail, "lines"))
            self._over(self.done, self.undone)
        elif line.what == SAID_AGAIN:
            self.counting.update(_numbers(line.detail, "lines"))
            self._over(self.undone, self.done)
        elif line.what == VERSION_RECORDED:
            self._recorded(line.detail)
        elif line.what == PUBLISHED:
            self.published = cast("int", line.detail["version"])

    def _said(self, line: LogLine) -> None:
        try:
            said = disruption_of(line.detail.get("said"), self._zone)
        except ValidationError:
            found = f"line {line.n} of its log says something that this planner does not know"
            raise StoreRefused(DATABASE, found, "Use the planner that wrote it, or a newer one.") from None
        at = line.at.astimezone(self._zone)
        self.lines.append(Line(n=line.n, at=at, who=line.who, why=line.why, said=said))
        self.counting.add(line.n)
        batch = cast("int", line.detail.get("batch", 0))
        if batch and batch == self._batch and self.done:
            self.done[-1] = Deed(lines=(*self.done[-1].lines, line.n))
        else:
            self._new(Deed(lines=(line.n,)))
        self._batch = batch

    def _recorded(self, detail: Mapping[str, JsonValue]) -> None:
        version, how = cast("int", detail["version"]), _how(detail)
        again, back = _numbers(detail, "again"), _numbers(detail, "back")
        self.counting.update(again)
        self.counting.difference_update(back)
        self.answers[version] = _numbers(detail, "answers")
        if how == "undo":
            self._over(self.done, self.undone)
        elif how == "redo":
            self._over(self.undone, self.done)
        else:
            # what is said with a version stands in lines just before its own, and is undone with it
            if again and self.done and not self.done[-1].version and set(self.done[-1].lines) <= set(again):
                self.done.pop()
            self._new(Deed(lines=again, back=back, version=version, before=self._version))
        self._version = version

    def _new(self, deed: Deed) -> None:
        self.done.append(deed)
        self.undone.clear()

    @staticmethod
    def _over(one: list[Deed], other: list[Deed]) -> None:
        if one:
            other.append(one.pop())


def _numbers(detail: Mapping[str, JsonValue], name: str) -> tuple[int, ...]:
    return tuple(cast("list[int]", detail.get(name, [])))


def _how(detail: Mapping[str, JsonValue]) -> Literal["undo", "redo", "restore", ""]:
    return cast('Literal["undo", "redo", "restore", ""]', detail.get("step", ""))
