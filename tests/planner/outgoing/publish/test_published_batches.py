"""Answers to batches of disruptions of a shipped format, published: a slice of what the campaign does."""

from __future__ import annotations

import pytest
from published_batches import sent


@pytest.mark.parametrize("seed", range(4))
def test_every_calendar_ends_with_the_answer_and_nobody_else_is_told(seed: int) -> None:
    found = sent("self-directed-review", seed)

    assert found.faults == ()
    assert found.files > 0
