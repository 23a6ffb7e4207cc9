"""What a version, a publication or a disruption is for one session, as part of a sentence.

Those of the council are called by role: no worker's name stands beside a case.
"""

from __future__ import annotations

from collections.abc import Iterator

from constraints.problem import Problem, Session, instant
from constraints.programme import Programme
from planner.commands.happened_words import at_time, named
from planner.commands.sentences import hour_of
from planner.intake.disruption import Disruption, MoveArea, Overran, Waive
from planner.intake.standing_now import is_struck
from planner.outgoing.wording import met_by_role
from planner.store_records import StoredVersion


def is_about(problem: Problem, said: Disruption, activity: str, programme: Programme) -> bool:
    """Whether what was said is about an activity, or takes its session off its place in a programme."""
    held = programme.session.get(activity)
    if isinstance(said, Waive):
        return activity in said.sessions
    if isinstance(said, MoveArea):
        return activity in problem.activity and problem.activity[activity].area == said.area
    own = {getattr(said, name, "") for name in ("session", "activity")}
    if activity in own or held is None:
        return activity in own
    if isinstance(said, Overran):
        return _runs_into(programme.session.get(said.session), said, held)
    return is_struck(problem, held, (said,))


def _runs_into(late: Session | None, said: Overran, held: Session) -> bool:
    """Whether a session that ended late kept anybody from one that was to begin meanwhile."""
    if late is None or set(late.people).isdisjoint(held.people):
        return False
    return instant(said.start) <= instant(held.start) < instant(said.until)


def became(version: StoredVersion, activity: str, before: Session | None) -> str:
    """What a version makes of an activity's session; empty: what it was."""
    problem, held = version.problem, version.programme.session.get(activity)
    if held is None:
        why = next((one.why for one in version.programme.left_out if one.activity == activity), "")
        if before is None and not (why and version.number == 1):
            return ""
        return f"version {version.number} leaves it out{f': {why}' if why else ''}"
    if before is None:
        return f"version {version.number} places it on {_whole(problem, held)}"
    changed = "; ".join(_changes(problem, before, held))
    return f"version {version.number}: {changed}" if changed else ""


def _whole(problem: Problem, session: Session) -> str:
    """A session's time, people and cases."""
    met = f", with {_met(problem, session)}" if session.counterparts else ""
    cases = ", ".join(one.case for one in session.cases or ())
    about = f", {'case' if len(session.cases or ()) == 1 else 'cases'} {cases}" if cases else ""
    until = hour_of(session.end)
    return f"{at_time(session.start)} to {until}, held by {named(problem, session.reviewers)}{met}{about}"


def _met(problem: Problem, session: Session) -> str:
    """Who is met, by role; whoever left the staff list since is passed over."""
    there = tuple(person for person in session.counterparts or () if person in problem.person)
    return met_by_role(problem, session.model_copy(update={"counterparts": there})) or "nobody"


def _changes(problem: Problem, before: Session, held: Session) -> Iterator[str]:
    if (before.start, before.end) != (held.start, held.end):
        yield f"was {at_time(before.start)} to {hour_of(before.end)}, now {at_time(held.start)} to {hour_of(held.end)}"
    if set(before.reviewers) != set(held.reviewers):
        yield f"held by {named(problem, held.reviewers)} instead of {named(problem, before.reviewers)}"
    if set(before.counterparts or ()) != set(held.counterparts or ()):
        met, were = (_met(problem, each) for each in (held, before))
        yield f"with {met} instead of {were}" if met != were else f"with somebody else, {met}"
    if before.cases != held.cases:
        cases, were = (", ".join(f"{seen.case} ({seen.mode})" for seen in each.cases or ()) for each in (held, before))
        yield f"about {cases or 'no case'} instead of {were or 'no case'}"
    if (before.place, before.room) != (held.place, held.room):
        yield f"at {held.room or held.place} instead of {before.room or before.place}"


def published(before: Session | None, session: Session | None) -> str:
    """What a publication tells people of a session; empty: nothing new."""
    if before == session:
        return ""
    if session is None:
        return "its cancellation was published"
    return f"{'it' if before is None else 'the change'} was published: {at_time(session.start)}"
