"""Every file that a version comes out as, in memory: the three views, and who writes what from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from planner.outgoing.documents.excel import host_xlsx, public_xlsx, reviewer_xlsx
from planner.outgoing.documents.pages import public_html, reviewer_html
from planner.outgoing.documents.word import host_docx, public_docx, reviewer_docx
from planner.outgoing.host_view import host_view
from planner.outgoing.public_view import public_view
from planner.outgoing.publish.calendars import host_calendars, reviewer_calendars
from planner.outgoing.publish.teams import requests
from planner.outgoing.publish.teams_links import links_page
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.source import Source
from planner.outgoing.views import HostView, PublicView, ReviewerView

VIEWS: tuple[str, ...] = ("reviewer", "host", "public")
"""The folders below ``out``, one a view."""


class Made(NamedTuple):
    """A version and its three views."""

    source: Source
    reviewer: ReviewerView
    host: HostView
    public: PublicView


Writer = Callable[[Made], Mapping[str, bytes]]
"""Files by their path below ``out``, with slashes."""


def _in(folder: str, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}


WRITERS: tuple[Writer, ...] = (
    lambda made: {"reviewer/programme.docx": reviewer_docx(made.reviewer)},
    lambda made: {"reviewer/programme.xlsx": reviewer_xlsx(made.reviewer)},
    lambda made: {"reviewer/programme.html": reviewer_html(made.reviewer)},
    lambda made: _in("reviewer/calendars", reviewer_calendars(made.source, made.reviewer)),
    lambda made: {"host/programme.docx": host_docx(made.host)},
    lambda made: {"host/programme.xlsx": host_xlsx(made.host)},
    lambda made: _in("host/calendars", host_calendars(made.source, made.host)),
    lambda made: _in("host/teams", requests(made.source, made.host)),
    lambda made: {"host/teams-links.html": links_page(made.source, made.host)},
    lambda made: {"public/programme.docx": public_docx(made.public)},
    lambda made: {"public/programme.xlsx": public_xlsx(made.public)},
    lambda made: {"public/programme.html": public_html(made.public)},
)


def render(source: Source) -> Mapping[str, bytes]:
    """Every file of a version, by its path below ``out``; nothing is written."""
    made = Made(source, reviewer_view(source), host_view(source), public_view(source))
    return {path: content for write in WRITERS for path, content in write(made).items()}
