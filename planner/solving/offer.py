"""What is offered: complete programmes, each with what it does and to whom."""

from __future__ import annotations

from constraints.catalogue import DISTURBED, MUSTS_PLACED, RESERVE, SHOULDS_PLACED, Tier
from constraints.noun import Noun
from constraints.programme import Programme, TierValue
from planner.solving.bench import Answer, Bench
from planner.solving.ways import PLACED, Kind, Way


class Offer(Noun):
    """One answer to what happened.

    Attributes:
        kind: what it does.
        more: people more than the fewest that it may disturb, where that is what it is about.
        programme: complete, judged afresh by every rule; its tiers in the order of a repair.
        disturbed: whose diary changes, other than the people of struck sessions.
        thawed: the activities whose session was about to begin and is not as it was.
        out_of_turn: the activities that no longer come before everything else of their area.
    """

    kind: Kind
    more: int = 0
    programme: Programme
    disturbed: tuple[str, ...]
    thawed: tuple[str, ...]
    out_of_turn: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[int, int]:
        """Sessions about to begin that change, and people disturbed: fewer is better."""
        return len(self.thawed), len(self.disturbed)

    @property
    def proven(self) -> bool:
        """Whether nothing that leaves out as little, near sessions kept, disturbs fewer people."""
        return all(self._of(tier).proven for tier in (*PLACED, DISTURBED))

    @property
    def unplaced(self) -> tuple[int, int]:
        """Musts and shoulds left out: fewer is better."""
        return self._value(MUSTS_PLACED), self._value(SHOULDS_PLACED)

    @property
    def lacks(self) -> tuple[int, ...]:
        """Musts and shoulds left out, and then holds of the reserve that are not there: fewer is better."""
        return *self.unplaced, self._value(RESERVE)

    @property
    def costs(self) -> tuple[int, ...]:
        """Musts and shoulds left out, and then what is changed: fewer is better."""
        return *self.unplaced, *self.changed

    @property
    def fewest(self) -> TierValue:
        """The people disturbed, as they are counted among the tiers, and what is proven of it."""
        return self._of(DISTURBED)

    def _value(self, tier: Tier) -> int:
        return self._of(tier).value

    def _of(self, tier: Tier) -> TierValue:
        return next(one for one in self.programme.tiers if one.tier == tier.name)


class Repairs(Noun):
    """What can be done.

    Attributes:
        offers: complete programmes that differ; first what keeps every turn that can be kept and disturbs fewest.
        least: no answer that keeps these turns and leaves out as little disturbs fewer people.
        proven: whether the first offer disturbs no more than that.
    """

    offers: tuple[Offer, ...]
    least: int
    proven: bool


def offered(bench: Bench, way: Way, answer: Answer) -> Offer:
    """An answer as an offer.

    Raises:
        Disagreement: the rules judge it otherwise than the search did; a bug, never the user's fault.
    """
    return of_programme(bench, way, bench.programme(answer))


def of_programme(bench: Bench, way: Way, programme: Programme) -> Offer:
    """A judged programme as an offer."""
    disturbed, thawed = bench.disturbed(programme), bench.thawed(programme)
    return Offer(kind=way.kind, more=way.more, programme=programme, disturbed=disturbed, thawed=thawed)


def rank(offer: Offer) -> tuple[int, ...]:
    """What leaves out least and disturbs fewest first; then as a repair is judged."""
    return (*offer.costs, *(tier.value for tier in offer.programme.tiers))
