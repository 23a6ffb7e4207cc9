"""A page with a link for each online session that opens Teams' form for a new meeting, filled in.

For offices whose rules allow a person to send a meeting and nothing else. Source of the link's form: Microsoft Teams,
"deep link to open a meeting scheduling dialog"; times carry their offset, since the form takes no zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from planner.outgoing import bodies
from planner.outgoing.publish.online import OnlineSession, online_sessions
from planner.outgoing.source import Source
from planner.outgoing.views import Edition, HostView

NEW_MEETING = "https://teams.microsoft.com/l/meeting/new"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Segoe UI", sans-serif; margin: 1.5rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; padding: .5rem 0; text-align: left; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td, th { overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
"""
INTRODUCTION = (
    "Each link opens a new meeting in Teams that is filled in already.",
    "Nothing is sent before you press Send.",
    "Mark it Private and hide the list of attendees where Teams offers it.",
)
HEADERS = ("Date", "Time", "Session", "People")
NONE = "<p>No session is held online.</p>\n"


def links_page(source: Source, view: HostView) -> bytes:
    """The page ``teams-links.html``: a link a session, in order of time; it asks for nothing from anywhere."""
    edition = view.edition
    sessions = tuple(online_sessions(source, view))
    made = _day(edition.made.astimezone(ZoneInfo(edition.zone)))
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{escape(edition.review)}: Teams links, version {edition.version}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{escape(edition.review)}: Teams links</h1>
<p>Version {edition.version}, made on {made}</p>
{_table(sessions, edition) if sessions else NONE}</main>
</body>
</html>
""".encode()


def _table(sessions: Sequence[OnlineSession], edition: Edition) -> str:
    return f"""<ul>
{_each("li", INTRODUCTION)}
<li>All times are times in {escape(edition.zone)}.</li>
</ul>
<table>
<caption>Sessions held online</caption>
<thead>
<tr>{"".join(f'<th scope="col">{header}</th>' for header in HEADERS)}</tr>
</thead>
<tbody>
{"".join(_row(session, edition) for session in sessions)}</tbody>
</table>
"""


def _row(session: OnlineSession, edition: Edition) -> str:
    line = session.line
    start, end = (when.astimezone(ZoneInfo(edition.zone)) for when in (line.start, line.end))
    mark = "<p>Provisional</p>" if line.tentative else ""
    names = [person.name for person in line.people]
    return (
        f"<tr><td>{_day(start)}{mark}</td><td>{start:%H:%M} to {end:%H:%M}</td>\n"
        f'<th scope="row"><a href="{escape(_link(session, edition))}" rel="noreferrer">{escape(line.title)}</a></th>\n'
        f"<td><ul>{_each('li', (*names, *line.reviewers))}</ul>{_unreached(session)}</td></tr>\n"
    )


def _unreached(session: OnlineSession) -> str:
    """Who has to be invited in another way."""
    if not session.unreached:
        return ""
    return f"<p>No address:</p><ul>{_each('li', session.unreached)}</ul>"


def _link(session: OnlineSession, edition: Edition) -> str:
    line = session.line
    start, end = (when.astimezone(ZoneInfo(edition.zone)).isoformat() for when in (line.start, line.end))
    fields = {
        "subject": line.title,
        "startTime": start,
        "endTime": end,
        "attendees": ",".join(attendee.email for attendee in session.attendees),
        "content": "\n".join(bodies.meeting(tentative=line.tentative)),
    }
    # Teams shows a plus sign where a form's encoding has one for a space
    return f"{NEW_MEETING}?{urlencode(fields, quote_via=quote, safe='@,')}"


def _each(name: str, texts: Iterable[str]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for text in texts)


def _day(when: datetime) -> str:
    return f"{when:%A} {when.day} {when:%B %Y}"
