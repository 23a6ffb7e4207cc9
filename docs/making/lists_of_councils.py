"""What is read of the lists that councils send: columns that have codes, and columns that are never read."""

from __future__ import annotations

from collections.abc import Iterator

from samples.codes import CODE_SETS
from samples.columns import WITHHELD
from samples.headers import LOOKED_THROUGH
from samples.strata import TEAM_COLUMNS

COLUMNS = f"""## What a council's list may hold

A list is a CSV file or a sheet of an Excel workbook: a row of column names among its first {LOOKED_THROUGH} rows, and
below it a row for each child or for each episode. Columns may stand in any order; letter case, punctuation and blanks
of their names are read past. Only columns that a stratum names are read, and the worker's team, which tells people of
one name apart: {" or ".join(f"*{column}*" for column in TEAM_COLUMNS)}.
"""

CODED = """These columns have codes. A cell may hold the code, its label, or both (`C1: Interim care order`). Conditions
compare the code; what cannot be told for certain is never guessed.

| Column | Codes |
| --- | --- |"""


def lists_of_councils() -> Iterator[str]:
    """The end of the page on the review file."""
    yield COLUMNS
    yield CODED
    for codes in CODE_SETS:
        told = "; ".join(f"`{code}` {labels[0]}" if labels else f"`{code}`" for code, labels in codes.labels.items())
        yield f"| {', '.join(f'*{column}*' for column in codes.columns)} | {told} |"
    yield f"\nColumns of these names are never read: {', '.join(sorted(WITHHELD))}.\n"
