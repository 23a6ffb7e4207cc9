"""From a child's identifier to a reference, a label and a leak index: pure functions of the review key.

A reference cannot be made or turned back without the key (R-ID): it is a keyed hash, never a plain one.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

_SEPARATORS = re.compile(r"[^\w]+|_+")


def normalise(identifier: str) -> str:
    """An identifier without blanks and case, so that a list's spelling does not make two children of one.

    Leading zeros count, as they do in a case system. A number that a spreadsheet turned into ``123.0`` is ``123``.
    """
    text = "".join(unicodedata.normalize("NFKC", identifier).split()).upper()
    return text[:-2] if re.fullmatch(r"\d+\.0", text) else text


def reference(key: bytes, identifier: str) -> str:
    """The reference of the child with this identifier: HMAC-SHA256 under the review key, 64 hexadecimal digits."""
    return _keyed(key, normalise(identifier))


def labels(prefix: str, known: Mapping[str, str], references: Iterable[str]) -> dict[str, str]:
    """Short labels for people, such as HF-017.

    Those already known stay; new ones are numbered after the highest, in the order of their references, so that a
    late list changes nobody's label.

    Args:
        prefix: the review's capital letters.
        known: reference to label, as given before.
        references: all references that need a label.

    Returns:
        Reference to label, for those known and those new.
    """
    numbers = [int(found.group(1)) for label in known.values() if (found := re.search(r"-(\d+)$", label))]
    first = max(numbers, default=0) + 1
    new = sorted(set(references) - set(known))
    return dict(known) | {each: f"{prefix}-{number:03d}" for number, each in enumerate(new, start=first)}


def leak_token(key: bytes, token: str) -> str:
    """The keyed hash under which the leak index knows a token."""
    return _keyed(key, f"leak:{normalise(token)}")


def leak_index(key: bytes, values: Iterable[str]) -> frozenset[str]:
    """Keyed hashes of identifiers, name tokens and dates of birth, to find them in what goes out.

    A value is indexed whole and by its words; words of one or two letters and bare small numbers are not, because
    they stand everywhere. A date (2014-03-09 or 09/03/2014) is indexed as people write it.
    """
    return frozenset(leak_token(key, token) for value in values for token in leak_tokens(value))


def leak_tokens(value: str) -> frozenset[str]:
    """The tokens of one value that the leak index holds."""
    if day := _date(value):
        return frozenset(
            {
                *(day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}", f"{day:%d/%m/%y}"),
                *(
                    f"{day.day}/{day.month}/{day.year}",
                    f"{day.day} {day:%B %Y}",
                    f"{day.day} {day:%b %Y}",
                    f"{day:%Y%m%d}",
                ),
            }
        )
    parts = {part for part in _SEPARATORS.split(value) if len(part) >= 3 and not (part.isdigit() and len(part) < 5)}
    whole = value.strip()
    return frozenset(parts | ({whole} if len(whole) >= 3 else set()))


def _date(value: str) -> date | None:
    text = value.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _keyed(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()
