"""The public view of the shipped review: times, general kinds, roles; nothing else."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from outgoing_samples import second_source, source, strings
from sited_samples import sited

from planner.outgoing.public_view import public_view
from planner.outgoing.titles import NEUTRAL, OTHER


def test_every_session_stands_there_with_its_times() -> None:
    made = source()
    lines = Counter((line.start, line.end) for day in public_view(made).days for line in day.lines)
    met = Counter((session.start, session.end) for session in made.programme.sessions if session.counterparts)
    assert set(lines) == {(session.start, session.end) for session in made.programme.sessions}
    assert met <= lines


def test_what_reviewers_do_alike_at_one_hour_stands_once_with_all_their_roles() -> None:
    """Five lunches of five inspectors told anybody nothing that one does not."""
    made = sited()
    lunches = [line for day in public_view(made).days for line in day.lines if line.title == "Lunch"]
    assert [(f"{line.start:%H.%M}", line.roles) for line in lunches] == [
        ("12.30", ("Host manager", "Visiting manager")),
    ]
    assert sum(one.activity.startswith("lunch") for one in made.programme.sessions) == 4


def test_titles_are_neutral_nouns_and_people_roles() -> None:
    made = source()
    view = public_view(made)
    roles = {person.role for person in made.problem.people}
    for line in (line for day in view.days for line in day.lines):
        assert line.title in {*NEUTRAL.values(), OTHER}
        assert set(line.roles) <= roles
        assert list(line.roles) == sorted(set(line.roles))
    assert view.edition.reviewers == ("Reviewer", "Reviewer")


def test_days_of_the_provisional_area_say_so() -> None:
    provisional = [day.date for day in public_view(source()).days if day.provisional]
    assert provisional == [date(2021, 5, 11), date(2021, 5, 12), date(2021, 5, 13)]


def test_no_name_theme_case_or_code_stands_anywhere() -> None:
    made = second_source()
    problem = made.problem
    roles = {person.role for person in problem.people}
    said = [text for text in strings(public_view(made)) if text not in {*roles, problem.title}]
    words = {person.name for person in problem.people} | set(made.codes.values()) | set(problem.activity)
    words |= {activity.title for activity in problem.activities if not activity.standing}
    words |= {area.title for area in problem.areas} | {item.title for area in problem.areas for item in area.scope}
    assert not [(word, text) for word in words for text in said if word.casefold() in text.casefold()]
    assert not [text for text in said if re.search(r"\bHF-\d|@", text)]


def test_whether_something_changed_is_told() -> None:
    made = second_source()
    assert public_view(source()).changed is False
    assert public_view(made).changed is True
    assert public_view(made.model_copy(update={"before": made.programme})).changed is False
