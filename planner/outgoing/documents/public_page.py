"""The parts of the public page: whether it changed, and a table a week of times, kinds and roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planner.outgoing.documents.dates import in_full, monday_of, pauses
from planner.outgoing.documents.elements import Html, element, together
from planner.outgoing.documents.page_frame import Part, part, paused_note
from planner.outgoing.documents.page_tables import MOST_TOGETHER, Row, body, day_table, labelled, row, table
from planner.outgoing.documents.page_times import day_element, hours_element
from planner.outgoing.views import Edition, PublicDay, PublicLine, PublicView

HEADERS = ("Date", "Time", "Session", "Who")


def public_parts(view: PublicView) -> Iterator[Part]:
    """The parts of the page, in order."""
    yield _changed(view)
    days = [day for day in view.days if day.lines]
    weeks = {monday: tuple(found) for monday, found in groupby(days, key=lambda day: monday_of(day.date))}
    paused = pauses(tuple(weeks))
    shown = _long_days if any(len(day.lines) > MOST_TOGETHER for day in days) else _grid
    for number, (monday, found) in enumerate(weeks.items(), 1):
        name = f"Week beginning {in_full(monday)}"
        held = shown(view.edition, name, found)
        yield part(f"week-{number}", name, name, *paused_note(paused.get(monday, "")), held, class_="week")


def _changed(view: PublicView) -> Part:
    if view.changed:
        said = "Some sessions have changed since the version before."
    elif view.edition.version == 1:
        said = "This is the first version."
    else:
        said = "Nothing changed."
    return part("changed", "Changes", "Changed since the version before", element("p", said), class_="changed")


def _grid(edition: Edition, name: str, days: Sequence[PublicDay]) -> Html:
    caption = f"Sessions, {name[:1].lower()}{name[1:]}"
    return table(caption, HEADERS, (body(_day(edition, day)) for day in days), "grouped public")


def _long_days(edition: Edition, _: str, days: Sequence[PublicDay]) -> Html:
    """A table a day, where a day may be longer than a page."""
    return together(
        day_table(day.date, HEADERS[2:], [_told(edition, line) for line in day.lines], *_marked(day)) for day in days
    )


def _marked(day: PublicDay) -> tuple[Html, ...]:
    return (together((" ", element("span", "Provisional", class_="mark"))),) if day.provisional else ()


def _day(edition: Edition, day: PublicDay) -> Iterator[Html]:
    mark = element("p", "Provisional", class_="mark") if day.provisional else together(())
    name = element("th", day_element(day.date), mark, scope="rowgroup", role="rowheader", rowspan=len(day.lines))
    for position, line in enumerate(day.lines):
        first = (name,) if position == 0 else ()
        yield row(*first, *map(labelled, HEADERS[1:], _told(edition, line)))


def _told(edition: Edition, line: PublicLine) -> Row:
    """When, what and who: what the headers after the date say."""
    roles = (element("li", role) for role in line.roles)
    return (
        hours_element(line.start, line.end, edition.zone),
        element("p", line.title, class_="title"),
        element("ul", *roles, class_="roles", role="list") if line.roles else "No role is named",
    )
