"""The harmless mess that a reading met, told briefly."""

from __future__ import annotations

from collections import Counter

from planner.intake.written import Loc, Written

_Kind = tuple[str, tuple[str, ...], str]
"""Where a part stands, the field, and the note: mess of one kind is told once."""


class Notes:
    """The harmless mess that was met: one sentence for each field and kind of mess, with the first place."""

    def __init__(self) -> None:
        self._first: dict[_Kind, str] = {}
        self._times: Counter[_Kind] = Counter()

    def add(self, written: Written, loc: Loc, note: str) -> None:
        """Note one place; later ones of the same field and kind are only counted."""
        kind = (written.home, tuple(step for step in loc if isinstance(step, str)), note)
        if kind not in self._first:
            self._first[kind] = written.where(loc)
        self._times[kind] += 1

    def sentences(self) -> tuple[str, ...]:
        """One sentence each, in the order in which they were met."""
        return tuple(f"{where}: {kind[2]}{more_like_it(self._times[kind] - 1)}." for kind, where in self._first.items())


def more_like_it(places: int) -> str:
    """So many more places like the first, in brackets; nothing where there are none."""
    if not places:
        return ""
    return f" (and in {places} more place{'s' if places > 1 else ''} like it)"
