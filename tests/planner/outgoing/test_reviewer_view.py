"""The reviewer view of the shipped review: every session in its column, cases by label, nobody's name."""

from __future__ import annotations

from datetime import date, timedelta

from outgoing_samples import first_and_last_interview, second_source, source, strings

from constraints.problem import Waiver
from constraints.programme import LeftOut, in_time
from planner.outgoing.host_view import host_view
from planner.outgoing.public_view import public_view
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.views import ReviewerView
from planner.outgoing.wording import heading, when


def lines(view: ReviewerView) -> list[tuple[int, str, object]]:
    return [
        (nth, line.session, line.start)
        for week in view.weeks
        for day in week.days
        for nth, column in enumerate(day.columns)
        for line in column
    ]


def test_every_session_stands_in_the_column_of_each_of_its_reviewers() -> None:
    made = source()
    people = [person.id for person in made.problem.reviewers]
    expected = [
        (people.index(person), session.activity, session.start)
        for session in made.programme.sessions
        for person in session.reviewers
    ]
    assert sorted(lines(reviewer_view(made))) == sorted(expected)


def test_weeks_are_those_of_the_review() -> None:
    view = reviewer_view(source())
    assert view.edition.reviewers == ("Lead reviewer", "Second reviewer")
    assert [week.number for week in view.weeks] == [1, 2, 3, 4]
    assert [week.monday for week in view.weeks] == [
        date(2021, 4, 19),
        date(2021, 4, 26),
        date(2021, 5, 3),
        date(2021, 5, 10),
    ]
    assert [week.areas for week in view.weeks if week.provisional] == [("Children in care",)]


def test_ledger_coverage_and_notices_are_the_programmes() -> None:
    view = reviewer_view(source())
    assert view.ledger_says == "closes: 20.0 = 2 + 16 + 2"
    assert [(row.kind, row.contracted, row.used) for row in view.ledger[:3]] == [
        ("reading", 2.0, 2.0),
        ("fieldwork", 16.0, 16.0),
        ("report", 2.0, 2.0),
    ]
    assert {row.item for row in view.coverage if not row.sessions} >= {"Independent advocacy", "Care leavers"}
    assert view.notices == source().problem.notices


def test_reserves_are_marked() -> None:
    view = reviewer_view(source())
    marked = {
        case
        for week in view.weeks
        for day in week.days
        for column in day.columns
        for line in column
        if line.reserve
        for case in line.cases
    }
    assert marked == {"HF-004", "HF-042"}


def test_nobody_of_the_council_is_named() -> None:
    made = second_source()
    reviewers = {person.id for person in made.problem.reviewers}
    names = {p.name for p in made.problem.people if p.id not in reviewers and p.name != p.role}
    assert len(names) > 80
    said = list(strings(reviewer_view(made)))
    assert not [(name, text) for name in names for text in said if name in text]
    assert not [text for person in made.problem.people for text in said if person.email in text]


def test_a_reason_that_names_a_worker_names_the_role_instead() -> None:
    made = source()
    worker = next(person for person in made.problem.people if person.role == "Social worker")
    out = LeftOut(activity="S01", why=f"Audit judged good has no place at all: {worker.name} is not free for it")
    view = reviewer_view(made.model_copy(update={"programme": made.programme.model_copy(update={"left_out": (out,)})}))
    assert [(row.title, row.why) for row in view.left_out] == [
        ("Audit judged good", "Audit judged good has no place at all: Social worker is not free for it")
    ]


def test_what_was_accepted_is_told_to_reviewers_alone_and_its_reason_names_roles() -> None:
    made = source()
    worker = next(person for person in made.problem.people if person.role == "Social worker")
    first, _ = first_and_last_interview()
    early = first.model_copy(update={"start": first.start - timedelta(hours=6), "end": first.end - timedelta(hours=6)})
    others = (one for one in made.programme.sessions if one.activity != first.activity)
    programme = made.programme.model_copy(update={"sessions": tuple(sorted((early, *others), key=in_time))})
    waiver = Waiver(
        rule="working_hours", sessions=(first.activity,), who="review manager", why=f"{worker.name} begins early"
    )
    accepting = made.model_copy(
        update={"programme": programme, "problem": made.problem.model_copy(update={"waivers": (waiver,)})}
    )

    (row,) = reviewer_view(accepting).accepted

    assert row.rule == "Nobody is asked outside working days and hours."
    assert row.sessions == (f"{when(early.start)} {heading(made.problem.activity[first.activity])}",)
    assert (row.who, row.why) == ("review manager", "Social worker begins early")
    for view in (host_view(accepting), public_view(accepting)):
        assert not [text for text in strings(view) if "begins early" in text]


def test_what_changed_is_told() -> None:
    first, last = first_and_last_interview()
    moved, gone = (heading(source().problem.activity[one.activity]) for one in (first, last))
    assert reviewer_view(source()).changed == ()
    assert reviewer_view(second_source()).changed == (
        f"{moved}: was {when(first.start)}, now {when(first.start + timedelta(days=1))}",
        f"{gone}: cancelled, was {when(last.start)}",
    )
