"""The reviewer view: themes, references and roles; a worker's name has no place in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from constraints.accepted import accepted
from constraints.ledger import Ledger, ledger
from constraints.problem import Problem, Session
from constraints.programme import Programme
from planner.outgoing.changed import changed_for_reviewers
from planner.outgoing.places import place_of
from planner.outgoing.source import Source
from planner.outgoing.views import (
    AcceptedRow,
    CoverageRow,
    LedgerRow,
    LeftOutRow,
    ReviewerDay,
    ReviewerLine,
    ReviewerView,
    ReviewerWeek,
)
from planner.outgoing.wording import cases_of, dated_title, edition, heading, met_by_role, when, without_names

WEEK = timedelta(days=7)


def reviewer_view(source: Source) -> ReviewerView:
    """The programme for reviewers, a week after the other, a column each."""
    problem, programme = source.problem, source.programme
    days = ledger(problem, programme)
    return ReviewerView(
        edition=edition(source, (person.name for person in problem.reviewers)),
        weeks=tuple(_weeks(source)),
        ledger=tuple(_ledger(problem, days)),
        ledger_says=days.sentence,
        coverage=tuple(_coverage(problem, programme)),
        left_out=tuple(
            LeftOutRow(
                title=without_names(problem, dated_title(problem, problem.activity[one.activity])),
                why=without_names(problem, one.why),
            )
            for one in programme.left_out
        ),
        changed=tuple(without_names(problem, sentence) for sentence in changed_for_reviewers(source)),
        notices=tuple(without_names(problem, notice) for notice in problem.notices),
        accepted=accepted_rows(problem, programme),
    )


def accepted_rows(problem: Problem, programme: Programme) -> tuple[AcceptedRow, ...]:
    """What was knowingly accepted; a reason is free text, in which everybody of the council is called by role."""
    return tuple(
        AcceptedRow(
            rule=one.title,
            sessions=tuple(
                f"{when(each.start)} {without_names(problem, heading(problem.activity[each.activity]))}"
                for each in one.sessions
            ),
            who=without_names(problem, one.who),
            why=without_names(problem, one.why),
        )
        for one in accepted(problem, programme)
    )


def _weeks(source: Source) -> Iterator[ReviewerWeek]:
    problem, programme = source.problem, source.programme
    dates = sorted({session.start.date() for session in programme.sessions})
    mondays = sorted({day - timedelta(days=day.weekday()) for day in dates})
    for monday in mondays:
        days = [day for day in dates if monday <= day < monday + WEEK]
        there = {problem.activity[each.activity].area for each in programme.sessions if each.start.date() in days}
        areas = [area for area in problem.areas if area.id in there]
        yield ReviewerWeek(
            number=(monday - mondays[0]) // WEEK + 1,
            monday=monday,
            areas=tuple(area.title for area in areas),
            provisional=tuple(area.provisional for area in areas if area.provisional),
            days=tuple(_day(source, day) for day in days),
        )


def _day(source: Source, day: date) -> ReviewerDay:
    columns = tuple(
        tuple(
            _line(source, session)
            for session in source.programme.day_of(person.id, day)
            if person.id in session.reviewers
        )
        for person in source.problem.reviewers
    )
    return ReviewerDay(date=day, columns=columns)


def _line(source: Source, session: Session) -> ReviewerLine:
    problem, activity = source.problem, source.problem.activity[session.activity]
    base = activity.demand.base if activity.demand else 0
    area = next((one for one in problem.areas if one.id == activity.area), None)
    return ReviewerLine(
        session=activity.id,
        code=source.codes[activity.id],
        start=session.start,
        end=session.end,
        kind=activity.kind,
        title=without_names(problem, heading(activity)),
        met=met_by_role(problem, session),
        cases=cases_of(activity, session.cases or ()),
        place=place_of(problem, session),
        area=area.title if area else "",
        provisional=area.provisional if area else "",
        evidence=activity.evidence,
        reserve=activity.demand is not None and any(seen.rank > base for seen in session.cases or ()),
    )


def _ledger(problem: Problem, days: Ledger) -> Iterator[LedgerRow]:
    for line in days.kinds:
        by = tuple(f"{one.name} {one.used}" for one in line.people)
        yield LedgerRow(kind=line.kind, contracted=line.contracted, used=line.used, by=by)
    for outside in days.outside:
        kind = f"outside the contract: {without_names(problem, outside.what)}"
        by = (without_names(problem, problem.person[outside.person].name),)
        yield LedgerRow(kind=kind, contracted=0, used=outside.days, by=by)


def _coverage(problem: Problem, programme: Programme) -> Iterator[CoverageRow]:
    held = [problem.activity[session.activity] for session in programme.sessions]
    for area in problem.areas:
        for item in area.scope:
            serving = [activity for activity in held if item.id in activity.serves]
            evidence = sum(activity.evidence for activity in serving)
            yield CoverageRow(area=area.title, item=item.title, sessions=len(serving), evidence=evidence)
