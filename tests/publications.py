"""Versions of a small review published one after the other, as a planner would, without its files and commands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from small_reviews import activity, at, problem, programme

from constraints.problem import Area, Problem, Session, Site
from planner.outgoing.holdings import Holdings
from planner.outgoing.publish.publication import Publication, publication
from planner.outgoing.revisions import Naming, Written, asked_of, drafted, revisions_of
from planner.outgoing.source import Source

NAMES = ("a", "b", "c")
CODES = {name: f"R-000{n}" for n, name in enumerate(NAMES)}
MADE = at("09:00") - timedelta(days=60)
ADDRESSES = {who: {"email": f"{who}@example.org"} for who in ("r1", "r2", "w1", "w2")}


def stated(waiting: Iterable[str] = (), people: Mapping[str, Mapping[str, object]] | None = None) -> Problem:
    """Three activities, those of an area that waits for something apart; everybody has an address."""
    areas = (Area(id="firm", title="Firm"), Area(id="held", title="Held", provisional="until it is known"))
    waiting = set(waiting)
    held = (activity(name, kind="interview", area="held" if name in waiting else "firm") for name in NAMES)
    differ = {who: {**ADDRESSES[who], **(people or {}).get(who, {})} for who in ADDRESSES}
    return problem(
        *held, areas=areas, sites=(Site(id="hall", name="County Hall"),), people=differ, title="small review"
    )


@dataclass
class Office:
    """Who publishes: what people hold, and the versions since it was published.

    Attributes:
        organiser: from whose address.
        codes: of each activity.
        sent: every publication so far.
    """

    organiser: str = "officer@example.org"
    codes: Mapping[str, str] = field(default_factory=lambda: CODES)
    holdings: Holdings = field(default_factory=Holdings)
    drafts: list[Written] = field(default_factory=list)
    number: int = 0
    sent: list[Publication] = field(default_factory=list)

    def draft(
        self, sessions: Sequence[Session], problem: Problem | None = None, made: datetime | None = None
    ) -> Source:
        """Write a version, and give it back as it would be shown; made a day after the last, if it is not said when."""
        self.number += 1
        made = made or MADE + timedelta(days=self.number)
        said = problem or stated()
        self.drafts.append(Written(number=self.number, made=made, problem=said, programme=programme(*sessions)))
        return self.source()

    def source(self) -> Source:
        """The last version as it would be shown."""
        after, last = self._after(), self.drafts[-1]
        return Source(
            problem=last.problem,
            programme=last.programme,
            number=last.number,
            made=last.made,
            codes=self.codes,
            revisions=revisions_of(after),
            asked=asked_of(after, last.problem),
            organiser=self.organiser,
            organiser_name="Link officer",
        )

    def preview(self, at: datetime | None = None) -> Publication:
        """What publishing the last version comes to; as soon as it was made, if it is not said when."""
        at = at or self.drafts[-1].made
        return publication(self.source(), len(self.sent) + 1, self.holdings, self._after(), at)

    def publish(self, at: datetime | None = None) -> Publication:
        """Publish the last version."""
        made = self.preview(at)
        self.holdings = self.holdings.then(Holdings.model_validate_json(made.rows))
        self.sent.append(made)
        self.drafts = []
        return made

    def _after(self) -> Holdings:
        return drafted(self.holdings, self.drafts, Naming(self.codes, "review", self.organiser))


def messages(made: Publication) -> list[bytes]:
    """The calendar files of a publication, in order of their names."""
    return [made.files[path] for path in sorted(made.files) if path.endswith(".ics")]


def requests(made: Publication) -> dict[str, dict[str, object]]:
    """The requests of a publication, by file name."""
    found = (path for path in sorted(made.files) if path.startswith("graph/"))
    return {path.removeprefix("graph/"): json.loads(made.files[path]) for path in found}


def utc(session: Session) -> tuple[object, object]:
    """When a session begins and ends."""
    return session.start.astimezone(UTC), session.end.astimezone(UTC)
