"""The synthetic children as Annex A lists 6, 7 and 8, with a little of the harmless mess that real lists have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.annex_a import LIST_6, LIST_7, LIST_8, bracketed, coded, lettered
from samples.codes import (
    ABUSE,
    CASE_STATUS,
    CLOSURE,
    GENDER,
    LEGAL_STATUS,
    NEED,
    PERMANENCE,
    PLACEMENT,
    PROVIDER,
    YES_NO,
)
from samples.synthetic_children import AS_AT, Care, Child, Protection, day_between

Value = str | int | date


@dataclass(frozen=True)
class Table:
    """A list as it is written: its title, its header and its rows."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def cin(children: Iterable[Child], chance: Random) -> Table:
    """List 6: everyone."""
    return Table("List 6: Children in Need", LIST_6, tuple(_cin_row(child, chance) for child in children))


def protection(children: Iterable[Child], chance: Random) -> Table:
    """List 7: everyone with a plan now or in the last six months."""
    rows = (_protection_row(child, child.protection, chance) for child in children if child.protection)
    return Table("List 7: Child protection", LIST_7, tuple(rows))


def care(children: Iterable[Child], chance: Random) -> Table:
    """List 8: everyone in care now or in the last six months."""
    rows = (_care_row(child, child.care, chance) for child in children if child.care)
    return Table("List 8: Children in care", LIST_8, tuple(rows))


def _who(child: Child, chance: Random) -> Iterator[Value]:
    yield f"{child.id} " if chance.random() < 0.01 else child.id
    yield lettered(GENDER, child.gender)
    yield chance.choice(("a) WBRI", "a) WBRI", "a) WBRI", "d) WOTH", "f) MWBC", "j) AIND", "s) NOBT"))
    yield f"{child.born:%d/%m/%Y}" if chance.random() < 0.02 else child.born
    yield child.age()


def _holder(child: Child, chance: Random) -> Iterator[Value]:
    yield child.team.replace(" ", "\u00a0") if chance.random() < 0.01 else child.team
    yield f" {child.worker}" if chance.random() < 0.01 else child.worker


def _yes_no(yes: bool) -> str:
    return lettered(YES_NO, "a" if yes else "b")


def _lately(chance: Random, since: date, days: int = 60, until: date = AS_AT) -> Value:
    if chance.random() < 0.01:
        return "#N/A"
    return day_between(chance, max(min(since, until), until - timedelta(days=days)), until)


def _cin_row(child: Child, chance: Random) -> tuple[Value, ...]:
    return (
        *_who(child, chance),
        _yes_no(child.disabled),
        child.cin_start,
        coded(NEED, child.need, " -"),
        _lately(chance, child.cin_start, until=child.cin_end or AS_AT),
        child.cin_end or "",
        coded(CLOSURE, chance.choice(("RC7", "RC7", "RC8")), " -") if child.cin_end else "",
        lettered(CASE_STATUS, child.status),
        *_holder(child, chance),
    )


def _protection_row(child: Child, plan: Protection, chance: Random) -> tuple[Value, ...]:
    until = plan.ended or AS_AT
    return (
        *_who(child, chance),
        _yes_no(child.disabled),
        plan.started,
        lettered(ABUSE, plan.category),
        lettered(ABUSE, plan.category),
        _lately(chance, plan.started, 15, until),
        _yes_no(chance.random() < 0.8),
        _lately(chance, plan.started, 120, until),
        plan.ended or "",
        _yes_no(chance.random() < 0.05),
        chance.choice((0, 0, 0, 0, 1)),
        *_holder(child, chance),
    )


def _care_row(child: Child, care: Care, chance: Random) -> tuple[Value, ...]:
    until = care.ceased or AS_AT
    local = chance.random() < 0.7
    missing = chance.choice((1, 2, 4)) if child.age() >= 13 and chance.random() < 0.25 else 0
    long_form = f"{care.legal} - {LEGAL_STATUS.labels[care.legal][-1]}"
    return (
        *_who(child, chance),
        _yes_no(False),
        _yes_no(child.disabled),
        care.started,
        coded(NEED, child.need, " -"),
        _yes_no(False),
        care.started,
        long_form if chance.random() < 0.05 else coded(LEGAL_STATUS, care.legal),
        _lately(chance, care.started, 150, until),
        _lately(chance, care.started, 40, until),
        lettered(PERMANENCE, care.permanence),
        _lately(chance, care.started, 90, until),
        _lately(chance, care.started, 350, until),
        _lately(chance, care.started, 350, until),
        chance.choice((1, 1, 1, 2, 3)),
        care.ceased or "",
        "e) E4A: Returned home to live with parents or relatives - part of planning" if care.ceased else "",
        day_between(chance, care.started, max(care.started, until - timedelta(days=10))),
        bracketed(PLACEMENT, care.placement),
        bracketed(PROVIDER, care.provider),
        "",
        "" if care.placement in ("P1", "P2", "H5") else f"SC{chance.randrange(100000, 999999)}",
        "a) In" if local else "b) Out",
        "Council" if local else "Another council",
        missing,
        0,
        _yes_no(chance.random() < 0.8) if missing else "",
        _yes_no(chance.random() < 0.5) if missing else "",
        *_holder(child, chance),
    )
