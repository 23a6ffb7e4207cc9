"""What is wrong with repairs: said by the nouns and ``check`` alone, nothing of how they were found.

An offer is complete and checked, leaves history and pins alone, touches the freeze only as it says, follows the draw,
tells truly who is disturbed; and it does what its kind says. All offers together are ranked and differ.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from disruptions import Standing
from plan_faults import faults as of_programme

from constraints.catalogue import REPAIRING
from constraints.legal_places import has_place
from constraints.problem import CaseDemand, Mode, Problem, Session, instant
from constraints.programme import Programme
from planner.solving.offer import Offer, Repairs
from planner.solving.ways import Kind

FIRST = ("smallest ripple", "out of turn")
"""The kinds that disturb fewest, of those in the same turns."""

Place = tuple[str, object, object, str, str | None]


def faults(standing: Standing, repairs: Repairs) -> list[str]:
    """Each fault in a sentence; none of repairs that are as they must be."""
    found = [
        f"{offer.kind} {offer.more}: {fault}"
        for offer in repairs.offers
        for fault in _of_offer(standing, repairs, offer)
    ]
    return [*found, *_together(standing, repairs)]


def _of_offer(standing: Standing, repairs: Repairs, offer: Offer) -> Iterator[str]:
    problem, before = standing
    judged = eased(problem, offer.out_of_turn)
    yield from of_programme(freed(judged) if offer.thawed else judged, offer.programme, REPAIRING)
    yield from _not_kept(problem, offer)
    yield from _against_the_draw(problem, before, offer.programme)
    told = sorted(disturbed(problem, offer.programme))
    if sorted(offer.disturbed) != told:
        yield f"disturbed are {told}, told are {sorted(offer.disturbed)}"
    least = placed(problem, repairs.offers[0].programme)
    more = any(now > then for now, then in zip(placed(problem, offer.programme), least, strict=True))
    if more and offer.kind != "left out":
        yield f"it leaves out {placed(problem, offer.programme)} of musts and shoulds, the first one {least}"
    of_turns = (one for one in repairs.offers if one.kind in FIRST and one.out_of_turn == offer.out_of_turn)
    first = next(of_turns, repairs.offers[0])
    beside = repairs.offers[0] if offer.kind in ("out of turn", "left out") else first
    if not DOES[offer.kind](standing, beside, offer):
        yield "it does not do what its kind says"


def _tiers(offer: Offer) -> list[int]:
    return [tier.value for tier in offer.programme.tiers]


def _together(standing: Standing, repairs: Repairs) -> Iterator[str]:
    problem, _ = standing
    first, *others = repairs.offers
    in_turn = [offer.out_of_turn == first.out_of_turn and offer.kind in FIRST for offer in repairs.offers]
    if sum(in_turn) != 1:
        yield "there is not one answer of these turns that disturbs fewest"
    smallest = repairs.offers[in_turn.index(True)]
    for offer in repairs.offers[: in_turn.index(True)]:
        if _tiers(offer) >= _tiers(smallest):
            yield f"{offer.kind} stands before what disturbs fewest, and is no better"
    tidier = [offer for offer in repairs.offers if offer.kind == "tidier"]
    for one, other in pairwise(sorted(tidier, key=lambda offer: offer.more)):
        if _tiers(one) == _tiers(other):
            yield "one and two people more come to the same"
    counts = [_costs(problem, offer) for offer in others if offer.kind != "reserve rebuilt"]
    if counts != sorted(counts):
        yield f"they are not ranked: {counts}"
    for one, other in combinations(repairs.offers, 2):
        if set(one.programme.sessions) == set(other.programme.sessions):
            yield f"{one.kind} and {other.kind} are the same"
    if repairs.proven and len(first.disturbed) != repairs.least:
        yield f"proven are {repairs.least} disturbed, the first offer disturbs {len(first.disturbed)}"
    same = (*placed(problem, first.programme), len(first.thawed))
    for offer in (one for one in others if one.out_of_turn == first.out_of_turn):
        as_good = (*placed(problem, offer.programme), len(offer.thawed)) <= same
        if as_good and len(offer.disturbed) < repairs.least:
            yield f"{offer.kind} disturbs {len(offer.disturbed)}, fewer than the least, {repairs.least}"


def _costs(problem: Problem, offer: Offer) -> tuple[int, ...]:
    return (*placed(problem, offer.programme), len(offer.thawed), len(offer.disturbed))


def eased(problem: Problem, activities: Collection[str]) -> Problem:
    """The same problem with these no longer before everything else of their area: each was to be, and fell through."""
    wrong = [one for one in activities if one not in problem.struck or not problem.activity[one].first_of_area]
    assert not wrong, f"{wrong} need no turn"
    changed = (
        one.model_copy(update={"first_of_area": False}) if one.id in activities else one for one in problem.activities
    )
    return problem.changed(activities=tuple(changed))


def freed(problem: Problem) -> Problem:
    """The same problem with nothing fixed for being near: an answer that moves such a session is judged so."""
    return problem.changed(fixed=tuple(fact for fact in problem.fixed if fact.activity not in problem.frozen))


def diaries(sessions: Collection[Session]) -> Mapping[str, frozenset[Place]]:
    """What each person holds: which activity, when and where."""
    found: dict[str, set[Place]] = {}
    for one in sessions:
        for person in one.people:
            place = (one.activity, instant(one.start), instant(one.end), one.place, one.room)
            found.setdefault(person, set()).add(place)
    return {person: frozenset(places) for person, places in found.items()}


def disturbed(problem: Problem, programme: Programme) -> frozenset[str]:
    """Whose diary is not what they hold, other than the people of struck sessions."""
    held, asked = diaries(problem.published), diaries(programme.sessions)
    excused = {person for one in problem.published if one.activity in problem.struck for person in one.people}
    people = (held.keys() | asked.keys()) - excused
    return frozenset(person for person in people if held.get(person, frozenset()) != asked.get(person, frozenset()))


def placed(problem: Problem, programme: Programme) -> tuple[int, int]:
    """How many musts are left out, and how many shoulds of the review's own."""
    owed = [activity for activity in problem.activities if programme.owes(problem, activity)]
    musts = sum(activity.priority == "must" for activity in owed)
    return musts, sum(activity.priority == "should" and not activity.standing for activity in owed)


