"""Which activities a repair has to look at: those of the parts in which the programme no longer stands.

Where nothing was struck, nothing breaks a rule and nothing new is owed, the programme as it is disturbs nobody, and
no repair could do better there.
"""

from __future__ import annotations

from collections.abc import Iterator

from constraints.catalogue import MUSTS
from constraints.check import among_facts, check
from constraints.musts.one_demand_a_case import asked_for
from constraints.problem import Mode, Problem, Session
from constraints.programme import Programme
from planner.solving.parts import parts


def standing_still(problem: Problem, before: Programme) -> Programme:
    """What of a programme is still there: its sessions without those struck or dropped, and the facts as they are."""
    facts = {fact.activity: fact for fact in problem.fixed}
    kept = tuple(
        facts.get(session.activity, session)
        for session in before.sessions
        if session.activity in problem.activity
        and (session.activity in facts or session.activity not in problem.struck)
    )
    others = tuple(fact for fact in problem.fixed if fact.activity not in before.session)
    return Programme(sessions=(*kept, *others))


def touched(problem: Problem, before: Programme) -> frozenset[str]:
    """The ids of the activities whose sessions a repair may choose afresh; none: the programme stands as it is."""
    return in_parts(problem, frozenset(amiss(problem, before)))


def in_parts(problem: Problem, ids: frozenset[str]) -> frozenset[str]:
    """The activities of the parts that hold one of these; people are counted over all of what is chosen afresh."""
    apart = parts(problem.changed(published=()))
    return frozenset(activity.id for part in apart if ids & part.activity.keys() for activity in part.activities)


def amiss(problem: Problem, before: Programme) -> Iterator[str]:
    """The activities that were struck, stand in a breach, or are owed and might be held now.

    What was left out may have a place since: musts and all of the review's own are always looked at again, the other
    activities where something was dropped.
    """
    kept = standing_still(problem, before)
    yield from problem.struck
    for verdict in check(problem, kept, MUSTS, ()).musts:
        for breach in verdict.breaches:
            if not among_facts(problem, breach):
                yield from (session.activity for session in breach.sessions)
                if not breach.sessions:
                    yield from problem.activity
    known = {left.activity for left in before.left_out}
    dropped = any(session.activity not in problem.activity for session in before.sessions)
    for activity in problem.activities:
        minor = activity.priority == "mop-up" or (activity.standing and activity.priority != "must")
        if kept.owes(problem, activity) and (activity.id not in known or not minor or dropped):
            yield activity.id


def sharing_records(problem: Problem, before: Programme, ids: frozenset[str]) -> frozenset[str]:
    """Activities beside these whose case might be given up for one of these without disturbing anybody.

    A case read on the record brings nobody, and the people of struck sessions do not count.
    """
    wanted = {
        candidate.case
        for activity in problem.activities
        if activity.id in ids and activity.demand
        for candidate in activity.demand.candidates
    }
    lenders = frozenset(
        session.activity
        for session in standing_still(problem, before).sessions
        if session.activity not in ids and session.activity not in problem.facts and _lends(problem, session, wanted)
    )
    return in_parts(problem, lenders)


def _lends(problem: Problem, session: Session, wanted: set[str]) -> bool:
    free = all(seen.mode is Mode.RECORD for seen in session.cases or ()) or set(session.people) <= problem.excused
    return free and bool(wanted & set(asked_for(problem, session)))


def seen_elsewhere(problem: Problem, before: Programme, ids: frozenset[str]) -> frozenset[str]:
    """The cases that sessions of other activities see: nobody may choose them a second time."""
    others = (session for session in standing_still(problem, before).sessions if session.activity not in ids)
    return frozenset(case for session in others for case in asked_for(problem, session))
