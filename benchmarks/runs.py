"""One planning as a command in a process of its own, on a fresh folder, held to so many cores."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from constraints.programme import TierValue

PLANNER = [sys.executable, "-m", "planner.cli"]
ROOT = Path(__file__).parents[1]
AS_OF = "2021-04-14T09:00"

COMFORT_NEXT = "; now comfort"
COMFORT_SAID = "comfort: "


class Run(NamedTuple):
    """One planning: seconds to the end of all tiers but comfort, of comfort, of the command; and what it came to."""

    tiers: float
    comfort: float
    whole: float
    came_to: tuple[TierValue, ...]
    left_out: int
    digest: str


def environment() -> dict[str, str]:
    """The environment of a run: the planner of this tree, unbuffered, and compiled once as an installed one is."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def held_to(cores: int) -> Callable[[], None] | None:
    """What a new process does first to stay on so many cores; None where the system cannot."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    chosen = sorted(os.sched_getaffinity(0))[:cores]
    return lambda: os.sched_setaffinity(0, chosen)


def planned(name: str, cores: int, variant: str = "") -> Run:
    """Plan a format once."""
    with tempfile.TemporaryDirectory() as folder:
        review = Path(folder) / "review"
        started = [*PLANNER, "new", name, str(review), *(["--variant", variant] if variant else [])]
        subprocess.run(started, check=True, env=environment(), stdout=subprocess.DEVNULL)
        tiers, comfort, whole = 0.0, 0.0, 0.0
        for seconds, line in _lines(review, cores):
            whole = seconds
            if COMFORT_NEXT in line:
                tiers = seconds
            elif line.startswith(COMFORT_SAID):
                comfort = seconds
        return Run(tiers, comfort, whole, *_written(review))


def _lines(folder: Path, cores: int) -> Iterator[tuple[float, str]]:
    """The lines of progress of one planning, each with the seconds since its start; an empty one at the end."""
    started = time.perf_counter()
    command = [*PLANNER, "plan", "--folder", str(folder), "--as-of", AS_OF]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        preexec_fn=held_to(cores),  # noqa: PLW1509 -- the parent has one thread
    ) as run:
        assert run.stderr is not None
        for line in run.stderr:
            yield time.perf_counter() - started, line.strip()
    if run.returncode:
        sys.exit("The planner refused; nothing was measured.")
    yield time.perf_counter() - started, ""


def _written(review: Path) -> tuple[tuple[TierValue, ...], int, str]:
    """What the tiers came to, how many activities are left out, and the hash of the programme's bytes as stored."""
    with closing(sqlite3.connect(review / "review.db")) as database:
        ((text,),) = database.execute("SELECT programme FROM version")
    programme = json.loads(text)
    tiers = tuple(TierValue.model_validate(tier) for tier in programme["tiers"])
    return tiers, len(programme["left_out"]), hashlib.sha256(str(text).encode()).hexdigest()[:16]


def helped() -> float:
    """Seconds for ``planner --help``."""
    started = time.perf_counter()
    subprocess.run([*PLANNER, "--help"], check=True, env=environment(), stdout=subprocess.DEVNULL)
    return time.perf_counter() - started
