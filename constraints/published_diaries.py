"""What people hold, beside what a programme asks of them: whether a published session stands.

A session stands where its start, end, place and room are the published ones; who comes is another question, and what it
is about a third. What it does not state is not compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from constraints.problem import CaseSeen, Problem, Session

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision, Option
    from constraints.variables import Variables


def held_by_activity(problem: Problem) -> Mapping[str, Session]:
    """The published sessions by activity id."""
    return {session.activity: session for session in problem.published}


def post_stands(x: Variables, decision: Decision, published: Session) -> cp_model.IntVar:
    """A literal that is true only where a decision is held when and where it was published."""
    return x.shared(("stands", published.activity), lambda: _post_stands(x, decision, published))


def _post_stands(x: Variables, decision: Decision, published: Session) -> cp_model.IntVar:
    start, end = x.ticks.down(published.start), x.ticks.down(published.end)
    on_grid = x.ticks.on_grid(published.start) and x.ticks.on_grid(published.end)
    nowhere = published.room and published.room not in decision.takes
    if not on_grid or nowhere or end - start not in decision.length_is or published.place != decision.activity.place:
        return x.model.new_constant(0)
    found = x.literal(f"{published.activity} stands")
    x.model.add_bool_and(decision.present, decision.length_is[end - start]).only_enforce_if(found)
    x.model.add(decision.start == start).only_enforce_if(found)
    if published.room is not None:
        for room, literal in decision.takes.items():
            x.model.add_implication(found, literal if room == published.room else literal.negated())
    return found


def _post_same_people(x: Variables, decision: Decision, published: Session) -> cp_model.IntVar:
    """A literal that is true only where a decision is held when, where and by and with whom it was published."""
    wanted = [(decision.holds, published.reviewers)]
    if published.counterparts is not None:
        wanted.append((decision.joins, published.counterparts))
    if any(not set(people) <= set(literals) for literals, people in wanted):
        return x.model.new_constant(0)
    found = x.literal(f"{published.activity} with the same people")
    x.model.add_implication(found, post_stands(x, decision, published))
    for literals, people in wanted:
        for person, literal in literals.items():
            x.model.add_implication(found, literal if person in people else literal.negated())
    return found


def post_same_session(x: Variables, decision: Decision, published: Session) -> cp_model.IntVar:
    """A literal that is true only where a decision is held as it was published, and about the same cases."""
    return x.shared(("same session", published.activity), lambda: _post_same_session(x, decision, published))


def _post_same_session(x: Variables, decision: Decision, published: Session) -> cp_model.IntVar:
    same = _post_same_people(x, decision, published)
    if published.cases is None or not (published.cases or decision.options):
        return same
    found = x.literal(f"{published.activity} about the same cases")
    x.model.add_implication(found, same)
    for seen in published.cases:
        ways = [option.literal for option in decision.options if _sees(option) == seen]
        x.model.add_bool_or(found.negated(), *ways)
    for option in decision.options:
        if _sees(option) not in published.cases:
            x.model.add_implication(found, option.literal.negated())
    return found


def _sees(option: Option) -> CaseSeen:
    return CaseSeen(case=option.case, rank=option.rank, mode=option.mode)
