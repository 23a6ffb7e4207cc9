"""Problems at rest: their text compressed, as one in which a hundred things happened is kept a hundred times.

A problem of a four-week review is a text of 200 kB, 12 kB compressed; what it is known by is the hash of the text.
Databases written before have the text itself, and it is read as it stands.
"""

from __future__ import annotations

import zlib

MOST = 256 * 1024 * 1024
"""Bytes beyond which no problem goes: what would grow larger than this was not written here."""


def packed(text: str) -> bytes:
    """The text as it is kept."""
    return zlib.compress(text.encode())


def unpacked(kept: object) -> str:
    """The text that was kept, compressed or as it stands.

    Raises:
        ValueError: it is neither, or not whole.
    """
    if isinstance(kept, str):
        return kept
    if not isinstance(kept, bytes):
        raise ValueError("neither a text nor a compressed one")
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(kept, MOST)
    except zlib.error:
        raise ValueError("the compressed text is damaged") from None
    if not reader.eof or reader.unused_data:
        raise ValueError("the compressed text is not whole")
    return text.decode()
