"""Write a version down: three views, each with its documents, calendars and requests; all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from pydantic import AwareDatetime

from constraints.problem import Noun
from planner.commands.known_cases import refuse_unknown_cases
from planner.commands.out_folder import replace_views
from planner.commands.plan import Progress
from planner.commands.vaults import Ask, OpenVault, open_folder_vault
from planner.commands.versions import planned
from planner.intake.review import About, Review
from planner.intake.review_file import read_review
from planner.layout import DATABASE, OUT, REVIEW_TOML
from planner.outgoing.codes import codes, review_name
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.guard import guard
from planner.outgoing.leaks import index_of
from planner.outgoing.own_words import refuse_own_words
from planner.outgoing.revisions import Written, revisions
from planner.outgoing.source import Source
from planner.store import read_store
from planner.store_records import VERSION_RECORDED, LogLine, StoredVersion
from samples.errors import InputRefused

HEAD_LENGTH = 16
"""Hexadecimal digits of a hash that stand for it on paper: 64 bits."""


class ViewWritten(Noun):
    """A view's folder and its files, by their path in it."""

    view: str
    folder: str
    files: tuple[str, ...]


class DocumentsWritten(Noun):
    """What a version was written down as."""

    review: str
    version: int
    made: AwareDatetime
    views: tuple[ViewWritten, ...]


def documents(folder: Path, ask: Ask, progress: Progress, version: int | None = None) -> DocumentsWritten:
    """Write the documents of a version below ``out``, in the place of those before.

    The same version gives the same bytes: all dates in them are those that were recorded.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        progress: told in a sentence what is being done.
        version: its number; None: the current one.

    Raises:
        Refusal: there is no such version, the review names no organiser, the vault cannot be opened, a leak was
            found, or the folder cannot be written. Nothing is written then.
    """
    number = planned(folder, version).number
    review = read_review(folder)
    refuse_no_organiser(review.about)
    opened = open_folder_vault(folder, review.about, ask, writing=False)
    with read_store(folder / DATABASE) as store:
        versions = store.whole_versions(number)
        head = head_of(store.log(), number)
    refuse_unknown_cases(opened, versions[-1].programme)
    source = source_of(versions, review.about, opened.vault.key_bytes, head)
    # the writers take longer to load than all that may be refused before
    from planner.commands.renderings import VIEWS, render

    progress("making the documents")
    files = render(source)
    progress("looking for leaks")
    refuse_leaks(files, source, review, opened)
    progress("writing the documents")
    replace_views(folder / OUT, VIEWS, files)
    return _written(folder / OUT, VIEWS, files, source)


def head_of(log: Iterable[LogLine], number: int) -> str:
    """The head of the log when a version was recorded, cut to as much as nobody hits by chance; empty: it never was."""
    recorded = (line.hash for line in log if line.what == VERSION_RECORDED and line.detail["version"] == number)
    return next(recorded, "")[:HEAD_LENGTH]


def source_of(versions: Sequence[StoredVersion], about: About, key: bytes, head: str = "") -> Source:
    """The last of these versions as the views are made from it.

    Args:
        versions: every version up to it, the first one first.
        about: the review, which names the organiser.
        key: the review key.
        head: what stands for the log up to that version.
    """
    *earlier, last = versions
    before = earlier[-1] if earlier else None
    known = codes(key, chain.from_iterable((activity.id for activity in one.problem.activities) for one in versions))
    written = [
        Written(number=one.number, made=one.at, problem=one.problem, programme=one.programme) for one in versions
    ]
    domain = about.organiser.rpartition("@")[2].lower()
    return Source(
        problem=last.problem,
        programme=last.programme,
        number=last.number,
        made=last.at,
        before=before.programme if before else None,
        problem_before=before.problem if before else None,
        codes=known,
        revisions=revisions(written, known, review_name(key), domain),
        organiser=about.organiser,
        organiser_name=about.organiser_name or about.organiser,
        head=head,
    )


def refuse_no_organiser(about: About) -> None:
    """Refuse a review from which nobody could be invited.

    Raises:
        InputRefused: it names no organiser.
    """
    if not about.organiser:
        hint = 'Add a line such as organiser = "link.officer@example.org" there, or Organiser on the sheet About.'
        raise InputRefused(f"{REVIEW_TOML}, about", "it names no organiser, whose address invitations need", hint)


def refuse_leaks(files: Mapping[str, bytes], source: Source, review: Review, opened: OpenVault) -> None:
    """Refuse files of which one says what its readers may not see.

    Raises:
        Refusal: one does; the sentence says which rule it breaks, and nothing of any child.
    """
    themes = [stratum.title for stratum in review.strata]
    index = index_of(opened.vault.leaks, opened.vault.key_bytes, source, themes)
    refuse_own_words(source, index)
    guard([outgoing(path, content) for path, content in files.items()], index)


def _written(out: Path, views: Sequence[str], files: Mapping[str, bytes], source: Source) -> DocumentsWritten:
    return DocumentsWritten(
        review=source.problem.title,
        version=source.number,
        made=source.made,
        views=tuple(
            ViewWritten(
                view=view,
                folder=str(out / view),
                files=tuple(sorted(path.partition("/")[2] for path in files if path.startswith(f"{view}/"))),
            )
            for view in views
        ),
    )
