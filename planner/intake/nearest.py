"""The known name that is nearest to one that is not known: a misspelt word's hint."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE = 60.0
"""How alike two names are (0 to 100) before one is offered for the other; a figure of experience."""

FEW = 8
"""As many names as a sentence can list."""


def nearest(name: str, known: Iterable[str], at_least: float = CLOSE) -> str:
    """The known name most like this one, without regard to letter case; empty if none is like it."""
    # rapidfuzz costs 20 ms to load and is needed only when something is refused
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(set(known)), scorer=fuzz.ratio, processor=str.casefold)
    return found[0] if found and found[1] >= at_least else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """What to try instead of an unknown name: the nearest one, else the known ones if they are few."""
    names = sorted({one for one in known if one})
    like = nearest(name, names)
    if like:
        return f"Did you mean '{like}'?"
    if 0 < len(names) <= FEW:
        return f"Known here: {', '.join(names)}"
    return ""
