"""After each batch of disruptions everybody's calendar holds exactly what they attend.

The same seeded batches as those that are repaired. What people hold is published, then the answer that disturbs fewest;
a reader that does what RFC 5546 says with each calendar file in order, and reads it by another library, must end with
exactly the sessions of the answer, none doubled, missing or stale, and who has no change must be sent nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from limits import LIMITS

from steps import repairs
from steps.step import Figures

AT_ONCE = 2


def items() -> Sequence[str]:
    """Those of the repairs."""
    return repairs.items()


def measure(item: str) -> Figures:
    """How many calendar files a chunk of batches sent, and what is wrong with any diary."""
    from published_batches import sent

    name, seeds = repairs.seeds_of(item)
    found = {seed: sent(name, seed) for seed in seeds}
    return {
        "format": name,
        "batches": len(found),
        "files": sum(one.files for one in found.values()),
        "faults": [f"seed {seed}: {fault}" for seed, one in found.items() for fault in one.faults],
    }


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each format."""
    yield "| Format | Batches published | Calendar files | Faults |"
    yield "| --- " * 4 + "|"
    for name in LIMITS:
        chosen = [line for line in lines if line["format"] == name]
        if chosen:
            sums = [sum(line[what] for line in chosen) for what in ("batches", "files")]
            yield f"| {name} | {sums[0]} | {sums[1]} | {sum(len(line['faults']) for line in chosen)} |"
