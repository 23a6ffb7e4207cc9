"""Neutral codes of sessions: what an invitation shows instead of an activity's id, which may name its stratum.

A code is a keyed hash, so that nobody without the review key can work out which activity it stands for.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

SYMBOLS = "0123456789BCDFGHJKMNPQRSTVWXZ"
"""Digits and consonants, as in ``titles.CODE``: no word comes out."""

SHORTEST, LONGEST = 4, 8


def codes(key: bytes, activities: Iterable[str]) -> Mapping[str, str]:
    """The code of each activity, such as ``R-7F3K``: HMAC-SHA256 under the review key, cut short.

    Whoever comes first keeps the short code; one that would be the same is made longer. So a code stays what it was
    while activities are only added after those known before.

    Args:
        key: the review key.
        activities: the ids of activities, those of earlier versions first.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for activity in activities:
        if activity not in found:
            found[activity] = next(code for code in _candidates(key, activity) if code not in taken)
            taken.add(found[activity])
    return found


def review_name(key: bytes) -> str:
    """A name of the review that no other review has and that its key alone tells, whatever else of it changes."""
    return hmac.digest(key, b"review name", "sha256").hex()


def _candidates(key: bytes, activity: str) -> Iterator[str]:
    for attempt in count():
        hashed = hmac.digest(key, f"session code {attempt}: {activity}".encode(), "sha256")
        symbols = _symbols(int.from_bytes(hashed, "big"))
        for length in range(SHORTEST, LONGEST + 1):
            yield f"R-{symbols[:length]}"


def _symbols(number: int) -> str:
    found = []
    for _ in range(LONGEST):
        number, digit = divmod(number, len(SYMBOLS))
        found.append(SYMBOLS[digit])
    return "".join(found)