def _not_kept(problem: Problem, offer: Offer) -> Iterator[str]:
    """Whether history and pins stand to the letter, and what is near wherever the offer does not say otherwise."""
    session = offer.programme.session
    for fact in problem.fixed:
        if fact.activity not in problem.frozen and session.get(fact.activity) != fact:
            yield f"{fact.activity} is history or pinned and does not stand"
    moved = thawed(problem, offer.programme)
    if sorted(moved) != sorted(offer.thawed):
        yield f"{moved} were near and moved, told are {offer.thawed}"


def thawed(problem: Problem, programme: Programme) -> list[str]:
    """What was fixed because it is so near, and is not as people hold it, the cases among it."""
    return [
        fact.activity
        for fact in problem.fixed
        if fact.activity in problem.frozen and not _same(fact, programme.session.get(fact.activity))
    ]


def _same(one: Session, other: Session | None) -> bool:
    return other is not None and _said(one) == _said(other)


def _said(session: Session) -> tuple[object, ...]:
    where = (instant(session.start), instant(session.end), session.place, session.room)
    whom = (frozenset(session.reviewers), frozenset(session.counterparts or ()))
    return (*where, *whom, frozenset(session.cases or ()))


def follows_the_draw(problem: Problem, before: Programme, programme: Programme) -> bool:
    """Whether every case taken anew is the next one of its draw."""
    return not any(_against_the_draw(problem, before, programme))


def _against_the_draw(problem: Problem, before: Programme, programme: Programme) -> Iterator[str]:
    """Each case taken anew is the next: all drawn before it are seen, were used already, or cannot be seen at all."""
    seen_at_all = {case for cases in seen_by_stratum(problem, programme).values() for case in cases}
    for stratum, seen in seen_by_stratum(problem, programme).items():
        ranks = ranks_of(problem, stratum)
        used = seen_by_stratum(problem, before).get(stratum, frozenset())
        deepest = max((ranks[case] for case in used if case in ranks), default=0)
        for case in sorted(seen - used):
            passed = [
                other
                for other, rank in ranks.items()
                if deepest < rank < ranks[case] and other not in seen_at_all and could_be_seen(problem, stratum, other)
            ]
            if passed:
                yield f"{case} of {stratum} is taken before {passed}"


def seen_by_stratum(problem: Problem, programme: Programme) -> Mapping[str, frozenset[str]]:
    """The cases that the sessions of each stratum chose."""
    found: dict[str, set[str]] = {}
    for session in programme.sessions:
        demand = _chosen_by(problem, session)
        if demand:
            found.setdefault(demand.stratum, set()).update(seen.case for seen in session.cases or ())
    return {stratum: frozenset(cases) for stratum, cases in found.items()}


def ranks_of(problem: Problem, stratum: str) -> Mapping[str, int]:
    """The rank of each case of a stratum that may be seen."""
    demands = [one.demand for one in problem.activities if one.demand and one.demand.stratum == stratum]
    return {candidate.case: candidate.rank for demand in demands for candidate in demand.candidates}


