"""The programme as a Word document, one for each view, in the form that a work proposal gives it.

A table a week under its heading, a day on one page, which version it is at the foot of every page, room for signatures.
"""

from __future__ import annotations

from docx.document import Document

from planner.outgoing.documents.day_lists import as_lists
from planner.outgoing.documents.word_paper import paper, written
from planner.outgoing.documents.word_reviewer_weeks import reviewer_weeks
from planner.outgoing.documents.word_sections import (
    add,
    first_page,
    room_for_signatures,
    sentences,
    short_table,
    what_changed,
)
from planner.outgoing.documents.word_text import opening
from planner.outgoing.documents.word_weeks import host_weeks, public_weeks
from planner.outgoing.places import ONLINE
from planner.outgoing.views import HostView, PublicView, ReviewerView

NONE = ("0", "Mark")
"""How a scope item that nobody serves stands out."""


def reviewer_docx(view: ReviewerView) -> bytes:
    """The programme for reviewers: areas as headings, a column a reviewer, themes and case references."""
    subject = "Programme for the reviewers"
    document = paper(view.edition, subject, "For the reviewers only")
    days = [day for week in view.weeks for day in week.days]
    first_page(document, view.edition, subject, [day.date for day in days])
    # lists have a column that says it of each
    online = any(line.place == ONLINE for day in days for column in day.columns for line in column)
    if online and not as_lists(view.edition):
        add(document, "Note", "Sessions with others are online unless a place is named.")
    what_changed(document, view.edition, view.changed)
    if view.notices:
        sentences(document, "To note", view.notices)
    reviewer_weeks(document, view.weeks, view.edition)
    _accounts(document, view)
    room_for_signatures(document)
    return written(document)


def host_docx(view: HostView) -> bytes:
    """The programme for the council: who is asked for, when and where, under neutral titles."""
    subject = "Programme for the council"
    document = paper(view.edition, subject, "For the council and the reviewers only")
    first_page(document, view.edition, subject, [day.date for day in view.days])
    if any(line.tentative for line in view.lines):
        add(document, "Flag", "Sessions marked Provisional are held for now, to be confirmed or moved.")
    what_changed(document, view.edition, view.changed)
    host_weeks(document, view.days, view.edition.zone)
    room_for_signatures(document)
    return written(document)


def public_docx(view: PublicView) -> bytes:
    """The programme for anybody: times, general kinds of session, roles."""
    subject = "Programme"
    document = paper(view.edition, subject, "For anybody")
    first_page(document, view.edition, subject, [day.date for day in view.days])
    if any(day.provisional for day in view.days):
        add(document, "Flag", "Days marked Provisional are held for now, to be confirmed or moved.")
    what_changed(document, view.edition, ("Times or people have changed.",) if view.changed else ())
    public_weeks(document, view.days, view.edition.zone)
    room_for_signatures(document)
    return written(document)


def _accounts(document: Document, view: ReviewerView) -> None:
    """Coverage, the day ledger, what is left out and what was knowingly accepted, each a short table."""
    add(document, "heading 1", "Coverage")
    rows = [
        (row.area, row.item, str(row.sessions) if row.sessions else NONE, str(row.evidence)) for row in view.coverage
    ]
    short_table(document, (("Area", 8), ("Scope item", 8), ("Sessions", 2), ("With evidence", 3)), rows)
    add(document, "heading 1", "Days used")
    used = [(opening(row.kind), f"{row.contracted:g}", f"{row.used:g}", "; ".join(row.by)) for row in view.ledger]
    if used:
        short_table(document, (("Kind of day", 5), ("Contracted", 3), ("Used", 2), ("By", 11)), used)
    add(document, "Note", opening(view.ledger_says))
    add(document, "heading 1", "Left out")
    if view.left_out:
        short_table(document, (("What", 8), ("Why", 13)), [(row.title, row.why) for row in view.left_out])
    else:
        add(document, "Normal", "Nothing is left out.")
    if view.accepted:
        add(document, "heading 1", "Knowingly accepted")
        accepted = [(row.rule, "; ".join(row.sessions), row.who, row.why) for row in view.accepted]
        short_table(document, (("Rule", 6), ("Sessions", 6), ("Who", 3), ("Why", 6)), accepted)
