"""Stop at once when a person asks for it, without leaving anything half-written."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPED = 130
"""The exit code, as a shell counts a program that was interrupted."""

SENTENCE = "Stopped before it was done; nothing is half-written."

_CURSOR = "\x1b[?25h"
"""Shows a terminal's cursor again, which a progress line hides."""


@contextmanager
def stopping_at_once() -> Iterator[None]:
    """While this holds, an interrupt ends the process there and then.

    For work that writes nothing: a search runs in threads that nobody could wait for.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    shown = _CURSOR if sys.stderr.isatty() else ""
    os.write(2, f"{shown}{SENTENCE}\n".encode())
    os._exit(STOPPED)
