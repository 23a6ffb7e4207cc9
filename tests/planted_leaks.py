"""Leaks planted into the bytes that our writers make: what is planted, where, and which rule must stop it."""

from __future__ import annotations

import base64
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from awkward_programmes import TITLES, Awkward, Child

from planner.outgoing.rules import Rule

Plant = Callable[[bytes, str], bytes]


@dataclass(frozen=True)
class Leak:
    """What is planted, and the rule that stops it in a text of no known schema."""

    kind: str
    said: str
    rule: Rule


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


DATES: tuple[Callable[[date], str], ...] = (
    lambda born: born.isoformat(),
    lambda born: f"{born:%d/%m/%Y}",
    lambda born: f"{born.day}/{born.month}/{born.year}",
    lambda born: f"{born:%d.%m.%Y}",
    lambda born: f"{born:%d-%m-%y}",
    lambda born: f"{born:%d %m %Y}",
    lambda born: f"{born:%Y%m%d}",
    lambda born: f"{born:%d%m%Y}",
    lambda born: f"{born.day} {born:%B %Y}",
    lambda born: f"{born.day} {born:%b %y}",
    lambda born: f"{born:%A} {ordinal(born.day)} of {born:%B}, {born.year}",
    lambda born: f"{born:%B} {born.day}, {born.year}",
    lambda born: f"{born:%d-%b-%Y}".upper(),
)


def leak(rng: random.Random, child: Child) -> Leak:
    """One of a child's, or of what only reviewers may know."""
    digits = child.identifier
    of: Mapping[str, tuple[tuple[str, ...], Rule]] = {
        "identifier": ((digits, digits.lower(), digits.replace("-", " ")), Rule.CHILD),
        "name token": ((child.forename, child.surname, child.forename.upper(), child.surname.lower()), Rule.CHILD),
        "date of birth": (tuple(written(child.born) for written in DATES), Rule.BORN),
        "stratum": ((*TITLES, "S03", "edge of CARE", "independent-advocacy"), Rule.THEME),
        "label": (
            (child.label, child.label.lower(), child.label.replace("-", ""), child.label.replace("-", "_")),
            Rule.CASE,
        ),
        "reference": ((child.reference,), Rule.CASE),
    }
    kind = rng.choice(("identifier", "name token", "date of birth", "stratum", "label", "reference"))
    said, rule = of[kind]
    return Leak(kind, rng.choice(said), rule)


def in_calendar(line: str) -> Plant:
    """A property put into the first event, folded as calendars are; % stands for the leak."""

    def plant(content: bytes, said: str) -> bytes:
        value = line.replace("%", said.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"))
        folded = "\r\n ".join(value[at : at + 20] for at in range(0, len(value), 20))
        return content.replace(b"BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\n{folded}\r\n".encode(), 1)

    return plant


def in_parameter(line: str) -> Plant:
    """The same with the leak in a quoted parameter."""
    return lambda content, said: content.replace(
        b"BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\n{line.replace('%', said)}\r\n".encode(), 1
    )


def in_page(markup: str) -> Plant:
    """Markup put at the end of a page."""
    return lambda content, said: content.replace(b"</main>", f"{markup.replace('%', escape(said))}</main>".encode(), 1)


def in_address(address: str) -> Plant:
    """A link at the end of a page, the leak percent-encoded to the last letter."""

    def plant(content: bytes, said: str) -> bytes:
        encoded = "".join(f"%{byte:02x}" for byte in said.encode())
        return content.replace(b"</main>", f'<a href="{address.replace("@@", encoded)}">x</a></main>'.encode(), 1)

    return plant


def in_data_address(content: bytes, said: str) -> bytes:
    """A picture that is a text, in base64."""
    encoded = base64.b64encode(f"about {said}".encode()).decode()
    return content.replace(b"</main>", f'<img alt="" src="data:text/plain;base64,{encoded}"></main>'.encode(), 1)


def in_part(name: str, before: str, markup: str) -> Plant:
    """Markup put before a text in a part of a Word or Excel file."""

    def plant(content: bytes, said: str) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
            for part in old.namelist():
                text = old.read(part)
                if re.fullmatch(name, part):
                    assert before.encode() in text, (part, before)
                    text = text.replace(
                        before.encode(), markup.replace("%", escape(said)).encode() + before.encode(), 1
                    )
                new.writestr(part, text)
        return target.getvalue()

    return plant


def in_body(path: tuple[str | int, ...]) -> Plant:
    """A value of a meeting request."""

    def plant(content: bytes, said: str) -> bytes:
        whole = json.loads(content)
        at = whole
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = f"about {said}"
        return json.dumps(whole).encode()

    return plant


PARAGRAPH = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>about %</w:t></w:r></w:p>'
)
SPLIT = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:r><w:t>about </w:t></w:r><w:r><w:t>%</w:t></w:r></w:p>"
)

