"""What is made when it is first asked for, and then kept, whichever of several searches asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """A value that is dear to make and may not be needed.

    Args:
        make: makes it; called once at most.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._made, self._lock = make, list[T](), Lock()

    def __call__(self) -> T:
        """The value; whoever asks while it is made waits for it."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]
