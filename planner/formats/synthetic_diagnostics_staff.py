"""The managers of the team diagnostics: nine who visit, twelve hosts among those who are visited, and who else is met.

Roles for names. Districts and the number of teams in each are our own; the number of teams of each service is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from constraints.problem import Conflicts
from planner.formats.synthetic_people import someone
from planner.intake.review import StaffMember

DISTRICTS = ("North", "South", "East")


class DiagnosedTeam(NamedTuple):
    """A team that is visited: how it is called and counted, the pool of its manager, whether they host elsewhere."""

    name: str
    code: str
    pool: str
    hosts: bool = False

    @property
    def manager(self) -> str:
        """The id of its manager."""
        return f"team-manager-{self.code.lower()}"


FRONT_DOOR = "front-door-managers"
SAFEGUARDING = "safeguarding-managers"
IN_CARE = "children-in-care-managers"
SUPPORT = "disabilities-family-support-managers"

HOSTS = frozenset({"MASH", "AS", "SN1", "SN3", "SS2", "SE1", "SE2", "PS", "LN", "LE", "DN", "FS"})
"""The teams whose managers host: those of one district are never all of those of a service."""


def _teams() -> Iterator[DiagnosedTeam]:
    yield _team("Referral and Contact", "MASH", FRONT_DOOR)
    for service, letter, districts, pool in (
        ("Assessment", "A", DISTRICTS, FRONT_DOOR),
        ("Permanency", "P", ("North", "South"), IN_CARE),
        ("Leaving Care", "L", DISTRICTS, IN_CARE),
        ("Children with Disabilities", "D", ("North", "East"), SUPPORT),
        ("Family Support", "F", DISTRICTS, SUPPORT),
    ):
        for district in districts:
            yield _team(f"{service} {district}", f"{letter}{district[0]}", pool)
    for district in DISTRICTS:
        for nth in (1, 2, 3):
            yield _team(f"Safeguarding {district} {nth}", f"S{district[0]}{nth}", SAFEGUARDING)


def _team(name: str, code: str, pool: str) -> DiagnosedTeam:
    return DiagnosedTeam(name, code, pool, code in HOSTS)


TEAMS: tuple[DiagnosedTeam, ...] = tuple(_teams())
"""The twenty-three teams."""

DIRECTOR_OF_IMPROVEMENT = "director-of-improvement"

VISITING: tuple[StaffMember, ...] = (
    *(
        someone(
            f"visiting-manager-{one.lower()}", f"Visiting manager {one}", "visiting-managers", role="Visiting manager"
        )
        for one in "ABCDEFGHI"
    ),
    someone("visiting-director", "Director of the visiting council", "visiting-directors"),
    someone(DIRECTOR_OF_IMPROVEMENT, "Director of improvement partnerships", "visiting-directors"),
)

LEADERS: tuple[StaffMember, ...] = (
    someone("dcs", "Director of Children's Services", "council-leaders"),
    someone("assistant-director-safeguarding", "Assistant director, safeguarding", "council-leaders"),
    someone("assistant-director-provider", "Assistant director, provider services", "council-leaders"),
)

GROUP_MANAGERS: tuple[StaffMember, ...] = (
    someone("group-manager-front-door", "Group manager, front door", FRONT_DOOR),
    *(
        someone(
            f"group-manager-safeguarding-{district.lower()}", f"Group manager, safeguarding {district}", SAFEGUARDING
        )
        for district in DISTRICTS
    ),
    someone("group-manager-children-in-care", "Group manager, children in care", IN_CARE),
    someone("group-manager-disabilities-family-support", "Group manager, disabilities and family support", SUPPORT),
    someone("fostering-manager", "Manager of fostering", IN_CARE),
    someone("placements-manager", "Manager of placements and residential", IN_CARE),
    someone("performance-manager", "Manager of performance and ICT", "corporate-managers"),
    someone("workforce-manager", "Manager of workforce and learning", "corporate-managers"),
)

MOST_DAYS = {"visiting-manager-i": 4}
"""Somebody who can give fewer days than the others."""

CONFLICT = {"visiting-manager-c": Conflicts(teams=("Assessment South",))}
"""Somebody who once worked in the council."""


def staff() -> tuple[StaffMember, ...]:
    """Everyone of both councils."""
    return tuple(map(_with_limits, (*VISITING, *LEADERS, *GROUP_MANAGERS, *team_managers())))


def team_managers() -> Iterator[StaffMember]:
    """The managers of the teams; some are hosts too."""
    for team in TEAMS:
        pools = (team.pool, "host-managers") if team.hosts else (team.pool,)
        yield someone(team.manager, f"Team manager {team.code}", *pools, role="Team manager", team=team.name)


def _with_limits(member: StaffMember) -> StaffMember:
    return member.model_copy(
        update={
            "most_days": MOST_DAYS.get(member.id),
            "conflicts": CONFLICT.get(member.id, member.conflicts),
        }
    )
