"""What a cross check finds: entries that contradict each other, and where."""

from __future__ import annotations

from dataclasses import dataclass

from planner.intake.written import Loc


@dataclass(frozen=True)
class Finding:
    """A part of the review, the way to the value in it, what was found there and what to try."""

    part: str
    loc: Loc
    found: str
    hint: str = ""
