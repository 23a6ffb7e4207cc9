"""A session of the reviewers' page: in a reviewer's column, or in a row of its own where days are lists."""

from __future__ import annotations

from planner.outgoing.documents.day_lists import Listed, rows_of
from planner.outgoing.documents.elements import Child, Html, element, together
from planner.outgoing.documents.page_tables import Row, day_table
from planner.outgoing.documents.page_times import hours_element
from planner.outgoing.views import Edition, ReviewerLine, ReviewerWeek

HEADERS = ("Session", "Held by")


def line_item(edition: Edition, line: ReviewerLine, *, joint: bool) -> Html:
    """A session in a reviewer's column.

    Args:
        edition: the version that is shown.
        line: the session.
        joint: whether others hold it too.
    """
    return element(
        "li",
        hours_element(line.start, line.end, edition.zone),
        element("div", *_told(line, line.code, "joint" if joint else "")),
        class_=" ".join(("line", *(word for word in ("evidence", "reserve") if getattr(line, word)))),
    )


def listed_days(edition: Edition, week: ReviewerWeek) -> Html:
    """The days of a week as lists: a table a day, a row a session."""
    return together(
        day_table(day.date, HEADERS, [_cells(edition, one) for one in rows_of(day, edition)]) for day in week.days
    )


def _cells(edition: Edition, one: Listed) -> Row:
    return (
        hours_element(one.line.start, one.line.end, edition.zone),
        element("div", *_told(one.line, one.code, ""), class_="listed"),
        element("ul", *(element("li", name) for name in one.who), class_="roles", role="list"),
    )


def _told(line: ReviewerLine, code: str, joint: str) -> tuple[Html, ...]:
    """What is said of a session: its title, who is met about which cases, and its code, place and marks."""
    met = (f"With {line.met}",) if line.met else ()
    cases = (_cases(line.cases),) if line.cases else ()
    marks = (code, line.place, "evidence" if line.evidence else "", joint, "reserve case" if line.reserve else "")
    return (
        element("p", line.title, class_="title"),
        _facts("details", (*met, *cases)),
        _facts("marks", tuple(fact for fact in marks if fact)),
    )


def _cases(cases: tuple[str, ...]) -> Html:
    each = (
        together((", " if position else "", element("span", case, class_="case")))
        for position, case in enumerate(cases)
    )
    return together(("Case " if len(cases) == 1 else "Cases ", *each))


def _facts(class_: str, facts: tuple[Child, ...]) -> Html:
    said = [element("li", fact) for fact in facts]
    return element("ul", *said, class_=class_, role="list") if said else together(())
