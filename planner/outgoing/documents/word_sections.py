"""What every Word programme has: its first page, what changed, short lists, room for signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from docx.document import Document

from planner.outgoing.documents import dates
from planner.outgoing.documents.word_paper import TEXT_WIDTH, version_line
from planner.outgoing.documents.word_tables import Column, Line, Row, add_table, cell
from planner.outgoing.documents.word_text import TAB, Piece, opening, write
from planner.outgoing.views import Edition


def add(document: Document, style: str, *pieces: Piece) -> None:
    """Put a paragraph at the end of the document."""
    write(document.add_paragraph(style=style), *pieces)


def first_page(document: Document, edition: Edition, subject: str, days: Sequence[date]) -> None:
    """The title, whose view it is, and which programme: version, date, zone, days, reviewers where each has a name."""
    add(document, "Title", edition.review)
    add(document, "Subtitle", subject)
    facts = [("Version", f"{version_line(edition)}."), ("Times", f"All times are {edition.zone} time.")]
    if days:
        facts.append(("Days", f"{_day(min(days))} to {_day(max(days))}."))
    if len(set(edition.reviewers)) == len(edition.reviewers):
        facts.append(("Reviewers", f"{'; '.join(edition.reviewers)}."))
    for label, fact in facts:
        add(document, "Fact", (label, "Label"), TAB, fact)


def sentences(document: Document, heading: str, items: Iterable[str]) -> None:
    """A heading over a list of sentences."""
    add(document, "heading 1", heading)
    for item in items:
        add(document, "List Bullet", opening(item))


def what_changed(document: Document, edition: Edition, changed: Sequence[str]) -> None:
    """What changed since the version before; the first version has none before it."""
    if edition.version > 1:
        sentences(document, f"What changed since version {edition.version - 1}", changed or ("Nothing.",))


def short_table(document: Document, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Piece]]) -> None:
    """A table with a piece in each cell; widths are shares of the text's width."""
    whole = sum(share for _, share in heads)
    columns = [Column(head, TEXT_WIDTH * share // whole) for head, share in heads]
    add_table(document, columns, [Row(tuple((Line("Cell", (piece,)),) for piece in row)) for row in rows])


def room_for_signatures(document: Document) -> None:
    """Lines for whoever agrees the programme, for the reviewers and for the council."""
    add(document, "heading 1", "Agreed")
    shares = {"For": 3, "Name": 5, "Role": 5, "Signature": 6, "Date": 3}
    columns = [Column(head, TEXT_WIDTH * share // sum(shares.values())) for head, share in shares.items()]
    parties = ("The reviewers", "The council")
    empty = tuple(() for _ in range(len(columns) - 1))
    rows = [Row((cell(party, "Day"), *empty), begins=at == 0, height=680) for at, party in enumerate(parties)]
    add_table(document, columns, rows)


def _day(day: date) -> str:
    return f"{dates.weekday(day)} {dates.in_full(day)}"
