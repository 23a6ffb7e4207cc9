"""Small programmes with awkward words, each from its seed: children called like workers, months and headings."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from constraints.problem import (
    Activity,
    Area,
    Candidate,
    CaseDemand,
    CaseSeen,
    Mode,
    Person,
    Problem,
    ReviewerDay,
    ScopeItem,
    Session,
)
from constraints.programme import Programme
from planner.outgoing.codes import codes
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.revisions import Written, revisions
from planner.outgoing.source import Source
from samples.reference import leak_index, reference

AWKWARD = ("May", "Mark", "Will", "Grace", "Hope", "Rose", "June", "April", "Bill", "Frank", "Daisy", "Summer", "Art")
SURNAMES = ("Rose", "Grace", "Day", "Page", "Young", "March", "Field", "Booker", "Adeyemi", "Okonkwo", "Marsh", "Hope")
TITLES = ("Young mums in care", "Low level risk of exploitation", "Most missing episodes", "Step-up and step-down")
ROLES = ("Social worker", "Team manager", "Reviewing officer", "Head of service, fostering")
TEAMS = ("Grace House", "Fostering", "Children in Care East", "Rose Hill")
PLACES = ("online", "online", "May Street office", "Hope House")
KEY = bytes(range(32))


@dataclass(frozen=True)
class Child:
    """Somebody who must not be known: invented, like everything here."""

    forename: str
    surname: str
    identifier: str
    born: date
    label: str

    @property
    def reference(self) -> str:
        return reference(KEY, self.identifier)


@dataclass(frozen=True)
class Awkward:
    """A version of a programme, the children on its lists, and what the guard knows."""

    source: Source
    children: tuple[Child, ...]
    index: LeakIndex


def awkward(seed: int) -> Awkward:
    """A clean programme: half of them the second version, in which a session has moved."""
    rng = random.Random(seed)
    people = _people(rng)
    children = _children(rng, people)
    problem = _problem(rng, people, children)
    before = Programme(sessions=tuple(_session(rng, problem, activity) for activity in problem.activities))
    programmes = [before, _moved(before)] if seed % 2 else [before]
    source = _source(problem, programmes)
    values = [value for child in children for value in _values(child)]
    return Awkward(source, children, index_of(leak_index(KEY, values), KEY, source, themes=TITLES))


def _values(child: Child) -> tuple[str, ...]:
    return child.identifier, f"{child.forename} {child.surname}", child.born.isoformat()


def _people(rng: random.Random) -> tuple[Person, ...]:
    names = rng.sample([f"{forename} {surname}" for forename in AWKWARD for surname in SURNAMES], 6)
    return tuple(
        Person(
            id=f"{'reviewer' if nth < 2 else 'worker'}-{nth}" if rng.random() < 0.5 else name.lower().replace(" ", "-"),
            name=name,
            role="Reviewer" if nth < 2 else rng.choice(ROLES),
            team="" if nth < 2 else rng.choice(TEAMS),
            email=f"{name.lower().replace(' ', '.')}@example.org",
        )
        for nth, name in enumerate(names)
    )


def _children(rng: random.Random, people: tuple[Person, ...]) -> tuple[Child, ...]:
    """A namesake of a worker, one who shares a forename, one a surname, one called like a month; and others."""
    forename, surname = people[2].name.split()
    names = [
        (forename, surname),
        (forename, "Thornbury"),
        ("Kestrel", surname),
        ("May", "Week"),
        ("Session", "Version"),
    ]
    names += [(rng.choice(AWKWARD), rng.choice(SURNAMES)) for _ in range(7)]
    return tuple(
        Child(one, other, _identifier(rng), date(2004, 1, 1) + timedelta(rng.randrange(6000)), f"HF-{nth:03d}")
        for nth, (one, other) in enumerate(names, start=1)
    )


def _identifier(rng: random.Random) -> str:
    digits = f"{rng.randrange(10**6, 10**8)}"
    return rng.choice((digits, digits, f"CS{digits}", f"AB-{digits[:4]}-{digits[4:]}"))


def _problem(rng: random.Random, people: tuple[Person, ...], children: tuple[Child, ...]) -> Problem:
    activities = tuple(
        Activity(
            id=f"S{nth:02d}",
            title=rng.choice(TITLES),
            kind=rng.choice(("interview", "interview", "manager", "group", "laptop", "lunch")),
            area="week-two",
            shortest=60,
            longest=60,
            place=rng.choice(PLACES),
            demand=CaseDemand(stratum=f"S{nth:02d}", candidates=(Candidate(case=children[nth].label, rank=1),)),
        )
        for nth in range(1, 4)
    )
    scope = (ScopeItem(id="edge-of-care", title="Edge of care"), ScopeItem(id="advocacy", title="Independent advocacy"))
    area = Area(id="week-two", title="Family support and edge of care", scope=scope, provisional=rng.choice(("", "it")))
    days = tuple(ReviewerDay(person=one.id, date=date(2021, 5, 4), kind="fieldwork") for one in people[:2])
    title = rng.choice(("Review of children's services", "May review", "Mark and Grace: a review of practice"))
    span = {"start": date(2021, 4, 27), "end": date(2021, 5, 14)}
    return Problem(title=title, people=people, areas=(area,), activities=activities, days=days, **span)


def _session(rng: random.Random, problem: Problem, activity: Activity) -> Session:
    day, hour = rng.choice((date(2021, 4, 28), date(2021, 5, 4), date(2021, 5, 6))), rng.randrange(9, 17)
    start = datetime(day.year, day.month, day.day, hour, rng.choice((0, 15, 30)), tzinfo=problem.tz)
    assert activity.demand is not None
    seen = CaseSeen(case=activity.demand.candidates[0].case, rank=1, mode=Mode.WORKER)
    met = tuple(person.id for person in rng.sample(problem.people[2:], rng.choice((1, 1, 2))))
    return Session(
        activity=activity.id,
        start=start,
        end=start + timedelta(hours=1),
        reviewers=(rng.choice(problem.people[:2]).id,),
        counterparts=met,
        cases=(seen,),
        place=activity.place,
    )


def _moved(programme: Programme) -> Programme:
    first, *others = programme.sessions
    later = {"start": first.start + timedelta(days=1), "end": first.end + timedelta(days=1)}
    return Programme(sessions=(first.model_copy(update=later), *others))


def _source(problem: Problem, programmes: list[Programme]) -> Source:
    coded = codes(KEY, (activity.id for activity in problem.activities))
    made = datetime(2021, 4, 14, 9, tzinfo=problem.tz)
    versions = [
        Written(number=nth, made=made + timedelta(days=nth), problem=problem, programme=programme)
        for nth, programme in enumerate(programmes, start=1)
    ]
    return Source(
        problem=problem,
        programme=programmes[-1],
        number=len(programmes),
        made=versions[-1].made,
        before=programmes[0] if len(programmes) > 1 else None,
        problem_before=problem if len(programmes) > 1 else None,
        codes=coded,
        revisions=revisions(versions, coded, "HF-2021", "example.org"),
        organiser="link.officer@example.org",
        organiser_name="Hope Mark",
    )
