"""Repairs at the command line: offered, accepted, refused; places shown, a session moved, a breach accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from constraints.check import check
from constraints.programme import Programme
from planner.commands.offers import OFFERED
from planner.commands.situation import situation
from planner.layout import DATABASE
from planner.store_reader import read_store
from planner.store_records import VERSION_RECORDED

Said = tuple[int, str, str]
Planner = Callable[..., Said]
Bytes = Callable[[Path], dict[str, bytes]]

EARLIER = ("--as-of", "2021-04-20T09:00")
LATER = ("--as-of", "2021-04-20T09:30")


def nobody_asks(_new: bool) -> str:
    raise AssertionError("the shipped review needs no passphrase")


@pytest.fixture
def cancelled(planned: Path, planner: Planner) -> Path:
    """The planned review with one interview of week two cancelled."""
    code, _, err = planner("cancel", "S07", "--reason", "illness", "--folder", planned, *EARLIER)
    assert code == 0, err
    return planned


def repaired(planner: Planner, folder: Path, *more: str) -> dict[str, Any]:
    code, out, err = planner("repair", "--folder", folder, "--json", *EARLIER, *more)
    assert code == 0, err
    return dict(json.loads(out))


def version(folder: Path) -> Programme:
    with read_store(folder / DATABASE) as store:
        return store.version().programme


def rest_on(folder: Path) -> list[str]:
    """The draws that each version rests on, as its line of the log names them."""
    with read_store(folder / DATABASE) as store:
        return [str(line.detail["draws"]) for line in store.log() if line.what == VERSION_RECORDED]


def test_one_cancellation_has_several_different_answers_and_a_proof(cancelled: Path, planner: Planner) -> None:
    found = repaired(planner, cancelled)

    assert len(found["offers"]) >= 3
    assert len({json.dumps(offer["changes"]) for offer in found["offers"]}) == len(found["offers"])
    assert found["proven"]
    first = found["offers"][0]
    assert first["kind"] == "smallest ripple"
    assert len(first["disturbs"]) == found["least"] == 0
    assert found["proof"] == "nobody has to be disturbed other than those on the sessions that were struck"
    assert found["listed"] == ["a full re-plan: computed only with --replan"]


def test_each_answer_says_who_is_told_what_and_no_reason(cancelled: Path, planner: Planner) -> None:
    code, out, _ = planner("repair", "--folder", cancelled, *EARLIER)

    assert code == 0
    assert "nothing else changes" in out
    assert "     S07, Family support: first missing from home in the month: was Wednesday 28 April 11.15, now " in out
    assert "illness" not in out


def test_accepted_repair_is_the_new_version_and_keeps_every_rule(cancelled: Path, planner: Planner) -> None:
    repaired(planner, cancelled)

    code, out, err = planner("accept", "1", "--folder", cancelled, *LATER)

    assert code == 0, err
    assert "Version 2 written: repair 1, smallest ripple" in out
    assert rest_on(cancelled)[0] == rest_on(cancelled)[1] != "[]"
    stands = situation(cancelled, nobody_asks, None)
    assert stands.version.number == 2
    assert stands.pending == ()
    assert check(stands.version.problem, version(cancelled)).broken == () or version(cancelled).left_out
    assert [verdict for verdict in check(stands.version.problem, version(cancelled)).musts if verdict.breaches] == []


def test_what_became_of_a_skipped_case_is_told_when_that_is_accepted_and_ever_after(
    planned: Path, planner: Planner
) -> None:
    """Only planning told it, and planning afresh would have taken the choice back."""
    assert planner("withdraw", "HF-102", "--folder", planned, *EARLIER)[0] == 0
    repaired(planner, planned, "--wider", "0")

    _, accepted, _ = planner("accept", "1", "--folder", planned, *LATER)
    _, checked, _ = planner("check", "--folder", planned, *LATER)

    told = "HF-102 (stratum S12, rank 1): WITHDRAWN"
    assert f"Base case skipped: {told}" in accepted
    assert f"Base cases skipped\n  {told}" in checked


def test_accepting_the_same_number_of_the_same_offer_gives_the_same_programme(
    cancelled: Path, planner: Planner
) -> None:
    repaired(planner, cancelled)
    assert planner("accept", "2", "--folder", cancelled, *LATER)[0] == 0
    once = version(cancelled)
    assert planner("undo", "--folder", cancelled, *LATER)[0] == 0
    repaired(planner, cancelled)
    assert planner("accept", "2", "--folder", cancelled, *LATER)[0] == 0

    assert version(cancelled) == once


def test_nothing_to_repair_is_said_in_a_sentence(planned: Path, planner: Planner, bytes_of: Bytes) -> None:
    before = bytes_of(planned)

    code, out, err = planner("repair", "--folder", planned, *EARLIER)

    assert (code, out) == (2, "")
    assert "nothing happened that the programme does not answer" in err
    assert "Traceback" not in err
    assert bytes_of(planned) == before


@pytest.mark.parametrize("activity", ["MOP-FS-1", "S08"])
def test_dropped_activity_is_answered_with_a_programme_without_it(
    planned: Path, planner: Planner, activity: str
) -> None:
    """It ended in a traceback: the reserve was counted over sessions of activities that were no longer there."""
    assert planner("drop", activity, "--folder", planned, *EARLIER)[0] == 0

    first = repaired(planner, planned, "--wider", "0")["offers"][0]
    assert first["disturbs"] == []
    assert planner("accept", "1", "--folder", planned, *LATER)[0] == 0
    assert activity not in version(planned).session


@pytest.mark.parametrize("number", ["0", "99", "-1", "one"])
def test_number_that_was_not_offered_is_refused(
    cancelled: Path, planner: Planner, bytes_of: Bytes, number: str
) -> None:
    repaired(planner, cancelled, "--wider", "0")
    before = bytes_of(cancelled)

    code, out, err = planner("accept", "--folder", cancelled, *LATER, "--", number)

    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert bytes_of(cancelled) == before


def test_what_was_offered_before_something_else_happened_is_refused(cancelled: Path, planner: Planner) -> None:
    repaired(planner, cancelled, "--wider", "0")
    assert planner("cancel", "S08", "--folder", cancelled, *LATER)[0] == 0

    code, _, err = planner("accept", "1", "--folder", cancelled, *LATER)

    assert code == 2
    assert "something happened since the repairs were offered" in err


def test_offer_whose_session_would_begin_in_the_past_by_now_is_refused(cancelled: Path, planner: Planner) -> None:
    repaired(planner, cancelled, "--wider", "0")

    code, _, err = planner("accept", "1", "--folder", cancelled, "--as-of", "2021-05-20T09:00")

    assert code == 2
    assert "which is past" in err


@pytest.fixture
def opening_fell(planned: Path, planner: Planner) -> Path:
    """The planned review with the interview that opens week two cancelled."""
    code, _, err = planner("cancel", "MAN-FS", "--folder", planned, *EARLIER)
    assert code == 0, err
    return planned


def test_opening_session_accepted_out_of_its_turn_stays_so_until_it_is_undone(
    opening_fell: Path, planner: Planner
) -> None:
    offers = repaired(planner, opening_fell, "--wider", "0")["offers"]
    number, disturbs = next((one["number"], one["disturbs"]) for one in offers if one["kind"] == "out of turn")
    assert (len(offers[0]["disturbs"]) > 0, disturbs) == (True, [])

    code, _, err = planner("accept", str(number), "--folder", opening_fell, *LATER)
    assert code == 0, err
    stands = situation(opening_fell, nobody_asks, None)
    assert not stands.problem.activity["MAN-FS"].first_of_area
    assert [verdict for verdict in check(stands.problem, stands.before).musts if verdict.breaches] == []
    code, out, _ = planner("log", "MAN-FS", "--folder", opening_fell)
    assert "MAN-FS no longer comes before everything else of its area" in out

    assert planner("cancel", "S08", "--folder", opening_fell, *LATER)[0] == 0
    first = repaired(planner, opening_fell, "--wider", "0", *LATER)["offers"][0]
    assert all("MAN-FS" not in json.dumps(change) for change in first["changes"])
    assert first["disturbs"] == []

    assert planner("undo", "--folder", opening_fell, *LATER)[0] == 0
    assert planner("undo", "--folder", opening_fell, *LATER)[0] == 0
    assert situation(opening_fell, nobody_asks, None).problem.activity["MAN-FS"].first_of_area


def test_opening_session_that_falls_through_in_the_morning_is_first_offered_later_that_week(
    planned: Path, planner: Planner
) -> None:
    """What came first was to move seven sessions of that morning, and ten people, after seven seconds of looking."""
    morning = ("--as-of", "2021-05-04T08:00")
    code, _, err = planner("cancel", "MAN-CIN", "--by", "service-manager-safeguarding", "--folder", planned, *morning)
    assert code == 0, err

    found = repaired(planner, planned, "--wider", "0", *morning)

    first = found["offers"][0]
    assert (first["kind"], first["thawed"], len(first["disturbs"])) == ("out of turn", [], 1)
    assert found["proven"]
    assert found["proof"].endswith("while all that is about to begin stays")
    assert planner("accept", "1", "--folder", planned, *morning)[0] == 0


def test_opening_session_whose_turn_costs_many_is_offered_in_it_and_out_of_it(planned: Path, planner: Planner) -> None:
    """Six seconds went by, all but one of them to prove what an answer costs that nobody would take."""
    days_before = ("--as-of", "2021-05-02T08:00")
    service_manager = ("--by", "service-manager-safeguarding", "--folder", planned)
    assert planner("cancel", "MAN-CIN", *service_manager, *days_before)[0] == 0

    found = repaired(planner, planned, "--wider", "0", *days_before)

    first, late = found["offers"][:2]
    assert (first["kind"], first["out_of_turn"]) == ("smallest ripple", [])
    assert next(tier["value"] for tier in first["tiers"] if tier["tier"] == "musts placed") == 0
    assert (late["kind"], len(late["disturbs"])) == ("out of turn", 1)
    assert len(first["disturbs"]) > 1
    assert found["proof"].endswith(
        "; held later, out of its turn, no repair that leaves out as little disturbs fewer than 1 person"
    )
    code, _, err = planner("accept", "1", "--folder", planned, *days_before)
    assert code == 0, err


def test_leaving_out_what_fell_through_is_offered_and_can_be_accepted(opening_fell: Path, planner: Planner) -> None:
    offers = repaired(planner, opening_fell, "--wider", "0")["offers"]
    assert offers[-1]["kind"] == "left out"
    assert len(offers[-1]["left_out"]) == 1
    before = version(opening_fell)

    code, _, err = planner("accept", str(len(offers)), "--folder", opening_fell, *LATER)

    assert code == 0, err
    after = version(opening_fell)
    assert set(before.sessions) - set(after.sessions) == {before.session["MAN-FS"]}
    assert set(after.sessions) <= set(before.sessions)


def test_offer_of_which_nobody_could_hear_in_time_by_now_is_refused(
    cancelled: Path, planner: Planner, bytes_of: Bytes
) -> None:
    """It was accepted late, and asked somebody to a session that began within the notice of two hours."""
    repaired(planner, cancelled, "--wider", "0")
    assert planner("accept", "1", "--folder", cancelled, *LATER)[0] == 0
    start = version(cancelled).session["S07"].start
    assert planner("undo", "--folder", cancelled, *LATER)[0] == 0
    repaired(planner, cancelled, "--wider", "0")
    before = bytes_of(cancelled)

    late = f"{start - timedelta(minutes=90):%Y-%m-%dT%H:%M}"
    code, out, err = planner("accept", "1", "--folder", cancelled, "--as-of", late)

    assert (code, out) == (2, "")
    assert "people have to hear of it first" in err
    assert bytes_of(cancelled) == before


def test_offers_stand_in_the_log_without_a_name(cancelled: Path, planner: Planner) -> None:
    repaired(planner, cancelled, "--wider", "0")

    with read_store(cancelled / DATABASE) as store:
        line = store.log()[-1]
        store.verify()
    assert line.what == OFFERED
    assert set(line.detail) == {"at", "wider", "offers"}


def test_places_of_a_session_name_the_rule_in_the_way(planned: Path, planner: Planner) -> None:
    code, out, _ = planner("places", "S07", "--folder", planned, "--json", *EARLIER)

    found = json.loads(out)["places"]
    assert code == 0
    assert [place["why"] for place in found if place["present"]] == [""]
    assert all(bool(place["rule"]) == bool(place["why"]) for place in found)
    assert {"no_clashes", "working_hours"} <= {place["rule"] for place in found}


def test_one_place_says_who_else_would_have_to_move(planned: Path, planner: Planner) -> None:
    code, out, _ = planner("places", "S07", "--at", "2021-04-28 10:00", "--folder", planned, *EARLIER)

    assert code == 0
    assert "something changes for 1 other (proven fewest)" in out


def test_moved_session_stands_where_it_was_put_and_stays_there(planned: Path, planner: Planner) -> None:
    code, out, err = planner("move", "S07", "2021-04-28 10:00", "--folder", planned, *EARLIER)

    assert code == 0, err
    assert "Something changes for 1 other (proven fewest)." in out
    stands = situation(planned, nobody_asks, None)
    assert f"{stands.before.session['S07'].start:%d %H:%M}" == "28 10:00"
    assert stands.pinned == {"S07"}
    assert rest_on(planned)[0] == rest_on(planned)[1] != "[]"
    assert [verdict for verdict in check(stands.version.problem, stands.before).musts if verdict.breaches] == []


def test_what_was_accepted_for_one_place_needs_a_reason_again_in_another(planned: Path, planner: Planner) -> None:
    """A workbook put a session back on the bank holiday for which a move had been accepted and undone: not a word."""
    holiday, again = ("move", "S07", "2021-05-03 10:00"), ("move", "S07", "2021-05-03 11:00")
    code, out, err = planner(*holiday, "--override", "agreed", "--folder", planned, *EARLIER)
    assert (code, "Knowingly accepted" in out) == (0, True), err
    assert planner("move", "S07", "2021-04-28 11:15", "--folder", planned, *EARLIER)[0] == 0

    code, out, err = planner(*again, "--override", "agreed once more", "--folder", planned, *EARLIER)

    assert (code, "Knowingly accepted" in out) == (0, True), err
    assert "agreed once more" in {waiver.why for waiver in situation(planned, nobody_asks, None).problem.waivers}


def test_place_out_of_hours_is_refused_and_an_override_is_shown_ever_after(
    planned: Path, planner: Planner, bytes_of: Bytes
) -> None:
    before = bytes_of(planned)
    late = ("S07", "2021-04-28 18:30")

    code, out, err = planner("move", *late, "--folder", planned, *EARLIER)
    assert (code, out) == (2, "")
    assert "it cannot be there: " in err
    assert bytes_of(planned) == before

    code, out, err = planner("move", *late, "--override", "agreed with the worker", "--folder", planned, *EARLIER)
    assert code == 0, err
    assert "Knowingly accepted:" in out
    code, out, _ = planner("check", "--folder", planned)
    assert "agreed with the worker" in out
    code, out, _ = planner("show", "--folder", planned)
    assert out.rstrip().endswith("(review manager: agreed with the worker)")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("move", "S99", "2021-04-28 10:00"), "there is none called 'S99'"),
        (("move", "S07", "yesterday"), "'yesterday' is not"),
        (
            ("move", "S07", "2021-04-28 11:15"),
            "it stands there already. To keep it there: planner pin S07.",
        ),
        (("move", "S07", "2021-04-01 10:00"), "is past"),
        (("move", "S07", "2021-04-28 10:00", "--with", "nobody"), "the review has nobody called 'nobody'"),
        (("places", "S99"), "there is none called 'S99'"),
        (("places", "S07", "--at", "soon"), "'soon' is not"),
        (("accept", "1"), "no repairs were offered yet"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    planned: Path, planner: Planner, bytes_of: Bytes, arguments: tuple[str, ...], said: str
) -> None:
    before = bytes_of(planned)

    code, out, err = planner(*arguments, "--folder", planned, *EARLIER)

    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert bytes_of(planned) == before
