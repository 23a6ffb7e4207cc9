"""What a step of the campaign has measured so far: one JSON line an item, so that it goes on where it was stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from steps.step import CRASHED, Figures


class Results:
    """The lines of one file; a line that was being written when the campaign was stopped does not count.

    Args:
        path: the file; it need not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text("utf-8").splitlines(keepends=True) if path.exists() else []
        whole = [line for line in lines if line.endswith("\n")]
        self._lines: dict[str, Figures] = {figures["item"]: figures for figures in map(json.loads, whole)}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(whole), "utf-8")

    def add(self, item: str, figures: Figures) -> None:
        """Write one item's figures down, for good before the next one is begun."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"item": item, **figures}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self._lines[item] = {"item": item, **figures}

    def missing(self, items: Sequence[str]) -> list[str]:
        """Those of some items that have not been measured, or whose process crashed."""
        return [item for item in items if CRASHED in self._lines.get(item, {CRASHED: ""})]

    def of(self, items: Sequence[str]) -> list[Figures]:
        """What came of those of some items that have been measured, in their order."""
        return [self._lines[item] for item in items if item in self._lines]
