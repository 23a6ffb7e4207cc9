"""What several views say in the same words."""

from __future__ import annotations

from small_reviews import AUDIT, activity, at, problem, seen, session

from constraints.problem import Mode
from planner.outgoing.wording import cases_of, dated_title, heading, met_by_role, when, without_names

PEOPLE: dict[str, dict[str, object]] = {
    "w1": {"name": "Ann Lee", "role": "Social worker"},
    "w2": {"name": "Ann Leech", "role": ""},
}


def test_heading_says_interview_once() -> None:
    assert heading(activity("x", title="Section 20", interview=True)) == "Interview: Section 20"
    assert heading(activity("x", title="Interviews with advocates", interview=True)) == "Interviews with advocates"
    assert heading(activity("x", title="Case record: permanency", interview=True)) == "Case record: permanency"
    assert heading(activity("x", title="Lunch")) == "Lunch"


def test_standing_session_is_told_with_its_day() -> None:
    kit = activity("kit", title="Keep in touch", standing="kit")
    stated = problem(kit)
    assert dated_title(stated, kit) == "Keep in touch, Tuesday 4 May"
    assert dated_title(stated, activity("x", title="Section 20")) == "Section 20"


def test_case_says_how_it_is_seen_where_that_is_not_usual() -> None:
    asked = activity("x", demand=AUDIT)
    assert cases_of(asked, seen()) == ("c1",)
    assert cases_of(asked, seen(mode=Mode.COVER)) == ("c1 with cover",)
    assert cases_of(asked, seen(mode=Mode.RECORD)) == ("c1 on record only",)
    laptop = AUDIT.model_copy(update={"modes": (Mode.RECORD,)})
    assert cases_of(activity("x", demand=laptop), seen(mode=Mode.RECORD)) == ("c1",)


def test_when_is_short() -> None:
    assert when(at("09:05")) == "Tue 4 May 09.05"


def test_who_is_met_is_told_by_role() -> None:
    stated = problem(people=PEOPLE)
    assert met_by_role(stated, session("x", "10:00", "11:00", counterparts=("w1", "w2"))) == (
        "Social worker; Member of staff"
    )
    same = problem(people=PEOPLE | {"w2": {"role": "Social worker"}})
    assert met_by_role(same, session("x", "10:00", "11:00", counterparts=("w1", "w2"))) == "Social worker (2)"
    assert met_by_role(stated, session("x", "10:00", "11:00", counterparts=None)) == ""


def test_names_of_the_council_give_way_to_roles() -> None:
    stated = problem(people=PEOPLE)
    said = "Ann Leech and ANN LEE are not free for it; First reviewer is"
    assert without_names(stated, said) == "Member of staff and Social worker are not free for it; First reviewer is"
    assert without_names(stated, "Ann Leeds") == "Ann Leeds"
    assert without_names(problem(people={"w1": {"name": "."}, "w2": {"name": " "}}), "so be it") == "so be it"
