"""Every rule's two halves judge alike.

Programmes at the edge of each rule, in more problems and with more moves than the tests try: what ``post`` refuses or
charges, ``check`` calls a breach of as much, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from constraints.catalogue import MUSTS, WISHES, name_of
from constraints.constraint import MustRule, WishRule
from constraints.problem import Problem
from steps.step import Figures

AT_ONCE = 2
SEEDS, CHUNK = 300, 100
EACH = 28

WISHED = tuple(wish for tier in WISHES for wish in tier.wishes)


def items() -> Sequence[str]:
    """Every rule with every chunk of seeds."""
    chunks = range(0, SEEDS, CHUNK)
    return [f"{name_of(rule)} {first}-{first + CHUNK - 1}" for rule in (*MUSTS, *WISHED) for first in chunks]


def measure(item: str) -> Figures:
    """How many problems and verdicts there were, how many of each verdict, and those in which the halves differ."""
    from agreement import problems_for, verdicts_on_must, verdicts_on_wish

    name, _, seeds = item.partition(" ")
    first, last = map(int, seeds.split("-"))
    seed_of: dict[int, int] = {}

    def problems(rule: MustRule | WishRule) -> Iterator[Problem]:
        for seed in range(first, last + 1):
            for problem in problems_for(rule, [seed]):
                seed_of[id(problem)] = seed
                kept.append(problem)
                yield problem

    kept: list[Problem] = []
    must = next((rule for rule in MUSTS if name_of(rule) == name), None)
    wish = next((rule for rule in WISHED if name_of(rule) == name), None)
    found = list(verdicts_on_must(must, problems(must), each=EACH)) if must else []
    found += list(verdicts_on_wish(wish, problems(wish), each=2 * EACH)) if wish else []
    return {
        "rule": name,
        "must": must is not None,
        "problems": len(kept),
        "verdicts": len(found),
        "breaches": sum(verdict.checked > 0 for verdict in found),
        "faults": [
            f"seed {seed_of[id(verdict.problem)]}: post says {verdict.posted}, check says {verdict.checked}"
            for verdict in found
            if verdict.posted != verdict.checked
        ],
    }


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for the musts and one for the wishes."""
    yield "| Rules | Problems | Programmes judged twice | Fewest for one rule | Breaches among them | Differences |"
    yield "| --- " * 6 + "|"
    for title, must in (("musts", True), ("wishes", False)):
        if chosen := [line for line in lines if line["must"] is must]:
            by_rule = {line["rule"]: 0 for line in chosen}
            for line in chosen:
                by_rule[line["rule"]] += line["verdicts"]
            sums = [sum(line[what] for line in chosen) for what in ("problems", "verdicts", "breaches")]
            cells = (f"{len(by_rule)} {title}", *sums[:2], min(by_rule.values()), sums[2])
            yield f"| {' | '.join(map(str, cells))} | {sum(len(line['faults']) for line in chosen)} |"
