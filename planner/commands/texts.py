"""Results as plain sentences and lists; pure functions of a command's result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from constraints.catalogue import MISSED
from constraints.ledger import Ledger
from planner.commands.check import Checked
from planner.commands.documents import DocumentsWritten
from planner.commands.drawn import Drawn, in_words
from planner.commands.judged import Judged, RuleSaid
from planner.commands.new import Started
from planner.commands.plan import Planned
from planner.commands.sentences import counted, day_of

READERS: Mapping[str, str] = {
    "reviewer": "For reviewers only",
    "host": "For the council",
    "public": "For anybody",
}
"""Whom each view is for."""

TOO_MUCH = "Asked for more than there is, whatever is planned"
"""The heading of the density checks."""


def new_text(started: Started) -> str:
    """Where a folder was started and what to do next."""
    variant = f", variant {started.variant}" if started.variant else ""
    return (
        f"Started {started.folder} from the format {started.format}{variant} ({counted(len(started.files), 'file')}).\n"
        f"Next: planner check --folder {started.folder}"
    )


def check_text(checked: Checked) -> str:
    """A review and the judgement of a programme."""
    return "\n".join(_check_lines(checked))


def _check_lines(checked: Checked) -> Iterator[str]:
    yield checked.review
    yield (
        f"{checked.activities} activities, {checked.evidence} of them evidence sessions; "
        f"{checked.people} people; {checked.cases} base cases drawn"
    )
    yield from _list(TOO_MUCH, [one.sentence for one in checked.too_much])
    if checked.judged is not None:
        yield from _judged(checked.judged)
    yield from _list("Notices", checked.notices)
    if checked.judged is None:
        yield from _list("Seen in the lists and the draws", checked.seen)
        yield from ("", "No programme to judge yet. Next: planner plan")


def _judged(judged: Judged) -> Iterator[str]:
    ruled = [rule for rule in judged.rules if not rule.tier or rule.tier in MISSED]
    yield from _list(f"Rules, for {judged.what}", [_verdict(rule) for rule in ruled])
    yield from _list("Broken", judged.broken or ("nothing",))
    yield from _list("Scope that nobody serves", judged.unserved or ("nothing",))
    yield from _drawn(judged.drawn)
    yield from _list("Days", _days(judged.ledger, judged.closes))
    figures = [rule for rule in judged.rules if rule not in ruled and rule.tier not in judged.silent]
    yield from _list("Figures, 0 is best", [f"{_figure(rule)}  {rule.title}" for rule in figures])


def _verdict(rule: RuleSaid) -> str:
    missing = f" ({'; '.join(rule.missing)})" if rule.says == "cannot tell" else ""
    return f"{rule.says:<12} {rule.title}{missing}"


def _figure(rule: RuleSaid) -> str:
    return "cannot tell" if rule.missing else f"{rule.cost:>11}"


def _days(days: Ledger, closes: str) -> Iterator[str]:
    for line in days.kinds:
        people = ", ".join(f"{one.name} {one.used}" for one in line.people)
        yield f"{line.kind}: {line.used} of {line.contracted:g}{f' ({people})' if people else ''}"
    yield closes
    for outside in days.outside:
        yield f"outside the contract: {outside.days:g} of {outside.name}, {day_of(outside.date)}, {outside.what}"


def plan_text(planned: Planned) -> str:
    """What planning came to, where things lie, and the proof."""
    return f"{came_to_text(planned)}\n\n{planned.proof}"


def came_to_text(planned: Planned) -> str:
    """What planning came to and where things lie, for whoever puts the proof elsewhere."""
    return "\n".join(_plan_lines(planned))


def _plan_lines(planned: Planned) -> Iterator[str]:
    made = "written" if planned.created else "stands: the programme is unchanged"
    yield f"Version {planned.version} {made}."
    yield from _list(TOO_MUCH, [one.sentence for one in planned.too_much])
    yield from _list("Left out", [f"{one.title}: {one.why}" for one in planned.left_out])
    yield from _drawn(planned.drawn, "" if planned.draw_proven else ", not proven necessary")
    yield from _list("Notices", planned.notices)
    yield from _list("Where things lie", [f"{what}: {path}" for what, path in planned.lies.items()])


def documents_text(written: DocumentsWritten) -> str:
    """Where the documents of a version lie, view by view; files in a folder of their own are counted."""
    return "\n".join(_documents_lines(written))


def _documents_lines(written: DocumentsWritten) -> Iterator[str]:
    yield f"Version {written.version} of {written.made:%d %B %Y %H:%M %Z} as documents:"
    for view in written.views:
        yield from ("", f"{READERS[view.view]}: {view.folder}")
        kinds = Counter(_kind_of(file) for file in view.files if "/" in file)
        yield from (f"  {file}" for file in view.files if "/" not in file)
        for folder in dict.fromkeys(folder for folder, _ in kinds):
            held = ", ".join(counted(count, kind) for (of, kind), count in kinds.items() if of == folder)
            yield f"  {folder}/ ({held})"


def _kind_of(file: str) -> tuple[str, str]:
    """The folder of a file, and what it is there: somebody's calendar, an invitation to one session, a request."""
    folder, _, name = file.partition("/")
    if folder != "calendars":
        return folder, "request"
    return folder, "invitation" if name.startswith("session-") else "calendar"


def _drawn(told: Drawn, proof: str = "") -> Iterator[str]:
    yield from _list("Base cases skipped", [f"{in_words(one)}{proof}" for one in told.skipped])
    yield from _list("Reserves used", [in_words(one) for one in told.reserves])


def _list(head: str, lines: Iterator[str] | tuple[str, ...] | list[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield from ("", head, *(f"  {line}" for line in told))
