"""Write a version down: three views, each with its documents, calendars and requests; all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AwareDatetime

from constraints.problem import Noun
from planner.commands.ask import Ask
from planner.commands.out_folder import replace_views
from planner.commands.plan import Progress
from planner.commands.sourced import sourced
from planner.commands.vaults import OpenVault, open_folder_vault
from planner.commands.versions import planned
from planner.intake.review import About, Review
from planner.intake.review_file import read_review
from planner.layout import OUT, REVIEW_TOML
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.guard import guard
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.own_words import refuse_own_words
from planner.outgoing.source import Source
from samples.errors import InputRefused


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
            found, the council's workbook was changed and not taken in, or the folder cannot be written. Nothing is
            written then.
    """
    number = planned(folder, version).number
    review = read_review(folder)
    refuse_no_organiser(review.about)
    opened = open_folder_vault(folder, review.about, ask, writing=False)
    source = sourced(folder, review.about, opened, number).source
    # the writers take longer to load than all that may be refused before
    from planner.commands.lost_edit import refuse_lost_edit
    from planner.commands.renderings import VIEWS, render

    refuse_lost_edit(folder, ask)
    progress("making the documents")
    files = render(source)
    progress("looking for leaks")
    refuse_leaks(files, source, leaks_of(source, review, opened))
    progress("writing the documents")
    replace_views(folder / OUT, VIEWS, files)
    return _written(folder / OUT, VIEWS, files, source)


def refuse_no_organiser(about: About) -> None:
    """Refuse a review from which nobody could be invited.

    Raises:
        InputRefused: it names no organiser.
    """
    if not about.organiser:
        hint = 'Add a line such as organiser = "link.officer@example.org" there, or Organiser on the sheet About.'
        raise InputRefused(f"{REVIEW_TOML}, about", "it names no organiser, whose address invitations need", hint)


def leaks_of(source: Source, review: Review, opened: OpenVault) -> LeakIndex:
    """What must not go out of a version, and what may."""
    themes = [stratum.title for stratum in review.strata]
    return index_of(opened.vault.leaks, opened.vault.key_bytes, source, themes)


def refuse_leaks(files: Mapping[str, bytes], source: Source, index: LeakIndex) -> None:
    """Refuse files of which one says what its readers may not see.

    Raises:
        Refusal: one does; the sentence says which rule it breaks, and nothing of any child.
    """
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
