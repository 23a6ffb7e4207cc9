"""The people of the peer challenge: seven peers, the synthetic council's staff, its members and its partners."""

from __future__ import annotations

from collections.abc import Iterator

from planner.formats.synthetic_people import Team, members, someone
from planner.intake.review import StaffMember
from samples.synthetic import SyntheticStaff


def _peer(key: str, name: str, *pools: str, expertise: str = "") -> StaffMember:
    peer = someone(key, name, "peers", *pools)
    return peer.model_copy(update={"expertise": (expertise,) if expertise else ()})


PEERS: tuple[StaffMember, ...] = (
    _peer("lead-peer", "Lead peer", "lead", "lead-and-manager"),
    _peer("review-manager", "Review manager", "manager", "lead-and-manager"),
    _peer("member-peer", "Member peer", "member-peer"),
    _peer(
        "officer-peer-early-help",
        "Officer peer for early help",
        "officer-peers",
        "case-readers",
        expertise="early help",
    ),
    _peer(
        "officer-peer-localities",
        "Officer peer for localities",
        "officer-peers",
        "case-readers",
        expertise="social work",
    ),
    _peer(
        "specialist-peer-health", "Specialist peer for health", "specialist-peers", "case-readers", expertise="health"
    ),
    _peer(
        "specialist-peer-practice",
        "Specialist peer for practice",
        "specialist-peers",
        "case-readers",
        expertise="permanence",
    ),
)


def _social_work(service: str, name: str, code: str, pool: str, size: int) -> Team:
    return Team(service, name, code, "Social worker", "sw", pool, size)


TEAMS: tuple[Team, ...] = (
    _social_work("cin_teams", "Assessment North", "AN", "social-workers-north", 6),
    _social_work("cin_teams", "Safeguarding North", "SN", "social-workers-north", 6),
    _social_work("cin_teams", "Assessment South", "AS", "social-workers-south", 6),
    _social_work("cin_teams", "Safeguarding South", "SS", "social-workers-south", 6),
    _social_work("care_teams", "Looked After North", "LN", "looked-after-workers", 6),
    _social_work("care_teams", "Looked After South", "LS", "looked-after-workers", 6),
    _social_work("cwd_teams", "Children with Disabilities", "CD", "disability-workers", 5),
    Team("leaving_care", "Leaving Care", "LC", "Personal adviser", "pa", "personal-advisers", 5),
    Team("early_help", "Early Help North", "EN", "Early help worker", "ehw", "early-help-north", 6),
    Team("early_help", "Early Help South", "ES", "Early help worker", "ehw", "early-help-south", 6),
    Team("edge_of_care", "Edge of Care", "EC", "Edge of care worker", "eoc", "edge-of-care-workers", 4),
    Team("iros", "Independent Review", "IR", "Reviewing officer", "iro", "reviewing-officers", 6),
    Team("supervising", "Fostering", "FO", "Supervising social worker", "ssw", "supervising-social-workers", 4),
)
"""Forty-one social workers in seven teams, and the workers of six services beside them; sizes are our own."""

LEADERS: tuple[StaffMember, ...] = (
    someone("chief-executive", "Chief executive", "leaders"),
    someone("dcs", "Director of Children's Services", "leaders", "dcs-and-deputies"),
    someone("deputy-social-care", "Assistant director for safeguarding", "leaders", "dcs-and-deputies"),
    someone("deputy-education", "Assistant director for education", "leaders", "dcs-and-deputies"),
    someone("council-leader", "Leader of the council", "leaders", "members"),
    someone("lead-member", "Cabinet member for children", "leaders", "members"),
    someone("head-early-help", "Head of early help", "heads-of-service"),
    someone("head-safeguarding", "Head of safeguarding", "heads-of-service"),
    someone("head-looked-after", "Head of looked after services", "heads-of-service"),
    someone("head-quality", "Head of quality and review", "heads-of-service"),
)
"""Who hears the feedback on the last day."""

MEMBERS: tuple[StaffMember, ...] = (
    someone("scrutiny-chair", "Chair of the scrutiny committee", "members"),
    someone("opposition-spokesperson", "Opposition spokesperson for children", "members"),
    someone("panel-chair", "Chair of the corporate parenting panel", "members", "corporate-parenting-panel"),
    someone("panel-member-1", "Corporate parenting panel member 1", "members", "corporate-parenting-panel"),
    someone("panel-member-2", "Corporate parenting panel member 2", "members", "corporate-parenting-panel"),
)

