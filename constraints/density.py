"""Who, what and when is asked for more than there is, before anything is planned: exact counts in plain words.

Each finding says: of these activities at most so many can be held, whatever else is planned, judged only by the rules
about its subjects and about the activities themselves. Where it is exact, so many really can, as far as those rules go;
where it is not, the sentence says "at most". Standing sessions do not compete; mop-ups are asked for like any other.

A user of schedulers gets little help when something is impossible; counting first what each person, room and day is
asked for tells most of it (user wishes, 8).
"""

from __future__ import annotations

from collections.abc import Iterator

from constraints.counting.asked import asked
from constraints.counting.jobs import Ask, Kind
from constraints.counting.maker import Maker, case_ways
from constraints.counting.proof import shown
from constraints.counting.seats import placed
from constraints.counting.short import Short, short
from constraints.counting.words import sentence
from constraints.problem import Mode, Noun, Problem


class Density(Noun):
    """What a subject is asked for too much.

    Attributes:
        kind: what the subject is.
        subject: its id; empty where it has none of its own.
        subjects: the ids of the people, things and cases whose rules count.
        activities: the ids of the activities asked for.
        free: so many of them can be held at most.
        asked: how many they are.
        sentence: the same in words.
        exact: whether so many can be held, as far as the rules about the subjects go.
    """

    kind: Kind
    subject: str
    subjects: tuple[str, ...]
    activities: tuple[str, ...]
    free: int
    asked: int
    sentence: str
    exact: bool

    @property
    def too_many(self) -> int:
        """How many more are asked for than there is room for."""
        return self.asked - self.free


def density(problem: Problem) -> tuple[Density, ...]:
    """Everything that is asked for more than there is; what follows from more specific findings is left out.

    Args:
        problem: what has to happen.

    Returns:
        The findings, the most specific subjects first.
    """
    maker = Maker(problem)
    told: list[Density] = []
    for ask in asked(maker):
        for one in short(ask):
            found = _found(maker, one)
            if not _follows(found, told):
                told.append(found)
    return tuple(told)


def _found(maker: Maker, one: Short) -> Density:
    ask = one.ask._replace(subjects=tuple(_subjects(maker, one.ask)))
    exact = _exact(maker, ask, one)
    return Density(
        kind=ask.kind,
        subject=ask.subject,
        subjects=ask.subjects,
        activities=tuple(job.id for job in ask.jobs),
        free=one.most,
        asked=len(ask.jobs),
        sentence=sentence(maker, ask, one.most, exact=exact),
        exact=exact,
    )


def _exact(maker: Maker, ask: Ask, one: Short) -> bool:
    """Whether as many as can be held at most are shown to be held; those that nobody can staff are tried without."""
    left, held = list(ask.jobs), one.held
    while len(held) == one.most:
        if shown(maker, ask, held):
            return True
        lost = {each.job for each in held if not shown(maker, ask, [each])}
        left = [job for job in left if job.id not in lost]
        held = placed(left, ask.diaries, one.most) if lost else ()
    return False


def _subjects(maker: Maker, ask: Ask) -> Iterator[str]:
    """Whose rules count: those asked; about cases, the cases, and whoever and whatever could be there about them."""
    yield from ask.subjects
    if ask.kind in ("cases", "stratum"):
        found: dict[str, None] = {}
        for activity in (maker.problem.activity[job.id] for job in ask.jobs):
            for case, mode, people in case_ways(activity):
                found[case] = None
                if ask.kind == "cases":
                    found |= dict.fromkeys(people)
                    if mode is Mode.RECORD and activity.demand and activity.demand.record_resource:
                        found[activity.demand.record_resource] = None
        yield from found


def _follows(one: Density, told: list[Density]) -> bool:
    """Whether others, about the same subjects or some of them, already say that as many are too many."""
    too_many, counted = 0, set[str]()
    for other in sorted(told, key=lambda other: -other.too_many):
        shared = (set(one.activities) & set(other.activities)) - counted
        if set(other.subjects) <= set(one.subjects) and len(shared) > other.free:
            too_many += len(shared) - other.free
            counted |= shared
    return too_many >= one.too_many
