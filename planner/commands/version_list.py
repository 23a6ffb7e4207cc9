"""All versions of a review: when, by whom and why each was made, which is published and which is current."""

from __future__ import annotations

from pathlib import Path

from pydantic import AwareDatetime

from constraints.problem import Noun
from planner.commands.versions import refuse_no_folder
from planner.intake.heard import heard
from planner.layout import DATABASE
from planner.store_reader import read_store
from planner.store_records import VERSION_RECORDED


class VersionTold(Noun):
    """A version in the list of them."""

    number: int
    at: AwareDatetime
    who: str
    what: str
    sessions: int
    published: bool
    current: bool


class Versions(Noun):
    """All versions, the first one first."""

    review: str
    versions: tuple[VersionTold, ...]


def versions(folder: Path) -> Versions:
    """All versions of a review folder.

    Raises:
        Refusal: nothing has been planned yet, or the database is damaged.
    """
    refuse_no_folder(folder)
    with read_store(folder / DATABASE) as store:
        current = store.version()
        log = store.log()
        known = store.whole_versions(current.number)
    told = heard(log, current.problem.tz)
    why = {line.detail["version"]: line.why for line in log if line.what == VERSION_RECORDED}
    return Versions(
        review=current.problem.title,
        versions=tuple(
            VersionTold(
                number=one.number,
                at=one.at,
                who=one.who,
                what=why.get(one.number) or "planned",
                sessions=len(one.programme.sessions),
                published=one.number == told.published,
                current=one.number == current.number,
            )
            for one in known
        ),
    )
