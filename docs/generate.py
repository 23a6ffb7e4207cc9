"""Write the pages made from the code: rules, measures, the review file; ``--check`` says which are stale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from making.review_page import review_page  # noqa: E402 -- what it imports is found by that path
from making.rules_page import rules_page  # noqa: E402

from constraints.measures import MEASURES  # noqa: E402

MADE = "<!-- Made by docs/generate.py: change what it is made from, then run make docs. -->"

MEASURED = """# Measures

What `planner compare A B` sets side by side. A measure for which a programme does not say enough is "cannot tell". A
step of the grid is 15 minutes unless the review says otherwise. Where a measure counts what a soft rule counts,
[the rule](rules.md) says more.
"""


def measures_page() -> str:
    """Every measure with its unit, which side is better, and its formula."""
    rows = [
        f"| {one.title} | {one.unit} | {one.better} | {' '.join((one.of.__doc__ or '').split())} |" for one in MEASURES
    ]
    head = ["| Measure | Unit | Better | Formula |", "| --- | --- | --- | --- |"]
    return "\n".join([MEASURED, *head, *rows, ""])


PAGES: Mapping[str, Callable[[], str]] = {
    "rules.md": rules_page,
    "measures.md": measures_page,
    "review-file.md": review_page,
}


def page(name: str) -> str:
    """A page as it should stand in docs/."""
    return f"{MADE}\n\n{PAGES[name]()}"


def stale() -> list[str]:
    """The pages that differ from what the code says."""
    there = {name: ROOT / "docs" / name for name in PAGES}
    return [name for name in PAGES if not there[name].exists() or there[name].read_text("utf-8") != page(name)]


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale."""
    if arguments == ["--check"]:
        for name in stale():
            print(f"docs/{name} is not what the code says: run make docs.")
        return bool(stale())
    for name in PAGES:
        (ROOT / "docs" / name).write_text(page(name), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
