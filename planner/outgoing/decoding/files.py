"""From the bytes of a file to its fields, by the file's kind; what cannot be read back is not let out."""

from __future__ import annotations

from pathlib import PurePosixPath

from planner.outgoing.decoding.calendar import calendar_fields
from planner.outgoing.decoding.office import office_fields
from planner.outgoing.decoding.requests import request_fields
from planner.outgoing.decoding.web import page_fields
from planner.outgoing.fields import Field, Outgoing
from planner.outgoing.rules import LeakRefused, Rule, shown


def outgoing(path: str, content: bytes) -> Outgoing:
    """A file that is about to be written, with all that it holds.

    Args:
        path: where, below ``out``, with slashes.
        content: its bytes as they will be written.

    Raises:
        LeakRefused: its bytes cannot be read back as what its name says.
    """
    names = tuple(Field("its name", "file name", part) for part in PurePosixPath(path).parts)
    try:
        return Outgoing(path, names + tuple(_fields(PurePosixPath(path).suffix.lower(), content)))
    except ValueError:
        raise LeakRefused(Rule.UNREAD, shown(path)) from None


def _fields(suffix: str, content: bytes) -> list[Field]:
    if suffix in {".docx", ".xlsx"}:
        return list(office_fields(content))
    text = content.decode("utf-8")
    if suffix == ".ics":
        return list(calendar_fields(text))
    if suffix == ".json":
        return list(request_fields(text))
    if suffix in {".html", ".htm", ".svg"}:
        return list(page_fields("the page", text))
    if suffix in {".txt", ".csv", ".md"}:
        return [Field(f"line {number}", "free text", line) for number, line in enumerate(text.splitlines(), start=1)]
    raise ValueError(f"no decoder for {suffix or 'a file without a kind'}")
