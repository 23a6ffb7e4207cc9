"""Nothing about a child leaves: every field of everything outgoing is held against the rules before a file is written.

One leak refuses the whole write. The refusal says which rule and which field, and never what stood there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from planner.outgoing import bodies, titles
from planner.outgoing.fields import Kind, Outgoing
from planner.outgoing.leaks import LeakIndex, codes_only
from planner.outgoing.rules import LeakRefused, Rule, shown
from planner.outgoing.sift import Sieve
from planner.outgoing.spoken import dates, plain, sequence
from planner.outgoing.texts import FIXED

__all__ = ["LeakRefused", "guard"]

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_CHANGE_OF_CLOCKS = re.compile(r"(\d{4})(03|10)(\d\d)T0[12]0000")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000
"""Excel's days 1954 to 2064; its day 0 is 30 December 1899."""

Judge = Callable[[str], Rule | None]


def guard(outgoing: Sequence[Outgoing], index: LeakIndex) -> None:
    """Let everything out, or nothing.

    Args:
        outgoing: every file that is about to be written, decoded from the bytes that will be written.
        index: what must not go out, and what may.

    Raises:
        LeakRefused: a field breaks a rule.
    """
    views = {file.reviewers_only for file in outgoing}
    judges = {only: _judges(index, Sieve(index, reviewers_only=only)) for only in views}
    for number, file in enumerate(outgoing, start=1):
        judge = judges[file.reviewers_only]
        for field in file.fields:
            if broken := judge[field.kind](field.text):
                raise LeakRefused(broken, f"{shown(file.path, number)}, {field.where}")


def _judges(index: LeakIndex, sieve: Sieve) -> Mapping[Kind, Judge]:
    """Who judges a field, by what its schema says it holds: each names the rule that a text breaks, or None."""

    def unless(rule: Rule, passes: Callable[[str], bool]) -> Judge:
        return lambda text: None if passes(text) else rule

    return {
        "free text": sieve.rule_broken,
        "file name": sieve.rule_broken,
        "markup": lambda text: sieve.rule_broken(text, markup=True),
        "number": lambda text: _number(text, index, sieve),
        "body": lambda text: _body(text, index),
        "title": unless(Rule.TITLE, titles.allowed),
        "staff name": unless(Rule.NAME, lambda text: sequence(text) in index.names),
        "place": unless(Rule.PLACE, lambda text: sequence(text) in index.places),
        "address": unless(Rule.RECIPIENT, lambda text: plain(text).strip().casefold() in index.addresses),
        "date-time": unless(Rule.TIME, lambda text: _own_times(text, index)),
        "uid": unless(Rule.UID, lambda text: text in index.uids or _UUID.fullmatch(text) is not None),
        "code": unless(Rule.CODE, codes_only),
        "zone": unless(Rule.TIME, _changes_clocks),
    }


def _body(text: str, index: LeakIndex) -> Rule | None:
    if not (bodies.allowed(text) or text in FIXED):
        return Rule.BODY
    return None if all(day.whole is None or index.own(day.whole) for day in dates(text)) else Rule.TIME


def _own_times(text: str, index: LeakIndex) -> bool:
    found = [day.whole for day in dates(text)]
    return bool(found) and all(day in index.sessions for day in found)


def _changes_clocks(text: str) -> bool:
    """Whether a time is the start of an observance: a last Sunday of March or October (Europe/London since 1981)."""
    found = _CHANGE_OF_CLOCKS.fullmatch(text)
    if found is None or not 25 <= int(found[3]) <= 31:
        return False
    return date(int(found[1]), int(found[2]), int(found[3])).isoweekday() == 7


def _number(text: str, index: LeakIndex, sieve: Sieve) -> Rule | None:
    """A number may be an identifier, or a date as Excel counts its days."""
    whole = text.partition(".")[0]
    if whole.isdigit() and _FIRST_SERIAL <= int(whole) <= _LAST_SERIAL:
        day = date(1899, 12, 30) + timedelta(int(whole))
        if index.own(day):
            return None
        if index.knows(day.isoformat()):
            return Rule.BORN
    return sieve.rule_broken(whole)
