"""Publish a version: what each person is told, shown first, then written for the one who sends it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from constraints.problem import Noun, Problem
from planner.canonical import canonical, digest
from planner.commands.ask import Ask
from planner.commands.documents import leaks_of, refuse_leaks, refuse_no_organiser
from planner.commands.folder import heard_in
from planner.commands.happened_words import happened
from planner.commands.plan import Progress
from planner.commands.publish_folder import PUBLISH, publication_folder
from planner.commands.roles import LINK_OFFICER
from planner.commands.situation import at_moment
from planner.commands.sourced import Sourced, sourced
from planner.commands.vaults import OpenVault, open_folder_vault
from planner.commands.versions import planned
from planner.intake.review import Review
from planner.intake.review_file import read_review
from planner.layout import DATABASE, OUT
from planner.outgoing.publish.publication import MEETINGS, Publication, knowing, publication
from planner.outgoing.publish.tellings import Telling, sentence
from planner.store import open_store
from planner.store_publications import ToPublish
from samples.errors import InputRefused


class SessionTold(Noun):
    """One thing that somebody is told: of which session, and what, in a few words."""

    title: str
    what: str
    says: str


class PersonTold(Noun):
    """Somebody who is told something.

    Attributes:
        by_hand: whether they have no address, so that there is no file for them.
        sessions: what they are told, in order of time.
    """

    person: str
    name: str
    by_hand: bool
    sessions: tuple[SessionTold, ...]


class Published(Noun):
    """What a publication comes to, or came to.

    Attributes:
        number, version: which publication it is, and of which version.
        since: the publication whose invitations people hold; 0: they hold none.
        hash: what the preview is known by; empty: there is nothing to publish.
        people: who is told something; everyone else is left alone.
        new, changed, cancelled: invitations, by what becomes of them.
        untouched: people who hold something and are told nothing.
        meetings: requests for Teams.
        files: how many files are written, those requests included.
        begun: how many sessions differ from what people hold and have begun, so that nobody is told of them.
        unanswered: what happened and the version does not answer: what goes out heeds none of it.
        written: the folder; empty: it is a preview.
    """

    review: str
    number: int
    version: int
    since: int
    hash: str
    people: tuple[PersonTold, ...]
    new: int
    changed: int
    cancelled: int
    untouched: int
    meetings: int
    files: int
    begun: int = 0
    unanswered: tuple[str, ...] = ()
    written: str = ""


class _Ready(NamedTuple):
    problem: Problem
    sourced: Sourced
    made: Publication
    unanswered: tuple[str, ...]

    @property
    def hash(self) -> str:
        """By which the preview is known: of all that is written, and of what happened since the version was made."""
        told = canonical([self.made.hash, *self.unanswered])
        return digest(told)[: len(self.made.hash)] if self.unanswered else self.made.hash


def publish(
    folder: Path, ask: Ask, progress: Progress, confirmed: str = "", as_of: datetime | None = None
) -> Published:
    """Show what publishing the current version would write and, once that is confirmed, write it.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        progress: told in a sentence what is being done.
        confirmed: the hash of the preview that is confirmed; empty: a preview is all that is asked for.
        as_of: when it is said to be published; without a zone, in the review's. None: now. Nobody is told of what has
            begun by then.

    Raises:
        Refusal: the hash is not that of what would be written, nothing has been planned yet, the review names no
            organiser, the vault cannot be opened, a leak was found, or the folder cannot be written. Nothing is
            written then, and nobody holds anything else.
    """
    number = planned(folder).number
    review = read_review(folder)
    refuse_no_organiser(review.about)
    opened = open_folder_vault(folder, review.about, ask, writing=False)
    ready = sourced(folder, review.about, opened, number)
    problem = ready.source.problem
    at = at_moment(as_of, problem.tz)
    made = publication(ready.source, ready.publications + 1, ready.before, ready.after, at)
    waiting = heard_in(folder, problem.tz).pending(number)
    found = _Ready(problem, ready, made, tuple(happened(problem, line.said) for line in waiting))
    if ready.published or not (made.files or made.told):
        return _told(found, nothing=True)
    progress("looking for leaks")
    _refuse_leaks(found, review, opened)
    if not confirmed:
        return _told(found)
    if confirmed != found.hash:
        hint = "Look at planner publish --preview, and confirm the hash that it ends with."
        raise InputRefused("--yes", f"what would be written now is not the preview {confirmed}", hint)
    progress("writing the publication")
    return _written(folder, found, at)


def _refuse_leaks(found: _Ready, review: Review, opened: OpenVault) -> None:
    source = found.sourced.source
    index = knowing(leaks_of(source, review, opened), source, found.sourced.before, found.made)
    refuse_leaks({f"{PUBLISH}/{path}": content for path, content in found.made.files.items()}, source, index)


def _written(folder: Path, found: _Ready, at: datetime) -> Published:
    made = found.made
    wanted = ToPublish(number=made.number, version=made.version, files=made.hash, changes=made.rows)
    with (
        open_store(folder / DATABASE) as store,
        store.publishing(wanted, at, LINK_OFFICER) as record,
        publication_folder(folder / OUT, made.number, made.files),
    ):
        record()
    return _told(found).model_copy(update={"written": str(folder / OUT / PUBLISH / str(made.number))})


def _told(found: _Ready, *, nothing: bool = False) -> Published:
    made = found.made
    told = () if nothing else made.told
    holders = {row.holder for row in found.sourced.before.people if row.stands}
    counts = {what: sum(1 for one in told if one.what == what) for what in ("new", "changed", "cancelled")}
    return Published(
        review=found.problem.title,
        number=made.number - 1 if nothing else made.number,
        version=made.version,
        since=found.sourced.publications,
        hash="" if nothing else found.hash,
        people=tuple(_people(found.problem, told)),
        untouched=len(holders - {one.now.holder for one in told}),
        meetings=0 if nothing else sum(1 for path in made.files if path.startswith(f"{MEETINGS}/")),
        files=0 if nothing else len(made.files),
        begun=len(made.begun),
        unanswered=found.unanswered,
        **counts,
    )


def _people(problem: Problem, told: Iterable[Telling]) -> Iterable[PersonTold]:
    """Everybody who is told something, in the review's order; who is no longer in it comes last."""
    places = {person.id: place for place, person in enumerate(problem.people)}

    def whose(one: Telling) -> tuple[int, str, bool]:
        return places.get(one.now.person, len(places)), one.now.person, not one.now.address

    for (_, person, by_hand), theirs in groupby(sorted(told, key=whose), whose):
        yield PersonTold(
            person=person,
            name=problem.person[person].name if person in problem.person else person,
            by_hand=by_hand,
            sessions=tuple(
                SessionTold(title=one.now.title, what=one.what, says=sentence(one, problem.zone)) for one in theirs
            ),
        )
