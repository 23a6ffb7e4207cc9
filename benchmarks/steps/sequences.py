"""A hundred disruptions one after the other leave a review consistent.

The shipped self-directed review, planned; each disruption said, repaired and accepted by the commands' own functions at
a later moment than the one before, and every fifth time published. Readers that are not ours apply the calendar files
in their order: everybody ends with exactly the sessions that they attend, and who has no change is sent nothing. In the
end every version is read and judged, the log is verified, and the database weighed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from steps.step import Figures

AT_ONCE = 2
MANY = 100
MOST_MEGABYTES = 20


def items() -> Sequence[str]:
    """Every seed."""
    return ["1", "2"]


def measure(item: str) -> Figures:
    """What was said, answered and published, and what is wrong in the end."""
    from sequences import disrupted, moments, newly_planned
    from shipped import self_directed

    problem = self_directed()
    planned_at = datetime.combine(problem.start, time(), problem.tz) - timedelta(days=5)
    with tempfile.TemporaryDirectory() as kept:
        folder = newly_planned(Path(kept) / "review", planned_at)
        course = disrupted(folder, Random(int(item)), moments(problem, Random(item), MANY))
    figures = course._asdict() | {"faults": list(course.faults)}
    if course.megabytes >= MOST_MEGABYTES:
        figures["faults"].append(f"its database has {course.megabytes:.1f} MB")
    if course.said < MANY:
        figures["faults"].append(f"only {course.said} of {MANY} disruptions could be said")
    return figures


def report(lines: Sequence[Figures]) -> Iterator[str]:
    """A row for each seed."""
    yield (
        "| Disruptions | Refused before | Answered | Published | Calendar files | Read by | Versions | Database (MB) | "
        "Faults |"
    )
    yield "| --- " * 9 + "|"
    for line in lines:
        counts = [line[what] for what in ("said", "refused", "answered", "published", "files")]
        told = (*counts, ", ".join(("icalendar", *line["readers"])), line["versions"], f"{line['megabytes']:.1f}")
        yield f"| {' | '.join(map(str, told))} | {len(line['faults'])} |"
