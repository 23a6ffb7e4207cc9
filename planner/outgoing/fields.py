"""What goes out, as the guard sees it: a file, and its fields, each of a known kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal[
    "free text",
    "title",
    "body",
    "staff name",
    "place",
    "address",
    "date-time",
    "uid",
    "code",
    "file name",
    "number",
    "zone",
    "markup",
]
"""What a field's schema says it holds; anything whose schema is not known is free text.

``number``: a cell's number, which may be a date as Excel counts days. ``zone``: the start of an observance of a time
zone. ``markup``: words of a format, such as the
names of styles. Addresses of the web and encoded values are taken apart by the decoders and reach nobody whole.
"""


@dataclass(frozen=True)
class Field:
    """One value that goes out.

    Attributes:
        where: its place in the file by structure only, such as ``sheet 2, C14``: never a value.
        kind: what its schema says it holds.
        text: the value as its reader will see it.
    """

    where: str
    kind: Kind
    text: str


@dataclass(frozen=True)
class Outgoing:
    """A file that is about to be written: its path below ``out``, and all that it holds."""

    path: str
    fields: tuple[Field, ...]

    @property
    def reviewers_only(self) -> bool:
        """Whether it is a document of the reviewer view, where themes and labels belong; no calendar is."""
        parts = PurePosixPath(self.path).parts
        return parts[0] == "reviewer" and "calendars" not in parts and "teams" not in parts
