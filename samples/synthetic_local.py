"""The council's own synthetic lists: what Annex A does not hold, for the children of lists 6, 7 and 8.

Columns follow what each stratum's predicate and invitation need; those that the SSDA903 or the CIN census name are
spelled as there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from samples.synthetic_annex_a import Table, Value
from samples.synthetic_children import AS_AT, HALF_YEAR_AGO, Child, SyntheticStaff, day_between, somebody

ID = "Child Unique ID"
GRADES = ("Good", "Requires improvement", "Inadequate")

_AUDIT_AREAS = (("Family Support", "c"), ("CiN/CP", "bc"), ("CiC", "a"))
_FOSTERED = frozenset({"U1", "U2", "U3", "U4", "U5", "U6"})
_FROM_HOME = (
    *[(0, times) for times in (1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3)],
    *[(2, times) for times in (7, 6, 5, 5, 4, 3, 3, 2)],
    *[(3, 0)] * 10,
)
"""Episodes from home before and in February 2021, a pair for each child: a dozen are missing for the first time."""

_AUDITS_A_CELL, _OLD_AUDITS = 11, 15


def audits(children: Sequence[Child], chance: Random) -> Table:
    """Audits of the last six months in every area with every grade, some moderated, and some older ones."""
    header = (ID, "Audit Date", "Auditor", "Service Area", "Grade", "Moderated Grade")
    return Table("Audit log", header, tuple(_audit_rows(children, chance)))


def _audit_rows(children: Sequence[Child], chance: Random) -> Iterator[tuple[Value, ...]]:
    for area, statuses in _AUDIT_AREAS:
        held = [child for child in children if child.status in statuses]
        since = [(grade, HALF_YEAR_AGO) for grade in GRADES for _ in range(_AUDITS_A_CELL)]
        old = [(chance.choice(GRADES), date(2020, 4, 14)) for _ in range(_OLD_AUDITS // len(_AUDIT_AREAS))]
        for child, (grade, first) in zip(chance.sample(held, len(since) + len(old)), since + old, strict=True):
            last = AS_AT - timedelta(days=7) if first == HALF_YEAR_AGO else HALF_YEAR_AGO - timedelta(days=1)
            moderated = chance.choice(GRADES) if chance.random() < 0.1 else ""
            day = day_between(chance, first, last)
            yield child.id, day, f"Auditor {chance.randrange(1, 7)}", area, grade, moderated


def edge_of_care(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """Families with an edge-of-care worker before a young child came into care on an interim order."""
    header = (ID, "Edge of Care Worker", "Team", "Involvement Start", "Involvement End")
    rows = []
    for child in children:
        if child.care and child.care.legal == "C1" and child.age() <= 8:
            team, worker = somebody(chance, staff.edge_of_care)
            start = child.care.started - timedelta(days=chance.randrange(10, 120))
            rows.append((child.id, worker, team, start, ""))
    return Table("Edge of care involvement", header, tuple(rows))


def exploitation(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """Children at risk of exploitation, by level."""
    header = (ID, "Level", "Date Assessed", "Family Support Worker", "Team")
    older = [child for child in children if child.status == "c" and 11 <= child.age() <= 17]
    levels = ["Low"] * 14 + ["Medium"] * 8 + ["High"] * 6
    rows = []
    for child, level in zip(chance.sample(older, len(levels)), levels, strict=True):
        team, worker = somebody(chance, staff.family_support)
        rows.append((child.id, level, day_between(chance, HALF_YEAR_AGO, AS_AT), worker, team))
    return Table("Exploitation risk list", header, tuple(rows))


def missing(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """All missing episodes: a dozen children for the first time in February 2021, some many times that month."""
    header = (
        *(ID, "Episode Start", "Episode End", "Missing From"),
        *("Return Interview Offered", "Return Interview Accepted", "Family Support Worker", "Team"),
    )
    home = [child for child in children if child.status in "bc" and 11 <= child.age() <= 17]
    placed = [child for child in children if child.status == "a" and 13 <= child.age() <= 17]
    rows: list[tuple[Value, ...]] = []
    for child, (before, february) in zip(chance.sample(home, len(_FROM_HOME)), _FROM_HOME, strict=True):
        holder = somebody(chance, staff.family_support)
        rows.extend((child.id, *episode, *reversed(holder)) for episode in _episodes(chance, "Home", before, february))
    for child in chance.sample(placed, 14):
        holder = somebody(chance, staff.family_support)
        episodes = _episodes(chance, "Placement", 2, chance.randrange(0, 4))
        rows.extend((child.id, *episode, *reversed(holder)) for episode in episodes)
    return Table("Missing episodes", header, tuple(sorted(rows, key=lambda row: (str(row[1]), str(row[0])))))


def _episodes(chance: Random, place: str, before: int, february: int) -> Iterator[tuple[Value, ...]]:
    earlier = sorted(day_between(chance, date(2020, 3, 1), date(2021, 1, 31)) for _ in range(before))
    for start in earlier + [date(2021, 2, day) for day in sorted(chance.sample(range(1, 29), february))]:
        offered = chance.random() < 0.85
        accepted = "Yes" if offered and chance.random() < 0.6 else "No"
        end = start + timedelta(days=chance.choice((0, 0, 0, 1)))
        yield start, end, place, "Yes" if offered else "No", accepted


def plo(children: Sequence[Child], chance: Random) -> Table:
    """Families in pre-proceedings: twenty-two still open, the others stepped down or issued; a row a family."""
    header = (
        *(ID, "Family ID", "Number of Children", "PPStartDate", "Letter Before Proceedings Date"),
        *("Step Decision Date", "Outcome", "Parallel Plan", "Allocated Team", "Allocated Worker"),
    )
    outcomes = [""] * 22 + ["Decision to step down"] * 6 + ["Decision to Issue Care Proceedings"] * 8
    held = [child for child in children if child.status == "b" or (child.status == "c" and child.protection)]
    rows: list[tuple[Value, ...]] = []
    for place, (child, outcome) in enumerate(zip(chance.sample(held, len(outcomes)), outcomes, strict=True)):
        start = day_between(chance, date(2020, 11, 2) if not outcome else date(2020, 4, 20), date(2021, 3, 20))
        letter = start + timedelta(days=chance.randrange(3, 15))
        decided = min(letter + timedelta(days=chance.randrange(30, 90)), AS_AT)
        family = (child.id, f"F{1000 + 7 * place}", chance.randrange(1, 5), start, letter)
        plan = "Yes" if place % 3 != 2 else "No"
        rows.append((*family, decided if outcome else "", outcome, plan, child.team, child.worker))
    return Table("PLO tracker", header, tuple(rows))


def groups(children: Sequence[Child], chance: Random) -> Table:
    """Core groups and child in need meetings of the last half year."""
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.status in "bc" and chance.random() < 0.6:
            kind = "Core group" if child.status == "b" else "CiN meeting"
            days = {day_between(chance, max(HALF_YEAR_AGO, child.cin_start), AS_AT) for _ in range(3)}
            rows.extend((child.id, kind, day) for day in sorted(days))
    return Table("Core groups and CiN meetings", (ID, "Meeting Type", "Meeting Date"), tuple(rows))


def pregnancy(children: Sequence[Child], chance: Random) -> Table:
    """Pregnant girls under eighteen who are known to social care."""
    header = (ID, "Date of Birth", "Expected Date", "Allocated Team", "Allocated Worker")
    girls = [c for c in children if c.gender == "b" and c.status in "abc" and 14 <= c.age() <= 17]
    rows = (
        (c.id, c.born, day_between(chance, AS_AT + timedelta(days=20), date(2021, 10, 20)), c.team, c.worker)
        for c in chance.sample([c for c in girls if not (c.care and c.care.mother)], 12)
    )
    return Table("Teenage pregnancy list", header, tuple(rows))


def iros(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """Each looked-after child's independent reviewing officer."""
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.status == "a":
            team, worker = somebody(chance, staff.iros)
            rows.append((child.id, worker, team))
    return Table("IRO allocation", (ID, "IRO", "Team"), tuple(rows))


