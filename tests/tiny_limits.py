"""How much is too much, added to a tiny problem: limits, turns, paces, evening hours, days of people; and comfort."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from constraints.problem import Hours, Limits, Pace, Person, Problem, Rotation, Window

TEAMS = ("north", "south", "east")
KINDS = ("visit", "talk")


def limited(problem: Problem, random: Random, themes: Collection[str]) -> Problem:
    """The same problem with people of teams, hosts and evening hours, and with limits on what they are asked for."""
    draw = _Limits(problem, random, themes)
    return problem.changed(
        people=tuple(map(draw.person, problem.people)),
        hours=tuple(map(draw.hours, problem.hours)),
        rotations=tuple(draw.rotations()),
        paces=tuple(draw.paces()),
        limits=draw.limits(),
        comfort=problem.comfort.model_copy(
            update={
                **{wish: random.choice((0, 1, 2)) for wish in ("few_sites", "variety", "quiet_days")},
                "quiet": tuple(draw.quiet()),
            }
        ),
    )


class _Limits:
    def __init__(self, problem: Problem, random: Random, themes: Collection[str]) -> None:
        self.plain = problem
        self.random = random
        self.themes = themes

    def one_in(self, n: int) -> bool:
        return self.random.randrange(n) == 0

    def some(self, of: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.random.sample(list(of), self.random.randint(1, len(of))))

    def person(self, person: Person) -> Person:
        update: dict[str, object] = {}
        reviewer = "reviewers" in person.pools
        if "teams" in self.themes:
            update["team"] = self.random.choice(("", *TEAMS) if reviewer else TEAMS)
        if "evenings" in self.themes and not self.one_in(3):
            update["hours"] = "office"
        if "days" in self.themes and reviewer:
            update["most_days"] = self.random.choice((None, 1, 1, 2))
            update["consecutive_days"] = self.one_in(2)
        if "hosts" in self.themes and (self.one_in(3) if reviewer else not self.one_in(3)):
            update["pools"] = (*person.pools, "hosts")
        return person.model_copy(update=update)

    def hours(self, hours: Hours) -> Hours:
        if "evenings" not in self.themes or self.one_in(4):
            return hours
        later = timedelta(minutes=self.plain.grid * self.random.choice((2, 4, 6)))
        ragged = timedelta(minutes=self.random.choice((0, 0, 5)))
        evenings = tuple(Window(start=w.start + later, end=w.end + later + ragged) for w in hours.windows)
        return hours.model_copy(update={"evenings": evenings[: self.random.choice((1, 3, 3))]})

    def rotations(self) -> Iterator[Rotation]:
        if "turns" in self.themes:
            pools = self.random.choice((("reviewers",), ("reviewers", "hosts"), ("reviewers", "workers")))
            yield Rotation(name="turns", pools=pools, kinds=self.some(KINDS), most=self.random.choice((1, 1, 2)))

    def paces(self) -> Iterator[Pace]:
        if "turns" in self.themes:
            for name in ("slowly", "slower")[: self.random.choice((1, 1, 2))]:
                yield Pace(
                    name=name,
                    kinds=self.some(KINDS),
                    most=self.random.choice((1, 1, 2)),
                    days=self.random.choice((1, 2, 2, 3)),
                    pool=self.random.choice(("", "", "reviewers", "workers", "hosts")),
                )

    def limits(self) -> Limits:
        return self.plain.limits.model_copy(
            update={
                "interviews_per_interviewee_per_week": self.random.choice((None, 1, 1, 2)),
                "sessions_per_team_at_once": self.random.choice((None, 1, 1, 2)) if "teams" in self.themes else None,
                "sites_per_person_per_day": self.random.choice((None, 1, 1, 2)) if "places" in self.themes else None,
                "evenings_per_reviewer_per_week": self.random.choice((None, 1, 1, 2)),
                "reserve_per_week": self.random.choice((None, 1, 1, 2)),
            }
        )

    def quiet(self) -> Iterator[Window]:
        """Whole days, or a stretch that begins or ends among the sessions."""
        midnight = datetime.combine(self.plain.start, datetime.min.time(), self.plain.tz)
        first, many = self.random.randrange(2), self.random.choice((1, 1, 2))
        ragged = timedelta(hours=self.random.choice((0, 0, 11)), minutes=self.random.choice((0, 5)))
        over = timedelta(hours=self.random.choice((0, 0, 10)), minutes=self.random.choice((0, 0, 5)))
        yield Window(start=midnight + timedelta(first) + ragged, end=midnight + timedelta(first + many) + over)
