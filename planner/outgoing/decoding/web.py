"""Web addresses and pages: text, attributes, and every address taken apart and percent-decoded."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from planner.outgoing.fields import Field, Kind

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ADDRESS = re.compile(r"(?i)^(?:https?:|mailto:|tel:|data:|webcal:|//)|^[^\s]*[?&][\w.%-]+=")
_DIGEST = re.compile(r"sha(?:256|384|512)-[A-Za-z0-9+/]{40,}={0,2}")
_PARAMETERS: dict[str, Kind] = {
    "subject": "title",
    "content": "body",
    "body": "body",
    "starttime": "date-time",
    "endtime": "date-time",
    "attendees": "address",
    "to": "address",
}
_LANGUAGES = frozenset({"script", "style"})
_QUOTED = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|`[^`]*`", re.DOTALL)
_ATTRIBUTES = frozenset(
    {"charset", "class", "cols", "colspan", "content", "datetime", "height", "href", "http-equiv", "id", "lang", "name"}
    | {"rel", "role", "rowspan", "scope", "src", "style", "tabindex", "target", "title", "type", "width"}
)
_SEAM = "\x1f"
_GLUED = re.compile(rf"\w{_SEAM}+\w")
"""Where a tag stands between two letters: a reader may see one word there, or two."""
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "caption", "summary", "dt", "dd"}
)
_VOID = frozenset({"br", "meta", "link", "img", "input", "hr", "col", "wbr", "area", "source"})


def percent_decoded(text: str) -> str:
    """A text with its percent escapes undone, escapes of escapes too."""
    for _ in range(4):
        decoded = _ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "replace"), text)
        if decoded == text:
            break
        text = decoded
    return text


def address_fields(where: str, address: str) -> Iterator[Field]:
    """The parts of a web or mail address: those that a new meeting's form takes by their kind, all others as text."""
    if address.lower().startswith("data:"):
        yield from _data_fields(where, address)
        return
    front, _, query = address.partition("?")
    scheme, _, rest = front.partition(":")
    if scheme.lower() == "mailto":
        yield from _recipients(f"{where}, recipient", rest)
    else:
        yield Field(f"{where}, address", "free text", percent_decoded(front))
    query, _, fragment = query.partition("#")
    yield Field(f"{where}, fragment", "free text", percent_decoded(fragment))
    for number, pair in enumerate(filter(None, re.split(r"[&;]", query)), start=1):
        name, _, value = pair.partition("=")
        kind = _PARAMETERS.get(name.lower(), "free text")
        said = percent_decoded(value.replace("+", " ") if kind != "address" else value)
        place = f"{where}, parameter {number}"
        if kind == "address":
            yield from _recipients(place, value)
        else:
            yield Field(place, kind, said)
        if name.lower() not in _PARAMETERS:
            yield Field(place, "free text", percent_decoded(name))


def page_fields(where: str, page: str) -> Iterator[Field]:
    """Every text, comment, script, style and attribute of a page."""
    parser = _Page(where)
    parser.feed(page)
    parser.close()
    parser.end_text()
    yield from parser.fields


def page_text(page: str) -> str:
    """The text of a page, a block a line."""
    return "\n".join(field.text for field in page_fields("", page) if field.where.startswith(", text"))


class _Page(HTMLParser):
    """Gathers a page's fields in the order in which they stand."""

    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: list[Field] = []
        self._where = where
        self._text: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag in _VOID or tag in _LANGUAGES:
            self.end_text()
        else:
            self._text.append(_SEAM)
        self._inside = tag if tag in _LANGUAGES else ""
        for name, value in attrs:
            place = f"{self._where}, line {self.getpos()[0]}, attribute"
            if name not in _ATTRIBUTES and not name.startswith("aria-"):
                self.fields.append(Field(place, "free text", name))
            said = _DIGEST.sub(" ", value or "")
            if _ADDRESS.search(said) and name != "content":
                self.fields.extend(address_fields(place, said))
            else:
                self.fields.append(Field(place, "free text", percent_decoded(said)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _LANGUAGES or tag == "title":
            self.end_text()
        else:
            self._text.append(_SEAM)
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.fields.append(Field(f"{self._where}, comment", "free text", data))

    def handle_decl(self, decl: str) -> None:
        self.fields.append(Field(f"{self._where}, declaration", "free text", decl))

    def handle_pi(self, data: str) -> None:
        self.fields.append(Field(f"{self._where}, instruction", "free text", data))

    def unknown_decl(self, data: str) -> None:
        self.fields.append(Field(f"{self._where}, declaration", "free text", data))

    def end_text(self) -> None:
        """Close the run of text that has been read."""
        said = "".join(self._text)
        if _GLUED.search(said):
            place = f"{self._where}, between tags"
            self.fields.append(Field(place, "free text", "\n".join(said.split(_SEAM))))
        if text := " ".join(said.replace(_SEAM, "").split()):
            number = len(self.fields) + 1
            if self._inside:
                quoted = (found[0] for found in _QUOTED.finditer(text))
                self.fields.extend(Field(f"{self._where}, script or style", "free text", said) for said in quoted)
                self.fields.append(Field(f"{self._where}, script or style", "markup", text))
            else:
                self.fields.append(Field(f"{self._where}, text {number}", "free text", text))
        self._text = []


def _recipients(where: str, listed: str) -> Iterator[Field]:
    for recipient in filter(None, re.split(r"[,;]", percent_decoded(listed))):
        yield Field(where, "address", recipient.strip())


def _data_fields(where: str, address: str) -> Iterator[Field]:
    head, _, content = address.partition(",")
    yield Field(f"{where}, data", "free text", head)
    if head.lower().endswith(";base64"):
        yield from encoded_fields(where, content)
    else:
        yield Field(f"{where}, data", "free text", percent_decoded(content))


def encoded_fields(where: str, content: str) -> Iterator[Field]:
    """What base64 says where it says text; what is no text, such as a picture, holds no words."""
    try:
        yield Field(f"{where}, data", "free text", base64.b64decode(content).decode("utf-8"))
    except binascii.Error:
        yield Field(f"{where}, data", "free text", content)
    except UnicodeDecodeError:
        return
