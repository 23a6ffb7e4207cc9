"""The parts of the reviewers' page: what changed, a table a week with a column a reviewer, days, coverage, left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.outgoing.documents.dates import pauses
from planner.outgoing.documents.day_lists import MOST_AREAS, as_lists
from planner.outgoing.documents.elements import Html, element
from planner.outgoing.documents.page_frame import Part, part, paused_note
from planner.outgoing.documents.page_sessions import line_item, listed_days
from planner.outgoing.documents.page_tables import body, grouped_table, labelled, plain_table, row, row_header, table
from planner.outgoing.documents.page_times import day_element, full_day_of
from planner.outgoing.views import Edition, ReviewerDay, ReviewerLine, ReviewerView, ReviewerWeek


def reviewer_parts(view: ReviewerView) -> Iterator[Part]:
    """The parts of the page, in order; one that would be empty says so in a sentence or is left out."""
    yield _changed(view)
    paused = pauses([week.monday for week in view.weeks])
    for week in view.weeks:
        yield _week(view.edition, week, paused.get(week.monday, ""))
    yield _ledger(view)
    yield _coverage(view)
    yield _left_out(view)
    if view.accepted:
        yield _accepted(view)
    if view.notices:
        yield part("notices", "Notices", "Notices", _sentences(view.notices))


def _changed(view: ReviewerView) -> Part:
    if view.changed:
        said = _sentences(view.changed)
    elif view.edition.version == 1:
        said = element("p", "This is the first version.")
    else:
        said = element("p", "Nothing changed.")
    return part("changed", "Changes", "Changed since the version before", said, class_="changed")


def _week(edition: Edition, week: ReviewerWeek, pause: str) -> Part:
    name, areas = f"Week {week.number}", "; ".join(week.areas)
    in_heading = 0 < len(week.areas) <= MOST_AREAS
    below = (element("p", areas, class_="areas"),) if areas and not in_heading else ()
    held = (element("p", element("strong", "Provisional"), f" {why}", class_="provisional") for why in week.provisional)
    return part(
        f"week-{week.number}",
        f"{name}, provisional" if week.provisional else name,
        f"{name}: {areas}" if in_heading else name,
        *(*paused_note(pause), *below, *held),
        listed_days(edition, week) if as_lists(edition) else _columns(edition, week),
        class_="week held" if week.provisional else "week",
    )


def _columns(edition: Edition, week: ReviewerWeek) -> Html:
    caption = f"Week {week.number}, beginning {full_day_of(week.monday)}"
    headers = ("Date", *edition.reviewers)
    return table(caption, headers, (body(_day(edition, day) for day in week.days),), "programme")


def _day(edition: Edition, day: ReviewerDay) -> Html:
    times = Counter(line.session for column in day.columns for line in column)
    joint = frozenset(session for session, count in times.items() if count > 1)
    columns = (
        labelled(reviewer, _column(edition, column, joint))
        for reviewer, column in zip(edition.reviewers, day.columns, strict=True)
    )
    return row(row_header(day_element(day.date)), *columns)


def _column(edition: Edition, lines: tuple[ReviewerLine, ...], joint: frozenset[str]) -> Html:
    if not lines:
        return element("p", "Nothing planned", class_="none")
    return element(
        "ol", *(line_item(edition, line, joint=line.session in joint) for line in lines), class_="lines", role="list"
    )


def _sentences(sentences: tuple[str, ...]) -> Html:
    return element("ul", *(element("li", sentence) for sentence in sentences))


def _ledger(view: ReviewerView) -> Part:
    rows = [(line.kind, f"{line.contracted:g}", f"{line.used:g}", "; ".join(line.by)) for line in view.ledger]
    days = plain_table("Days by kind", ("Kind", "Contracted", "Used", "By"), rows)
    opened = (_opened("Days by kind", days),) if rows else ()
    return part("days", "Days", "Day ledger", element("p", view.ledger_says), *opened)


def _coverage(view: ReviewerView) -> Part:
    headers = ("Area", "Scope item", "Sessions", "Evidence sessions")
    rows = (
        (line.area, (line.item, str(line.sessions) if line.sessions else "none", str(line.evidence)))
        for line in view.coverage
    )
    unserved = sum(1 for line in view.coverage if not line.sessions)
    served = f"{len(view.coverage) - unserved} of {len(view.coverage)} scope items are served."
    found = grouped_table("Sessions by area and scope item", headers, rows)
    return part(
        "coverage", "Coverage", "Coverage", element("p", served), _opened("Sessions by area and scope item", found)
    )


def _left_out(view: ReviewerView) -> Part:
    if not view.left_out:
        return part("left-out", "Left out", "Left out and why", element("p", "Nothing is left out."))
    rows = ((line.title, line.why) for line in view.left_out)
    listed = plain_table("What is left out and why", ("Activity", "Why"), rows)
    return part("left-out", "Left out", "Left out and why", _opened(f"{len(view.left_out)} left out", listed))


def _accepted(view: ReviewerView) -> Part:
    rows = ((row.rule, "; ".join(row.sessions), row.who, row.why) for row in view.accepted)
    listed = plain_table("What was knowingly accepted", ("Rule", "Sessions", "Who", "Why"), rows)
    return part("accepted", "Accepted", "Knowingly accepted", listed)


def _opened(summary: str, content: Html) -> Html:
    """Open at first, because paper cannot be opened."""
    return element("details", element("summary", summary), content, open="")
