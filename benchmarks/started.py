"""When this process began, for figures that count from there: imported before anything that takes time to load."""

from __future__ import annotations

import time

STARTED = time.perf_counter()
