"""The synthetic council's staff: roles for names, addresses at a reserved domain, a cover colleague for each worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.intake.review import StaffMember
from samples.synthetic import SyntheticStaff

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


def _social_work(service: str, name: str, code: str, size: int) -> Team:
    return Team(service, name, code, "Social worker", "sw", "social-workers", size)


TEAMS: tuple[Team, ...] = (
    _social_work("cin_teams", "Assessment North", "AN", 8),
    _social_work("cin_teams", "Assessment South", "AS", 8),
    _social_work("cin_teams", "Safeguarding North", "SN", 8),
    _social_work("cin_teams", "Safeguarding South", "SS", 8),
    _social_work("care_teams", "Children in Care East", "CE", 8),
    _social_work("care_teams", "Children in Care West", "CW", 8),
    _social_work("cwd_teams", "Children with Disabilities East", "DE", 6),
    _social_work("cwd_teams", "Children with Disabilities West", "DW", 6),
    Team("family_support", "Family Support", "F", "Family support worker", "fsw", "family-support-workers", 6),
    Team("edge_of_care", "Edge of Care", "E", "Edge of care worker", "eoc", "edge-of-care-workers", 5),
    Team("iros", "Independent Review", "R", "Reviewing officer", "iro", "iros", 6),
    Team("supervising", "Fostering", "T", "Supervising social worker", "ssw", "supervising-social-workers", 5),
)
"""Sixty social workers in eight teams, and the workers of four services beside them; sizes are our own."""

REVIEWERS: tuple[StaffMember, ...] = tuple(
    StaffMember(id=key, name=name, role="Reviewer", email=f"{key}@{DOMAIN}", pools=("reviewers",))
    for key, name in (("lead-reviewer", "Lead reviewer"), ("second-reviewer", "Second reviewer"))
)


def _manager(key: str, name: str, *pools: str, team: str = "") -> StaffMember:
    return StaffMember(id=key, name=name, role=name, email=f"{key}@{DOMAIN}", pools=pools, team=team)


MANAGERS: tuple[StaffMember, ...] = (
    _manager("dcs", "Director of Children's Services", "dcs-and-deputies"),
    _manager("deputy-social-care", "Deputy director, social care", "dcs-and-deputies"),
    _manager("deputy-quality", "Deputy director, quality and improvement", "dcs-and-deputies"),
    _manager("head-safeguarding", "Head of service, safeguarding", "heads-of-service", "service-managers"),
    _manager("head-children-in-care", "Head of service, children in care", "heads-of-service", "service-managers"),
    _manager("head-family-support", "Head of service, family support", "heads-of-service", "service-managers"),
    _manager("head-quality", "Head of service, quality and review", "heads-of-service", "service-managers"),
    _manager("service-manager-assessment", "Service manager, assessment", "service-managers"),
    _manager("service-manager-safeguarding", "Service manager, safeguarding", "service-managers"),
    _manager("service-manager-children-in-care", "Service manager, children in care", "service-managers"),
    _manager("service-manager-disabilities", "Service manager, children with disabilities", "service-managers"),
    _manager("service-manager-fostering", "Service manager, fostering and adoption", "service-managers"),
    _manager("iro-manager", "Manager of the reviewing officers", "iro-managers", team="Independent Review"),
    _manager("plo-tracker-keeper", "Keeper of the public law outline tracker", "plo-tracker-keepers"),
)


def staff() -> tuple[StaffMember, ...]:
    """Everyone: reviewers, managers, team managers and workers; each worker is covered by the next of the team."""
    return (*REVIEWERS, *MANAGERS, *_team_managers(), *workers())


def workers() -> tuple[StaffMember, ...]:
    """Those who hold cases, team by team."""
    return tuple(member for team in TEAMS for member in _members(team))


def case_holders() -> SyntheticStaff:
    """The workers' names as the lists need them."""
    services: dict[str, dict[str, tuple[str, ...]]] = {}
    for team in TEAMS:
        services.setdefault(team.service, {})[team.name] = tuple(member.name for member in _members(team))
    return _as_synthetic(services)


def _as_synthetic(services: Mapping[str, Mapping[str, tuple[str, ...]]]) -> SyntheticStaff:
    return SyntheticStaff(
        cin_teams=services["cin_teams"],
        care_teams=services["care_teams"],
        cwd_teams=services["cwd_teams"],
        family_support=services["family_support"],
        edge_of_care=services["edge_of_care"],
        iros=services["iros"],
        supervising=services["supervising"],
    )


def _team_managers() -> Iterator[StaffMember]:
    for team in TEAMS:
        if team.prefix == "sw":
            name = f"Team manager {team.code}"
            key = f"team-manager-{team.code.lower()}"
            yield StaffMember(
                id=key,
                name=name,
                role="Team manager",
                email=f"{key}@{DOMAIN}",
                pools=("team-managers",),
                team=team.name,
            )


def _members(team: Team) -> Iterator[StaffMember]:
    ids = [f"{team.prefix}-{team.code.lower()}-{nth}" for nth in range(1, team.size + 1)]
    for nth, key in enumerate(ids):
        yield StaffMember(
            id=key,
            name=f"{team.role} {team.code}{nth + 1}",
            role=team.role,
            email=f"{key}@{DOMAIN}",
            pools=(team.pool,),
            team=team.name,
            cover=ids[(nth + 1) % team.size],
        )
