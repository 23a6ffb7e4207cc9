"""The shipped four-week review: what it asks for, how ragged its diaries are, and the programme made by hand."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from diaries import days_of_kind, hard_to_see, is_free, share_blocked, starts

from constraints.problem import Mode, Problem, Window
from planner.formats.synthetic_folder import demo_key
from planner.formats.synthetic_staff import workers
from planner.intake.review import ActivityEntry, Review
from planner.intake.review_file import read_review
from planner.intake.statement import statement
from samples.draw import draw
from samples.frame import read_lists
from samples.reference import labels, reference

SHIPPED = Path(__file__).parents[3] / "planner" / "formats" / "self-directed-review"
SHARED = Path(__file__).parents[3] / ".." / "shared" / "data"
HOUR = timedelta(hours=1)
DEEP = 12


@pytest.fixture(scope="module")
def review() -> Review:
    return read_review(SHIPPED)


@pytest.fixture(scope="module")
def problem(review: Review) -> Problem:
    lists = read_lists(SHIPPED / "cases", review.lists, partial(reference, demo_key(SHIPPED)))
    draws = {stratum.id: draw(stratum, lists, review.about.seed, DEEP) for stratum in review.strata}
    drawn = (case.reference for each in draws.values() for case in each.drawn)
    return statement(review, draws, labels(review.about.id, {}, drawn))


@pytest.fixture(scope="module")
def hard(problem: Problem) -> dict[str, list[datetime]]:
    return hard_to_see(problem, fieldwork(problem))


def fieldwork(problem: Problem) -> list[date]:
    return days_of_kind(problem, "fieldwork")


def test_it_is_read_without_a_notice_and_states_the_contradicting_dates(review: Review, problem: Problem) -> None:
    assert review.notices == ()
    assert problem.notices == (
        "the terms of reference say 20 April to 13 May 2021; the programme runs from 15 April to 14 May 2021.",
    )


def test_it_asks_for_the_55_evidence_sessions_and_nothing_else_counts_as_one(problem: Problem) -> None:
    evidence = [a for a in problem.activities if a.evidence]

    assert Counter(a.kind for a in evidence) == {"interview": 42, "laptop": 8, "manager": 4, "group": 1}
    assert Counter(a.area for a in evidence) == {
        "leadership": 4,
        "family-support": 11,
        "cin-cp-plo": 21,
        "children-in-care": 19,
    }
    assert Counter(a.kind for a in evidence if a.priority == "mop-up") == {"interview": 6, "laptop": 4}
    assert sorted(a.id for a in problem.activities if not (a.evidence or a.standing)) == [
        "EVAL-3",
        "EVAL-4",
        "FEEDBACK",
        "FINAL",
        "READ-1",
        "READ-2",
        "REPORT-LEAD",
        "REPORT-SECOND",
    ]


def test_mop_ups_are_for_reviewers_only_on_the_last_day_of_a_week(problem: Problem) -> None:
    mop_ups = [a for a in problem.activities if a.priority == "mop-up"]

    assert {(a.counterparts, a.demand, a.serves) for a in mop_ups} == {((), None, ())}
    assert {window.start.date() for a in mop_ups for window in a.windows} == {
        date(2021, 4, 29),
        date(2021, 5, 6),
        date(2021, 5, 13),
    }


def test_standing_sessions_recur_as_the_proposal_has_them(problem: Problem) -> None:
    standing = Counter(a.standing for a in problem.activities if a.standing)

    assert standing == {"kit": 10, "headsup": 10, "lunch": 18, "record": 18}


def test_the_contract_closes(problem: Problem) -> None:
    assert Counter(day.kind for day in problem.days) == {"reading": 2, "fieldwork": 16, "report": 2}
    assert problem.contracted == {"reading": 2.0, "fieldwork": 16.0, "report": 2.0}
    assert [(line.person, line.days) for line in problem.outside] == [("lead-reviewer", 1.0), ("second-reviewer", 0.5)]


def test_three_of_thirteen_scope_items_are_served_by_nobody(problem: Problem) -> None:
    served = {item for activity in problem.activities for item in activity.serves}
    scope = [item.id for area in problem.areas for item in area.scope]

    assert [len(area.scope) for area in problem.areas] == [1, 4, 3, 5]
    assert sorted(set(scope) - served) == ["care-leavers", "family-group-conferencing", "independent-advocacy"]
    assert served <= set(scope)


def test_only_week_four_is_provisional(problem: Problem) -> None:
    assert {area.id: area.provisional for area in problem.areas if area.provisional} == {
        "children-in-care": "until the court judgement is published"
    }


def test_every_demand_has_all_its_base_cases_and_its_reserves(problem: Problem, review: Review) -> None:
    demands = [a.demand for a in problem.activities if a.demand]

    assert {len(d.candidates) - d.base for d in demands} == {review.about.depth - 1}
    assert [c.case for d in demands if Mode.WORKER in d.modes for c in d.candidates if not c.workers] == []


def test_no_case_is_a_base_case_of_two_strata(problem: Problem) -> None:
    shared = {a.demand.stratum: a.demand for a in problem.activities if a.demand}
    cases = [candidate.case for demand in shared.values() for candidate in demand.candidates[: demand.base]]

    assert len(set(cases)) == len(cases)


def test_every_worker_has_at_least_30_percent_of_the_fieldwork_hours_blocked(problem: Problem) -> None:
    shares = {worker.id: share_blocked(problem, worker.id, fieldwork(problem)) for worker in workers()}

    assert len(shares) == 82
    assert min(shares.values()) >= 0.3


def test_five_base_cases_have_three_starts_or_fewer_and_two_have_none(hard: dict[str, list[datetime]]) -> None:
    assert {stratum: len(found) for stratum, found in hard.items()} == {
        "S05": 2,
        "S09": 3,
        "S12": 2,
        "S14": 3,
        "S27": 3,
        "S13": 0,
        "S26": 0,
    }


@pytest.mark.parametrize("stratum", ["S13", "S26"])
def test_what_cannot_be_seen_allows_no_record_only_and_has_a_reserve_that_can(problem: Problem, stratum: str) -> None:
    activity = problem.activity[stratum]

    assert activity.demand is not None
    assert activity.demand.modes == (Mode.WORKER, Mode.COVER)
    assert any(starts(problem, activity, reserve, fieldwork(problem)) for reserve in activity.demand.candidates[1:])


def test_the_director_is_away_once_over_a_keep_in_touch_and_a_deputy_is_there(problem: Problem) -> None:
    kits = [a.windows[0] for a in problem.activities if a.standing == "kit"]
    missed = [kit for kit in kits if not is_free(problem, "dcs", kit.start, kit.end)]

    assert [kit.start.date() for kit in missed] == [date(2021, 5, 5)]
    assert len(problem.person["dcs"].windows or ()) == 2
    (kit,) = missed
    assert any(is_free(problem, deputy.id, kit.start, kit.end) for deputy in problem.members["dcs-and-deputies"])


def test_somebody_can_be_given_a_heads_up_at_the_end_of_every_fieldwork_day(problem: Problem) -> None:
    for day in fieldwork(problem):
        end = datetime.combine(day, time(17, 30), problem.tz)
        assert any(is_free(problem, m.id, end - HOUR / 2, end) for m in problem.members["service-managers"])


def test_reviewers_are_never_away(problem: Problem) -> None:
    assert [person.windows for person in problem.reviewers] == [None, None]


def test_the_laptop_is_away_once_and_not_when_the_programme_by_hand_uses_it(problem: Problem) -> None:
    (laptop,) = problem.resources
    before, after = laptop.windows or ()
    away = Window(start=before.end, end=after.start)

    assert (away.start, away.end) == (
        datetime(2021, 5, 11, 10, tzinfo=problem.tz),
        datetime(2021, 5, 11, 12, 30, tzinfo=problem.tz),
    )
    used = [(start, end) for row, start, end in by_hand(problem) if _uses_laptop(problem, row)]
    assert len(used) == 8
    assert not any(away.meets(start, end) for start, end in used)


def _uses_laptop(problem: Problem, row: dict[str, str]) -> bool:
    return "laptop" in problem.activity[row["activity"]].resources


def by_hand(problem: Problem) -> Iterator[tuple[dict[str, str], datetime, datetime]]:
    with (SHIPPED / "handmade.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            on = date.fromisoformat(row["date"])
            start, end = (datetime.combine(on, time.fromisoformat(row[edge]), problem.tz) for edge in ("start", "end"))
            yield row, start, end


def test_the_programme_by_hand_holds_everything_but_four_standing_sessions(problem: Problem) -> None:
    held = Counter(row["activity"] for row, _, _ in by_hand(problem))

    assert sorted(set(problem.activity) - set(held)) == [
        "headsup-family-support-2",
        "record-cin-cp-plo-3-lead-reviewer",
        "record-cin-cp-plo-3-second-reviewer",
        "record-family-support-2-lead-reviewer",
    ]
    assert set(held) - set(problem.activity) == set()
    assert [name for name, times in held.items() if times > 1] == ["record-leadership-3-lead-reviewer"]


def test_the_programme_by_hand_keeps_lengths_windows_and_kinds_of_day(problem: Problem) -> None:
    for row, start, end in by_hand(problem):
        activity = problem.activity[row["activity"]]
        assert activity.shortest <= (end - start) / timedelta(minutes=1) <= activity.longest, row
        assert any(window.holds(start, end) for window in activity.windows), row
        for reviewer in row["reviewers"].split("; "):
            kind = problem.kind_of_day[reviewer, start.date()]
            assert kind in (activity.day_kinds or (kind,)), row


def test_those_whom_the_programme_by_hand_names_by_role_are_there(problem: Problem) -> None:
    for row, start, end in by_hand(problem):
        for need in problem.activity[row["activity"]].counterparts:
            pool = [member.id for member in problem.members.get(need.pool, ())]
            free = [person for person in (*need.people, *pool) if is_free(problem, person, start, end)]
            wanted = len(need.people) or (len(pool) if need.count == "all" else need.count)
            assert len(free) >= int(wanted), row


def test_the_programme_by_hand_is_the_proposals(problem: Problem) -> None:
    proposal = next(SHARED.glob("*_programme_2021.csv"), None)
    if proposal is None:
        pytest.skip("the proposal's programme does not lie beside the project")
    ids = {"Lead reviewer": "lead-reviewer", "Second reviewer": "second-reviewer"}
    with proposal.open(encoding="utf-8", newline="") as file:
        proposed = sorted(
            (row["date"], row["start"], ids[row["reviewer"]]) for row in csv.DictReader(file) if row["kind"] != "FINISH"
        )

    assert proposed == sorted(
        (row["date"], row["start"], reviewer)
        for row, _, _ in by_hand(problem)
        for reviewer in row["reviewers"].split("; ")
    )


def test_the_programme_by_hand_has_132_reviewer_rows(problem: Problem) -> None:
    rows = list(by_hand(problem))

    assert len(rows) == 116
    assert sum(len(row["reviewers"].split("; ")) for row, _, _ in rows) == 132
    assert Counter(row["end assumed"] for row, _, _ in rows) == {"no": 58, "yes": 58}


def test_the_variant_adds_a_pair_in_weeks_three_and_four(tmp_path: Path) -> None:
    text = (SHIPPED / "review.toml").read_text(encoding="utf-8")
    more = (SHIPPED / "variants" / "paired-interviews.toml").read_text(encoding="utf-8")
    (tmp_path / "review.toml").write_text(text + more, encoding="utf-8")
    (tmp_path / "review.xlsx").write_bytes((SHIPPED / "review.xlsx").read_bytes())

    review = read_review(tmp_path)

    plain = tuple(ActivityEntry.model_validate(entry) for entry in tomllib.loads(text)["activity"])
    added = review.activities[len(plain) :]
    assert review.activities[: len(plain)] == plain
    assert [(a.id, a.area, a.needs[0].count, a.case.stratum if a.case else "") for a in added] == [
        ("PAIR-3", "cin-cp-plo", 2, "S18"),
        ("PAIR-4", "children-in-care", 2, "S24"),
    ]


def test_nothing_shipped_holds_a_real_address() -> None:
    for path in SHIPPED.rglob("*"):
        if path.suffix in {".toml", ".csv", ".md", ".txt"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert text.count("@") == text.count("@example.org"), path.name
