"""Codes of sessions: neutral, unique, the same each time, kept while activities are added."""

from __future__ import annotations

import hmac

from hypothesis import given
from hypothesis import strategies as st

from planner.outgoing.codes import codes, review_name
from planner.outgoing.titles import CODE

KEY = bytes(32)
IDS = st.lists(st.text(min_size=1, max_size=6), max_size=40, unique=True)


def test_a_code_is_digits_and_consonants_under_the_key() -> None:
    found = codes(KEY, ["S18-1"])
    assert set(found) == {"S18-1"}
    assert CODE.fullmatch(found["S18-1"])
    assert len(found["S18-1"]) == len("R-7F3K")
    assert codes(b"\1" * 32, ["S18-1"]) != found


@given(st.binary(min_size=32, max_size=32), IDS)
def test_codes_are_unique_allowed_and_repeatable(key: bytes, ids: list[str]) -> None:
    found = codes(key, ids)
    assert list(found) == ids
    assert len(set(found.values())) == len(ids)
    assert all(CODE.fullmatch(code) for code in found.values())
    assert codes(key, ids) == found


@given(IDS, IDS)
def test_codes_stay_while_activities_are_added(before: list[str], added: list[str]) -> None:
    found = codes(KEY, before)
    grown = codes(KEY, [*before, *added])
    assert {activity: grown[activity] for activity in before} == dict(found)


def test_who_comes_later_gets_the_longer_code() -> None:
    # 29 ** 4 codes of four symbols: among 5,000 activities some collide
    found = codes(KEY, map(str, range(5000)))
    lengths = {len(code) for code in found.values()}
    assert len(set(found.values())) == 5000
    assert lengths == {6, 7}


def test_the_name_of_a_review_is_that_of_its_key() -> None:
    assert review_name(KEY) == hmac.digest(KEY, b"review name", "sha256").hex()
    assert review_name(KEY) != review_name(b"\1" * 32)
