"""The protected list: which case each session is about, for the link officer; every opening is logged first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime

from constraints.problem import CaseSeen, Noun, Problem, Session
from planner.commands.ask import Ask
from planner.commands.known_cases import refuse_unknown_cases
from planner.commands.roles import LINK_OFFICER, role
from planner.commands.vaults import open_folder_vault
from planner.commands.versions import planned
from planner.intake.nearest import did_you_mean
from planner.intake.review_file import read_review
from planner.keys import Vault
from planner.layout import DATABASE
from planner.outgoing.wording import HOW
from planner.store import open_store
from planner.store_records import StoredVersion
from samples.errors import InputRefused

OPENED = "protected list opened"
"""What the log calls it."""


class CaseFound(Noun):
    """A case, the council's identifier of it, who is to speak about it, and when."""

    label: str
    identifier: str
    workers: tuple[str, ...]
    how: str
    start: AwareDatetime
    end: AwareDatetime


class LookedUp(Noun):
    """The protected list of a version, and the opening that was logged."""

    review: str
    version: int
    opened_at: AwareDatetime
    opened_by: str
    cases: tuple[CaseFound, ...]


def lookup(
    folder: Path, ask: Ask, person: str = "", who: str = LINK_OFFICER, as_of: datetime | None = None
) -> LookedUp:
    """Which child each session of the current version is about, in order of time.

    The opening is written into the log, with who, when and which cases, before anything is returned. No file is
    written.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        person: the id or the name of somebody of the council: only the cases they are asked about. Empty: all.
        who: who opens the list, by role.
        as_of: when it is opened; without a zone, in the review's. None: now.

    Raises:
        Refusal: there is no programme or no such person, the vault cannot be opened, or the opening not be logged.
    """
    by = role(who, LINK_OFFICER)
    stored = planned(folder)
    asked = _asked(stored.problem, person)
    opened = open_folder_vault(folder, read_review(folder).about, ask, writing=False)
    refuse_unknown_cases(opened, stored.programme)
    found = tuple(_cases(stored, asked, opened.vault))
    at = as_of or datetime.now(stored.problem.tz)
    at = at if at.tzinfo else at.replace(tzinfo=stored.problem.tz)
    labels = sorted({case.label for case in found})
    with open_store(folder / DATABASE) as store:
        store.record_line(OPENED, {"version": stored.number, "cases": [*labels]}, at, by)
    return LookedUp(review=stored.problem.title, version=stored.number, opened_at=at, opened_by=by, cases=found)


def _asked(problem: Problem, named: str) -> str:
    """The id of the person named; empty: nobody is.

    Raises:
        InputRefused: there is none, or there are several.
    """
    if not named:
        return ""
    if named in problem.person:
        return named
    found = [person.id for person in problem.people if person.name.casefold() == named.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputRefused("--person", f"{len(found)} people are called '{named}'", f"Say which: {', '.join(found)}.")
    known = [*problem.person, *(person.name for person in problem.people)]
    raise InputRefused("--person", f"the review has nobody called '{named}'", did_you_mean(named, known))


def _cases(stored: StoredVersion, asked: str, vault: Vault) -> Iterator[CaseFound]:
    for session in stored.programme.sessions:
        if not asked or asked in (session.counterparts or ()):
            for seen in session.cases or ():
                yield _case(stored.problem, session, seen, vault)


def _case(problem: Problem, session: Session, seen: CaseSeen, vault: Vault) -> CaseFound:
    return CaseFound(
        label=seen.case,
        identifier=vault.identifiers[seen.case],
        workers=tuple(problem.person[person].name for person in session.counterparts or ()),
        how=HOW[seen.mode].strip(),
        start=session.start,
        end=session.end,
    )
