"""What the leak index has to know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samples.frame import ListSource
from samples.sensitive import sensitive_values


def test_identifiers_names_numbers_and_birthdays_are_gathered(
    tmp_path: Path, workbook: Callable[..., ListSource]
) -> None:
    header = ["Child Unique ID", "Forename", "UPN", "Date of Birth", "Allocated Worker", "Child's Legal Status"]
    rows = [
        header,
        [" C1 ", "Robin", "A1234", date(2014, 3, 9), "Worker A", "C1"],
        ["C2", "", "", "", "Worker B", "C2"],
    ]
    found = list(sensitive_values(tmp_path, (workbook(rows),)))
    assert found == ["C1", "Robin", "A1234", "2014-03-09", "C2"]
