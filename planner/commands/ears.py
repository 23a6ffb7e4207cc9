"""What is needed to understand what somebody says happened: how things stand, what names mean, what was just said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from constraints.problem import Problem, Session, instant
from planner.commands.ask import Ask
from planner.commands.naming import Names
from planner.commands.sentences import day_of, hour_of
from planner.commands.situation import Situation
from planner.intake.disruption import Disruption
from planner.intake.disruption_on_problem import on_problem
from planner.intake.plain import UnreadableError, read_moment
from planner.intake.standing_now import is_struck
from samples.errors import InputRefused


@dataclass(frozen=True)
class Ears:
    """What is needed to understand a request.

    Attributes:
        folder: the review folder.
        ask: asks for the vault's passphrase, if a session is named by its code.
        stands: how things stood before anything of this was said.
        who: who says it, by role.
        problem: what has to happen, with what was said before in the same batch.
        said: what was said before in the same batch.
    """

    folder: Path
    ask: Ask
    stands: Situation
    who: str
    problem: Problem
    said: tuple[Disruption, ...] = field(default=())

    @cached_property
    def names(self) -> Names:
        """What names mean."""
        return Names(self.folder, self.ask, self.stands.version.number, self.stands.before)

    @property
    def now(self) -> datetime:
        """The moment, in the review's zone."""
        assert self.stands.problem.now is not None
        return self.stands.problem.now

    @property
    def everything(self) -> tuple[Disruption, ...]:
        """All that was said and counts."""
        return (*(line.said for line in self.stands.heard.standing), *self.said)

    @property
    def unanswered(self) -> tuple[Disruption, ...]:
        """Of that what no version answers yet."""
        return (*(line.said for line in self.stands.pending), *self.said)

    def begun(self, session: Session) -> bool:
        """Whether a session has begun by now."""
        return instant(session.start) < instant(self.now)

    def struck(self, session: Session) -> bool:
        """Whether something that was said means a session already."""
        return is_struck(self.problem, session, self.everything)

    def heard(self, said: Disruption) -> Ears:
        """The same after one thing more was said."""
        return replace(self, problem=on_problem(self.problem, said), said=(*self.said, said))


def of_session(session: Session) -> str:
    """When a session is, in words: Tuesday 4 May at 10.00."""
    return f"{day_of(session.start)} at {hour_of(session.start)}"


def moment(where: str, text: str, ears: Ears, *, ends: bool = False) -> datetime:
    """A date or a time as written, in the review's zone; a date alone is its start, or its end.

    Raises:
        InputRefused: it is neither.
    """
    try:
        read, _ = read_moment(text, ends=ends)
    except UnreadableError as unreadable:
        raise InputRefused(where, f"'{text}' is not {unreadable.expected}", unreadable.hint) from None
    assert isinstance(read, datetime)
    return read.replace(tzinfo=ears.problem.tz)
