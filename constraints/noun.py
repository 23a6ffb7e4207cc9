"""What every noun is, and stretches of time.

Frozen values; times are aware datetimes in the review's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator


def instant(when: datetime) -> datetime:
    """A time in UTC: Python compares times of one zone by the wall clock, which shows an hour twice in October."""
    return when.astimezone(UTC)


class Noun(BaseModel):
    """A frozen value; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values of some fields, not validated; what was looked up before is looked up afresh."""
        copy = super().model_copy(update=update, deep=deep)
        for remembered in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[remembered]
        return copy


class Window(Noun):
    """A stretch of time, from start up to but not including end."""

    start: AwareDatetime
    end: AwareDatetime

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if instant(self.start) >= instant(self.end):
            raise ValueError(f"it ends ({self.end:%d %B %H:%M}) before it starts")
        return self

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        """Start and end as instants, worked out once: they are compared far more often than anything else."""
        return instant(self.start), instant(self.end)

    def holds(self, start: datetime, end: datetime) -> bool:
        """Whether the whole of start to end lies inside this window."""
        begins, ends = self.span
        return begins <= instant(start) and instant(end) <= ends

    def meets(self, start: datetime, end: datetime) -> bool:
        """Whether some of start to end lies inside this window."""
        begins, ends = self.span
        return begins < instant(end) and instant(start) < ends


def inside(windows: Iterable[Window], start: datetime, end: datetime) -> bool:
    """Whether the whole of start to end lies inside the windows, taken together where they touch."""
    reached = instant(start)
    for begins, ends in sorted(window.span for window in windows):
        if begins <= reached < ends:
            reached = ends
    return reached >= instant(end)
