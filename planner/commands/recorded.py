"""Write a programme that was decided as the next version, after everything that it was decided upon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from constraints.problem import Problem
from constraints.programme import Programme
from planner.commands.situation import Situation
from planner.intake.disruption import Disruption
from planner.layout import DATABASE
from planner.store import open_store
from planner.store_records import Answering


@dataclass(frozen=True)
class Decided:
    """What is decided.

    Attributes:
        problem: what the programme answers.
        programme: complete, with its tiers and what it leaves out.
        answers: the log's lines that it answers.
        at: when it is decided.
        who: by role.
        why: in a few words.
        said: what is said with it, as lines of the log.
    """

    problem: Problem
    programme: Programme
    answers: tuple[int, ...]
    at: datetime
    who: str
    why: str
    said: Sequence[Disruption] = ()


def recorded(folder: Path, stands: Situation, decided: Decided) -> int:
    """The number of the new version.

    Raises:
        StoreRefused: somebody wrote something else since the situation was looked at.
    """
    with open_store(folder / DATABASE) as store:
        version = store.record_version(
            decided.problem,
            decided.programme,
            stands.version.number,
            decided.at,
            decided.who,
            decided.why,
            answering=Answering(decided.answers),
            after=stands.last_line,
            said=[one.model_dump(mode="json") for one in decided.said],
        )
    return version.number
