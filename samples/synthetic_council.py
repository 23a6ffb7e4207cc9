"""What a whole council keeps about the synthetic children, service by service, from the first contact to leaving care.

Beside the lists of Annex A and the other local ones: contacts, assessments, adoption, education, and who else stands
around each child. Columns follow what a stratum's rule and an invitation need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from samples import synthetic_annex_a as annex_a
from samples import synthetic_local as local
from samples import synthetic_services as beside
from samples.synthetic_annex_a import Table, Value
from samples.synthetic_children import AS_AT, Child, SyntheticStaff, Teams, children, day_between, somebody
from samples.synthetic_local import ID

_OUTCOMES = ("No further action", "Signposted", "Early help", "Referral", "Referral")
_SOURCES = ("Police", "School", "Health", "Family", "Anonymous")
_PHASES = ((4, "Early years"), (10, "Primary"), (15, "Secondary"), (17, "Sixth form"))
_BY_NIGHT, _BY_DAY = 40, 120
"""Contacts of four weeks."""


@dataclass(frozen=True)
class Council:
    """Who works in a council's services.

    Attributes:
        staff: the teams that hold cases, and the officers that every child in care has.
        managers: the name of each team's manager, by the team's name.
    """

    staff: SyntheticStaff
    out_of_hours: Teams
    mash: Teams
    adoption: Teams
    leaving_care: Teams
    virtual_school: Teams
    conferences: Teams
    managers: Mapping[str, str]


def council_lists(seed: int, council: Council) -> dict[str, Table]:
    """All lists by id, those of Annex A among them; another list's chances never change a list's rows.

    Args:
        seed: any whole number.
        council: the names under which cases are held and children are known.
    """
    them = children(seed, council.staff)

    def chance(name: str) -> Random:
        return Random(f"{seed}:{name}")  # noqa: S311 - invented data: repeatable, not secret

    leavers = beside.leaving_care(chance("leaving-care"), council.leaving_care)
    return {
        "cin": annex_a.cin(them, chance("cin")),
        "protection": annex_a.protection(them, chance("protection")),
        "care": annex_a.care(them, chance("care")),
        "audits": local.audits(them, chance("audits")),
        "exploitation": local.exploitation(them, chance("exploitation"), council.staff),
        "plo": local.plo(them, chance("plo")),
        "iros": local.iros(them, chance("iros"), council.staff),
        "fostering": local.fostering(them, chance("fostering"), council.staff),
        "out-of-hours": contacts(them, chance("out-of-hours"), council.out_of_hours, _BY_NIGHT),
        "contacts": contacts(them, chance("contacts"), council.mash, _BY_DAY),
        "assessments": assessments(them, chance("assessments")),
        "early-help": beside.early_help(chance("early-help"), council.staff.family_support),
        "adoption": adoption(them, chance("adoption"), council.adoption),
        "education": education(them, chance("education"), council.virtual_school),
        "leaving-care": leavers,
        "around": around(them, leavers, chance("around"), council),
    }


def contacts(children: Sequence[Child], chance: Random, teams: Teams, count: int) -> Table:
    """Contacts of the last four weeks: where they came from, and what became of them."""
    header = (ID, "Date of Contact", "Contact Source", "Outcome", "Worker", "Team")
    known = [child for child in children if child.status in "bcd"]
    rows: list[tuple[Value, ...]] = []
    for child in chance.sample(known, count):
        team, worker = somebody(chance, teams)
        day = day_between(chance, AS_AT - timedelta(days=27), AS_AT - timedelta(days=1))
        rows.append((child.id, day, chance.choice(_SOURCES), chance.choice(_OUTCOMES), worker, team))
    return Table("Contacts", header, tuple(rows))


def assessments(children: Sequence[Child], chance: Random) -> Table:
    """Assessments of the last half year, some still open, with the worker who holds the case."""
    header = (ID, "Assessment Start", "Assessment Completed", "Allocated Team", "Allocated Worker")
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.status in "bcd" and not child.disabled:
            start = day_between(chance, max(child.cin_start, AS_AT - timedelta(days=170)), AS_AT - timedelta(days=2))
            done = start + timedelta(days=chance.randrange(12, 46))
            rows.append((child.id, start, done if done < AS_AT else "", child.team, child.worker))
    return Table("Assessments", header, tuple(rows))


def adoption(children: Sequence[Child], chance: Random, teams: Teams) -> Table:
    """Children whose plan is adoption, with the adoption worker who looks for a family."""
    header = (ID, "Date of Decision", "Date Matched", "Adoption Social Worker", "Team")
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.care and not child.care.ceased and child.care.permanence == "b":
            team, worker = somebody(chance, teams)
            decided = min(child.care.started + timedelta(days=chance.randrange(60, 200)), AS_AT)
            matched = day_between(chance, decided, AS_AT) if chance.random() < 0.5 else ""
            rows.append((child.id, decided, matched, worker, team))
    return Table("Adoption", header, tuple(rows))


def education(children: Sequence[Child], chance: Random, teams: Teams) -> Table:
    """Children in care of four and more, with their latest personal education plan and their virtual school officer."""
    header = (ID, "Phase", "Latest Education Plan", "Virtual School Officer", "Team")
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.status == "a" and child.age() >= 4:
            team, worker = somebody(chance, teams)
            phase = next(name for upto, name in _PHASES if child.age() <= upto)
            rows.append((child.id, phase, day_between(chance, AS_AT - timedelta(days=250), AS_AT), worker, team))
    return Table("Education of children in care", header, tuple(rows))


def around(children: Sequence[Child], leavers: Table, chance: Random, council: Council) -> Table:
    """Who else stands around each open case and each care leaver: their worker's manager, and others."""
    header = (ID, "Team Manager", "Family Support Worker", "Conference Chair", "Virtual School Officer")
    rows = (*_around_children(children, chance, council), *_around_leavers(leavers, chance, council))
    return Table("People around each child", header, rows)


def _around_children(children: Sequence[Child], chance: Random, council: Council) -> Iterator[tuple[Value, ...]]:
    for child in children:
        if child.status != "e":
            support = somebody(chance, council.staff.family_support)[1]
            chair = somebody(chance, council.conferences)[1] if child.protection else ""
            yield child.id, council.managers[child.team], support, chair, ""


def _around_leavers(leavers: Table, chance: Random, council: Council) -> Iterator[tuple[Value, ...]]:
    team = leavers.header.index("Allocated Team")
    for row in leavers.rows:
        officer = somebody(chance, council.virtual_school)[1]
        yield row[0], council.managers[str(row[team])], "", "", officer
