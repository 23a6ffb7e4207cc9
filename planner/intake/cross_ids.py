"""Ids, titles and addresses: there, without characters that files use otherwise, and each of them once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.intake.finding import Finding
from planner.intake.review import Review
from planner.intake.written import Loc, shown
from planner.layout import SEPARATOR

_FIELDS = (
    ("hours", "id"),
    ("pools", "id"),
    ("resources", "id"),
    ("staff", "id"),
    ("staff", "name"),
    ("areas", "id"),
    ("areas", "title"),
    ("kinds", "id"),
    ("activities", "id"),
    ("activities", "title"),
    ("standing", "id"),
    ("standing", "title"),
    ("lists", "id"),
    ("lists", "file"),
    ("strata", "id"),
    ("strata", "title"),
    ("days", "kind"),
    ("teams", "id"),
    ("sites", "id"),
    ("sites", "name"),
    ("rotations", "name"),
    ("paces", "name"),
    ("quiet", "name"),
)

_LISTS = (
    ("hours", "weekdays", "weekday"),
    ("days", "people", "person"),
    ("days", "dates", "date"),
    ("standing", "day_kinds", "kind of day"),
)


def blanks(review: Review) -> Iterator[Finding]:
    """Ids, names, titles and lists that must hold something hold nothing."""
    if not review.about.title:
        yield Finding("about", ("title",), "nothing stands here", "Give the review a title")
    for part, field in _FIELDS:
        for nth, entry in enumerate(getattr(review, part)):
            value = getattr(entry, field)
            if not value:
                yield Finding(part, (nth, field), "nothing stands here", f"Give the entry its {field}")
            elif field == "id" and SEPARATOR in value:
                hint = f"The character {SEPARATOR} separates ids, so no id may have it"
                yield Finding(part, (nth, field), f"{shown(value)} cannot be an id", hint)
    for part, field, one in _LISTS:
        for nth, entry in enumerate(getattr(review, part)):
            if not getattr(entry, field):
                yield Finding(part, (nth, field), "nothing stands here", f"Name at least one {one}")


def ids_once(review: Review) -> Iterator[Finding]:
    """Every id stands once in its part; a person and a resource, or two areas' scope items, share none."""
    for part in ("hours", "pools", "areas", "kinds", "lists", "strata", "standing", "teams", "sites"):
        yield from _once([(part, (nth, "id"), entry.id) for nth, entry in enumerate(getattr(review, part))])
    for part in ("rotations", "paces"):
        yield from _once([(part, (nth, "name"), entry.name) for nth, entry in enumerate(getattr(review, part))])
    yield from _once(
        [
            *(("staff", (nth, "id"), one.id) for nth, one in enumerate(review.staff)),
            *(("resources", (nth, "id"), one.id) for nth, one in enumerate(review.resources)),
        ]
    )
    yield from _once(
        [
            ("areas", (nth, "scope", at, "id"), item.id)
            for nth, area in enumerate(review.areas)
            for at, item in enumerate(area.scope)
        ]
    )
    yield from _once(_activity_ids(review))
    yield from _once([("contract", (nth, "kind"), line.kind) for nth, line in enumerate(review.contract)])


def addresses(review: Review) -> Iterator[Finding]:
    """Every e-mail address looks like one, and belongs to one person."""
    for nth, member in enumerate(review.staff):
        name, at, host = member.email.partition("@")
        if (member.email and not (name and at and host)) or " " in member.email or "@" in host:
            yield Finding("staff", (nth, "email"), f"{shown(member.email)} is not an e-mail address", "Write name@host")
    written = [("staff", (nth, "email"), one.email.casefold()) for nth, one in enumerate(review.staff) if one.email]
    yield from _once(written)


def _activity_ids(review: Review) -> list[tuple[str, Loc, str]]:
    """The ids of entries; one that a repeat of another makes (S18-1) stands as a second of its name."""
    repeats = {entry.id: entry.repeat for entry in review.activities if entry.repeat > 1}
    ids: list[tuple[str, Loc, str]] = []
    for nth, entry in enumerate(review.activities):
        of, _, number = entry.id.rpartition("-")
        if of in repeats and number.isdecimal() and 1 <= int(number) <= repeats[of]:
            ids.append(("activities", (nth, "id"), entry.id))
        ids.append(("activities", (nth, "id"), entry.id))
    return ids


def _once(ids: Sequence[tuple[str, Loc, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for part, loc, name in ids:
        if name in seen:
            yield Finding(part, loc, f"{shown(name)} stands here a second time", "Give each entry its own")
        seen.add(name)
