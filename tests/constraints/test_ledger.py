from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from constraints.ledger import KindDays, PersonDays, ledger
from constraints.problem import Activity, LedgerLine, Need, Person, Problem, ReviewerDay, Session
from constraints.programme import Programme

LONDON = ZoneInfo("Europe/London")
FIRST, SECOND = date(2021, 4, 20), date(2021, 4, 22)
OUTSIDE = LedgerLine(person="r1", date=date(2021, 4, 15), days=0.5, what="reading")

PROBLEM = Problem(
    title="Review",
    start=FIRST,
    end=SECOND,
    people=(Person(id="r1", name="Lead reviewer"),),
    activities=tuple(
        Activity(id=name, title=name, kind="k", shortest=60, longest=60, needs=(Need(people=("r1",)),), standing=of)
        for name, of in (("read", ""), ("talk", ""), ("lunch", "lunch"))
    ),
    days=(
        ReviewerDay(person="r1", date=FIRST, kind="reading"),
        ReviewerDay(person="r1", date=SECOND, kind="fieldwork"),
    ),
    contracted={"reading": 1.0, "fieldwork": 1.0},
    outside=(OUTSIDE,),
)


def held(activity: str, on: date) -> Session:
    start, end = (datetime(on.year, on.month, on.day, hour, tzinfo=LONDON) for hour in (10, 11))
    return Session(activity=activity, start=start, end=end, reviewers=("r1",))


def test_ledger_closes_when_every_contracted_day_is_used() -> None:
    days = ledger(PROBLEM, Programme(sessions=(held("read", FIRST), held("talk", SECOND))))
    lead = (PersonDays(person="r1", name="Lead reviewer", used=1),)
    assert days.kinds == (
        KindDays(kind="reading", contracted=1.0, used=1, people=lead),
        KindDays(kind="fieldwork", contracted=1.0, used=1, people=lead),
    )
    (outside,) = days.outside
    assert outside.model_dump(exclude={"name"}) == OUTSIDE.model_dump()
    assert days.sentence == "closes: 2.0 = 1 + 1"


def test_ledger_does_not_close_when_a_day_holds_standing_sessions_only() -> None:
    days = ledger(PROBLEM, Programme(sessions=(held("read", FIRST), held("lunch", SECOND))))
    assert (days.used, days.contracted) == (1, 2.0)
    assert days.sentence == "does not close: 1.0 of 2.0 used (1 of 1 reading, 0 of 1 fieldwork)"


def test_a_ledger_without_a_contract_says_so() -> None:
    """The team diagnostics contract no days: their ledger once closed with a sum of nothing, ``0.0 = ``."""
    problem = PROBLEM.changed(contracted={})

    assert ledger(problem, Programme(sessions=(held("read", FIRST),))).sentence == "no days are contracted"
