"""What a step of the campaign is: items that are measured one by one, and the table of what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

Figures = dict[str, Any]
"""What came of one item, by name, as JSON can say it; ``faults`` lists in sentences what must not be."""

CRASHED = "crashed"
"""Stands in place of figures where there are none: why. Such an item is measured again the next time."""


class Step(Protocol):
    """A module of this package; its docstring's first line is its title."""

    AT_ONCE: int
    """So many items may be measured side by side; 1 where seconds are figures."""

    def items(self) -> Sequence[str]:
        """The names of all items, the same each time."""
        ...

    def measure(self, item: str) -> Figures:
        """The figures of one item; in a process of its own."""
        ...

    def report(self, lines: Sequence[Figures]) -> Iterator[str]:
        """The figures of all items as Markdown; each has its name as ``item``."""
        ...
