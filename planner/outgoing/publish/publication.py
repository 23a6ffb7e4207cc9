"""A publication, made and not written: its files, who is told what, the rows that people hold from then on, its hash.

A pure function of a version and of what people hold: the same gives the same bytes, and so the same hash, however often
it is previewed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, count
from urllib.parse import quote

from constraints.noun import instant
from planner.canonical import canonical, digest, dump
from planner.outgoing.holdings import Holdings
from planner.outgoing.host_view import host_view
from planner.outgoing.leaks import LeakIndex
from planner.outgoing.publish.meetings import meeting_changes
from planner.outgoing.publish.tellings import Telling, message, tellings
from planner.outgoing.source import Source
from planner.outgoing.spoken import sequence

HASH_LENGTH = 16
"""Hexadecimal digits by which a preview is known: 64 bits, which nobody hits by chance and a person can copy."""

MEETINGS = "graph"
"""The folder of a publication that holds the requests for Teams."""


@dataclass(frozen=True)
class Publication:
    """What publishing a version on what people hold comes to.

    Attributes:
        number: which publication it would be.
        version: the version it publishes.
        told: who is told what, in order of time.
        changes: the rows that people hold from then on.
        files: by their path below the publication's own folder.
        begun: the activities that are not as people hold them, and of which nobody is told: they have begun.
    """

    number: int
    version: int
    told: tuple[Telling, ...]
    changes: Holdings
    files: Mapping[str, bytes]
    begun: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> str:
        """The rows as they are recorded."""
        return dump(self.changes, UTC)

    @cached_property
    def hash(self) -> str:
        """A hash over exactly what would be written: every file, every row, and of which version."""
        files = {path: hashlib.sha256(content).hexdigest() for path, content in self.files.items()}
        return digest(canonical([self.number, self.version, files, digest(self.rows)]))[:HASH_LENGTH]


def publication(source: Source, number: int, before: Holdings, after: Holdings, at: datetime) -> Publication:
    """Make the publication of a version.

    Args:
        source: the version.
        number: which publication it would be.
        before: what people hold.
        after: what they hold once it is published, meetings apart.
        at: when. Nobody is told of what began before, both as they were told of it and as it is now.
    """
    zone, begun = source.problem.zone, _begun(before, after, at)
    meetings = tuple(one for one in meeting_changes(source, host_view(source), before) if one.meeting.key not in begun)
    rows = {one.meeting.key: one.meeting for one in meetings}
    found = after.since(before)
    changes = found.without(begun).model_copy(update={"meetings": tuple(rows[key] for key in sorted(rows))})
    told = tuple(tellings(before, changes))
    asked = {(one.now.person, one.now.code) for one in told if one.what != "cancelled"}
    files: dict[str, bytes] = {}
    for one in told:
        if one.now.address:
            files[_path(one, asked, files)] = message(source, one, zone)
    return Publication(
        number=number,
        version=source.number,
        told=told,
        changes=changes,
        files={**files, **{f"{MEETINGS}/{one.name}": one.request for one in meetings}},
        begun=tuple(sorted({row.activity for row in found.people} & begun)),
    )


def _begun(before: Holdings, after: Holdings, at: datetime) -> frozenset[str]:
    """The activities that began before, as they were held and as they are; none of a review tried out after its end."""
    rows = (*before.people, *after.people)
    ahead = {row.activity for row in rows if row.stands and instant(row.start) > instant(at)}
    tried_out = not ahead and not before.people
    return frozenset() if tried_out else frozenset({row.activity for row in rows} - ahead)


def knowing(index: LeakIndex, source: Source, before: Holdings, made: Publication) -> LeakIndex:
    """The index that lets out, beside the version's own words, what was sent before: a cancellation says it again.

    Its stamp is of when the version was made that gave the session up, which may be earlier than the one published.
    """
    tz = source.problem.tz
    rows = (*before.people, *(one.now for one in made.told))
    stamps = [row.stamp.astimezone(zone) for row in rows for zone in (tz, UTC)]
    times = [at.astimezone(tz) for row in before.people for at in (row.start, row.end)]
    said = {text for row in before.people for text in (row.uid, row.code, row.person, row.address, row.organiser)}
    return replace(
        index,
        addresses=index.addresses | {text.casefold() for row in before.people for text in (row.address, row.organiser)},
        places=index.places | {sequence(row.place) for row in before.people if row.place},
        phrases=index.phrases | {words for words in map(sequence, said) if words},
        uids=index.uids | {row.uid for row in before.people},
        sessions=index.sessions | {at.date() for at in (*stamps, *times)},
    )


def _path(telling: Telling, asked: Collection[tuple[str, str]], taken: Collection[str]) -> str:
    """Somebody's folder and a session's code; who is told of one session under two addresses has a file for each."""
    row = telling.now
    twice = telling.what == "cancelled" and (row.person, row.code) in asked
    # an id may hold a slash or anything else that a file name cannot
    name = f"{quote(row.person, safe='')}/{row.code}{'-cancelled' if twice else ''}"
    names = chain([name], (f"{name}-{nth}" for nth in count(2)))
    return next(f"{one}.ics" for one in names if f"{one}.ics" not in taken)
