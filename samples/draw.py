"""Tickets, rank order, base and reserves: a draw that anyone can repeat from the seed.

Consistent sampling (R. L. Rivest, arXiv:1808.10016): a case's ticket depends on nothing but the seed, the stratum and
its reference. So a case that joins or leaves the frame never changes the order of the others, and neither does the
order of a list's rows, nor another stratum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from samples.deciding import dates_of, list_of, refuse_no_month, refuse_unknown
from samples.errors import InputRefused
from samples.frame import CaseList, Lists, Row
from samples.predicate import frame, in_month
from samples.strata import TEAM_COLUMNS, Holder, Pick, Stratum, rule

SMALL = 5
"""Below so many cases a stratum may identify a child (R-SMALL)."""

SHOWN_DIGITS = 20
"""How many decimals of a ticket are shown; the order is by all of them."""


class Drawn(BaseModel):
    """A case in the order of the draw, and who can speak about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    rank: int
    """From 1."""
    ticket: str
    by: str = ""
    """The value that ranked it: a date, or a number of episodes; empty where the ticket alone did."""
    holders: tuple[str, ...] = ()
    """The names as the list has them, in the order of the holder's columns."""
    team: str = ""
    others: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The names of the others who can speak about the case, by role."""


class Draw(BaseModel):
    """What a stratum's draw came to: its frame, by size and hash, and the first cases in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stratum: str
    title: str
    rule: tuple[str, ...]
    pick: Pick
    list: str
    as_at: date
    population: int
    frame_hash: str
    drawn: tuple[Drawn, ...]
    notices: tuple[str, ...] = ()


def sha256_hex(text: str) -> str:
    """SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def first_fraction(token: str, seed: str) -> str:
    """The ticket of a token: SHA-256(sha256_hex(seed) + token) as an integer, its decimal digits reversed after ``0.``.

    A fraction ends in no zero, so tickets compare as exact numbers when they are compared as texts. The seed is a
    text: its leading zeros count.
    """
    number = int(sha256_hex(sha256_hex(seed) + token), 16)
    return f"0.{str(number)[::-1]}"


def ticket(seed: str, stratum: str, reference: str) -> str:
    """A case's ticket in a stratum; with the stratum in it, strata are drawn independently of each other."""
    return first_fraction(f"{stratum}:{reference}", seed)


def draw(stratum: Stratum, lists: Lists, seed: str, depth: int) -> Draw:
    """Draw a stratum's first cases.

    Args:
        stratum: what is drawn, and how.
        lists: the council's lists.
        seed: the review's seed, decimal digits as text.
        depth: how many cases to rank: the base and its reserves.

    Raises:
        InputRefused: the stratum names what is not there, or a deciding column was not read plainly.
    """
    own = list_of(stratum.list, lists, f"stratum {stratum.id}")
    fitting = frame(stratum, lists)
    ranked_by = _ranked_by(stratum, own, fitting)
    tickets = {reference: ticket(seed, stratum.id, reference) for reference in ranked_by}
    order = sorted(ranked_by, key=lambda reference: (ranked_by[reference][0], tickets[reference]))
    drawn = tuple(
        Drawn(
            reference=each,
            rank=rank,
            ticket=tickets[each][: SHOWN_DIGITS + 2],
            by=ranked_by[each][1],
            holders=_names(stratum, stratum.holder, lists, each, fitting[each]),
            team=_team(stratum, lists, each, fitting[each]),
            others={other.role: _names(stratum, other, lists, each, fitting[each]) for other in stratum.others},
        )
        for rank, each in enumerate(order[:depth], start=1)
    )
    return Draw(
        stratum=stratum.id,
        title=stratum.title,
        rule=rule(stratum),
        pick=stratum.pick,
        list=stratum.list,
        as_at=own.source.as_at,
        population=len(order),
        frame_hash=_frame_hash(stratum, own, ranked_by),
        drawn=drawn,
        notices=_notices(stratum, len(fitting), len(order), drawn),
    )


