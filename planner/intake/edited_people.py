"""Who is named in a cell: several people by name, by name and role, or by id, however they are separated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from constraints.problem import Person
from planner.intake.nearest import did_you_mean
from planner.intake.plain import UnreadableError, words
from planner.intake.written import shown

_APART = re.compile(r"[;\n\r\t\u2022]+")
_MARKS = re.compile(r"\s*,\s*|\s+(?:and|&)\s+|\s*&\s*")
_ROLE = re.compile(r"(.*\S)\s*\([^()]*\)")


class KnownPeople:
    """The people of a problem by all that they may be called."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ids: dict[str, list[str]] = {}
        self._names: list[str] = []
        for person in people:
            self._names.append(person.name)
            for called in dict.fromkeys((person.id, person.name, f"{person.name} ({person.role})", person.email)):
                if called.strip():
                    self._ids.setdefault(words(called).casefold(), []).append(person.id)

    def named(self, text: str, before: Collection[str]) -> tuple[str, ...]:
        """The ids of those whom a cell names, in its order.

        Args:
            text: the cell.
            before: who stood there before: of several of one name, the one who did is meant.

        Raises:
            UnreadableError: nobody is called so, several are, or somebody is named twice; it says so in full.
        """
        found: list[str] = []
        for piece in filter(None, map(words, _APART.split(text))):
            for name in self._names_in(piece):
                person = self._one(name, before)
                if person in found:
                    raise UnreadableError(f"{shown(name)} stands here twice", "Name each person once")
                found.append(person)
        return tuple(found)

    def _names_in(self, piece: str) -> Iterator[str]:
        """The names in a stretch of text: the longest that are known, for names and roles hold commas too."""
        parts = [] if self._known(piece) else list(self._parts(piece))
        yield from parts if any(map(self._known, parts)) else [piece]

    def _parts(self, piece: str) -> Iterator[str]:
        marks = [*_MARKS.finditer(piece)]
        begins = [0, *(mark.end() for mark in marks)]
        ends = [*(mark.start() for mark in marks), len(piece)]
        at = 0
        while at < len(begins):
            whole = (upto for upto in range(len(ends) - 1, at, -1) if self._known(piece[begins[at] : ends[upto]]))
            upto = next(whole, at)
            if begins[at] < ends[upto]:
                yield piece[begins[at] : ends[upto]]
            at = upto + 1

    def _known(self, name: str) -> list[str]:
        """Who is called so; a role that is written differently says nothing."""
        folded = words(name).casefold()
        found = self._ids.get(folded)
        if found is None and (role := _ROLE.fullmatch(folded)):
            found = self._ids.get(role[1])
        return found or []

    def _one(self, name: str, before: Collection[str]) -> str:
        found = self._known(name)
        if not found:
            raise UnreadableError(f"nobody is called {shown(name)}", did_you_mean(name, self._names))
        if len(found) > 1:
            stood = [person for person in found if person in before]
            if len(stood) != 1:
                raise UnreadableError(f"{shown(name)} is the name of several", f"Write an id: {' or '.join(found)}")
            return stood[0]
        return found[0]


def in_order(found: Collection[str], before: tuple[str, ...], order: Mapping[str, object]) -> tuple[str, ...]:
    """People in the order in which a programme lists them; as before, if they are the same."""
    if set(found) == set(before):
        return before
    return tuple(person for person in order if person in found)
