"""The host view of the shipped review: whom it asks for, under neutral titles, and nothing of themes or cases."""

from __future__ import annotations

import re
from datetime import timedelta

from outgoing_samples import first_and_last_interview, second_source, source, strings

from planner.outgoing.host_view import host_view
from planner.outgoing.titles import allowed
from planner.outgoing.wording import when


def test_every_session_that_the_council_attends_stands_there_in_order_of_time() -> None:
    made = source()
    expected = [
        (made.codes[session.activity], session.start, session.end, session.counterparts)
        for session in made.programme.sessions
        if session.counterparts
    ]
    found = [(line.code, line.start, line.end, tuple(p.id for p in line.people)) for line in host_view(made).lines]
    assert found == expected
    assert [day.date for day in host_view(made).days] == sorted({start.date() for _, start, _, _ in expected})


def test_every_title_is_neutral_and_says_code_and_length() -> None:
    for line in host_view(source()).lines:
        minutes = int((line.end - line.start).total_seconds()) // 60
        assert allowed(line.title)
        assert line.title.endswith(f" - ref {line.code} - {minutes} min")


def test_sessions_of_the_provisional_area_are_held_tentatively() -> None:
    made = source()
    provisional = {area.id for area in made.problem.areas if area.provisional}
    waiting = {made.codes[a.id] for a in made.problem.activities if a.area in provisional}
    lines = host_view(made).lines
    assert {line.code for line in lines if line.tentative} == {line.code for line in lines} & waiting
    assert any(line.tentative for line in lines)


def test_no_theme_case_or_stratum_stands_anywhere() -> None:
    made = second_source()
    problem = made.problem
    own = {
        text for person in problem.people for text in (person.id, person.name, person.role, person.team, person.email)
    }
    said = [text for text in strings(host_view(made)) if text not in {*own, problem.title}]
    themes = {activity.title for activity in problem.activities if not activity.standing}
    themes |= {area.title for area in problem.areas} | {item.title for area in problem.areas for item in area.scope}
    strata = {activity.demand.stratum for activity in problem.activities if activity.demand}
    assert not [(theme, text) for theme in themes for text in said if theme.casefold() in text.casefold()]
    assert not [(one, text) for one in strata for text in said if re.search(rf"\b{one}\b", text)]
    assert not [text for text in said if re.search(r"\bHF-\d", text)]
    assert not [text for text in said if text in problem.activity]


def test_people_are_as_the_staff_list_has_them() -> None:
    made = source()
    for person in host_view(made).people:
        known = made.problem.person[person.id]
        assert (person.name, person.role, person.team, person.email) == (
            known.name,
            known.role,
            known.team,
            known.email,
        )


def test_what_changed_is_told_by_code() -> None:
    made = second_source()
    first, last = first_and_last_interview()
    was, now = when(first.start), when(first.start + timedelta(days=1))
    assert host_view(source()).changed == ()
    assert host_view(made).changed == (
        f"Practice discussion {made.codes[first.activity]}: was {was}, now {now}",
        f"Practice discussion {made.codes[last.activity]}: cancelled, was {when(last.start)}",
    )