MANAGERS: tuple[StaffMember, ...] = (
    someone("early-help-manager-north", "Early help manager North", "early-help-managers"),
    someone("early-help-manager-south", "Early help manager South", "early-help-managers"),
    someone("troubled-families-lead", "Troubled families co-ordinator", "early-help-managers"),
    someone("mash-manager", "Safeguarding hub manager", "mash-managers"),
    someone("edge-of-care-manager", "Edge of care manager", team="Edge of Care"),
    someone("virtual-school-head", "Head of the virtual school"),
    someone("fostering-manager", "Fostering and adoption manager", team="Fostering"),
    someone("participation-officer", "Participation officer"),
    someone("childrens-centre-manager", "Children's centre manager"),
    someone("principal-social-worker", "Principal social worker"),
    someone("performance-manager", "Performance and data manager"),
    someone("commissioning-manager", "Commissioning manager"),
    someone("finance-partner", "Finance partner for children's services"),
)

PARTNERS: tuple[StaffMember, ...] = (
    someone("board-chair", "Chair of the safeguarding children board"),
    someone("police-superintendent", "Police superintendent", "police"),
    someone("police-sergeant", "Police sergeant in the safeguarding hub", "police"),
    someone("domestic-abuse-manager", "Domestic abuse service manager"),
    someone("health-executive", "Executive nurse of the commissioning group", "health-partners"),
    someone("designated-nurse", "Designated nurse", "safeguarding-health"),
    someone("designated-doctor", "Designated doctor", "safeguarding-health"),
    someone("named-nurse", "Named nurse of the hospital", "safeguarding-health"),
    someone("named-midwife", "Named midwife of the hospital", "safeguarding-health"),
    someone("looked-after-nurse", "Nurse for looked after children", "health-partners"),
    someone("health-visiting-lead", "Health visiting lead", "early-help-partners"),
    someone("voluntary-sector-lead", "Voluntary sector lead", "early-help-partners"),
    someone("housing-lead", "Housing support lead", "early-help-partners"),
    *(someone(f"head-teacher-{nth}", f"Head teacher {nth}", "head-teachers") for nth in range(1, 6)),
    *(someone(f"foster-carer-{nth}", f"Foster carer {nth}", "foster-carers") for nth in range(1, 9)),
)


def staff() -> tuple[StaffMember, ...]:
    """Everyone: peers, leaders, members, managers, partners, team managers and workers."""
    return (*PEERS, *LEADERS, *MEMBERS, *MANAGERS, *_kept_hours(PARTNERS), *team_managers(), *workers())


def workers() -> tuple[StaffMember, ...]:
    """Those who hold cases, team by team, each covered by the next of the team."""
    return tuple(member for team in TEAMS for member in members(team))


def team_managers() -> tuple[StaffMember, ...]:
    """The managers of the social work teams and of the leaving care team."""
    return tuple(_team_managers())


def case_holders() -> SyntheticStaff:
    """The workers' names as the lists of the three services need them."""
    return SyntheticStaff(
        cin_teams=teams_of("cin_teams"),
        care_teams=teams_of("care_teams"),
        cwd_teams=teams_of("cwd_teams"),
        family_support=teams_of("early_help"),
        edge_of_care=teams_of("edge_of_care"),
        iros=teams_of("iros"),
        supervising=teams_of("supervising"),
    )


def teams_of(service: str) -> dict[str, tuple[str, ...]]:
    """The teams of a service with the names of their workers."""
    return {team.name: tuple(member.name for member in members(team)) for team in TEAMS if team.service == service}


def _team_managers() -> Iterator[StaffMember]:
    pools = {"cin_teams": "safeguarding-managers", "cwd_teams": "safeguarding-managers"}
    for team in TEAMS:
        if team.service in {"cin_teams", "cwd_teams", "care_teams", "leaving_care"}:
            pool, key = pools.get(team.service, "looked-after-managers"), f"team-manager-{team.code.lower()}"
            yield someone(key, f"Team manager {team.code}", pool, role="Team manager", team=team.name)


def _kept_hours(partners: tuple[StaffMember, ...]) -> Iterator[StaffMember]:
    for partner in partners:
        yield partner.model_copy(update={"hours": "partners"})
