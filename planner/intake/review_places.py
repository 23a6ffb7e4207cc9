"""What the manager writes about places: sites, the ways between them, rooms and other things to be shared."""

from __future__ import annotations

from pydantic import Field

from constraints.problem import Noun


class ResourceEntry(Noun):
    """A thing that only one session can have at a time: a laptop, or a room, which has seats."""

    id: str
    """What activities and absences call it by."""
    name: str
    """The thing's name, as people are told it."""
    seats: int | None = Field(default=None, ge=1)
    """How many people there is room for; None: any number."""


class SiteEntry(Noun):
    """A place of work where sessions are held."""

    id: str
    """What activities name as their place."""
    name: str
    """The site's name, as people are told it."""


class TravelEntry(Noun):
    """The way between two sites, the same in either direction; a way that is not written takes no time."""

    between: tuple[str, ...] = Field(min_length=2, max_length=2)
    """The ids of the two sites."""
    minutes: int = Field(ge=0)
    """The minutes from door to door."""
