"""A stored version made ready to be shown and sent: its codes, and the revisions that continue what people hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from planner.commands.known_cases import refuse_unknown_cases
from planner.commands.published import holdings_of
from planner.commands.vaults import OpenVault
from planner.intake.review import About
from planner.layout import DATABASE
from planner.outgoing.codes import codes, review_name
from planner.outgoing.holdings import Holdings
from planner.outgoing.revisions import Naming, Written, asked_of, drafted, revisions_of
from planner.outgoing.source import Source
from planner.store_publications import StoredPublication
from planner.store_reader import read_store
from planner.store_records import VERSION_RECORDED, LogLine, StoredVersion

HEAD_LENGTH = 16
"""Hexadecimal digits of a hash that stand for it on paper: 64 bits."""


@dataclass(frozen=True)
class Sourced:
    """A version, ready to be shown and sent.

    Attributes:
        source: the version.
        publications: how many were made of it and of versions before it.
        published: whether the version itself was.
        before: what people hold.
        after: what they hold once it is published, Teams meetings apart, were all of it still to come.
    """

    source: Source
    publications: int
    published: bool
    before: Holdings
    after: Holdings


def sourced(folder: Path, about: About, opened: OpenVault, number: int) -> Sourced:
    """Make a version ready.

    Args:
        folder: the review folder.
        about: the review, which names the organiser.
        opened: its vault.
        number: the version.

    Raises:
        StoreRefused: the database is damaged, or the vault does not know the cases.
    """
    with read_store(folder / DATABASE) as store:
        versions, publications = store.whole_versions(number), store.publications()
        head = head_of(store.log(), number)
    refuse_unknown_cases(opened, versions[-1].programme)
    known = [one for one in publications if one.version <= number]
    return made_ready(versions, about, opened.vault.key_bytes, head, known)


def made_ready(
    versions: Sequence[StoredVersion],
    about: About,
    key: bytes,
    head: str = "",
    publications: Sequence[StoredPublication] = (),
) -> Sourced:
    """The last of these versions, ready to be shown and sent.

    Args:
        versions: every version up to it, the first one first.
        about: the review, which names the organiser.
        key: the review key.
        head: what stands for the log up to that version.
        publications: those of these versions, the first one first.
    """
    *earlier, last = versions
    previous = earlier[-1] if earlier else None
    known = codes(key, chain.from_iterable((activity.id for activity in one.problem.activities) for one in versions))
    before = holdings_of(publications)
    since = publications[-1].version if publications else 0
    after = drafted(before, _written(versions, since), Naming(known, review_name(key), about.organiser))
    published = since == last.number
    # what had begun when it was published was told to nobody, and documents need its revision all the same
    shown = after.then(before) if published else after
    source = Source(
        problem=last.problem,
        programme=last.programme,
        number=last.number,
        made=last.at,
        before=previous.programme if previous else None,
        problem_before=previous.problem if previous else None,
        codes=known,
        revisions=revisions_of(shown),
        asked=asked_of(shown, last.problem),
        organiser=about.organiser,
        organiser_name=about.organiser_name or about.organiser,
        head=head,
    )
    return Sourced(source, len(publications), published, before, after)


def source_of(versions: Sequence[StoredVersion], about: About, key: bytes, head: str = "") -> Source:
    """The last of these versions as it is shown where nobody reads how its invitations stand."""
    return made_ready(versions, about, key, head).source


def head_of(log: Iterable[LogLine], number: int) -> str:
    """The head of the log when a version was recorded, cut to as much as nobody hits by chance; empty: it never was."""
    recorded = (line.hash for line in log if line.what == VERSION_RECORDED and line.detail["version"] == number)
    return next(recorded, "")[:HEAD_LENGTH]


def _written(versions: Sequence[StoredVersion], since: int) -> tuple[Written, ...]:
    """Those after the one that was published last; it alone where there is none."""
    later = [one for one in versions if one.number > since] or versions[-1:]
    return tuple(Written(number=one.number, made=one.at, problem=one.problem, programme=one.programme) for one in later)
