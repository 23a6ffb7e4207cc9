"""What every page has: its head, its style, the version it shows, and the way to each week.

A page is one file that asks for nothing else: no script, no font, no picture. Its content security policy says so too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from planner.outgoing.documents.elements import Child, Html, element, together
from planner.outgoing.documents.page_times import full_day_of, moment_element
from planner.outgoing.views import Edition

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

LEAST_WIDTH = 700
"""Under this many CSS pixels a page is a list."""

COLUMN_WIDTH = 170
"""What a reviewer's column needs to be read, in CSS pixels; four stand side by side from 700."""


@dataclass(frozen=True)
class Part:
    """A part of a page that has a heading: its anchor, what the list of parts calls it, and what it holds."""

    anchor: str
    short: str
    section: Html


def part(anchor: str, short: str, heading: str, *children: Child, class_: str | None = None) -> Part:
    """A part with its heading."""
    title = element("h2", heading, id=f"{anchor}-heading")
    section = element("section", title, *children, id=anchor, class_=class_, aria_labelledby=f"{anchor}-heading")
    return Part(anchor, short, section)


def paused_note(sentence: str) -> tuple[Html, ...]:
    """The sentence that says that nothing was held before; none for an empty one."""
    return (element("p", sentence, class_="pause"),) if sentence else ()


def page(edition: Edition, what: str, readers: str, parts: Sequence[Part], columns: int) -> bytes:
    """A whole page.

    Args:
        edition: the version that is shown.
        what: what the programme is, for its title: ``programme for reviewers``.
        readers: who may read it, as a sentence.
        parts: what it holds, in order.
        columns: how many columns stand side by side in its widest table, apart from the date.
    """
    body = element(
        "body",
        element("a", "Skip to the programme", href="#programme", class_="skip"),
        _header(edition, what, readers, parts),
        element("main", *(one.section for one in parts), id="programme", tabindex="-1"),
    )
    whole = together((Html("<!DOCTYPE html>\n"), element("html", _head(edition, what, columns), body, lang="en-GB")))
    return f"{whole.markup}\n".encode()


def _head(edition: Edition, what: str, columns: int) -> Html:
    made = full_day_of(edition.made.astimezone(ZoneInfo(edition.zone)).date())
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{edition.review}: {what}, version {edition.version}, {made}"),
        element("style", _style(max(LEAST_WIDTH, COLUMN_WIDTH * columns))),
    )


@cache
def _style(width: int) -> Html:
    """The style of a page that is a list under so many CSS pixels."""
    return Html(
        f"\n{_sheet('page.css')}"
        f"@media screen and (max-width: {width - 0.02}px) {{\n{_sheet('page_narrow.css')}}}\n"
        f"@media print {{\n{_sheet('page_print.css')}}}\n"
    )


def _sheet(name: str) -> str:
    return files("planner.outgoing.documents").joinpath(name).read_text("utf-8")


def _header(edition: Edition, what: str, readers: str, parts: Sequence[Part]) -> Html:
    facts = (
        ("Version", str(edition.version)),
        ("Made", moment_element(edition.made, edition.zone)),
        ("Times", f"{edition.zone} time"),
    )
    links = (element("li", element("a", one.short, href=f"#{one.anchor}")) for one in parts)
    return element(
        "header",
        element("h1", edition.review),
        element("p", what[:1].upper() + what[1:], class_="what"),
        element("dl", *(element("div", element("dt", name), element("dd", fact)) for name, fact in facts)),
        element("p", readers, class_="readers"),
        element("nav", element("ul", *links, role="list"), aria_label="Parts of this page"),
    )
