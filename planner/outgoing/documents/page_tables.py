"""Tables of a page: real headers on a desk, and on a phone a card a row whose values keep their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from planner.outgoing.documents.dates import in_short
from planner.outgoing.documents.elements import Child, Html, element, together
from planner.outgoing.documents.page_times import day_element

Row = tuple[Child, ...]
MOST_TOGETHER = 16
"""Rows that stay on one page of paper; more would leave most of a page empty."""


def labelled(label: str, *children: Child) -> Html:
    """A cell that can stand without its column's header: the label shows only where the header does not."""
    return element("td", element("span", label, class_="label"), *children, role="cell")


def table(caption: Child, headers: Sequence[str], bodies: Iterable[Html], class_: str) -> Html:
    """A table with a caption, a header for each column, and its bodies.

    The roles are those that the elements have anyway; they keep it a table for a screen reader where the narrow
    style lays it out as a list.
    """
    head = (element("th", header, scope="col", role="columnheader") for header in headers)
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *head, role="row"), role="rowgroup"),
        *bodies,
        class_=class_,
        role="table",
    )


def body(rows: Iterable[Html]) -> Html:
    """Rows that belong together."""
    return element("tbody", *rows, role="rowgroup")


def row(*cells: Html) -> Html:
    """A row of cells."""
    return element("tr", *cells, role="row")


def row_header(*children: Child) -> Html:
    """The header of a row."""
    return element("th", *children, scope="row", role="rowheader")


def plain_table(caption: Child, headers: Sequence[str], rows: Iterable[Row], class_: str = "plain") -> Html:
    """A table whose first column names the row."""
    return table(caption, headers, (body(row(*_cells(headers, cells)) for cells in rows),), class_)


def day_table(day: date, headers: Sequence[str], rows: Sequence[Row], *marks: Html) -> Html:
    """A table of one day, which stands above its times, so that a page of paper says it again.

    Args:
        day: the day.
        headers: of the columns after that of the times.
        rows: a row a session: when, and what the headers say.
        marks: what stands beside the day.
    """
    caption = together((day_element(day), *marks))
    class_ = "plain listing long" if len(rows) > MOST_TOGETHER else "plain listing"
    return plain_table(caption, (in_short(day), *headers), rows, class_)


def grouped_table(caption: str, headers: Sequence[str], rows: Iterable[tuple[str, Row]]) -> Html:
    """A table whose first column names groups of rows that follow each other, and whose second names the row."""
    groups = groupby(rows, key=lambda pair: pair[0])
    bodies = (body(_group(headers, name, [cells for _, cells in members])) for name, members in groups)
    return table(caption, headers, bodies, "grouped")


def _group(headers: Sequence[str], name: str, rows: Sequence[Row]) -> Iterator[Html]:
    group = element("th", name, scope="rowgroup", role="rowheader", rowspan=len(rows))
    for position, cells in enumerate(rows):
        first = (group,) if position == 0 else ()
        yield row(*first, *_cells(headers[1:], cells))


def _cells(headers: Sequence[str], cells: Row) -> Iterator[Html]:
    yield row_header(cells[0])
    for header, cell in zip(headers[1:], cells[1:], strict=True):
        yield labelled(header, cell)
