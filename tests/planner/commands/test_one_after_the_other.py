"""Disruptions one after the other on one review leave it consistent; the campaign does a hundred."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from sequences import disrupted, moments, newly_planned
from shipped import self_directed

LAST_WEEK = date(2021, 5, 11)
MEGABYTES = 20 / 100
"""What one of a hundred disruptions may take of the 20 MB that a review's database may have."""


def test_disruptions_one_after_the_other_leave_a_review_consistent(tmp_path: Path) -> None:
    problem = self_directed()
    planned_at = datetime.combine(problem.start, datetime.min.time(), problem.tz) - timedelta(days=5)
    folder = newly_planned(tmp_path / "review", planned_at)
    last_days = [moment for moment in moments(problem, Random(1), 100) if moment.date() >= LAST_WEEK]

    course = disrupted(folder, Random(2), last_days)

    assert course.faults == ()
    assert course.said == len(last_days) >= 5
    assert course.answered >= 4
    assert course.published >= 1
    assert course.files >= 10
    assert course.versions == 1 + course.answered
    assert course.megabytes < MEGABYTES * len(last_days)