def mothers(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """The SSDA903 header of children in care, with the worker of a mother's baby."""
    header = ("CHILD", "SEX", "DOB", "MOTHER", "MC_DOB", "Allocated Worker", "Worker of the Baby", "Allocated Team")
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.care and child.status == "a":
            sex = 2 if child.gender == "b" else 1
            baby: tuple[Value, ...] = ("", "", child.worker, "")
            if child.care.mother:
                born = day_between(chance, date(2020, 3, 1), date(2021, 3, 20))
                baby = (1, born, child.worker, somebody(chance, staff.cin_teams)[1])
            rows.append((child.id, sex, child.born, *baby, child.team))
    return Table("Children in care header", header, tuple(rows))


def life_story(children: Sequence[Child], chance: Random) -> Table:
    """Where life-story work stands for children whose plan is adoption or long-term fostering."""
    rows: list[tuple[Value, ...]] = []
    for child in children:
        if child.status == "a" and child.care and child.care.permanence in ("b", "f"):
            status = chance.choice(("Not started", "In progress", "In progress", "Complete"))
            rows.append((child.id, status, day_between(chance, date(2020, 6, 1), AS_AT)))
    return Table("Life-story work tracker", (ID, "Status", "Date"), tuple(rows))


def fostering(children: Sequence[Child], chance: Random, staff: SyntheticStaff) -> Table:
    """The council's own foster carers with a child placed, and their supervising social workers."""
    rows: list[tuple[Value, ...]] = []
    for child in children:
        care = child.care
        if care and not care.ceased and care.provider == "PR1" and care.placement in _FOSTERED:
            team, worker = somebody(chance, staff.supervising)
            rows.append((child.id, f"Carer {len(rows) + 1}", worker, team, care.started))
    return Table(
        "Fostering register", (ID, "Carer", "Supervising Social Worker", "Team", "Placement Start"), tuple(rows)
    )
