"""The staff of the inspected synthetic council, and its inspectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.formats.synthetic_people import Team, members, someone
from planner.intake.review import StaffMember
from samples.synthetic import SyntheticStaff
from samples.synthetic_council import Council


def _social_work(service: str, name: str, code: str, pool: str, size: int) -> Team:
    return Team(service, name, code, "Social worker", "sw", pool, size)


TEAMS: tuple[Team, ...] = (
    Team("out_of_hours", "Emergency Duty", "E", "Emergency duty worker", "edw", "emergency-duty-workers", 4),
    _social_work("mash", "Multi-agency Safeguarding Hub", "M", "mash-workers", 5),
    _social_work("cin_teams", "Duty and Assessment North", "DN", "duty-workers", 6),
    _social_work("cin_teams", "Duty and Assessment South", "DS", "duty-workers", 6),
    Team("early_help", "Early Help East", "HE", "Family support worker", "fsw", "early-help-workers", 4),
    Team("early_help", "Early Help West", "HW", "Family support worker", "fsw", "early-help-workers", 4),
    _social_work("cin_teams", "Safeguarding North", "SN", "safeguarding-workers", 7),
    _social_work("cin_teams", "Safeguarding South", "SS", "safeguarding-workers", 7),
    _social_work("cwd_teams", "Children with Disabilities", "D", "disabilities-workers", 5),
    _social_work("care_teams", "Children in Care East", "CE", "care-workers", 7),
    _social_work("care_teams", "Children in Care West", "CW", "care-workers", 7),
    Team("fostering", "Fostering", "F", "Supervising social worker", "ssw", "supervising-social-workers", 6),
    Team("adoption", "Adoption", "A", "Adoption social worker", "asw", "adoption-workers", 4),
    Team("leaving_care", "Leaving Care", "L", "Personal adviser", "pa", "personal-advisers", 6),
    Team("virtual_school", "Virtual School", "V", "Virtual school officer", "vso", "virtual-school-officers", 3),
    Team("iros", "Independent Review", "R", "Reviewing officer", "iro", "iros", 5),
    Team("conferences", "Child Protection Conferences", "C", "Conference chair", "cpc", "conference-chairs", 4),
)
"""Ninety workers in seventeen teams; the sizes are our own."""

MANAGED = tuple(team for team in TEAMS if team.service not in {"out_of_hours", "virtual_school", "iros", "conferences"})
"""The teams whose first-line manager is called team manager; the others' are among the managers."""

CORE = "social-care-inspectors"


def _inspector(key: str, name: str, *pools: str, **more: object) -> StaffMember:
    member = someone(key, name, *pools, "inspectors", role="Inspector")
    return StaffMember.model_validate({**member.model_dump(), **more})


INSPECTORS: tuple[StaffMember, ...] = (
    _inspector("lead-inspector", "Lead inspector", "lead-inspector", "hmi", CORE),
    _inspector("second-inspector", "Second inspector", "hmi", CORE, conflicts={"teams": ("Adoption",)}),
    _inspector("third-inspector", "Third inspector", "hmi", CORE),
    _inspector("fourth-inspector", "Fourth inspector", "hmi", CORE),
    _inspector("quality-assurance", "Quality assurance inspector", "qa", CORE),
    _inspector("education-one", "First education inspector", "education-hmi", most_days=2, consecutive_days=True),
    _inspector("education-two", "Second education inspector", "education-hmi", most_days=2, consecutive_days=True),
    _inspector("regulatory", "Regulatory inspector", "regulatory", most_days=1),
)

