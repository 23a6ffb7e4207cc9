"""Everybody's calendar, filled with the files of a review's publications in their order, and what is wrong with any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from diary_reader import Diary, Entry, addressee
from other_readers import APPLYING, applied_with

from constraints.problem import Problem
from constraints.programme import Programme

Times = list[tuple[datetime, datetime]]


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

    def take(self, name: str, messages: Iterable[bytes], problem: Problem, programme: Programme) -> None:
        """Do what each message says; then everybody has to hold exactly the sessions that they attend.

        Args:
            name: of the publication.
            messages: its calendar files.
            problem, programme: the version that was published.
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
            held = sorted((one.start, one.end) for one in shown.get(who, ()))
            if held != wanted.get(who, []):
                self.faults.append(f"{name}: {who} holds {held}, attends {wanted.get(who)}")
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


def attended(problem: Problem, programme: Programme) -> Mapping[str, Times]:
    """The times of all that everybody with an address attends, in UTC."""
    found: dict[str, Times] = {}
    for session in programme.sessions:
        for person in session.people:
            if address := problem.person[person].email.casefold():
                times = (session.start.astimezone(UTC), session.end.astimezone(UTC))
                found.setdefault(address, []).append(times)
    return {who: sorted(times) for who, times in found.items()}
