"""Repairs of the formats are what they say, and nothing near them is better.

Seeded batches of disruptions: cancellations, people and things away, no-shows, overruns, cases withdrawn, activities
dropped and added, reviewers swapped, pins. Every offer is held against the nouns and the checks: complete, history and
pins untouched, the freeze only where it says so, cases in the draw's order, ranked, doing what its kind says; one batch
in ten is repaired twice. Where one session is to be held anew, all of its places are tried, and those that one other
session in its way makes room for; none may disturb fewer people than the first offer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from limits import LIMITS

from steps.step import Figures

AT_ONCE = 1
"""A repair looks for two answers side by side by itself."""

SEEDS, CHUNK = 250, 25


def items() -> Sequence[str]:
    """Every format with every chunk of seeds."""
    return [f"{name} {at}-{at + CHUNK - 1}" for name in LIMITS for at in range(0, SEEDS, CHUNK)]


def seeds_of(item: str) -> tuple[str, range]:
    """The format of an item, and its seeds."""
    name, _, seeds = item.rpartition(" ")
    first, last = map(int, seeds.split("-"))
    return name, range(first, last + 1)


def measure(item: str) -> Figures:
    """What a chunk of batches adds up to, how often each kind of answer was there, and what is wrong with any."""
    from repaired_formats import judged

    from samples.errors import Disagreement

    name, seeds = seeds_of(item)
    sums: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in seeds:
        try:
            found = judged(name, seed)
        except Disagreement as disagreement:
            wrong.append(f"seed {seed}: {disagreement}")
            continue
        sums.update(found.figures)
        sums.update(f"kind {offer.kind}" for offer in found.repairs.offers)
        wrong += [f"seed {seed}: {fault}" for fault in found.faults]
    return {"format": name, **sums, "faults": wrong}


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each format, and how often each kind of answer was offered."""
    yield (
        "| Format | Batches | Disruptions | Sessions struck | Answers | Fewest proven | Nobody disturbed | "
        "Disturbed in all | Musts or shoulds left out | Freeze touched | Every near place tried | Faults |"
    )
    yield "| --- " * 12 + "|"
    for name in LIMITS:
        if chosen := [line for line in lines if line["format"] == name]:
            columns = ("batches", "disruptions", "struck", "offers", "proven", "nobody", "disturbed", "left_out")
            sums = [sum(line.get(what, 0) for line in chosen) for what in (*columns, "thawed", "nearby")]
            faults = sum(len(line["faults"]) for line in chosen)
            yield f"| {name} | {' | '.join(map(str, sums))} | {faults} |"
    yield ""
    kinds: Counter[str] = Counter()
    for line in lines:
        kinds.update({what[5:]: many for what, many in line.items() if what.startswith("kind ")})
    yield f"Answers by kind: {', '.join(f'{kind} {many}' for kind, many in kinds.most_common())}."
