"""Where sessions are held, how far it is from one site to another, and things that only one session can have."""

from __future__ import annotations

from pydantic import Field

from constraints.noun import Noun, Window


class Resource(Noun):
    """A thing that only one session can have at a time, and when it is there (None: always); a room has seats."""

    id: str
    name: str
    windows: tuple[Window, ...] | None = None
    seats: int | None = Field(default=None, ge=1)
    """How many people there is room for; None: any number."""


class Site(Noun):
    """A place of work where sessions are held."""

    id: str
    name: str


class Travel(Noun):
    """The minutes between two sites, either way."""

    between: tuple[str, str]
    minutes: int = Field(ge=0)
