"""A rule's two examples: a tiny review, a programme of it that keeps the rule and one that breaks it.

Each is a file of docs/examples/ named as the rule. What it writes, in the tables of a review.toml, is added to
docs/examples/review.toml; an entry of the same id adds to that entry. Of what it does not say:

- an activity or a site is called as its id;
- an activity without a kind is an interview, and without a case it is one of a worker.

``[[drawn]]`` says which cases were drawn, in their order, with the names of those who can speak about them; ``now``
what time it is, and ``published`` what people hold by then.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from constraints.problem import Problem
from constraints.programme import Programme
from making.session_line import programme
from making.setting import PARTS
from planner.intake.review import Review
from planner.intake.standing_now import stand
from planner.intake.statement import statement
from samples.draw import Draw, Drawn

FOLDER = Path(__file__).parents[1] / "examples"
EVERY = "review"
"""The file that every example starts from."""

Tables = Mapping[str, Any]

NAMING = ("id", "kind", "name")
"""The line that names an entry: the first of these that it has."""

OF_A_WORKER = [{"pool": "workers"}]
DRAWN_ON = date(2021, 4, 1)


class Example(NamedTuple):
    """A rule's examples.

    Attributes:
        section: under which heading a hard rule stands.
        settings: where the rule's settings are written: ``kind.breathing_space``.
        said: what the example writes of the review.
        drawn: the cases that were drawn.
        now: what time it is, by the clock of the review; None: nothing has begun.
        published: what people hold, a line a session.
        kept, broken: the two programmes, a line a session.
    """

    section: str
    settings: tuple[str, ...]
    said: Tables
    drawn: tuple[Tables, ...]
    now: datetime | None
    published: tuple[str, ...]
    kept: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def problem(self) -> Problem:
        """The problem that the example's review poses."""
        return self.posed(reviewed(self.said))

    def posed(self, review: Review) -> Problem:
        """The problem that a review poses with the cases that were drawn, at the time and with what people hold."""
        plain = problem_of(review, self.drawn)
        if self.now is None:
            return plain
        now, held = self.now.replace(tzinfo=plain.tz), programme(plain, self.published)
        near = stand(plain, held, held.sessions, (), (), now).frozen
        return plain.changed(now=now, published=held.sessions, frozen=near)

    def keeping(self) -> Programme:
        """The programme that keeps the rule."""
        return programme(self.problem, self.kept)

    def breaking(self) -> Programme:
        """The programme that breaks it."""
        return programme(self.problem, self.broken)


def names() -> list[str]:
    """The rules that have examples."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != EVERY)


def example_of(rule: str) -> Example:
    """The examples of the rule of that name."""
    said = _read(rule)
    return Example(
        section=said.pop("section", ""),
        settings=tuple(said.pop("settings")),
        drawn=tuple(said.pop("drawn", ())),
        now=said.pop("now", None),
        published=tuple(said.pop("published", ())),
        kept=tuple(said.pop("kept")),
        broken=tuple(said.pop("broken")),
        said=said,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def reviewed(said: Tables) -> Review:
    """The review of an example: what every example starts from, and what this one says beside it."""
    tables = _read(EVERY)
    for table, value in said.items():
        before = tables.get(table, {} if isinstance(value, dict) else [])
        tables[table] = {**before, **value} if isinstance(value, dict) else list(_added(before, value))
    tables["activity"] = [_activity(entry) for entry in tables["activity"]]
    tables["site"] = [{"name": _called(entry), **entry} for entry in tables.get("site", ())]
    return Review.model_validate({PARTS[table]: value for table, value in tables.items()})


def _added(before: list[Tables], entries: list[Tables]) -> Iterator[Tables]:
    known = {_known_by(entry): entry for entry in before}
    ours = [_known_by(entry) for entry in entries]
    yield from (entry for name, entry in known.items() if name not in ours)
    yield from ({**known.get(name, {}), **entry} for name, entry in zip(ours, entries, strict=True))


def naming(entry: Tables) -> str:
    """The line that names an entry; empty where it has none."""
    return next((line for line in NAMING if line in entry), "")


def _known_by(entry: Tables) -> object:
    return entry.get(naming(entry))


def _activity(entry: Tables) -> Tables:
    plain: dict[str, Any] = {"title": _called(entry), "kind": "interview"}
    if "kind" not in entry and "case" not in entry:
        plain["counterparts"] = OF_A_WORKER
    return {**plain, **entry}


def _called(entry: Tables) -> str:
    return str(entry["id"]).replace("-", " ").capitalize()


def problem_of(review: Review, drawn: tuple[Tables, ...]) -> Problem:
    """The problem that a review poses when these cases were drawn."""
    draws = {
        stratum.id: _draw(stratum.id, [d for d in drawn if d["stratum"] == stratum.id]) for stratum in review.strata
    }
    return statement(review, draws, {case["case"]: case["case"] for case in drawn})


def _draw(stratum: str, cases: list[Tables]) -> Draw:
    drawn = tuple(
        Drawn(
            reference=case["case"],
            rank=rank,
            ticket="",
            holders=tuple(case.get("workers", ())),
            others=case.get("others", {}),
        )
        for rank, case in enumerate(cases, start=1)
    )
    return Draw(
        stratum=stratum,
        title=stratum,
        rule=(),
        pick="random",
        list="cases",
        as_at=DRAWN_ON,
        population=len(drawn),
        frame_hash="",
        drawn=drawn,
    )
