"""The body of an invitation, and the grammar that lets it and nothing else through."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.outgoing.bodies import HELD, PLEASE, WITHDRAWN, allowed, body, withdrawal

LONDON = ZoneInfo("Europe/London")
TITLE = "Practice discussion - ref R-7F3K - 60 min"
SAID = """Practice discussion - ref R-7F3K - 60 min
Monday 29 March 2021, 09:00 BST to 10:00 BST (Europe/London)
Please do not name or describe a child in your reply."""
START, END = datetime(2021, 3, 29, 9, tzinfo=LONDON), datetime(2021, 3, 29, 10, tzinfo=LONDON)


def test_body_says_the_time_with_its_zone() -> None:
    assert body(TITLE, START, END, "Europe/London") == SAID


def test_body_of_a_hold_says_that_it_is_one() -> None:
    assert body(TITLE, START, END, "Europe/London", tentative=True).splitlines()[2] == (
        "This time is held for now: it will be confirmed or moved under this invitation."
    )


def test_body_over_a_change_of_the_clocks_names_both() -> None:
    start, end = datetime(2021, 3, 28, 0, 30, tzinfo=LONDON), datetime(2021, 3, 28, 2, 30, tzinfo=LONDON)
    assert "Sunday 28 March 2021, 00:30 GMT to 02:30 BST (Europe/London)" in body(TITLE, start, end, "Europe/London")


def test_body_of_a_change_says_what_has_changed_before_anything_else() -> None:
    said = body(TITLE, START, END, "Europe/London", tentative=True, update="was Sun 28 Mar 10.00, now Mon 29 Mar 09.00")
    assert said.splitlines()[2:] == ["Changed: was Sun 28 Mar 10.00, now Mon 29 Mar 09.00.", HELD, PLEASE]
    assert allowed(said)


def test_body_of_a_cancellation_says_that_nothing_has_to_be_done() -> None:
    said = withdrawal(TITLE, START, END, "Europe/London")
    assert said.splitlines() == [*SAID.splitlines()[:2], WITHDRAWN]
    assert allowed(said)


@given(
    start=st.integers(0, 2_100_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, LONDON)),
    zone=st.sampled_from(["Europe/London", "Europe/Dublin", "Asia/Dubai", "America/Argentina/Buenos_Aires", "UTC"]),
    tentative=st.booleans(),
)
def test_grammar_lets_every_body_through(start: datetime, zone: str, tentative: bool) -> None:
    assert allowed(body(TITLE, start, start, zone, tentative=tentative))


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{SAID}\nAbout the child who is missing",
        f"{SAID}\n",
        SAID.replace("09:00", "Sam 09:00"),
        SAID.replace("Europe/London", "Sam Jones"),
        SAID.replace("Practice discussion", "Care leavers"),
        SAID.replace("your reply", "your reply about Sam"),
        SAID.replace("\nPlease", "\nChanged: Sam is ill.\nPlease"),
        SAID.replace("\nPlease", "\nChanged: was Wed 5 May 10.00, now at home.\nPlease"),
        f"{SAID}\n{WITHDRAWN}",
    ],
)
def test_grammar_stops_anything_else(text: str) -> None:
    assert not allowed(text)
