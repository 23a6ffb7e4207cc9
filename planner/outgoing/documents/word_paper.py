"""The paper of the Word programme: A4 across, its styles, the head and foot of a page, its properties."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from zoneinfo import ZoneInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Twips
from docx.text.paragraph import Paragraph

from planner.outgoing.documents import dates, word_styles
from planner.outgoing.documents.same_bytes import same_bytes
from planner.outgoing.documents.word_text import TAB, plain, write
from planner.outgoing.views import Edition

LONG, SHORT, MARGIN = Twips(16838), Twips(11906), Twips(1020)
"""The sides of A4 and the margin, 18 mm."""

TEXT_WIDTH = (LONG - 2 * MARGIN) // Twips(1)
"""The width of the text, in twentieths of a point."""

LONGEST_PROPERTY = 255
"""The most that Word keeps of a property."""

_UNNEEDED = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
"""What the library's blank document brings along and the programme has no use for: another machine's traces."""


def paper(edition: Edition, subject: str, readers: str) -> Document:
    """An empty programme: styles, page, header and footer, properties.

    Args:
        edition: the programme that will stand on it.
        subject: whose view it is, for the properties and the foot of the page.
        readers: whom it is for, for the head of the page.
    """
    document = docx.Document()
    _without_traces(document)
    _replaced(document.styles.element, word_styles.styles(TEXT_WIDTH))
    _replaced(document.part.numbering_part.element, word_styles.lists())
    _replaced(document.settings.element, word_styles.settings())
    _page(document)
    _header(document, edition, readers)
    _footer(document, edition, subject)
    _properties(document, edition, subject)
    return document


def written(document: Document) -> bytes:
    """The document as a file, the same bytes for the same document."""
    target = BytesIO()
    document.save(target)
    return same_bytes(target.getvalue())


def version_line(edition: Edition) -> str:
    """Which programme this is: its version and when it was made, ``2, made on 16 April 2021 at 09.00``."""
    here = edition.made.astimezone(ZoneInfo(edition.zone))
    return f"{edition.version}, made on {dates.in_full(here.date())} at {dates.clock(here, edition.zone)}"


def _without_traces(document: Document) -> None:
    for relationships in (document.part.rels, document.part.package.rels):
        for name, relationship in list(relationships.items()):
            if relationship.reltype in _UNNEEDED:
                del relationships[name]


def _replaced(element: BaseOxmlElement, by: BaseOxmlElement) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(list(by))


def _page(document: Document) -> None:
    section = document.sections[0]
    traces = document.element.body.sectPr.attrib
    for name in list(traces):
        del traces[name]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = LONG, SHORT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Length(MARGIN + Twips(90))
    section.header_distance = section.footer_distance = Twips(510)


def _header(document: Document, edition: Edition, readers: str) -> None:
    write(document.sections[0].header.paragraphs[0], edition.review, TAB, readers)


def _footer(document: Document, edition: Edition, subject: str) -> None:
    line = document.sections[0].footer.paragraphs[0]
    write(line, f"{subject}. Version {version_line(edition)}; times in {edition.zone}", TAB, "Page ")
    _field(line, "PAGE")
    write(line, " of ")
    _field(line, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A value that Word works out when it lays out the page (ISO/IEC 29500-1, 17.16.19)."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): instruction})
    field.append(write(paragraph, "1").font.element)
    paragraph.paragraph_format.element.append(field)


def _properties(document: Document, edition: Edition, subject: str) -> None:
    properties = document.core_properties
    properties.title = plain(f"{edition.review}: programme, version {edition.version}")[:LONGEST_PROPERTY]
    properties.subject = subject
    properties.author = properties.last_modified_by = "Fieldwork planner"
    properties.comments = ""
    properties.language = word_styles.LANGUAGE
    properties.version = str(edition.version)
    properties.revision = 1
    properties.created = properties.modified = edition.made.astimezone(UTC)
