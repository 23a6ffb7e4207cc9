"""The shipped reviews, each stated once and planned once for all tests that judge them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from constraints.problem import Problem
from constraints.programme import Programme
from planner.commands.folder import state
from planner.solving.plan import plan

FORMATS = Path(__file__).parents[1] / "planner" / "formats"
SELF_DIRECTED = FORMATS / "self-directed-review"


def no_passphrase() -> str:
    """Nobody is asked: the formats ship with public keys."""
    raise AssertionError("a shipped review needs no passphrase")


@cache
def stated(name: str) -> Problem:
    """The problem that a shipped review poses."""
    return state(FORMATS / name, no_passphrase).problem


@cache
def planned(name: str) -> Programme:
    """The programme of a shipped review."""
    return plan(stated(name))


def self_directed() -> Problem:
    """The problem that the shipped self-directed review poses."""
    return stated(SELF_DIRECTED.name)
