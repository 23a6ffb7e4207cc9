"""References, labels and the leak index."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import given, settings
from hypothesis import strategies as st

from samples.reference import labels, leak_index, leak_token, normalise, reference

KEY = b"key"


def test_reference_is_the_keyed_hash_of_the_normalised_identifier() -> None:
    assert reference(KEY, " c000123 ") == hmac.new(KEY, b"C000123", hashlib.sha256).hexdigest()


def test_reference_depends_on_the_key() -> None:
    assert reference(b"one", "C000123") != reference(b"two", "C000123")


def test_normalise_keeps_leading_zeros_and_drops_a_spreadsheets_decimal() -> None:
    assert normalise("000123") == "000123"
    assert normalise("123.0") == "123"
    assert normalise("c\u00a0123") == "C123"


def test_labels_are_numbered_in_the_order_of_references() -> None:
    assert labels("HF", {}, ["b", "a", "b"]) == {"a": "HF-001", "b": "HF-002"}


def test_labels_already_known_stay_and_new_ones_follow_the_highest() -> None:
    known = {"m": "HF-017", "z": "HF-002"}
    assert labels("HF", known, ["a", "m", "b"]) == {"m": "HF-017", "z": "HF-002", "a": "HF-018", "b": "HF-019"}


@settings(deadline=None)
@given(st.sets(st.text("abcdef", min_size=1, max_size=4)), st.sets(st.text("abcdef", min_size=1, max_size=4)))
def test_labels_never_change_when_references_come_later(first: set[str], later: set[str]) -> None:
    known = labels("RV", {}, first)
    grown = labels("RV", known, first | later)
    assert {each: grown[each] for each in first} == known
    assert len(set(grown.values())) == len(first | later)


def test_leak_index_knows_identifiers_names_and_dates_as_people_write_them() -> None:
    index = leak_index(KEY, ["C000123", "Robin O'Tester", "2014-03-09"])
    for token in ("c000123", "Robin", "robin", "Tester", "09/03/2014", "9/3/2014", "9 March 2014", "2014-03-09"):
        assert leak_token(KEY, token) in index
    assert leak_token(KEY, "10/03/2014") not in index


def test_leak_index_leaves_out_what_stands_everywhere() -> None:
    assert leak_index(KEY, ["of", "12", " "]) == frozenset()


def test_leak_index_shows_no_value() -> None:
    assert all(len(token) == 64 and set(token) <= set("0123456789abcdef") for token in leak_index(KEY, ["C000123"]))
