"""Results as tables of plain text, for a terminal of a given width."""

from __future__ import annotations

from io import StringIO

from rich.box import ASCII2
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from planner.commands.compare import Compared
from planner.commands.lookup import LookedUp
from planner.commands.sentences import counted, day_of, hour_of
from planner.commands.show import DayShown, Shown, WeekShown
from planner.outgoing.documents.dates import pauses
from planner.outgoing.documents.day_lists import EVERYONE, MOST_COLUMNS
from planner.outgoing.views import AcceptedRow

NARROWEST = 60
"""Characters below which a programme's columns cannot be read."""

MARK = "*"


def show_text(shown: Shown, width: int) -> str:
    """The programme: a table a week with a row a date and a column a reviewer; or a row a session and who holds it."""
    head = f"{shown.review}\nVersion {shown.version}, {shown.made:%d %B %Y %H:%M %Z}, {shown.by}"
    paused = pauses([week.monday for week in shown.weeks])
    parts = [head]
    for week in shown.weeks:
        parts += [paused[week.monday]] if week.monday in paused else []
        parts.append(_plain(_week(week, shown), width))
    parts += ["\n".join(("Knowingly accepted", *map(_accepted, shown.accepted)))] if shown.accepted else []
    return "\n\n".join(parts)


def compare_text(compared: Compared, width: int) -> str:
    """Both programmes, measure by measure, the better side marked, and what changes between them."""
    table = Table(box=ASCII2)
    table.add_column("Measure", ratio=1)
    table.add_column(compared.a, justify="right")
    table.add_column(compared.b, justify="right")
    table.add_column("Unit")
    for one in compared.measures:
        better = one.better
        row = (one.title, _figure(one.a, best=better == "a"), _figure(one.b, best=better == "b"), one.unit)
        table.add_row(*map(Text, row))
    made = compared.changes
    told = f"{made.added} added, {made.moved} moved, {made.cancelled} cancelled, {made.reassigned} reassigned"
    return f"{_plain(table, width)}\n{MARK} the better of the two\nFrom {compared.a} to {compared.b}: {told}"


def lookup_text(found: LookedUp, width: int) -> str:
    """The protected list: a row a case."""
    table = Table(box=ASCII2)
    for head in ("Case", "Child's identifier", "Who is asked", "How", "When"):
        table.add_column(head, overflow="fold")
    for case in found.cases:
        time = f"{case.start:%a} {case.start.day} {case.start:%b %H.%M}-{hour_of(case.end)}"
        row = (case.label, case.identifier, "; ".join(case.workers), case.how, time)
        table.add_row(*map(Text, row))
    head = f"{found.review}, version {found.version}: {counted(len(found.cases), 'case')}"
    logged = f"Opened by {found.opened_by}, {found.opened_at:%d %B %Y %H:%M %Z}; this opening is in the log."
    return (
        f"{head}\nProtected: for authorised eyes only; do not copy it into a message.\n{_plain(table, width)}\n{logged}"
    )


def _accepted(row: AcceptedRow) -> str:
    return f"  {row.rule.removesuffix('.')}: {'; '.join(row.sessions)} ({row.who}: {row.why})"


def _week(week: WeekShown, shown: Shown) -> Table:
    nth = (week.monday - shown.weeks[0].monday).days // 7 + 1
    provisional = f"\nProvisional: {'; '.join(week.provisional)}" if week.provisional else ""
    title = Text(f"Week {nth}: {'; '.join(week.areas) or f'from {day_of(week.monday)}'}{provisional}")
    table = Table(title=title, title_justify="left", title_style="", box=ASCII2, expand=True)
    table.add_column("Date", width=12)
    listed = len(shown.reviewers) > MOST_COLUMNS
    for name in ("Session", "Held by") if listed else shown.reviewers:
        table.add_column(Text(name), ratio=1)
    for day in week.days:
        columns = _listed(day) if listed else [tuple("\n".join(one.lines) for one in day.reviewers)]
        for at, texts in enumerate(columns, start=1):
            named = f"{day.date:%A}\n{day.date.day} {day.date:%B}" if at == 1 else ""
            table.add_row(Text(named), *map(Text, texts), end_section=at == len(columns))
    return table


def _listed(day: DayShown) -> list[tuple[str, str]]:
    """Each line of a day once, in order of time, and who holds it."""
    held: dict[str, list[str]] = {}
    for one in day.reviewers:
        for line in one.lines:
            held.setdefault(line, []).append(one.reviewer)
    everyone = len(day.reviewers)
    return [(line, EVERYONE if len(who) == everyone else "; ".join(who)) for line, who in sorted(held.items())]


def _figure(value: float | None, *, best: bool) -> str:
    if value is None:
        return "cannot tell  "
    return f"{value:g} {MARK if best else ' '}"


def _plain(rendered: RenderableType, width: int) -> str:
    console = Console(file=StringIO(), width=max(width, NARROWEST), color_system=None, legacy_windows=False)
    console.print(rendered)
    text = console.file.getvalue() if isinstance(console.file, StringIO) else ""
    return "\n".join(line.rstrip() for line in text.splitlines())
