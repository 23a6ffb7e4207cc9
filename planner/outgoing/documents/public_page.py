"""The parts of the public page: whether it changed, and a table a week of times, kinds and roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from planner.outgoing.documents.dates import in_full
from planner.outgoing.documents.elements import Html, element, together
from planner.outgoing.documents.page_frame import Part, part
from planner.outgoing.documents.page_tables import body, labelled, row, table
from planner.outgoing.documents.page_times import day_element, hours_element
from planner.outgoing.views import Edition, PublicDay, PublicLine, PublicView

HEADERS = ("Date", "Time", "Session", "Who")


def public_parts(view: PublicView) -> Iterator[Part]:
    """The parts of the page, in order."""
    yield _changed(view)
    days = [day for day in view.days if day.lines]
    for number, (monday, found) in enumerate(groupby(days, key=_monday), 1):
        yield _week(view.edition, number, monday, tuple(found))


def _monday(day: PublicDay) -> date:
    return day.date - timedelta(days=day.date.weekday())


def _changed(view: PublicView) -> Part:
    if view.changed:
        said = "Some sessions have changed since the version before."
    elif view.edition.version == 1:
        said = "This is the first version."
    else:
        said = "Nothing changed."
    return part("changed", "Changes", "Changed since the version before", element("p", said), class_="changed")


def _week(edition: Edition, number: int, monday: date, days: Sequence[PublicDay]) -> Part:
    name = f"Week beginning {in_full(monday)}"
    grid = table(
        f"Sessions, {name[:1].lower()}{name[1:]}", HEADERS, (body(_day(edition, day)) for day in days), "grouped public"
    )
    return part(f"week-{number}", name, name, grid, class_="week")


def _day(edition: Edition, day: PublicDay) -> Iterator[Html]:
    mark = element("p", "Provisional", class_="mark") if day.provisional else together(())
    name = element("th", day_element(day.date), mark, scope="rowgroup", role="rowheader", rowspan=len(day.lines))
    for position, line in enumerate(day.lines):
        first = (name,) if position == 0 else ()
        yield row(*first, *_cells(edition, line))


def _cells(edition: Edition, line: PublicLine) -> Iterator[Html]:
    _, when, what, who = HEADERS
    yield labelled(when, hours_element(line.start, line.end, edition.zone))
    yield labelled(what, element("p", line.title, class_="title"))
    roles = (element("li", role) for role in line.roles)
    yield labelled(who, element("ul", *roles, class_="roles", role="list") if line.roles else "No role is named")
