"""What a constraint is: a module with a sentence, what the solver must keep, and the same on a finished programme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from constraints.problem import Activity, Noun, Problem, Session
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables


class Must(NamedTuple):
    """A posted hard requirement: whom or what it is about, the sentence, and the constraint."""

    subject: str
    sentence: str
    constraint: cp_model.Constraint


class Wish(NamedTuple):
    """A posted soft requirement and its cost: a whole number, 0 when nobody has cause to complain."""

    subject: str
    sentence: str
    cost: cp_model.LinearExprT


class Breach(Noun):
    """A finished programme not keeping a rule: whom or what it is about, the sentence, the sessions, the cost."""

    subject: str
    sentence: str
    sessions: tuple[Session, ...] = ()
    cost: int = 1


class MustRule(Protocol):
    """A hard rule: its module is the object, its name the file's."""

    __name__: str

    @property
    def READS(self) -> tuple[str, ...]:  # noqa: N802 -- a module's constant
        """Which of ``counterparts``, ``cases`` and ``room`` the check needs to know of a session."""
        ...

    def post(self, x: Variables) -> Iterator[Must]:
        """Post what the solver must keep, each with the reason to give."""
        ...

    def check(self, problem: Problem, programme: Programme) -> Iterator[Breach]:
        """Find where a finished programme does not keep the rule; naive, without a solver."""
        ...


class WishRule(Protocol):
    """A soft rule: its module is the object, its name the file's."""

    __name__: str

    @property
    def READS(self) -> tuple[str, ...]:  # noqa: N802 -- a module's constant
        """Which of ``counterparts``, ``cases`` and ``room`` the check needs to know of a session."""
        ...

    def post(self, x: Variables) -> Iterator[Wish]:
        """Post what is wished for, each with its cost."""
        ...

    def check(self, problem: Problem, programme: Programme) -> Iterator[Breach]:
        """Find what a finished programme leaves unfulfilled, with the same cost."""
        ...


class PlacingRule(WishRule, Protocol):
    """A soft rule that wishes activities held: which of them it counts."""

    def counts(self, activity: Activity) -> bool:
        """Whether an activity counts here."""
        ...