MANAGERS: tuple[StaffMember, ...] = (
    someone("dcs", "Director of Children's Services", "dcs-and-deputies"),
    someone("deputy-social-care", "Assistant director, social care", "dcs-and-deputies"),
    someone("deputy-quality", "Assistant director, quality and education", "dcs-and-deputies"),
    someone("head-front-door", "Head of service, front door and early help", "heads-of-service"),
    someone("head-safeguarding", "Head of service, safeguarding", "heads-of-service"),
    someone("head-care", "Head of service, children in care", "heads-of-service"),
    someone("emergency-duty-manager", "Emergency duty manager", "service-leads", team="Emergency Duty"),
    someone("virtual-head", "Head of the virtual school", "service-leads", team="Virtual School"),
    someone("iro-manager", "Manager of the reviewing officers", "service-leads", team="Independent Review"),
    someone("chairs-manager", "Manager of the conference chairs", "service-leads", team="Child Protection Conferences"),
    someone("performance-manager", "Performance manager", "service-leads"),
    someone("workforce-lead", "Workforce lead", "service-leads"),
    someone("principal-social-worker", "Principal social worker", "service-leads"),
    someone("designated-officer", "Designated officer", "service-leads"),
    someone("commissioning-manager", "Commissioning manager", "service-leads"),
    someone("home-education-officer", "Officer for home education and missing education", "service-leads"),
    someone("participation-worker", "Participation worker", "hosts"),
    someone("leaving-care-participation", "Participation worker, leaving care", "hosts"),
    someone("carers-chair", "Chair of the foster carers' association", "hosts"),
    someone("residential-manager", "Manager of residential services", "service-leads"),
)

PARTNERS: tuple[StaffMember, ...] = (
    someone("chief-executive", "Chief executive", "partners"),
    someone("lead-member", "Lead member for children", "partners"),
    someone("parenting-board-chair", "Chair of the corporate parenting board", "partners"),
    someone("safeguarding-board-chair", "Chair of the safeguarding board", "partners"),
    someone("police-lead", "Police lead for child protection", "partners"),
    someone("designated-nurse", "Designated nurse", "partners"),
    someone("court-service-manager", "Manager of the court advisory service", "partners"),
    someone("family-judge", "Designated family judge", "partners"),
    someone("advocacy-manager", "Manager of the advocacy service", "partners"),
    someone("hub-police", "Police officer in the hub", "hub-partners"),
    someone("hub-health", "Health visitor in the hub", "hub-partners"),
    someone("hub-education", "Education officer in the hub", "hub-partners"),
    someone("designated-teacher-one", "Designated teacher, primary", "designated-teachers"),
    someone("designated-teacher-two", "Designated teacher, secondary", "designated-teachers"),
    someone("designated-teacher-three", "Designated teacher, sixth form", "designated-teachers"),
)


def staff() -> tuple[StaffMember, ...]:
    """Everyone: inspectors, managers, partners, team managers and workers; each worker is covered by a colleague."""
    return (*INSPECTORS, *MANAGERS, *PARTNERS, *team_managers(), *workers())


def workers() -> tuple[StaffMember, ...]:
    """Those who hold cases or speak about them, team by team."""
    return tuple(member for team in TEAMS for member in members(team))


def team_managers() -> Iterator[StaffMember]:
    """The first-line manager of every team that has one of that name."""
    for team in MANAGED:
        key = f"team-manager-{team.code.lower()}"
        yield someone(key, f"Team manager {team.code}", "team-managers", role="Team manager", team=team.name)


def council() -> Council:
    """The names of workers by service and team, and of managers by team, as the lists need them."""
    by_service: dict[str, dict[str, tuple[str, ...]]] = {}
    for team in TEAMS:
        by_service.setdefault(team.service, {})[team.name] = tuple(member.name for member in members(team))
    return Council(
        staff=_case_holders(by_service),
        out_of_hours=by_service["out_of_hours"],
        mash=by_service["mash"],
        adoption=by_service["adoption"],
        leaving_care=by_service["leaving_care"],
        virtual_school=by_service["virtual_school"],
        conferences=by_service["conferences"],
        managers={member.team: member.name for member in team_managers()},
    )


def _case_holders(by_service: Mapping[str, Mapping[str, tuple[str, ...]]]) -> SyntheticStaff:
    return SyntheticStaff(
        cin_teams=by_service["cin_teams"],
        care_teams=by_service["care_teams"],
        cwd_teams=by_service["cwd_teams"],
        family_support=by_service["early_help"],
        edge_of_care={},
        iros=by_service["iros"],
        supervising=by_service["fostering"],
    )
