"""The staff of the self-directed review's synthetic council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.formats.synthetic_people import Team, members, someone
from planner.intake.review import StaffMember
from samples.synthetic import SyntheticStaff


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
    someone(key, name, "reviewers", role="Reviewer")
    for key, name in (("lead-reviewer", "Lead reviewer"), ("second-reviewer", "Second reviewer"))
)


MANAGERS: tuple[StaffMember, ...] = (
    someone("dcs", "Director of Children's Services", "dcs-and-deputies"),
    someone("deputy-social-care", "Deputy director, social care", "dcs-and-deputies"),
    someone("deputy-quality", "Deputy director, quality and improvement", "dcs-and-deputies"),
    someone("head-safeguarding", "Head of service, safeguarding", "heads-of-service", "service-managers"),
    someone("head-children-in-care", "Head of service, children in care", "heads-of-service", "service-managers"),
    someone("head-family-support", "Head of service, family support", "heads-of-service", "service-managers"),
    someone("head-quality", "Head of service, quality and review", "heads-of-service", "service-managers"),
    someone("service-manager-assessment", "Service manager, assessment", "service-managers"),
    someone("service-manager-safeguarding", "Service manager, safeguarding", "service-managers"),
    someone("service-manager-children-in-care", "Service manager, children in care", "service-managers"),
    someone("service-manager-disabilities", "Service manager, children with disabilities", "service-managers"),
    someone("service-manager-fostering", "Service manager, fostering and adoption", "service-managers"),
    someone("iro-manager", "Manager of the reviewing officers", "iro-managers", team="Independent Review"),
    someone("plo-tracker-keeper", "Keeper of the public law outline tracker", "plo-tracker-keepers"),
)


def staff() -> tuple[StaffMember, ...]:
    """Everyone: reviewers, managers, team managers and workers; each worker is covered by the next of the team."""
    return (*REVIEWERS, *MANAGERS, *_team_managers(), *workers())


def workers() -> tuple[StaffMember, ...]:
    """Those who hold cases, team by team."""
    return tuple(member for team in TEAMS for member in members(team))


def case_holders() -> SyntheticStaff:
    """The workers' names as the lists need them."""
    services: dict[str, dict[str, tuple[str, ...]]] = {}
    for team in TEAMS:
        services.setdefault(team.service, {})[team.name] = tuple(member.name for member in members(team))
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
            yield someone(key, name, "team-managers", role="Team manager", team=team.name)
