"""The folder ``out``: its views are replaced whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from samples.errors import InputRefused

_BESIDE = ".new-"
"""How the folder begins in which new views are made; a crash may leave one, which the next run removes."""


def replace_views(out: Path, views: Iterable[str], files: Mapping[str, bytes]) -> None:
    """Put these files in the place of whatever the folders of the views held.

    All is written beside the old folders first, and then takes their names. If one cannot be replaced, those that
    were go back to where they stood.

    Args:
        out: the folder that holds the views; it is made if need be.
        views: the folders below it that are replaced.
        files: what they are to hold, by their path below ``out``.

    Raises:
        InputRefused: a folder cannot be written, or a program holds a file in it open.
    """
    try:
        out.mkdir(exist_ok=True)
        for left in out.glob(f"{_BESIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=_BESIDE, ignore_cleanup_errors=True) as beside:
            new, old = Path(beside) / "new", Path(beside) / "old"
            old.mkdir()
            for path, content in files.items():
                place = new / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            _swap(out, list(views), new, old)
    except OSError as error:
        hint = "Close the programs that show files from it, see that it can be written and the disk has room."
        raise InputRefused(out.name, "its files cannot be replaced, so it stands as it was", hint) from error


def _swap(out: Path, views: list[str], new: Path, old: Path) -> None:
    try:
        for view in views:
            if (out / view).exists():
                (out / view).rename(old / view)
            if (new / view).exists():
                (new / view).rename(out / view)
    except OSError:
        for view in views:
            if (old / view).exists():
                shutil.rmtree(out / view, ignore_errors=True)
                (old / view).rename(out / view)
        raise
