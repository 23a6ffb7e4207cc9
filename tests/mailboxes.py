"""Everybody's calendar, filled with the files of a review's publications in their order, and what is wrong with any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from diary_reader import Diary, Entry, addressee
from other_readers import APPLYING, applied_with

from constraints.problem import Problem, Session, instant
from constraints.programme import Programme


class Mailboxes:
    """The calendars of all who are sent files, by their owner's address.

    Attributes:
        files: how many were sent.
        faults: sessions doubled, missing or stale, and messages to people without a change.
    """

    def __init__(self) -> None:
        self.files = 0
        self.faults: list[str] = []
        self._sent: dict[str, list[bytes]] = {}
        self._diaries: dict[str, Diary] = {}
        self._shown: dict[str, list[Entry]] = {}

    def take(
        self, name: str, messages: Iterable[bytes], problem: Problem, programme: Programme, made: datetime
    ) -> None:
        """Do what each message says; then everybody has to hold exactly the sessions that they attend.

        Args:
            name: of the publication.
            messages: its calendar files.
            problem, programme: the version that was published.
            made: when. What had begun by then is not compared: nobody is told of it any more.
        """
        told: set[str] = set()
        for message in messages:
            who = addressee(message)
            self._diaries.setdefault(who, Diary()).take(message)
            self._sent.setdefault(who, []).append(message)
            self.files += 1
            told.add(who)
        shown = {who: diary.entries for who, diary in self._diaries.items()}
        wanted = attended(problem, programme)
        for who in sorted(shown.keys() | wanted.keys()):
            held = _times(shown.get(who, ()), made)
            asked = _times(wanted.get(who, ()), made)
            if held != asked:
                more, less = (", ".join(sorted(one.elements())) or "nothing" for one in (held - asked, asked - held))
                self.faults.append(f"{name}: {who} holds {more} too much and lacks {less}")
            if who in told and shown[who] == self._shown.get(who):
                self.faults.append(f"{name}: {who} has no change and is sent something")
        self._shown = shown

    def read_by(self, folder: Path) -> list[str]:
        """The other readers that are there, each of which must end with the same; a difference is a fault."""
        wanted = {
            who: [(one.title, one.start.isoformat(), one.end.isoformat()) for one in diary.entries]
            for who, diary in self._diaries.items()
        }
        readers = []
        for reader in sorted(APPLYING):
            try:
                found = applied_with(reader, self._sent, folder / reader)
            except pytest.skip.Exception:
                continue
            readers.append(reader)
            self.faults += [f"{reader}: {who} ends otherwise" for who in wanted if found[who] != sorted(wanted[who])]
        return readers


def attended(problem: Problem, programme: Programme) -> Mapping[str, list[Session]]:
    """All that everybody with an address attends."""
    found: dict[str, list[Session]] = {}
    for session in programme.sessions:
        for person in session.people:
            if address := problem.person[person].email.casefold():
                found.setdefault(address, []).append(session)
    return found


def _times(held: Iterable[Entry | Session], made: datetime) -> Counter[str]:
    """The times, in UTC, of what somebody holds or attends from a moment on."""
    spans = ((instant(one.start), instant(one.end)) for one in held)
    return Counter(f"{start:%d %B %H:%M} to {end:%H:%M}" for start, end in spans if start > made)
