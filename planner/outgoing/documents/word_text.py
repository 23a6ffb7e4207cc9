"""Writing text into a paragraph, each piece in a named style."""

from __future__ import annotations

import re
from typing import TypeAlias

from docx.text.paragraph import Paragraph
from docx.text.run import Run

TAB, BREAK = "\t", "\n"

Piece: TypeAlias = str | tuple[str, str]
"""Text in the paragraph's own style, or text and the style of its letters; a tab or a break stands alone."""

_NOT_ON_A_LINE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
"""What a line of a Word file cannot hold: controls (XML 1.0, 2.2) and breaks of line and paragraph."""


def plain(text: str) -> str:
    """The text with a blank for whatever a line cannot hold."""
    return _NOT_ON_A_LINE.sub(" ", text)


def opening(text: str) -> str:
    """The text with a capital, as it stands alone."""
    return text[:1].upper() + text[1:]


def write(paragraph: Paragraph, *pieces: Piece) -> Run:
    """Put pieces at the end of the paragraph.

    Returns:
        The last piece's run.
    """
    runs = [_run(paragraph, piece) for piece in pieces]
    return runs[-1]


def _run(paragraph: Paragraph, piece: Piece) -> Run:
    if isinstance(piece, tuple):
        return paragraph.add_run(plain(piece[0]), style=piece[1])
    return paragraph.add_run(piece if piece in (TAB, BREAK) else plain(piece))
