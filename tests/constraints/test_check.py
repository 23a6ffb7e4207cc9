"""Judging a programme: kept, broken, cannot tell; what is waived, what stands among facts, what nobody serves."""

from __future__ import annotations

from pathlib import Path

from shipped import SELF_DIRECTED, self_directed
from small_reviews import activity, problem, programme, session, window

from constraints.catalogue import MUSTS
from constraints.check import Judgement, Verdict, among_facts, check
from constraints.problem import Area, Problem, ScopeItem, Waiver
from constraints.programme import Programme
from planner.intake.programme_file import read_programme

TWO_AT_ONCE = (session("a", "10:00", "11:00"), session("b", "10:30", "11:30"))


def of(judged: Judgement, rule: str) -> Verdict:
    verdicts = (*judged.musts, *(verdict for tier in judged.tiers for verdict in tier.verdicts))
    (found,) = (verdict for verdict in verdicts if verdict.rule == rule)
    return found


def overlapping(**fields: object) -> tuple[Problem, Programme]:
    return problem(activity("a"), activity("b")).changed(**fields), programme(*TWO_AT_ONCE)


def test_check_gives_every_rule_a_verdict_in_the_order_of_the_catalogue() -> None:
    judged = check(*overlapping())

    assert [verdict.rule for verdict in judged.musts] == [rule.__name__.rpartition(".")[2] for rule in MUSTS]
    assert [verdict.rule for verdict in judged.musts if verdict.says == "broken"] == ["no_clashes"]
    assert of(judged, "no_clashes").title == "Nobody is in two places at once."


def test_check_turns_a_waived_breach_into_a_notice() -> None:
    waiver = Waiver(rule="no_clashes", sessions=("a", "b"), who="review manager", why="the second only listens in")

    verdict = of(check(*overlapping(waivers=(waiver,))), "no_clashes")

    assert (verdict.says, verdict.breaches, len(verdict.waived)) == ("kept", (), 1)


def test_check_keeps_a_breach_whose_waiver_names_another_rule_or_other_sessions() -> None:
    others = (
        Waiver(rule="breathing_space", sessions=("a", "b"), who="review manager", why="agreed"),
        Waiver(rule="no_clashes", sessions=("a",), who="review manager", why="agreed"),
    )

    assert of(check(*overlapping(waivers=others)), "no_clashes").says == "broken"


def test_check_reports_a_breach_among_facts() -> None:
    stated, made = overlapping(fixed=TWO_AT_ONCE)

    (breach,) = of(check(stated, made), "no_clashes").breaches

    assert among_facts(stated, breach)
    assert not among_facts(stated.changed(fixed=TWO_AT_ONCE[:1]), breach)


def test_check_cannot_tell_what_is_not_stated() -> None:
    unstated = session("a", "10:00", "11:00", counterparts=None)

    verdict = of(check(problem(activity("a")), programme(unstated)), "only_when_free")

    assert verdict.says == "cannot tell"
    assert verdict.missing == ("who was met in 1 of 1 sessions is not stated by name",)


def test_check_finds_a_breach_even_where_it_cannot_tell_everything() -> None:
    unstated = tuple(one.model_copy(update={"counterparts": None}) for one in TWO_AT_ONCE)

    assert of(check(problem(activity("a"), activity("b")), programme(*unstated)), "no_clashes").says == "broken"


def test_check_names_the_scope_items_that_no_session_serves() -> None:
    area = Area(
        id="area",
        title="Area",
        windows=(window("09:00", "17:00"),),
        scope=(ScopeItem(id="served", title="Served"), ScopeItem(id="not", title="Not served")),
    )
    stated = problem(activity("a", serves=("served",)), activity("b", serves=("not",))).changed(areas=(area,))

    assert check(stated, programme(session("a", "10:00", "11:00"))).unserved == ("Not served",)


def test_check_counts_what_is_owed_and_not_held_as_broken() -> None:
    judged = check(problem(activity("a"), activity("b")), programme(session("a", "10:00", "11:00")))

    assert [breach.subject for breach in judged.broken] == ["b"]


def test_reserve_that_was_used_is_nothing_broken() -> None:
    """After a repair into the reserve, which is what it is there for, the programme was judged as broken."""
    stated = problem(activity("a"), activity("spare", priority="mop-up"))
    judged = check(stated, programme(session("a", "10:00", "11:00")))

    assert judged.broken == ()
    assert next(tier.cost for tier in judged.tiers if tier.tier == "reserve kept") == 1


def handmade() -> tuple[Problem, Programme]:
    stated = self_directed()
    return stated, read_programme(Path(SELF_DIRECTED) / "handmade.csv", stated)


def test_check_of_the_programme_made_by_hand_finds_exactly_what_is_wrong_with_it() -> None:
    judged = check(*handmade())

    assert [breach.subject for breach in judged.broken] == [
        "headsup-family-support-2",
        "record-family-support-2-lead-reviewer",
        "record-cin-cp-plo-3-lead-reviewer",
        "record-cin-cp-plo-3-second-reviewer",
    ]
    assert judged.unserved == ("Independent advocacy", "Family group conferencing", "Care leavers")
    assert judged.notices == (
        "the terms of reference say 20 April to 13 May 2021; the programme runs from 15 April to 14 May 2021.",
        "Record of evidence twice on Thursday 22 April: 15:15 and 17:00, the later counts.",
    )
    assert {verdict.says for verdict in judged.musts} == {"kept", "cannot tell"}
