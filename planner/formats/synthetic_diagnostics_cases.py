"""The council's one synthetic list for the team diagnostics: which cases each team has open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from planner.formats.synthetic_diagnostics_staff import TEAMS, DiagnosedTeam
from samples.synthetic import Table

OPEN_CASES = "open-cases"

AS_AT = date(2017, 7, 31)
"""The date that the list speaks of: the day before the review starts."""

HEADER = ("Child Unique ID", "Date of Birth", "Allocated Team", "Allocated Worker", "Date Opened")

FEWEST, MOST = 11, 34
WORKERS = 6
"""Cases and workers of a team; our own numbers."""

AGES = {"L": (16, 20), "P": (1, 15)}
"""The youngest and the oldest in years, by the letter that a team's code begins with; any other: from birth to 17."""


def open_cases(seed: int) -> Table:
    """The open cases of every team, in the order of the children's numbers.

    Args:
        seed: any whole number.
    """
    rows = [row for team in TEAMS for row in _cases(team, seed)]
    chance = Random(f"{seed}:numbers")  # noqa: S311 -- invented data: repeatable, not secret
    numbers = chance.sample(range(1000, 1000 + 4 * len(rows)), len(rows))
    numbered = sorted((f"C{number:06d}", *row) for number, row in zip(numbers, rows, strict=True))
    return Table("Open cases by team", HEADER, tuple(numbered))


def _cases(team: DiagnosedTeam, seed: int) -> Iterator[tuple[date, str, str, date]]:
    chance = Random(f"{seed}:{team.code}")  # noqa: S311 -- invented data: repeatable, not secret
    youngest, oldest = AGES.get(team.code[0], (0, 17))
    for _ in range(chance.randint(FEWEST, MOST)):
        born = AS_AT - timedelta(days=chance.randrange(youngest * 366 + 30, (oldest + 1) * 365))
        opened = max(born, AS_AT - timedelta(days=chance.randrange(7, 600)))
        yield born, team.name, f"Worker {team.code}{chance.randint(1, WORKERS)}", opened
