"""What happened to a programme, as data: one model a kind, as it stands in the log.

Each says what was known when it was said, the session's time included, so that it means the same however often the
programme has changed since. What it does to a review stands in ``disruption_on_review.py``, what it does to a problem
in ``disruption_on_problem.py``. No reason stands here: the log keeps it beside.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, TypeAdapter, model_validator

from constraints.noun import instant
from constraints.problem import Noun, Window
from planner.canonical import in_zone

Reason = Literal[
    "illness",
    "leave",
    "court",
    "emergency",
    "diary-clash",
    "case-closed",
    "moved-away",
    "council-asked",
    "other",
]
"""Why, as a code of a closed list: nothing about a person is written in words."""


class Cancel(Noun):
    """A session fell through before it was held: these people are not to be had at its time."""

    kind: Literal["cancel"] = "cancel"
    session: str
    start: AwareDatetime
    end: AwareDatetime
    people: tuple[str, ...]


class NoShow(Noun):
    """A session was to be held and was not: it is owed as before."""

    kind: Literal["no-show"] = "no-show"
    session: str
    start: AwareDatetime


class AwayFrom(Noun):
    """A person or a resource is not to be had."""

    kind: Literal["away"] = "away"
    who: str
    start: AwareDatetime
    end: AwareDatetime

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if instant(self.start) >= instant(self.end):
            raise ValueError("it ends before it starts")
        return self


class Add(Noun):
    """One more activity, like one that there is."""

    kind: Literal["add"] = "add"
    activity: str
    like: str
    title: str = ""
    """Empty: that of the other."""
    people: tuple[str, ...] = ()
    """Whom it is held with, instead of those whom the other asks for or its cases bring; empty: as there."""
    window: Window | None = None
    """Where it lies; None: where the other does."""
    minutes: int | None = Field(default=None, gt=0)
    """How long it is; None: as the other."""


class Drop(Noun):
    """An activity is not wanted any more."""

    kind: Literal["drop"] = "drop"
    activity: str


class Withdraw(Noun):
    """A case may not be seen any more."""

    kind: Literal["withdraw"] = "withdraw"
    case: str
    """Its label."""
    kept: tuple[str, ...] = ()
    """The activities that had seen it when it was withdrawn."""


class MoveArea(Noun):
    """An area stands so many days later, or earlier where the number is negative."""

    kind: Literal["move-area"] = "move-area"
    area: str
    days: int


class Confirm(Noun):
    """An area is no longer provisional."""

    kind: Literal["confirm"] = "confirm"
    area: str


class Done(Noun):
    """A session was held. It is told in the log and changes nothing: what has begun is history anyway."""

    kind: Literal["done"] = "done"
    session: str


class Overran(Noun):
    """A session ended later than it was to."""

    kind: Literal["overran"] = "overran"
    session: str
    start: AwareDatetime
    until: AwareDatetime
    who: str
    """Who says so, by role."""


class SwapReviewer(Noun):
    """A reviewer does not hold a session: another one does."""

    kind: Literal["swap-reviewer"] = "swap-reviewer"
    session: str
    out: str
    to: str = ""
    """Empty: whoever else of the pool is best."""


class OutOfTurn(Noun):
    """A session that was to open its area no longer comes before everything else of it."""

    kind: Literal["out-of-turn"] = "out-of-turn"
    activity: str


class Pin(Noun):
    """A session stays where it is."""

    kind: Literal["pin"] = "pin"
    session: str


class Unpin(Noun):
    """A pinned session may move again."""

    kind: Literal["unpin"] = "unpin"
    session: str


class Waive(Noun):
    """A breach is knowingly accepted; this reason is shown wherever the breach is."""

    kind: Literal["waive"] = "waive"
    rule: str
    sessions: tuple[str, ...]
    who: str
    why: str


Disruption = Annotated[
    Cancel
    | NoShow
    | AwayFrom
    | Add
    | Drop
    | Withdraw
    | MoveArea
    | Confirm
    | Done
    | Overran
    | SwapReviewer
    | OutOfTurn
    | Pin
    | Unpin
    | Waive,
    Field(discriminator="kind"),
]

UNANSWERED: tuple[type[Noun], ...] = (Done, Pin, Unpin)
"""What asks for no other programme, and so is never pending."""

_READ: TypeAdapter[Disruption] = TypeAdapter(Disruption)


def disruption_of(said: object, zone: tzinfo) -> Disruption:
    """What stands in the log, its times in the review's zone.

    Raises:
        pydantic.ValidationError: it is nothing that this planner knows.
    """
    return in_zone(_READ.validate_python(said), zone)
