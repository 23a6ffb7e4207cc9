"""The plot of a rehearsal: four small pictures below one another, each a bar a size of reserve. Plain SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.commands.rehearsal_figures import Rehearsed, SizeRehearsed

WIDTH, HEIGHT, LEFT, HEAD, FOOT = 640, 150, 30, 34, 26
"""Pixels: of the plot and of each picture; left of the bars, above them for the title, below them for their names."""

BAR = 0.5
"""The share of its column that a bar takes."""

INK, MUTED, FILL, WORST = "#1a1a1a", "#5a5a5a", "#2f6f9f", "#b3541e"
"""Dark enough on white to be read (WCAG 2.2 asks for 4.5 to 1), and told apart in grey print."""


class _Bar(NamedTuple):
    value: float | None
    mark: float | None = None


class _Picture(NamedTuple):
    title: str
    unit: str
    most: float
    bars: Sequence[_Bar]


def plot(rehearsed: Rehearsed) -> str:
    """The plot, as the text of an SVG file; the same rehearsal gives the same text."""
    pictures = _pictures(rehearsed.sizes)
    tall = HEIGHT * len(pictures) + FOOT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{tall}" viewBox="0 0 {WIDTH} {tall}"'
        f' font-family="sans-serif" font-size="13" role="img" aria-label="{_said(rehearsed)}">',
        f'<rect width="{WIDTH}" height="{tall}" fill="#ffffff"/>',
    ]
    for nth, picture in enumerate(pictures):
        lines += _drawn(picture, [f"{size.held} held" for size in rehearsed.sizes], HEIGHT * nth)
    footer = f"Version {rehearsed.version}, {rehearsed.sequences} sequences, seed {rehearsed.seed}"
    lines += [_text(LEFT, tall - 8, footer, MUTED), "</svg>", ""]
    return "\n".join(lines)


def _said(rehearsed: Rehearsed) -> str:
    """The plot in a sentence, for whoever cannot see it."""
    each = (f"{size.held} mop-ups: {size.placed_share or 0:.0f} % placed again" for size in rehearsed.sizes)
    return f"Cancelled musts placed again, by the size of the reserve. {'; '.join(each)}."


def _pictures(sizes: Sequence[SizeRehearsed]) -> tuple[_Picture, ...]:
    placed = [_Bar(size.placed_share) for size in sizes]
    disturbed = [_Bar(size.disturbed_each) for size in sizes]
    lost = [_Bar(size.lost, float(size.lost_worst)) for size in sizes]
    record = [_Bar(size.on_record) for size in sizes]
    return (
        _Picture("Cancelled musts placed again", " %", 100.0, placed),
        _Picture("Other people disturbed per cancellation", "", _most(disturbed), disturbed),
        _Picture("Interviews that became a reading of the record, in the mean", "", _most(record), record),
        _Picture("Musts lost: the mean, and what the worst tenth lost at least (line)", "", _most(lost), lost),
    )


def _most(bars: Sequence[_Bar]) -> float:
    return max([1.0, *(value for bar in bars for value in bar if value is not None)])


def _drawn(picture: _Picture, names: Sequence[str], top: int) -> Iterator[str]:
    room, base = HEIGHT - HEAD - FOOT, top + HEIGHT - FOOT
    step = (WIDTH - 2 * LEFT) / max(1, len(names))
    yield _text(LEFT, top + 18, picture.title, INK, "bold")
    yield _line(LEFT, base, WIDTH - LEFT, base, MUTED)
    for nth, (bar, name) in enumerate(zip(picture.bars, names, strict=True)):
        middle = LEFT + step * (nth + 0.5)
        tall = room * (bar.value or 0) / picture.most
        yield _rect(middle - step * BAR / 2, base - tall, step * BAR, tall)
        told = "none" if bar.value is None else f"{bar.value:g}{picture.unit}"
        yield _text(middle + step * BAR / 2 + 6, base - 4, told, INK)
        yield _text(middle - step * BAR / 2, base + 16, name, MUTED)
        if bar.mark is not None:
            high = base - room * bar.mark / picture.most
            yield _line(middle - step * BAR / 2 - 4, high, middle + step * BAR / 2 + 4, high, WORST)


def _text(x: float, y: float, text: str, colour: str, weight: str = "normal") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-weight="{weight}">{text}</text>'


def _rect(x: float, y: float, wide: float, tall: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{FILL}"/>'


def _line(x: float, y: float, to_x: float, to_y: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}" stroke-width="2"/>'
