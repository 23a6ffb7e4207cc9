"""HTML as values: a text is escaped unless it is HTML already, so that nothing of a view can become markup.

The page's own markup is made by ``element`` alone. What a person wrote is a ``str``, and a ``str`` is always escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Html:
    """Markup that may stand in a page as it is."""

    markup: str


Child = Html | str

_VOID = frozenset({"meta"})


def element(name: str, /, *children: Child, **attributes: str | int | None) -> Html:
    """An element: its children in order, and its attributes as given.

    An attribute that is None is left out; ``class_`` is ``class`` and ``aria_label`` is ``aria-label``.
    """
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items() if value is not None)}>"
    if name in _VOID:
        return Html(opened)
    return Html(f"{opened}{together(children).markup}</{name}>")


def together(children: Iterable[Child]) -> Html:
    """Children one after the other."""
    return Html("".join(child.markup if isinstance(child, Html) else escape(child) for child in children))


def _attribute(key: str, value: str | int) -> str:
    return f' {key.removesuffix("_").replace("_", "-")}="{escape(str(value))}"'
