"""The first step of many commands: a review folder read, drawn and stated as it stands. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import reduce
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from constraints.problem import Problem
from planner.commands.ask import Ask
from planner.commands.vaults import OpenVault, open_folder_vault
from planner.commands.versions import refuse_no_folder
from planner.intake.disruption import Disruption
from planner.intake.disruption_on_problem import on_problem
from planner.intake.disruption_on_review import on_review
from planner.intake.heard import Heard, heard
from planner.intake.review import Review
from planner.intake.review_file import read_review
from planner.intake.statement import statement
from planner.keys import Vault, with_labels
from planner.layout import CASES, DATABASE
from planner.store_reader import read_store
from samples.certificate import Certificate, certificate
from samples.draw import Draw, draw
from samples.frame import Lists, read_lists
from samples.reference import reference
from samples.strata import columns_of


@dataclass(frozen=True)
class Stated:
    """A review folder as it stands.

    Attributes:
        review: what the manager wrote, with the areas where they were moved to.
        problem: what it poses, with all that happened and was not taken back.
        heard: what the log says happened.
        certificates: of each stratum's draw.
        opened: the vault as it stands on the disk.
        vault: the vault with a label for every case drawn.
        seen: what was read past in the lists, and what the draws have to say: a sentence each.
    """

    review: Review
    problem: Problem
    heard: Heard
    certificates: tuple[Certificate, ...]
    opened: OpenVault
    vault: Vault
    seen: tuple[str, ...]


class Depth(NamedTuple):
    """How many cases of a stratum are base cases, and how many are ranked in all."""

    base: int
    ranked: int


def state(folder: Path, ask: Ask, *, writing: bool = False, also: Sequence[Disruption] = ()) -> Stated:
    """Read a review folder and its lists, draw, and state the problem with all that has happened.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        writing: whether the vault will be saved afterwards.
        also: what is taken to have happened too, after all else.

    Raises:
        Refusal: something in the folder cannot be used; the first such thing is told.
    """
    refuse_no_folder(folder)
    written = read_review(folder)
    told = heard_in(folder, ZoneInfo(written.about.zone))
    said = [*(line.said for line in told.standing), *also]
    review = on_review(written, said)
    opened = open_folder_vault(folder, review.about, ask, writing=writing)
    identifiers: dict[str, str] = {}

    def refer(identifier: str) -> str:
        made = reference(opened.vault.key_bytes, identifier)
        identifiers.setdefault(made, identifier)
        return made

    lists = read_lists(folder / CASES, review.lists, refer, columns_of(review.strata))
    opened.refuse_others(identifiers)
    asked = depths(review)
    draws = {one.id: draw(one, lists, review.about.seed, asked[one.id].ranked) for one in review.strata}
    drawn = {case.reference: identifiers[case.reference] for each in draws.values() for case in each.drawn}
    vault = with_labels(opened.vault, review.about.id, drawn)
    return Stated(
        review=review,
        problem=reduce(on_problem, said, statement(review, draws, vault.labels)),
        heard=told,
        certificates=tuple(certificate(each, review.about.seed, asked[each.stratum].base) for each in draws.values()),
        opened=opened,
        vault=vault,
        seen=tuple(_seen(lists, draws, opened, writing=writing)),
    )


def heard_in(folder: Path, zone: tzinfo) -> Heard:
    """What the log of a folder says happened; nothing where nothing was planned yet.

    Raises:
        StoreRefused: the database is damaged, or says what this planner does not know.
    """
    if not (folder / DATABASE).exists():
        return Heard()
    with read_store(folder / DATABASE) as store:
        return heard(store.log(), zone)


def depths(review: Review) -> Mapping[str, Depth]:
    """How deep each stratum is drawn: its base cases and the reserves that the review's depth allows; none unasked."""
    base = dict.fromkeys((stratum.id for stratum in review.strata), 0)
    for activity in review.activities:
        if activity.case is not None and not activity.case.tracks and activity.case.stratum in base:
            base[activity.case.stratum] += activity.repeat * activity.case.count
    return {name: Depth(count, count + review.about.depth - 1 if count else 0) for name, count in base.items()}


def _seen(lists: Lists, draws: Mapping[str, Draw], opened: OpenVault, *, writing: bool) -> Iterator[str]:
    yield from lists.notices
    for each in draws.values():
        yield from each.notices
    if opened.fresh and not writing:
        yield "this review has no key yet, so its cases were drawn for this look only; planner plan makes the key."
