"""Repairs of the formats are what they say, and nothing near them is better.

Seeded batches of disruptions: cancellations, people and things away, no-shows, overruns, cases withdrawn, activities
dropped and added, reviewers swapped, pins. Every offer is held against the nouns and the checks: complete, history and
pins untouched, the freeze only where it says so, cases in the draw's order, ranked, doing what its kind says; one batch
in ten is repaired twice. Where one session is to be held anew, all of its places are tried, and those that one other
session in its way makes room for; none may disturb fewer people than the first offer. Then that one is published after
what people hold, and readers that are not ours do what RFC 5546 says with each calendar file in order: everybody ends
with exactly the sessions of the answer, none doubled, missing or stale, and who has no change is sent nothing.
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


def measure(item: str) -> Figures:
    """What a chunk of batches adds up to, how often each kind of answer was there, and what is wrong with any."""
    from repaired_formats import judged

    from samples.errors import Disagreement

    name, _, seeds = item.rpartition(" ")
    first, last = map(int, seeds.split("-"))
    sums: Counter[str] = Counter()
    wrong: list[str] = []
    readers: set[str] = set()
    for seed in range(first, last + 1):
        try:
            found = judged(name, seed)
        except Disagreement as disagreement:
            wrong.append(f"seed {seed}: {disagreement}")
            continue
        sums.update(found.figures)
        sums.update(f"kind {offer.kind}" for offer in found.repairs.offers)
        readers.update(found.sent.readers)
        wrong += [f"seed {seed}: {fault}" for fault in found.faults]
    return {"format": name, **sums, "readers": sorted(readers), "faults": wrong}


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each format, and how often each kind of answer was offered."""
    yield (
        "| Format | Batches | Disruptions | Sessions struck | Answers | Fewest proven | Nobody disturbed | "
        "Disturbed in all | Musts or shoulds left out | Freeze touched | Every near place tried | "
        "Calendar files | Faults |"
    )
    yield "| --- " * 13 + "|"
    for name in LIMITS:
        if chosen := [line for line in lines if line["format"] == name]:
            columns = ("batches", "disruptions", "struck", "offers", "proven", "nobody", "disturbed", "left_out")
            sums = [sum(line.get(what, 0) for line in chosen) for what in (*columns, "thawed", "nearby", "files")]
            faults = sum(len(line["faults"]) for line in chosen)
            yield f"| {name} | {' | '.join(map(str, sums))} | {faults} |"
    yield ""
    readers = sorted({one for line in lines for one in line["readers"]})
    yield f"Calendar files read by {', '.join(('icalendar', *readers))}."
    yield ""
    kinds: Counter[str] = Counter()
    for line in lines:
        kinds.update({what[5:]: many for what, many in line.items() if what.startswith("kind ")})
    yield f"Answers by kind: {', '.join(f'{kind} {many}' for kind, many in kinds.most_common())}."