def _ranked_by(stratum: Stratum, own: CaseList, fitting: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[int, str]]:
    """What ranks each case before its ticket: a number (least first) and how it is shown."""
    if stratum.pick == "random":
        return dict.fromkeys(fitting, (0, ""))
    where = f"stratum {stratum.id}"
    if not stratum.by:
        raise InputRefused(where, f"the pick {stratum.pick!r} names no date column to rank by", "Fill in 'by'.")
    if stratum.pick != "most recent":
        refuse_no_month(stratum.month, f"{where}, month")
    dates = dates_of(stratum.by, own, where)
    found: dict[str, tuple[int, str]] = {}
    for reference, rows in fitting.items():
        days = sorted(day for row in rows if (day := dates[row.number]))
        if stratum.pick != "most recent":
            days = [day for day in days if in_month(day, stratum.month)]
        if days:
            found[reference] = _rank_value(stratum.pick, days)
    return found


def _rank_value(pick: Pick, days: list[date]) -> tuple[int, str]:
    if pick == "most episodes":
        return -len(days), str(len(days))
    if pick == "most recent":
        return -days[-1].toordinal(), days[-1].isoformat()
    return days[0].toordinal(), days[0].isoformat()


def _names(stratum: Stratum, holder: Holder, lists: Lists, reference: str, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The names of those who are something to a case, on whichever list they stand."""
    where = f"stratum {stratum.id}, {'holder' if holder == stratum.holder else holder.role}"
    cases = list_of(holder.list or stratum.list, lists, where)
    there = rows if cases.source.id == stratum.list else cases.by_reference.get(reference, ())
    names: list[str] = []
    for column in holder.columns:
        refuse_unknown(column, cases, where)
        names.extend(sorted({cell.text for row in there if not (cell := cases.cell(row, column)).blank}))
    return tuple(dict.fromkeys(names))


def _team(stratum: Stratum, lists: Lists, reference: str, rows: tuple[Row, ...]) -> str:
    for name in dict.fromkeys((stratum.holder.list or stratum.list, stratum.list)):
        there = rows if name == stratum.list else lists[name].by_reference.get(reference, ())
        for column in TEAM_COLUMNS:
            if teams := sorted({cell.text for row in there if not (cell := lists[name].cell(row, column)).blank}):
                return teams[0]
    return ""


def _frame_hash(stratum: Stratum, own: CaseList, ranked_by: Mapping[str, tuple[int, str]]) -> str:
    """SHA-256 of the frame in canonical form, to be logged before any seed exists."""
    head = (f"stratum {stratum.id}", f"as at {own.source.as_at.isoformat()}", *rule(stratum))
    body = (f"{reference},{ranked_by[reference][1]}" for reference in sorted(ranked_by))
    return sha256_hex("\n".join((*head, *body)) + "\n")


def _notices(stratum: Stratum, fitting: int, population: int, drawn: tuple[Drawn, ...]) -> tuple[str, ...]:
    said: list[str] = []
    if not population:
        said.append(f"stratum {stratum.id}: no case fits its rule.")
    elif population < SMALL:
        said.append(f"stratum {stratum.id}: its frame holds only {population}, which may identify a child.")
    if stratum.pick != "random":
        said.append(f"stratum {stratum.id}: picked by rule ({stratum.pick}), not at random; it may identify a child.")
    if stratum.pick == "most recent" and fitting > population:
        said.append(f"stratum {stratum.id}: left out without a date in '{stratum.by}': {fitting - population}.")
    named = {stratum.holder.role: [each.holders for each in drawn]}
    named |= {other.role: [each.others[other.role] for each in drawn] for other in stratum.others}
    for role, names in named.items():
        if unnamed := names.count(()):
            said.append(f"stratum {stratum.id}: {unnamed} of {len(drawn)} cases drawn name no {role}.")
    return tuple(said)
