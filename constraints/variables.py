"""CP-SAT variables over a problem: structure only, no rules.

Fixed sessions are facts: they enter as constants (merged busy time, counts), never as variables, and no rule relates
two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from ortools.sat.python import cp_model

from constraints.days_inside import days_inside
from constraints.decision import Decision, Role
from constraints.problem import Activity, Mode, Problem, Session, instant
from constraints.ticks import Span, Ticks, common, merged, starts

Literal = cp_model.IntVar


class Variables:
    """The decisions of a problem in a model of their own.

    Args:
        problem: what has to happen.
        prune: let activities stand only where their windows lie. Quicker; explaining leaves it out, so that the
            window can be blamed.
    """

    def __init__(self, problem: Problem, *, prune: bool = False) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.ticks = Ticks(problem)
        self.true = self.model.new_constant(1)
        self._prune = prune
        self._on: dict[tuple[str, str, Role], dict[date, Literal]] = {}
        self._works: dict[tuple[str, date], Literal] = {}
        self._missing: dict[str, cp_model.LinearExprT] = {}
        self._number: dict[str, Literal] = {}
        self._both: dict[tuple[str, str, str], Literal] = {}
        self._shared: dict[tuple[str, ...], Literal] = {}
        self.facts = problem.fixed
        self.decisions = {
            a.id: Decision(self, a, self.days_of(a)) for a in problem.activities if a.id not in problem.facts
        }

    def literal(self, name: str) -> Literal:
        """A new literal."""
        return self.model.new_bool_var(name)

    def start_var(self, spans: Sequence[Span], shortest: int, name: str) -> Literal:
        """A new start inside the spans; where there is no room, one that means nothing."""
        domain = cp_model.Domain.from_intervals([list(s) for s in starts(spans, shortest)] or [[0, 0]])
        return self.model.new_int_var_from_domain(domain, name)

    def total(self, terms: Iterable[cp_model.LinearExprT]) -> cp_model.LinearExpr:
        """A sum, which may be of constants only or of nothing."""
        return cp_model.LinearExpr.sum([cp_model.LinearExpr.constant(0), *terms])

    def either(self, literals: Sequence[Literal], name: str) -> Literal:
        """A literal that holds when one of the literals does."""
        if len(literals) == 1:
            return literals[0]
        found = self.literal(name)
        self.model.add_max_equality(found, literals)
        return found

    def shared(self, key: tuple[str, ...], make: Callable[[], Literal]) -> Literal:
        """A literal that several rules ask for, made once."""
        if key not in self._shared:
            self._shared[key] = make()
        return self._shared[key]

    def days_of(self, activity: Activity) -> dict[date, list[Span]]:
        """The days on which an activity could stand, each from midnight to midnight, or where its windows lie then."""
        days = {day: [span] for day, span in self.ticks.day_spans.items()}
        if self._prune and activity.windows:
            spans = self.ticks.spans(activity.windows)
            days = {day: there for day, whole in days.items() if (there := common(whole, spans))}
        return days

    def post_inside(
        self, decision: Decision, spans: Sequence[Span], *when: cp_model.LiteralT
    ) -> Iterable[cp_model.Constraint]:
        """Post that a session, held if all the literals hold, then lies inside one of the spans."""
        posted = []
        for length, literal in decision.length_is.items():
            held = [*when] if literal is self.true else [*when, literal]
            never, forbidden = days_inside(decision.could, spans, length)
            if never:
                posted.append(self.model.add(self.total(decision.day[day] for day in never) == 0))
                posted[-1].only_enforce_if(held)
            if forbidden:
                allowed = cp_model.Domain.from_intervals([list(stretch) for stretch in forbidden]).complement()
                posted.append(self.model.add_linear_expression_in_domain(decision.start, allowed))
                posted[-1].only_enforce_if(held)
        return posted

    def attending(self, person: str) -> Iterator[tuple[Decision, Literal]]:
        """The decisions that a person could attend, each with the literal that says so."""
        for decision in self.decisions.values():
            if person in decision.attends:
                yield decision, decision.attends[person]

    def facts_of(self, person: str) -> tuple[Session, ...]:
        """The fixed sessions that a person attends."""
        return tuple(s for s in self.facts if person in s.people)

    def on(self, decision: Decision, person: str, role: Role = "attends") -> dict[date, Literal]:
        """For each day on which a person could be there in a role, the literal that they are."""
        there = decision.there(role)[person]
        known: Role = "attends" if there is decision.attends[person] else role
        key = (decision.activity.id, person, known)
        if key not in self._on:
            self._on[key] = self._on_days(decision, there, f"{decision.activity.id} {person} {known}")
        return self._on[key]

    def _on_days(self, decision: Decision, there: Literal, name: str) -> dict[date, Literal]:
        if len(decision.day) == 1 or there is decision.present:
            return {day: there if len(decision.day) == 1 else literal for day, literal in decision.day.items()}
        found = {day: self.literal(f"{name} {day}") for day in decision.day}
        for day, literal in found.items():
            self.model.add_implication(literal, decision.day[day])
        self.model.add(sum(found.values()) == there)
        return found

    def day_number(self, decision: Decision) -> Literal:
        """The day on which a session stands, counted from the first of the review; no meaning where it is not held."""
        name = decision.activity.id
        if name not in self._number:
            numbers = {(day - self.problem.start).days: literal for day, literal in decision.day.items()}
            domain = cp_model.Domain.from_values(list(numbers) or [0])
            self._number[name] = self.model.new_int_var_from_domain(domain, f"{name} day")
            for number, literal in numbers.items():
                self.model.add(self._number[name] == number).only_enforce_if(literal)
        return self._number[name]

    def both_hold(self, decision: Decision, one: str, other: str) -> Literal:
        """A literal that is true where two people hold a session together; nothing makes it false where they do not."""
        first, second = decision.holds[one], decision.holds[other]
        if first is second:
            return first
        key = (decision.activity.id, one, other)
        if key not in self._both:
            self._both[key] = self.literal(f"{decision.activity.id} {one} with {other}")
            self.model.add_bool_or(first.negated(), second.negated(), self._both[key])
        return self._both[key]

    def works(self, person: str, day: date) -> Literal:
        """Whether a person has a session of the review's own on a day: standing sessions do not make a day worked."""
        key = (person, day)
        if key not in self._works:
            self._works[key] = self._working(person, day)
        return self._works[key]

    def _working(self, person: str, day: date) -> Literal:
        standing = {a.id for a in self.problem.activities if a.standing}
        if any(s.start.date() == day and s.activity not in standing for s in self.facts_of(person)):
            return self.true
        there = [
            self.on(decision, person)[day]
            for decision, _ in self.attending(person)
            if day in decision.day and decision.activity.id not in standing
        ]
        return self.either(there, f"{person} works {day}") if there else self.model.new_constant(0)

    def missing(self, decision: Decision) -> cp_model.LinearExprT:
        """1 when an activity that is owed is not held; a standing one is owed when one of its reviewers works."""
        activity = decision.activity
        if not activity.standing:
            return 1 - decision.present
        if activity.id not in self._missing:
            cost = self.literal(f"{activity.id} missing")
            for person, day in product(decision.holds, self.problem.days_of(activity)):
                if (person, day) in self.problem.kind_of_day:
                    self.model.add(cost >= self.works(person, day) - decision.present)
            self._missing[activity.id] = cost
        return self._missing[activity.id]

    def intervals_of(self, person: str, *, spaced: bool = False) -> list[cp_model.IntervalVar]:
        """The sessions of a person as intervals, the fixed ones merged; spaced: with the breathing space after each."""
        intervals = [i for d, literal in self.attending(person) for i in self._there(d, literal, person, spaced)]
        busy = [self.fact_span(s, spaced=spaced and person in s.reviewers) for s in self.facts_of(person)]
        return intervals + self._fixed_intervals(busy, person)

    def _there(self, decision: Decision, attends: Literal, who: str, spaced: bool) -> Iterator[cp_model.IntervalVar]:
        """A person's time in a session; breathing space is theirs only where they hold it."""
        if not spaced or who not in decision.holds:
            yield self._interval(decision, attends, who)
            return
        yield self._interval(decision, decision.holds[who], who, self.ticks.length(decision.activity.breathing_space))
        if who in decision.joins:
            yield self._interval(decision, decision.joins[who], who)

    def _interval(self, decision: Decision, literal: Literal, who: str, space: int = 0) -> cp_model.IntervalVar:
        name = f"{decision.activity.id} {who}{' spaced' if space else ''}"
        return self.model.new_optional_interval_var(
            decision.start, decision.length + space, decision.end + space, literal, name
        )

    def fact_span(self, session: Session, *, spaced: bool = False) -> Span:
        """The ticks that a fixed session touches; spaced: with its breathing space."""
        space = self.problem.activity[session.activity].breathing_space if spaced else 0
        return self.ticks.down(session.start), self.ticks.up(instant(session.end) + timedelta(minutes=space))

    def _fixed_intervals(self, spans: Iterable[Span], who: str) -> list[cp_model.IntervalVar]:
        return [
            self.model.new_fixed_size_interval_var(start, end - start, f"{who} busy {start}")
            for start, end in merged(spans)
        ]

    def using(self, resource: str) -> Iterator[tuple[Decision, Literal]]:
        """The decisions that could use a resource, each with the literal that says so."""
        for decision in self.decisions.values():
            activity = decision.activity
            if resource in activity.resources:
                yield decision, decision.present
            elif resource in decision.takes:
                yield decision, decision.takes[resource]
            elif activity.demand and activity.demand.record_resource == resource:
                on_record = [o.literal for o in decision.options if o.mode is Mode.RECORD]
                if on_record:
                    yield decision, self.either(on_record, f"{activity.id} uses {resource}")

    def intervals_using(self, resource: str) -> list[cp_model.IntervalVar]:
        """The sessions that use a resource as intervals, the fixed ones merged."""
        busy = [self.fact_span(s) for s in self.facts if resource in self.problem.resources_of(s)]
        held = [self._interval(d, literal, resource) for d, literal in self.using(resource)]
        return held + self._fixed_intervals(busy, resource)
