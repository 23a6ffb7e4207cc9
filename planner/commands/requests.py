"""What somebody says happened, as they write it: one line of words, the same in a command and in a table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from pydantic import Field

from constraints.problem import Noun
from planner.intake.csv_rows import CsvRow, read_rows
from planner.intake.disruption import Reason
from planner.intake.nearest import did_you_mean
from planner.layout import SEPARATOR
from samples.errors import InputRefused

REASONS: tuple[str, ...] = get_args(Reason)

FIELDS: Mapping[str, tuple[str, ...]] = {
    "cancel": ("person",),
    "away": ("from", "to"),
    "add": ("like", "title", "person", "from", "to", "minutes"),
    "drop": (),
    "withdraw": (),
    "move-area": ("by", "to"),
    "confirm": (),
    "done": (),
    "overran": ("to",),
    "no-show": (),
    "swap-reviewer": ("person", "instead"),
    "pin": (),
    "unpin": (),
}
"""What may be said of each kind of happening, beside what it happened to and the reason."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "away": ("from", "to"),
    "add": ("like",),
    "overran": ("to",),
    "swap-reviewer": ("person",),
}
"""What has to be said of it."""

COLUMNS = ("what", "name")
OPTIONAL = ("person", "instead", "like", "title", "from", "to", "by", "minutes", "reason")


class Request(Noun):
    """What somebody says happened, in words.

    Attributes:
        where: where it was written, for whoever has to put it right; empty: on the command line.
        what: the kind of happening, as its command is called.
        name: what it happened to: a session, a person, an area, a case.
        said: the rest, by the column it stands in.
        reason: a code; empty: none was given.
    """

    where: str = ""
    what: str
    name: str
    said: dict[str, str] = Field(default_factory=dict)
    reason: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """The people that are named, in their order."""
        names = self.said.get("person", "").split(SEPARATOR)
        return tuple(name.strip() for name in names if name.strip())


def read_requests(path: Path) -> tuple[Request, ...]:
    """The lines of a table of what happened: a CSV file, a row each.

    Raises:
        InputRefused: it is no such file, or a row says what its kind of happening does not have.
    """
    rows = read_rows(path, COLUMNS, OPTIONAL)
    if not rows:
        raise InputRefused(path.name, "it has no rows", f"Write a row for each thing: {', '.join(COLUMNS)} and more.")
    return tuple(_request(row) for row in rows)


def refuse_unsaid(request: Request) -> None:
    """Refuse a request that lacks something, or names a reason that is none.

    Raises:
        InputRefused: it does.
    """
    where = request.where or request.what
    if not request.name:
        raise InputRefused(where, "it does not say what it happened to", "Name a session, a person, an area or a case.")
    for field in NEEDED.get(request.what, ()):
        if not request.said.get(field):
            hint = f"{request.what} needs {_and(NEEDED[request.what])}."
            raise InputRefused(where, f"it does not say '{field}'", hint)
    if request.reason and request.reason not in REASONS:
        raise InputRefused(where, f"'{request.reason}' is no reason", _reason_hint(request.reason))


def _request(row: CsvRow) -> Request:
    what = row.cells["what"].casefold()
    if what not in FIELDS:
        raise row.refused("what", f"'{row.cells['what']}' is nothing that can happen", did_you_mean(what, FIELDS))
    said = {name: row.cells[name] for name in OPTIONAL if name != "reason" and row.cells[name]}
    for name in said:
        if name not in FIELDS[what]:
            takes = _and((*COLUMNS[1:], *FIELDS[what], "reason"))
            raise row.refused(name, f"'{what}' does not say this", f"It says {takes}.")
    where = f"{row.file}, row {row.number}"
    return Request(where=where, what=what, name=row.cells["name"], said=said, reason=row.cells["reason"].casefold())


def _reason_hint(reason: str) -> str:
    return did_you_mean(reason, REASONS) or f"Write one of {', '.join(REASONS)}."


def _and(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
