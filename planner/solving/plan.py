"""Plan: the best programme there is, judged afresh by every rule, with a reason for whatever is left out."""

from __future__ import annotations

from constraints.check import Judgement, among_facts, check
from constraints.problem import Problem
from constraints.programme import Programme
from planner.solving.explain import why_left_out
from planner.solving.solve import Progress, quiet, solve
from samples.errors import Disagreement


def plan(problem: Problem, *, progress: Progress = quiet) -> Programme:
    """The best programme of a problem; what does not fit is left out with the simplest true sentence why.

    Args:
        problem: what has to happen.
        progress: told in a sentence what has been settled.

    Raises:
        Disagreement: the rules judge the answer otherwise than the search did; a bug, never the user's fault.
    """
    found = solve(problem, progress=progress)
    judged = check(problem, found)
    refuse_disagreement(problem, found, judged)
    return found.model_copy(update={"left_out": why_left_out(problem, found, progress)})


def refuse_disagreement(problem: Problem, found: Programme, judged: Judgement) -> None:
    """Hold what a search says of its programme against what the checks say.

    Breaches among fixed sessions are reported, not repaired, and waived ones are accepted: neither is the search's.

    Raises:
        Disagreement: they differ.
    """
    for verdict in judged.musts:
        for breach in verdict.breaches:
            if not among_facts(problem, breach):
                raise Disagreement(f"{verdict.rule}: the search kept it and the check does not: {breach.sentence}")
    for tier, value in zip(judged.tiers, found.tiers, strict=True):
        if tier.cost != value.value:
            raise Disagreement(f"{tier.tier}: the search says {value.value} and the checks say {tier.cost}")
