"""The three views of a programme, each a schema of its own: reviewer, host, public (R-VIEWS).

Nothing reaches a view by leaving a column out: each schema has no place for what its readers may not see. The reviewer
view holds themes and references and no worker's name; the host view names and neutral titles and no theme; the public
view times and roles.
"""

from __future__ import annotations

from datetime import date

from pydantic import AwareDatetime

from constraints.problem import Noun


class Edition(Noun):
    """Which programme a view shows: the review, the version, when it was made, and its zone."""

    review: str
    version: int
    made: AwareDatetime
    zone: str
    reviewers: tuple[str, ...]
    """The columns of a day: reviewers by role, in the review's order."""
    head: str = ""
    """What stands for the log up to this version; empty: it is not recorded."""


class ReviewerLine(Noun):
    """A session as a reviewer sees it: theme and references; who is met only by role."""

    session: str
    code: str
    start: AwareDatetime
    end: AwareDatetime
    kind: str
    title: str
    met: str
    """Whom the reviewer meets, by role; empty: nobody."""
    cases: tuple[str, ...]
    """Labels, each with how the case is seen where that is not with its own worker."""
    place: str
    """By name; empty: it has none."""
    area: str
    """The title of its area; empty: it is of none."""
    provisional: str
    """What its area still waits for; empty: nothing."""
    evidence: bool
    reserve: bool


class ReviewerDay(Noun):
    """A date with a column of lines for each reviewer, in the edition's order."""

    date: date
    columns: tuple[tuple[ReviewerLine, ...], ...]


class ReviewerWeek(Noun):
    """A week that holds something: which it is from the first that does, its areas, what they wait for, its days."""

    number: int
    monday: date
    areas: tuple[str, ...]
    provisional: tuple[str, ...]
    days: tuple[ReviewerDay, ...]


class LedgerRow(Noun):
    """Days of one kind: contracted, used, and by whom."""

    kind: str
    contracted: float
    used: float
    by: tuple[str, ...]


class CoverageRow(Noun):
    """A scope item of an area, and the sessions that serve it."""

    area: str
    item: str
    sessions: int
    evidence: int


class LeftOutRow(Noun):
    """What is left out and why."""

    title: str
    why: str


class AcceptedRow(Noun):
    """A rule that somebody knowingly let some sessions break: the sessions as printed, who said so and why."""

    rule: str
    sessions: tuple[str, ...]
    who: str
    why: str


class ReviewerView(Noun):
    """The programme for reviewers, in the proposal's own form."""

    edition: Edition
    weeks: tuple[ReviewerWeek, ...]
    ledger: tuple[LedgerRow, ...]
    ledger_says: str
    coverage: tuple[CoverageRow, ...]
    left_out: tuple[LeftOutRow, ...]
    changed: tuple[str, ...]
    """What changed since the version before, a sentence each; empty: nothing, or the first version."""
    notices: tuple[str, ...]
    accepted: tuple[AcceptedRow, ...] = ()


class HostPerson(Noun):
    """Somebody of the council who is asked for."""

    id: str
    name: str
    role: str
    team: str
    email: str


class HostLine(Noun):
    """A session as the council sees it: who, when, where; a neutral title and no theme."""

    code: str
    start: AwareDatetime
    end: AwareDatetime
    title: str
    reviewers: tuple[str, ...]
    people: tuple[HostPerson, ...]
    place: str
    tentative: bool
    """Whether it stands in an area that is still provisional."""


class HostDay(Noun):
    """A date with its lines in order of time."""

    date: date
    lines: tuple[HostLine, ...]


class Choices(Noun):
    """What whoever changes the workbook may write: days from first to last, people, reviewers, places by name."""

    first: date
    last: date
    people: tuple[HostPerson, ...]
    reviewers: tuple[HostPerson, ...]
    places: tuple[str, ...]


class HostView(Noun):
    """The programme for the council: every session that somebody of it attends, and each person's own."""

    edition: Edition
    days: tuple[HostDay, ...]
    changed: tuple[str, ...]
    choices: Choices | None = None
    """What the workbook may be changed to; None: it is not meant to come back."""

    @property
    def lines(self) -> tuple[HostLine, ...]:
        """All lines in order of time."""
        return tuple(line for day in self.days for line in day.lines)

    @property
    def people(self) -> tuple[HostPerson, ...]:
        """Everyone who is asked for, by team and name."""
        found = {person.id: person for line in self.lines for person in line.people}
        return tuple(sorted(found.values(), key=lambda person: (person.team, person.name, person.id)))

    def lines_of(self, person: HostPerson) -> tuple[HostLine, ...]:
        """The lines of one person, in order of time."""
        return tuple(line for line in self.lines if person in line.people)


class PublicLine(Noun):
    """A session as anybody may see it: when, of what general kind, and which roles take part."""

    start: AwareDatetime
    end: AwareDatetime
    title: str
    roles: tuple[str, ...]


class PublicDay(Noun):
    """A date with its lines in order of time."""

    date: date
    provisional: bool
    lines: tuple[PublicLine, ...]


class PublicView(Noun):
    """The programme for anybody: times and roles."""

    edition: Edition
    days: tuple[PublicDay, ...]
    changed: bool
