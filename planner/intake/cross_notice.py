"""Notice, quiet days, evenings and the days of specialists: settings that would otherwise come to nothing unseen."""

from __future__ import annotations

from collections.abc import Iterator

from planner.intake.cross_dates import LONGEST
from planner.intake.diaries import working_days_after
from planner.intake.finding import Finding
from planner.intake.review import QuietEntry, Review
from planner.intake.written import shown


def notice_can_be_given(review: Review) -> Iterator[Finding]:
    """Invitations go out before the review is over, and early enough that somebody can still be asked for."""
    about = review.about
    if about.invited is None:
        return
    if about.invited > about.end:
        yield Finding("about", ("invited",), f"{shown(about.invited)} is after the last day of the review")
        return
    if about.start - about.invited > LONGEST:
        found = f"{shown(about.invited)} is more than two years before the first day, {shown(about.start)}"
        yield Finding("about", ("invited",), found, "Look at the years")
        return
    for nth, kind in enumerate(review.kinds):
        # so long a notice is not counted out day by day
        if kind.notice > LONGEST.days or working_days_after(about.invited, kind.notice, about) > about.end:
            found = f"after {kind.notice} working days' notice from {shown(about.invited)} the review is over"
            yield Finding("kinds", (nth, "notice"), found, "Write less, or invite earlier")


def quiet_days_apart(review: Review) -> Iterator[Finding]:
    """Quiet days end after they start, last no longer than a review, and none of them is told twice."""
    seen: list[QuietEntry] = []
    for nth, quiet in enumerate(review.quiet):
        if quiet.start > quiet.end:
            found = f"{shown(quiet.end)} is before its first day, {shown(quiet.start)}"
            yield Finding("quiet", (nth, "end"), found, "Put the earlier before the later")
        elif quiet.end - quiet.start > LONGEST:
            found = f"{shown(quiet.end)} is more than two years after its first day, {shown(quiet.start)}"
            yield Finding("quiet", (nth, "end"), found, "Look at the years")
        other = next((one for one in seen if quiet.start <= one.end and one.start <= quiet.end), None)
        if other is not None:
            found = f"some of these days are quiet already ({shown(other.name)})"
            yield Finding("quiet", (nth, "start"), found, "Write each day once")
        seen.append(quiet)


def without_effect(review: Review) -> Iterator[Finding]:
    """Quiet days outside the review, notice and evenings that nothing counts from, limits above what is declared."""
    about = review.about
    for nth, quiet in enumerate(review.quiet):
        if quiet.end < about.start or quiet.start > about.end:
            yield Finding("quiet", (nth,), "these quiet days lie outside the review and change nothing")
    if about.invited is None:
        for nth, kind in enumerate(review.kinds):
            if kind.notice:
                found = "the day of the invitations is not written, so no notice is kept"
                yield Finding("kinds", (nth, "notice"), found)
    if all(hours.evening_end is None for hours in review.hours):
        for nth, entry in enumerate(review.activities):
            if entry.evening:
                yield Finding("activities", (nth, "evening"), "nobody keeps evening hours, so this changes nothing")
    yield from _specialists(review)


def _specialists(review: Review) -> Iterator[Finding]:
    """Limits on somebody's days that are no limits on those they declared."""
    for nth, member in enumerate(review.staff):
        declared = {on for day in review.days if member.id in day.people for on in day.dates}
        if declared and member.most_days is not None and member.most_days > len(declared):
            found = f"only {len(declared)} days are declared for {shown(member.id)}, so this changes nothing"
            yield Finding("staff", (nth, "most_days"), found)
        if not declared and member.consecutive_days:
            found = f"no days are declared for {shown(member.id)}, so this changes nothing"
            yield Finding("staff", (nth, "consecutive_days"), found)
