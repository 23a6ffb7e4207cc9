"""Synthetic children whose circumstances go together: ages, orders, placements and plans that a council could have.

Our own invention from a seed: children are numbers with dates of birth, without names. Public sample data is too small
(at most seven rows a list) or draws its codes at random, so that nobody could be sampled from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

AS_AT = date(2021, 4, 14)
"""The date the synthetic lists speak of: the day before the review starts."""

HALF_YEAR_AGO = date(2020, 10, 14)

Teams = Mapping[str, tuple[str, ...]]
"""Team names with the names of their workers."""


@dataclass(frozen=True)
class SyntheticStaff:
    """Who can hold a synthetic case: team names with their workers' names, by service."""

    cin_teams: Teams
    care_teams: Teams
    cwd_teams: Teams
    family_support: Teams
    edge_of_care: Teams
    iros: Teams
    supervising: Teams


@dataclass(frozen=True)
class Care:
    """A period of care; ``ceased`` is None while it lasts."""

    started: date
    legal: str
    placement: str
    provider: str
    permanence: str
    ceased: date | None = None
    mother: bool = False


@dataclass(frozen=True)
class Protection:
    """A child protection plan; ``ended`` is None while it lasts."""

    started: date
    category: str
    ended: date | None = None


@dataclass(frozen=True)
class Child:
    """A child known to the council, with the team and worker who hold the case."""

    id: str
    born: date
    gender: str
    disabled: bool
    status: str
    need: str
    cin_start: date
    cin_end: date | None
    team: str
    worker: str
    care: Care | None = None
    protection: Protection | None = None

    def age(self, at: date = AS_AT) -> int:
        """Age in whole years."""
        return at.year - self.born.year - ((at.month, at.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class _CareProfile:
    """So many looked-after children who are alike; each field with several values is chosen from at random."""

    count: int
    legal: str
    placement: str
    provider: str
    ages: tuple[int, int]
    started: tuple[date, date]
    permanence: str
    disabled: bool = False
    mother: bool = False


_SPRING = date(2021, 4, 1)
_RECENT = (date(2020, 9, 1), _SPRING)

_CARE = (
    _CareProfile(16, "C1", "U4 U6 U6 U5", "PR1 PR1 PR4", (0, 7), _RECENT, "a a b c "),
    _CareProfile(12, "C1", "U1 U3 U3 P1 P1", "PR1", (0, 7), _RECENT, "a c c "),
    _CareProfile(22, "C1", "U6 U6 U3 K2", "PR1 PR4", (8, 16), (date(2020, 1, 6), _SPRING), "a c f "),
    _CareProfile(80, "C2", "U4 U4 U4 U6 U1 K2 R1", "PR1 PR1 PR4", (3, 17), (date(2014, 1, 6), _SPRING), "f f f c e"),
    _CareProfile(14, "E1", "A6 A5 U5 U6", "PR1", (1, 6), (date(2019, 3, 1), date(2020, 11, 1)), "b"),
    _CareProfile(9, "V2", "H5 P2", "PR4", (16, 17), (date(2021, 1, 4), date(2021, 1, 31)), "d"),
    _CareProfile(9, "V2", "H5 P2", "PR4", (16, 17), (date(2021, 2, 1), date(2021, 2, 28)), "d"),
    _CareProfile(10, "V2", "H5 P2", "PR4", (16, 17), (date(2020, 3, 2), date(2020, 12, 18)), "d"),
    _CareProfile(14, "V2", "U4 U6 U6 U3", "PR1", (5, 15), (date(2019, 6, 3), _SPRING), "a f f"),
    _CareProfile(8, "V2", "U6 K2", "PR4", (9, 16), (date(2019, 6, 3), _SPRING), "a f e"),
    _CareProfile(12, "V2", "U6 K2 R1 S1", "PR4", (7, 16), (date(2017, 6, 5), _SPRING), "e f a", disabled=True),
    _CareProfile(9, "C2", "R3 U4 R3", "PR4", (15, 17), (date(2018, 1, 8), date(2020, 12, 1)), "f d", mother=True),
    _CareProfile(3, "L2", "U6", "PR1", (0, 9), (date(2021, 4, 6), date(2021, 4, 12)), " "),
    _CareProfile(2, "J1", "R5", "PR3", (15, 17), (date(2021, 2, 1), _SPRING), "a"),
)
"""Most interim orders foster; the unregulated are sixteen or older; nobody under section 20 is placed with parents."""

_OPEN_CIN, _CP, _ASSESSED, _CLOSED = 180, 90, 45, 65
_STEPPED_DOWN, _CEASED_CARE = 24, 12


def children(seed: int, staff: SyntheticStaff) -> tuple[Child, ...]:
    """The children of lists 6, 7 and 8, about six hundred, in the order of their identifiers."""
    chance = Random(f"{seed}:children")  # noqa: S311 - invented data: repeatable, not secret
    made = [*_in_care(chance, staff), *_in_need(chance, staff)]
    numbers = chance.sample(range(100, 100 + 3 * len(made)), len(made))
    return tuple(sorted((replace(c, id=f"C{n:06d}") for c, n in zip(made, numbers, strict=True)), key=lambda c: c.id))


def day_between(chance: Random, first: date, last: date) -> date:
    """A day from first to last, both included."""
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def somebody(chance: Random, teams: Teams) -> tuple[str, str]:
    """A team and one of its workers; every worker is as likely as another."""
    return chance.choice([(team, worker) for team, workers in teams.items() for worker in workers])


def _in_care(chance: Random, staff: SyntheticStaff) -> Iterator[Child]:
    for profile in _CARE:
        for _ in range(profile.count):
            started = day_between(chance, *profile.started)
            born = min(_born(chance, profile.ages), started - timedelta(days=1))
            care = Care(
                started=started,
                legal=profile.legal,
                placement=chance.choice(profile.placement.split()),
                provider=chance.choice(profile.provider.split()),
                permanence=chance.choice(profile.permanence.split(" ")),
                mother=profile.mother,
            )
            if care.placement == "P1":
                care = replace(care, provider="PR0")
            need = "N2" if profile.disabled else chance.choice(("N1", "N1", "N1", "N5", "N4", "N8"))
            team, worker = somebody(chance, staff.cwd_teams if profile.disabled else staff.care_teams)
            gender = "b" if profile.mother else chance.choice("ab")
            before = max(born, started - timedelta(days=chance.randrange(20, 400)))
            yield Child("", born, gender, profile.disabled, "a", need, before, None, team, worker, care)


def _in_need(chance: Random, staff: SyntheticStaff) -> Iterator[Child]:
    for status, count in (("c", _OPEN_CIN), ("b", _CP), ("d", _ASSESSED), ("e", _CLOSED)):
        for place in range(count):
            child = _at_home(chance, staff, status)
            if status == "b":
                child = replace(child, protection=_plan(chance, child))
            if status == "c" and place < _STEPPED_DOWN:
                child = replace(child, protection=_ended_plan(chance, child))
            if status == "e" and place < _CEASED_CARE:
                child = replace(child, care=_ended_care(child))
            yield child


def _at_home(chance: Random, staff: SyntheticStaff, status: str) -> Child:
    born = _born(chance, (0, 17))
    latest = AS_AT - timedelta(days=30 if status != "d" else 3)
    earliest = {"d": AS_AT - timedelta(days=45), "e": date(2019, 9, 2)}.get(status, date(2019, 1, 7))
    start = max(day_between(chance, earliest, latest if status != "e" else HALF_YEAR_AGO), born)
    end = day_between(chance, max(HALF_YEAR_AGO, start), AS_AT - timedelta(days=2)) if status == "e" else None
    disabled = chance.random() < 0.08
    need = "N2" if disabled else chance.choice(("N1", "N1", "N1", "N5", "N4", "N3", "N6"))
    team, worker = somebody(chance, staff.cwd_teams if disabled else staff.cin_teams)
    return Child("", born, chance.choice("ab"), disabled, status, need, start, end, team, worker)


def _plan(chance: Random, child: Child) -> Protection:
    return Protection(day_between(chance, child.cin_start, AS_AT - timedelta(days=7)), chance.choice("aaabcddd"))


def _ended_plan(chance: Random, child: Child) -> Protection:
    ended = day_between(chance, max(HALF_YEAR_AGO, child.cin_start), AS_AT - timedelta(days=5))
    started = day_between(chance, child.cin_start, ended)
    return Protection(started, chance.choice("aaabcddd"), ended)


def _ended_care(child: Child) -> Care:
    assert child.cin_end is not None
    return Care(child.cin_start, "V2", "U6", "PR1", "a", ceased=child.cin_end)


def _born(chance: Random, ages: tuple[int, int]) -> date:
    youngest, oldest = ages
    return AS_AT - timedelta(days=chance.randrange(youngest * 366 + 20, (oldest + 1) * 365 - 20))
