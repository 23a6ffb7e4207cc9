"""How long planning the self-directed review takes from the command's start, and whether each run gives the same bytes.

Each run is a process of its own on a fresh folder, held to one core or two. Times are taken when a line of progress
arrives: the one that ends all tiers but comfort, and the one that tells what comfort came to.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

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
    settled: str
    came_to: str
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


def lines(folder: Path, cores: int) -> Iterator[tuple[float, str]]:
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


def planned(cores: int, variant: str) -> Run:
    """Plan a fresh folder once."""
    with tempfile.TemporaryDirectory() as folder:
        review = Path(folder) / "review"
        started = [*PLANNER, "new", "self-directed-review", str(review), *(["--variant", variant] if variant else [])]
        subprocess.run(started, check=True, env=environment(), stdout=subprocess.DEVNULL)
        tiers, comfort, whole, settled, came_to = 0.0, 0.0, 0.0, "", ""
        for seconds, line in lines(review, cores):
            whole = seconds
            if COMFORT_NEXT in line:
                tiers, settled = seconds, line.partition(COMFORT_NEXT)[0]
            elif line.startswith(COMFORT_SAID):
                comfort, came_to = seconds, line.removeprefix(COMFORT_SAID).removesuffix(" ...")
        return Run(tiers, comfort, whole, settled, came_to, digest(review))


def digest(review: Path) -> str:
    """The hash of the programme's bytes as they stand in the database."""
    with closing(sqlite3.connect(review / "review.db")) as database:
        ((programme,),) = database.execute("SELECT programme FROM version")
    return hashlib.sha256(str(programme).encode()).hexdigest()[:16]


def helped() -> float:
    """Seconds for ``planner --help``."""
    started = time.perf_counter()
    subprocess.run([*PLANNER, "--help"], check=True, env=environment(), stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def table(runs: dict[int, list[Run]]) -> Iterator[str]:
    """The figures, a row a number of cores: the median and the longest."""
    yield "| Cores | Runs | All tiers but comfort (s) | Comfort (s) | Whole command (s) | Programmes |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for cores, found in runs.items():
        figures = (_figures([getattr(run, what) for run in found]) for what in ("tiers", "comfort", "whole"))
        yield f"| {cores} | {len(found)} | {' | '.join(figures)} | {', '.join(sorted({run.digest for run in found}))} |"


def _figures(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.1f}, at most {max(seconds):.1f}"


def main() -> None:
    """Plan some times on one core and on two, and print what was measured."""
    reader = argparse.ArgumentParser(description="Measure how long planning takes, and that each run gives the same.")
    reader.add_argument("--runs", type=int, default=3, help="how many on each number of cores")
    reader.add_argument("--variant", default="", help="a variant of the format")
    asked = reader.parse_args()
    help_seconds = [helped() for _ in range(5)]
    runs = {cores: [planned(cores, asked.variant) for _ in range(asked.runs)] for cores in (1, 2)}
    every = [run for found in runs.values() for run in found]
    print(f"Python {platform.python_version()}, OR-Tools {version('ortools')}, {os.cpu_count()} cores")
    print(f"planner --help: {statistics.median(help_seconds):.2f} s, at most {max(help_seconds):.2f} s\n")
    print("\n".join(table(runs)))
    for said in sorted({run.settled for run in every}) + sorted({f"comfort: {run.came_to}" for run in every}):
        print(f"\n{said}")
    alike = len({run.digest for run in every}) == 1
    print(f"\n{len(every)} runs, {'the same programme to the byte' if alike else 'DIFFERENT PROGRAMMES'}")
    sys.exit(not alike)


if __name__ == "__main__":
    main()
