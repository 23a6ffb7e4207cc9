"""The full counts behind the claims: every step's items measured, and their figures written into docs/evidence.md.

Each item is a process of its own whose figures are written down at once, in campaign/ by commit. Stopped with Ctrl-C
or by a crash, the next ``make campaign`` goes on where this one was. Another commit, or code that is changed since,
starts anew; so does ``--fresh``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib import import_module
from pathlib import Path
from signal import SIGINT
from typing import cast

from evidence import ROOT, machine, tree, write_section
from results import Results
from runs import environment
from steps.step import CRASHED, Figures, Step

STEPS = (
    "over_constrained",
    "agreement",
    "brute_force",
    "tiny_plans",
    "tiny_repairs",
    "repairs",
    "sequences",
    "rehearsal",
)
TESTS = ROOT / "tests"
ITEM = [sys.executable, str(Path(__file__).with_name("item.py"))]
PATIENCE = 2 * 3600
"""Seconds after which an item is given up; the longest, a hundred disruptions in sequence, takes half an hour alone."""


def main() -> None:
    """Measure what has not been measured yet, print each step's figures, and write them down when all are there."""
    reader = argparse.ArgumentParser(description="Measure the full counts, going on where the last run was stopped.")
    reader.add_argument("--fresh", action="store_true", help="forget what was measured at this commit")
    reader.add_argument("--step", choices=STEPS, action="append", help="only this step; nothing is written down then")
    reader.add_argument("--items", type=int, help="only so many items of each step; nothing is written down then")
    asked = reader.parse_args()
    sys.path.append(str(TESTS))
    folder = ROOT / "campaign" / "-".join(filter(None, tree()))
    if asked.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    reports = []
    faults = 0
    for name in asked.step or STEPS:
        step = cast("Step", import_module(f"steps.{name}"))
        found = run(name, step, Results(folder / f"{name}.jsonl"), asked.items)
        faults += sum(len(faults_of(line)) for line in found)
        reports += section(step, found)
        print("\n".join(section(step, found)))
    if not asked.step and not asked.items:
        write_section("campaign", [f"`make campaign`, {machine()}.", "", *reports])
    sys.exit(faults > 0)


def measured(step: str, item: str) -> Figures:
    """The figures of one item, measured in a process of its own.

    Raises:
        KeyboardInterrupt: it was stopped.
    """
    there = environment() | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(TESTS)))}
    command = [*ITEM, step, item]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False, env=there)
    except subprocess.TimeoutExpired:
        return {CRASHED: f"not done within {PATIENCE} s"}
    if done.returncode in (-SIGINT, 128 + SIGINT):
        raise KeyboardInterrupt
    if done.returncode:
        return {CRASHED: (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]}
    return cast("Figures", json.loads(done.stdout))


def run(
    name: str, step: Step, results: Results, most: int | None, measure: Callable[[str, str], Figures] = measured
) -> list[Figures]:
    """Measure the items of a step that are missing; what came of all of them, in their order.

    Args:
        name: of the step.
        step: says what its items are.
        results: what was measured so far.
        most: so many of its items at most; None: all.
        measure: gives the figures of an item of a step.
    """
    items = step.items()[:most]
    missing = results.missing(items)
    print(f"{name}: {len(items) - len(missing)} of {len(items)} items measured before", flush=True)
    pool = ThreadPoolExecutor(step.AT_ONCE)
    try:
        running = {pool.submit(measure, name, item): item for item in missing}
        for nth, done in enumerate(as_completed(running), start=len(items) - len(missing) + 1):
            results.add(running[done], done.result())
            print(f"{name}: {nth} of {len(items)}, {running[done]}{_told(done.result())}", flush=True)
    finally:
        pool.shutdown(cancel_futures=True)
    return results.of(items)


def _told(line: Figures) -> str:
    faults = faults_of(line)
    return f" FAULTS: {'; '.join(faults)}" if faults else ""


def faults_of(line: Figures) -> list[str]:
    """What must not be, in sentences."""
    return [line[CRASHED]] if CRASHED in line else list(line["faults"])


def section(step: Step, lines: Sequence[Figures]) -> Iterator[str]:
    """A step's part of the evidence: what it is, its table, and every fault."""
    title, _, told = (step.__doc__ or "").partition("\n")
    yield f"### {title.rstrip('.')}"
    yield ""
    yield " ".join(told.split())
    yield ""
    yield from step.report([line for line in lines if CRASHED not in line])
    for line in lines:
        for fault in faults_of(line):
            yield f"- FAULT, {line['item']}: {fault}"
    yield ""


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Stopped; the next run goes on from here.")
