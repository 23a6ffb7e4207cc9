"""What the manager writes about things that go wrong: how much reserve is enough, and what is rehearsed."""

from __future__ import annotations

from pydantic import Field

from constraints.problem import Noun


class RepairsEntry(Noun):
    """How likely it is that things go wrong, and how sure to be that the reserve is enough.

    None of it changes what is planned. The reserve that is left is held against it, and a rehearsal draws from it.
    """

    cancelled: float = Field(default=0.1, ge=0, lt=1)
    """The share of evidence sessions with people of the council that fall through, before any was seen to."""
    weight: float = Field(default=20.0, gt=0)
    """For so many sessions that share counts beside those that were seen."""
    sure: float = Field(default=0.8, gt=0, lt=1)
    """How likely it should be that the reserve is enough."""
    ill: float = Field(default=0.01, ge=0, le=1)
    """The chance that a reviewer falls ill on any one of their days."""
    late: float = Field(default=0.25, ge=0, le=1)
    """The chance that what a provisional area waits for comes late."""
    late_days: int = Field(default=7, ge=1)
    """By how many days the area moves then."""
