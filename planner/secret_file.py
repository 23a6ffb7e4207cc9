"""Files that only their owner may read, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from samples.errors import StoreRefused


def read_secret(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        StoreRefused: it is missing, a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise StoreRefused(path.name, f"there is no such file in {path.parent.name}") from None
    except OSError as error:
        raise StoreRefused(path.name, "it cannot be read", "Ask for the right to read it.") from error


def write_secret(path: Path, content: bytes) -> None:
    """Write a file whole, for its owner only (mode 0600); its folder is made if need be (mode 0700).

    Raises:
        StoreRefused: the folder cannot be written, or the disk is full; what was there before stands.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        hint = f"Look whether {path.parent.name} can be written and the disk has room."
        raise StoreRefused(path.name, "it cannot be written", hint) from error


def destroy_secret(path: Path) -> bool:
    """Overwrite a file with random bytes and remove it, and what an interrupted write left beside it.

    A disk that writes elsewhere than it is told (flash, a snapshot, a backup) may keep the old bytes: what is
    secret has to be sealed as well.

    Returns:
        Whether the file was there.

    Raises:
        StoreRefused: it cannot be overwritten or removed.
    """
    there = path.is_file()
    try:
        for each in (path, *path.parent.glob(f"{path.name}.*.new")):
            if each.is_file():
                _overwrite(each)
                each.unlink()
    except OSError as error:
        raise StoreRefused(path.name, "it cannot be destroyed", "Ask for the right to write it.") from error
    return there


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
