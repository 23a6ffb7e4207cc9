"""Strata that say all they have to, and who can speak about their cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.intake.finding import Finding
from planner.intake.review import Review
from planner.intake.written import shown
from samples.strata import Holder, Stratum

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_NEEDS_DATE = frozenset({"most recent", "first in month", "most episodes"})
_NEEDS_MONTH = frozenset({"first in month"})


def strata_complete(review: Review) -> Iterator[Finding]:
    """A pick by date names its column, a pick by month its month, and a month is one."""
    for nth, stratum in enumerate(review.strata):
        if stratum.pick in _NEEDS_DATE and not stratum.by:
            yield Finding("strata", (nth, "by"), f"the pick {shown(stratum.pick)} needs the column that ranks")
        if stratum.month and not _MONTH.fullmatch(stratum.month):
            yield Finding("strata", (nth, "month"), f"{shown(stratum.month)} is not a month", "Write it as 2021-02")
        if stratum.pick in _NEEDS_MONTH and not stratum.month:
            yield Finding("strata", (nth, "month"), f"the pick {shown(stratum.pick)} needs a month")


def roles_told_apart(review: Review) -> Iterator[Finding]:
    """Everybody who can speak about a stratum's cases has a role of their own there, and a column with a name."""
    for nth, stratum in enumerate(review.strata):
        taken = {stratum.holder.role}
        for at, other in enumerate(stratum.others):
            if not other.role:
                yield Finding("strata", (nth, "others", at, "role"), "nothing stands here", "Say what they are")
            elif other.role in taken:
                found = f"the role {shown(other.role)} is taken already"
                yield Finding("strata", (nth, "others", at, "role"), found, "Give each of the stratum its own")
            if found := _nobody_else(stratum, other):
                yield Finding("strata", (nth, "others", at, "columns"), found, "Name the column with their names")
            taken.add(other.role)


def _nobody_else(stratum: Stratum, other: Holder) -> str:
    """What keeps others from being found beside the holder; empty: nothing."""
    if not other.columns or not all(other.columns):
        return "a column without a name is named" if other.columns else "no column is named"
    holder = stratum.holder
    if (other.list or stratum.list, other.columns) == (holder.list or stratum.list, holder.columns):
        return f"the {other.role} would be whoever is the {holder.role}"
    return ""
