"""Packing a Word or Excel file anew, so that the same parts are always the same bytes.

Both are zip archives whose libraries stamp every part with the hour of writing.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip archive can hold (PKWARE APPNOTE 4.4.6): the usual one for "no date"."""

CONTENT_TYPES = "[Content_Types].xml"
"""The part that says what the others are; readers expect it first (ISO/IEC 29500-2, 10.2.3)."""

UNIX = 3


def same_bytes(archive: bytes) -> bytes:
    """The archive with its parts in one order and under one date, whatever machine and hour wrote it.

    The same zlib packs the same parts into the same bytes; another build of it may pack them otherwise.
    """
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as before, ZipFile(packed, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            part = ZipInfo(name, EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = UNIX
            part.external_attr = 0o600 << 16
            after.writestr(part, before.read(name), compresslevel=6)
    return packed.getvalue()
