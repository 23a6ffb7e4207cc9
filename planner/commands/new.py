"""Start a review folder from a format that ships with the planner."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from constraints.problem import Noun
from planner.intake.nearest import did_you_mean
from planner.layout import REVIEW_TOML
from samples.errors import InputRefused

VARIANTS = "variants"


class Started(Noun):
    """A folder that was started: where, from which format and variant."""

    folder: str
    format: str
    variant: str
    files: tuple[str, ...]


def formats() -> dict[str, Traversable]:
    """The formats that ship with the planner, by name."""
    shipped = files("planner.formats").iterdir()
    return {one.name: one for one in shipped if one.is_dir() and one.joinpath(REVIEW_TOML).is_file()}


def new(name: str, folder: Path, variant: str = "") -> Started:
    """Copy a format to a new folder, whole or not at all.

    Args:
        name: the format's name.
        folder: where the review shall stand; it is made.
        variant: a variant of the format, whose text is added to review.toml; empty: none.

    Raises:
        InputRefused: there is no such format or variant, or the folder is not empty or cannot be made.
    """
    shipped = formats()
    if name not in shipped:
        raise InputRefused("format", f"there is none called '{name}'", did_you_mean(name, shipped))
    added = _variant(name, shipped[name], variant)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputRefused(folder.name, "it exists and is not empty", "Name a folder that does not exist yet.")
    try:
        _copy(shipped[name], folder, added)
    except OSError as error:
        hint = f"Look whether {folder.parent.name or 'the disk'} can be written and has room."
        raise InputRefused(folder.name, "the folder cannot be made", hint) from error
    made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return Started(folder=str(folder), format=name, variant=variant, files=tuple(made))


def _variant(name: str, source: Traversable, variant: str) -> str:
    """The text of a variant; empty if none is asked for."""
    if not variant:
        return ""
    folder = source.joinpath(VARIANTS)
    there = {Path(one.name).stem: one for one in folder.iterdir()} if folder.is_dir() else {}
    if variant not in there:
        raise InputRefused(f"format {name}", f"it has no variant '{variant}'", did_you_mean(variant, there))
    return there[variant].read_text(encoding="utf-8")


def _copy(source: Traversable, folder: Path, added: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with as_file(source) as shipped, tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as half:
        made = Path(half) / "review"
        shutil.copytree(shipped, made, ignore=shutil.ignore_patterns("__pycache__"))
        if added:
            with (made / REVIEW_TOML).open("a", encoding="utf-8") as review:
                review.write(f"\n{added}")
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