def could_be_seen(problem: Problem, stratum: str, case: str) -> bool:
    """Whether an activity of a stratum that is not fixed could see a case if nothing else were in the way."""
    return any(
        has_place(problem, activity, candidate)
        for activity in problem.activities
        if activity.id not in problem.facts and activity.demand and activity.demand.stratum == stratum
        for candidate in activity.demand.candidates
        if candidate.case == case and not activity.tracks
    )


def _chosen_by(problem: Problem, session: Session) -> CaseDemand | None:
    activity = problem.activity.get(session.activity)
    return None if activity is None or activity.tracks else activity.demand


def anew(standing: Standing, offer: Offer) -> Sequence[tuple[Session, Session]]:
    """The struck sessions of the review's own that are held anew, as they were and as they are."""
    problem, before = standing
    found = []
    for struck in problem.struck:
        was, now = before.session.get(struck), offer.programme.session.get(struck)
        own = struck in problem.activity and not problem.activity[struck].standing
        if was and now and own and problem.activity[struck].priority != "mop-up":
            found.append((was, now))
    return found


def _cases(session: Session) -> set[str]:
    return {seen.case for seen in session.cases or ()}


def _into_reserve(standing: Standing, _: Offer, offer: Offer) -> bool:
    problem, before = standing
    return any(
        instant(hold.start) <= instant(now.start) < instant(hold.end) and set(hold.reviewers) <= set(now.reviewers)
        for _, now in anew(standing, offer)
        for hold in mop_ups(problem, before)
    )


def _same_cases(standing: Standing, _: Offer, offer: Offer) -> bool:
    was = standing.before.session
    return all(
        not _cases(was[one.activity]) or _cases(one) <= _cases(was[one.activity])
        for one in offer.programme.sessions
        if one.activity in was
    )


def _another_case(standing: Standing, _: Offer, offer: Offer) -> bool:
    known = {case for session in standing.before.sessions for case in _cases(session)}
    return any(_cases(now) - known for _, now in anew(standing, offer))


def _another_reviewer(standing: Standing, _: Offer, offer: Offer) -> bool:
    return any(set(was.reviewers) - set(now.reviewers) for was, now in anew(standing, offer))


def _cover_or_record(standing: Standing, _: Offer, offer: Offer) -> bool:
    return any(
        seen.mode is not Mode.WORKER and seen.case in _cases(was) and seen not in (was.cases or ())
        for was, now in anew(standing, offer)
        for seen in now.cases or ()
    )


def _tidier(standing: Standing, first: Offer, offer: Offer) -> bool:
    """It disturbs no more people than it may, and something else is better for it."""
    problem = standing.problem
    within = len(offer.disturbed) <= len(disturbed(problem, first.programme)) + offer.more
    values = [{tier.tier: tier.value for tier in one.programme.tiers} for one in (offer, first)]
    changes = ("people disturbed", "kind changes")
    return within and any(values[0][tier] < values[1][tier] for tier in values[0] if tier not in changes)


def _out_of_turn(standing: Standing, first: Offer, offer: Offer) -> bool:
    """It says whose turn is not kept; where it is not the first, it spares somebody or leaves out less."""
    spares = _costs(standing.problem, offer) < _costs(standing.problem, first)
    return bool(offer.out_of_turn) and (spares or offer is first)


def _left_out(standing: Standing, first: Offer, offer: Offer) -> bool:
    """Nothing that was struck is held, everything else is as it was, and the first offer changes more than that."""
    problem, before = standing
    there = {one.activity: one for one in before.sessions if one.activity in problem.activity}
    as_it_was = all(one == there.get(one.activity) or one in problem.fixed for one in offer.programme.sessions)
    struck = any(one in offer.programme.session for one in problem.struck)
    less = _costs(problem, offer)[2:] < _costs(problem, first)[2:]
    return as_it_was and not struck and less


def mop_ups(problem: Problem, programme: Programme) -> list[Session]:
    """The holds of the reserve in a programme."""
    known = problem.activity
    return [one for one in programme.sessions if one.activity in known and known[one.activity].priority == "mop-up"]


def _rebuilt(standing: Standing, first: Offer, offer: Offer) -> bool:
    held, was = (len(mop_ups(standing.problem, one.programme)) for one in (offer, first))
    return held > was


DOES: Mapping[Kind, Callable[[Standing, Offer, Offer], bool]] = {
    "smallest ripple": lambda _, first, offer: offer is first,
    "out of turn": _out_of_turn,
    "left out": _left_out,
    "same cases": _same_cases,
    "into the reserve": _into_reserve,
    "next case of the draw": _another_case,
    "another reviewer": _another_reviewer,
    "cover worker or record only": _cover_or_record,
    "tidier": _tidier,
    "reserve rebuilt": _rebuilt,
    "full re-plan": lambda _, __, ___: True,
}
