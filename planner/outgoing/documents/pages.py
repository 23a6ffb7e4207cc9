"""A programme as one page for a browser: a grid on a desk, a list on a phone, and A3 or A4 on paper."""

from __future__ import annotations

from planner.outgoing.documents.day_lists import as_lists
from planner.outgoing.documents.page_frame import page
from planner.outgoing.documents.page_sessions import HEADERS as LISTED
from planner.outgoing.documents.public_page import HEADERS, public_parts
from planner.outgoing.documents.reviewer_page import reviewer_parts
from planner.outgoing.views import PublicView, ReviewerView


def reviewer_html(view: ReviewerView) -> bytes:
    """The reviewers' programme as a page that needs nothing but itself, in UTF-8; same view, same bytes."""
    readers = "For the reviewers only: it holds themes and case references."
    parts = tuple(reviewer_parts(view))
    columns = len(LISTED) if as_lists(view.edition) else len(view.edition.reviewers)
    return page(view.edition, "programme for reviewers", readers, parts, columns)


def public_html(view: PublicView) -> bytes:
    """The public programme as a page that needs nothing but itself, in UTF-8; same view, same bytes."""
    readers = "For anybody: times and roles."
    return page(view.edition, "public programme", readers, tuple(public_parts(view)), columns=len(HEADERS) - 1)