PLACES: tuple[tuple[str, str, Plant, Rule | None], ...] = (
    ("calendar subject", ".ics", in_calendar("SUMMARY:Practice discussion about %"), Rule.TITLE),
    ("calendar body", ".ics", in_calendar("DESCRIPTION:Please bring the file of %"), Rule.BODY),
    ("calendar location", ".ics", in_calendar("LOCATION:Home of %"), Rule.PLACE),
    ("calendar comment", ".ics", in_calendar("COMMENT:about %"), Rule.BODY),
    ("calendar category", ".ics", in_calendar("CATEGORIES:about %"), None),
    ("calendar property of others", ".ics", in_calendar("X-SEEN-ABOUT:about %"), None),
    ("calendar address", ".ics", in_calendar("URL:https://example.org/list?about=%"), None),
    ("calendar UID", ".ics", in_calendar("UID:%@example.org"), Rule.UID),
    ("attendee's name", ".ics", in_parameter('ATTENDEE;CN="about %":mailto:link.officer@example.org'), Rule.NAME),
    ("attendee's parameter", ".ics", in_parameter('ATTENDEE;X-ABOUT="about %":mailto:link.officer@example.org'), None),
    ("page text", ".html", in_page("<p>about %</p>"), None),
    ("page text in two tags", ".html", in_page("<p><span>about</span>%</p>"), None),
    ("page comment", ".html", in_page("<!-- about % -->"), None),
    ("page title", ".html", in_page('<p title="about %"></p>'), None),
    ("page data", ".html", in_page('<p data-about="about %"></p>'), None),
    ("page class", ".html", in_page('<p class="about %"></p>'), None),
    ("page style", ".html", in_page("<style>p::after { content: 'about %' }</style>"), None),
    ("page script", ".html", in_page("<script>const seen = 'about %';</script>"), None),
    ("page data address", ".html", in_data_address, None),
    ("address query", ".html", in_address("https://example.org/new?x=about%20@@"), None),
    (
        "address subject",
        ".html",
        in_address("https://teams.microsoft.com/l/meeting/new?subject=about%20@@"),
        Rule.TITLE,
    ),
    ("address content", ".html", in_address("https://teams.microsoft.com/l/meeting/new?content=about%20@@"), Rule.BODY),
    (
        "address attendees",
        ".html",
        in_address("https://teams.microsoft.com/l/meeting/new?attendees=@@"),
        Rule.RECIPIENT,
    ),
    ("address path", ".html", in_address("https://example.org/about-@@"), None),
    ("Word text", ".docx", in_part("word/document.xml", "<w:sectPr", PARAGRAPH), None),
    ("Word text in two runs", ".docx", in_part("word/document.xml", "<w:sectPr", SPLIT), None),
    ("Word header", ".docx", in_part("word/header1.xml", "</w:hdr>", PARAGRAPH), None),
    ("Word footer", ".docx", in_part("word/footer1.xml", "</w:ftr>", PARAGRAPH), None),
    (
        "Word property",
        ".docx",
        in_part("docProps/core.xml", "</cp:coreProperties>", "<dc:description>about %</dc:description>"),
        None,
    ),
    ("Excel text", ".xlsx", in_part("xl/sharedStrings.xml", "</sst>", "<si><t>about %</t></si>"), None),
    (
        "Excel cell",
        ".xlsx",
        in_part(
            "xl/worksheets/sheet1.xml",
            "</sheetData>",
            '<row r="900"><c r="A900" t="inlineStr"><is><t>about %</t></is></c></row>',
        ),
        None,
    ),
    (
        "Excel header",
        ".xlsx",
        in_part(
            "xl/worksheets/sheet1.xml",
            "</worksheet>",
            "<headerFooter><oddHeader>&amp;Labout %</oddHeader></headerFooter>",
        ),
        None,
    ),
    (
        "Excel property",
        ".xlsx",
        in_part("docProps/core.xml", "</cp:coreProperties>", "<cp:keywords>about %</cp:keywords>"),
        None,
    ),
    (
        "Excel sheet's name",
        ".xlsx",
        in_part("xl/workbook.xml", "</sheets>", '<sheet name="about %" sheetId="90"/>'),
        None,
    ),
    ("meeting subject", ".json", in_body(("subject",)), Rule.TITLE),
    ("meeting body", ".json", in_body(("body", "content")), Rule.BODY),
    ("meeting attendee", ".json", in_body(("attendees", 0, "emailAddress", "name")), Rule.NAME),
    ("meeting address", ".json", in_body(("attendees", 0, "emailAddress", "address")), Rule.RECIPIENT),
    ("meeting location", ".json", in_body(("location", "displayName")), Rule.PLACE),
    ("meeting category", ".json", in_body(("categories", 0)), None),
    ("meeting field of others", ".json", in_body(("about",)), None),
)
"""Where, in which kind of file, how, and the rule of the field's own schema where it has one."""


def file_named(said: str, path: str) -> str | None:
    """The path of a file whose name says it; None: no file can be called so."""
    if re.search(r'[/\\:*?"<>|]', said):
        return None
    folder, _, name = path.rpartition("/")
    return f"{folder}/about-{said}.{name.rpartition('.')[2]}"


def plants(seed: int, programmes: list[Awkward], count: int) -> Iterator[tuple[Awkward, Leak, str, str, Plant, Rule]]:
    """So many leaks, every place in turn: the programme, the leak, the place, its kind of file, how, and the rule."""
    rng = random.Random(seed)
    for nth in range(count):
        place, suffix, plant, rule = PLACES[nth % len(PLACES)]
        programme = rng.choice(programmes)
        found = leak(rng, rng.choice(programme.children))
        yield programme, found, place, suffix, plant, rule or found.rule
