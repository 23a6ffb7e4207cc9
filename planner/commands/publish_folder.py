"""The folder channel: a publication as a folder of its own below out/publish, whole or not there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from samples.errors import InputRefused

PUBLISH = "publish"
"""The folder below ``out`` that holds the publications, by number; documents never touch it."""

_BESIDE = ".new-"


@contextmanager
def publication_folder(out: Path, number: int, files: Mapping[str, bytes]) -> Iterator[None]:
    """Write a publication's folder, and take it away again if what is done with it fails.

    It gets its name once all is written. A crash may leave a folder whose publication was never recorded: to publish
    again makes the same, so it is replaced.

    Args:
        out: the folder ``out``; it is made if need be.
        number: the publication's number.
        files: what it is to hold, by their path in it.

    Raises:
        InputRefused: it cannot be written.
    """
    place = out / PUBLISH / str(number)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        for left in place.parent.glob(f"{_BESIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        new = Path(tempfile.mkdtemp(dir=place.parent, prefix=_BESIDE))
        for path, content in files.items():
            _write(new / path, content)
        new.chmod(0o755)
        if place.exists():
            shutil.rmtree(place)
        new.rename(place)
    except OSError as error:
        hint = "Close the programs that show files from it, see that it can be written and the disk has room."
        raise InputRefused(f"{out.name}/{PUBLISH}", "it cannot be written, so nothing was published", hint) from error
    try:
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.write(content)
        file.flush()
        # what the database will say was published has to stand on the disk before it says so
        os.fsync(file.fileno())
