"""How long a manager waits for repairs, and for the places of a session.

Seeded cancellations, each in a fresh copy of a planned review: an interview's people say two hours to two days before
that they cannot come. Timed are whole commands, each a process of its own held to two cores: the repairs without wider
ones, the same with those that disturb one and two people more, all places of the session, and what one place in the way
of others would take. Limits not met are said and are no failure, since this is a measurement.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from evidence import ROOT, machine, write_section
from limits import CORES, told
from runs import AS_OF, PLANNER, environment, held_to

TESTS = ROOT / "tests"
REPAIR, WIDER, PLACES, ONE_PLACE = "repair", "repair, one and two people more", "places", "one place"
WHAT = (REPAIR, WIDER, PLACES, ONE_PLACE)

LIMITS: Mapping[str, Mapping[str, float]] = {
    "self-directed-review": {REPAIR: 2, WIDER: 6, PLACES: 1, ONE_PLACE: 5},
    "ilacs": {REPAIR: 5, WIDER: 15, PLACES: 1, ONE_PLACE: 5},
}
"""Seconds of each command, from the issue that asked for repairs."""


PLANNED = {"self-directed-review": AS_OF, "ilacs": "2018-05-14T09:00"}
"""When each is planned: before it begins."""


class Waited(NamedTuple):
    """How long a command took, what of it the processor worked, and what it printed."""

    seconds: float
    cpu: float
    printed: Any


Found = list[dict[str, Waited]]


def command(folder: Path, *arguments: str) -> Waited:
    """Run a command of the planner on a folder.

    Raises:
        subprocess.CalledProcessError: it refused.
    """
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [*PLANNER, *arguments, "--folder", str(folder), "--json"],
        check=True,
        capture_output=True,
        env=environment(),
        preexec_fn=held_to(CORES),
    )
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Waited(seconds, cpu, json.loads(done.stdout))


def measured(name: str, seeds: Sequence[int]) -> Found:
    """The commands after each of some cancellations in a format."""
    with tempfile.TemporaryDirectory() as kept:
        planned = Path(kept) / "planned"
        subprocess.run([*PLANNER, "new", name, str(planned)], check=True, env=environment(), stdout=subprocess.DEVNULL)
        command(planned, "plan", "--as-of", PLANNED[name])
        return [after_one(planned, Path(kept) / f"review {seed}", f"{name} {seed}") for seed in seeds]


def after_one(planned: Path, folder: Path, seed: str) -> dict[str, Waited]:
    """The commands after one seeded cancellation, in a copy of a planned review."""
    from disruptions import one_cancelled

    from planner.layout import DATABASE
    from planner.store_reader import read_store

    shutil.copytree(planned, folder)
    with read_store(folder / DATABASE) as store:
        version = store.version()
    random = Random(seed)
    now, ((cancelled),) = one_cancelled(version.problem, version.programme, random)
    at = ("--as-of", f"{now:%Y-%m-%dT%H:%M}")
    session = cancelled.session
    found = {PLACES: command(folder, "places", session, *at)}
    in_the_way = [place for place in found[PLACES].printed["places"] if place["rule"] and not place["present"]]
    if in_the_way:
        where = random.choice(in_the_way)
        by = [word for name in where["by"] for word in ("--with", name)]
        found[ONE_PLACE] = command(folder, "places", session, "--at", where["start"][:16], *by, *at)
    people = [word for person in cancelled.people for word in ("--by", person)]
    command(folder, "cancel", session, *people, *at)
    found[REPAIR] = command(folder, "repair", "--wider", "0", *at)
    found[WIDER] = command(folder, "repair", *at)
    return found


def table(found: Mapping[str, Found]) -> Iterator[str]:
    """A row for each format and command: median and most, and by how much its limit was met."""
    yield "| Format | Command | Runs | Seconds | Of the processor | Limit |"
    yield "| --- " * 6 + "|"
    for name, runs in found.items():
        for what in WHAT:
            waited = [run[what] for run in runs if what in run]
            seconds, cpu = [one.seconds for one in waited], [one.cpu for one in waited]
            limit = LIMITS[name][what]
            late = sum(one > limit for one in seconds)
            verdict = f"{limit:g} s: {told(limit, max(seconds))}{f' ({late} of {len(seconds)} runs)' if late else ''}"
            yield f"| {name} | {what} | {len(waited)} | {_figures(seconds)} | {_figures(cpu)} | {verdict} |"


def _figures(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.1f}, at most {max(seconds):.1f}"


def answers(found: Mapping[str, Found]) -> Iterator[str]:
    """What the repairs came to."""
    for name, runs in found.items():
        offered = [run[WIDER].printed for run in runs]
        proven = sum(one["proven"] for one in offered)
        nobody = sum(not one["offers"][0]["disturbs"] for one in offered)
        several = sum(len(one["offers"]) >= 3 for one in offered)
        mean = statistics.mean(len(one["offers"][0]["disturbs"]) for one in offered)
        yield (
            f"- *{name}*: fewest people proven in {proven} of {len(offered)}; nobody else disturbed in {nobody}, "
            f"{mean:.2f} people on average; three answers or more in {several}"
        )


def page(found: Mapping[str, Found]) -> Iterator[str]:
    """What is printed, and written into the evidence."""
    yield f"`make bench`, {machine()}. Whole commands after one cancellation; median, and the most."
    yield ""
    yield from table(found)
    yield ""
    yield from answers(found)


def main() -> None:
    """Measure the commands of each format, and print what was measured."""
    reader = argparse.ArgumentParser(description="Measure how long repairs and places take after one cancellation.")
    reader.add_argument("--format", choices=LIMITS, help="one format only")
    reader.add_argument("--runs", type=int, default=20, help="how many cancellations of each")
    reader.add_argument("--evidence", action="store_true", help="write what is measured into docs/evidence.md")
    asked = reader.parse_args()
    sys.path.append(str(TESTS))
    found = {name: measured(name, range(asked.runs)) for name in ([asked.format] if asked.format else LIMITS)}
    lines = list(page(found))
    print("\n".join(lines))
    if asked.evidence:
        write_section("repairs", lines)


if __name__ == "__main__":
    main()
