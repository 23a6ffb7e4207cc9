"""The shipped self-directed review, stated once for the tests that plan or judge it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from constraints.problem import Problem
from planner.commands.folder import state

SELF_DIRECTED = Path(__file__).parents[1] / "planner" / "formats" / "self-directed-review"


def no_passphrase() -> str:
    """Nobody is asked: the format ships with a public key."""
    raise AssertionError("the shipped review needs no passphrase")


@cache
def self_directed() -> Problem:
    """The problem that the shipped review poses."""
    return state(SELF_DIRECTED, no_passphrase).problem
