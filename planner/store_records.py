"""What review.db takes in and gives back, as frozen values."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from pydantic import AwareDatetime, JsonValue

from constraints.problem import Noun, Problem
from constraints.programme import Programme
from planner.canonical import canonical, digest

VERSION_RECORDED = "version recorded"
DRAWS_RECORDED = "draws recorded"
SAID = "disruption"
"""Something that happened was said."""
TAKEN_BACK = "taken back"
"""What earlier lines said does not count any more."""
SAID_AGAIN = "said again"
"""It counts again."""


class KeptDraw(Protocol):
    """What can be kept as a draw: a certificate or a draw of ``samples``."""

    @property
    def stratum(self) -> str:
        """The stratum it was drawn for."""
        ...

    @property
    def frame_hash(self) -> str:
        """The hash of the frame it was drawn from."""
        ...

    def model_dump(self, *, mode: Literal["json"]) -> dict[str, JsonValue]:
        """All of it as JSON values."""
        ...


class DrawRow(NamedTuple):
    """A draw as it stands in the database."""

    hash: str
    stratum: str
    frame: str
    json: str


def draw_row(draw: KeptDraw) -> DrawRow:
    """The row that keeps a draw."""
    text = canonical(draw.model_dump(mode="json"))
    return DrawRow(draw_hash(draw.stratum, draw.frame_hash, text), draw.stratum, draw.frame_hash, text)


def draw_hash(stratum: str, frame: str, draw: str) -> str:
    """What a draw is known by: SHA-256 over its stratum, its frame's hash and the draw as canonical JSON."""
    return digest(canonical([stratum, frame, draw]))


class RecordedVersion(Noun):
    """The number of the current version, and whether it was made now."""

    number: int
    created: bool


class Step(NamedTuple):
    """Why a version was made other than by planning.

    Attributes:
        how: an undoing or its opposite, a version taken up again, or nothing of the kind.
        of: the version that it is about.
        again: lines taken back before that count again with it.
        back: lines that do not count any more with it.
    """

    how: Literal["", "undo", "redo", "restore"] = ""
    of: int = 0
    again: tuple[int, ...] = ()
    back: tuple[int, ...] = ()


class Answering(NamedTuple):
    """What a version takes into account: the lines of the log by number, and why it was made."""

    lines: tuple[int, ...] = ()
    step: Step = Step()

    def with_lines(self, lines: tuple[int, ...]) -> Answering:
        """The same with more lines, which are undone with the version."""
        return Answering((*self.lines, *lines), self.step._replace(again=(*self.step.again, *lines)))


OF_NOTHING = Answering()
"""A version planned before anything happened."""


class StoredVersion(Noun):
    """A version of the programme with the problem it answers; times are in the review's zone."""

    number: int
    problem: Problem
    programme: Programme
    at: AwareDatetime
    who: str


class VersionLine(Noun):
    """A version in a list: its number, when (UTC) and by whom it was made, and its problem's hash."""

    number: int
    at: AwareDatetime
    who: str
    problem: str


class LogLine(Noun):
    """A line of the log; its time is in UTC."""

    n: int
    at: AwareDatetime
    what: str
    who: str
    why: str
    detail: dict[str, JsonValue]
    hash: str
