"""Synthetic people of any format: roles for names, addresses at a reserved domain, covered by colleagues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planner.intake.review import StaffMember

DOMAIN = "example.org"


class Team(NamedTuple):
    """A team of workers who hold cases: its service, its name, and how its members are called and counted."""

    service: str
    name: str
    code: str
    role: str
    prefix: str
    pool: str
    size: int


def someone(key: str, name: str, *pools: str, role: str = "", team: str = "") -> StaffMember:
    """A person whose role is their name, unless another is said."""
    return StaffMember(id=key, name=name, role=role or name, email=f"{key}@{DOMAIN}", pools=pools, team=team)


def members(team: Team) -> Iterator[StaffMember]:
    """The workers of a team, numbered; each is covered by the next."""
    ids = [f"{team.prefix}-{team.code.lower()}-{nth}" for nth in range(1, team.size + 1)]
    for nth, key in enumerate(ids):
        worker = someone(key, f"{team.role} {team.code}{nth + 1}", team.pool, role=team.role, team=team.name)
        yield worker.model_copy(update={"cover": ids[(nth + 1) % team.size]})
