"""Write the pages made from the code, docs/rules.md and docs/measures.md; ``--check`` says which are stale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from constraints.catalogue import MUSTS, WISHES, name_of  # noqa: E402 -- after the path to it
from constraints.constraint import MustRule, WishRule  # noqa: E402
from constraints.measures import MEASURES  # noqa: E402

MADE = "<!-- Made by docs/generate.py: change what it is made from, then run make docs. -->"

RULES = """# Rules

What a programme must keep, and what it is wished to keep. Each rule is one file, named as here, in
`constraints/musts/` or `constraints/wishes/`; what stands here is what the file says of itself. A rule whose setting is
absent from the review asks for nothing. Limits and weights stand in the review, never in a rule.
"""

HARD = """## Hard rules

Every programme that the planner makes keeps all of these. `planner check` answers *kept*, *broken* or *cannot tell*.
"""

SOFT = """## Soft rules, by tier

Tiers give way in this order: nothing of a later tier is worth anything of an earlier one. Each is brought to the least
cost there is, or said to be unproven. A cost is a whole number; 0 means that nobody has cause to complain.
"""

MEASURED = """# Measures

What `planner compare A B` sets side by side. A measure for which a programme does not say enough is "cannot tell". A
step of the grid is 15 minutes unless the review says otherwise. Where a measure counts what a soft rule counts,
[the rule](rules.md) says more.
"""


def rules_page() -> str:
    """Every rule in the order of the catalogue, in its own words."""
    return "\n".join([MADE, "", RULES, HARD, *map(_rule, MUSTS), SOFT, *_tiers()])


def _tiers() -> Iterator[str]:
    for nth, tier in enumerate(WISHES, start=1):
        yield f"### {nth}. {tier.name.capitalize()}\n"
        yield from map(_rule, tier.wishes)


def _rule(rule: MustRule | WishRule) -> str:
    title, _, rest = (sys.modules[rule.__name__].__doc__ or "").strip().partition("\n")
    return "\n".join([f"**{title}** (`{name_of(rule)}`)", *([rest] if rest else []), ""])


def measures_page() -> str:
    """Every measure with its unit, which side is better, and its formula."""
    rows = [
        f"| {one.title} | {one.unit} | {one.better} | {' '.join((one.of.__doc__ or '').split())} |" for one in MEASURES
    ]
    head = ["| Measure | Unit | Better | Formula |", "| --- | --- | --- | --- |"]
    return "\n".join([MADE, "", MEASURED, *head, *rows, ""])


PAGES: Mapping[str, Callable[[], str]] = {"rules.md": rules_page, "measures.md": measures_page}


def stale() -> list[str]:
    """The pages that differ from what the code says."""
    there = {name: ROOT / "docs" / name for name in PAGES}
    return [n for n, page in PAGES.items() if not there[n].exists() or there[n].read_text("utf-8") != page()]


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale."""
    if arguments == ["--check"]:
        for name in stale():
            print(f"docs/{name} is not what the code says: run make docs.")
        return bool(stale())
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
