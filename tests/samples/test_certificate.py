"""The draw certificate."""

from __future__ import annotations

from datetime import date

from samples.certificate import ALGORITHM, Certificate, Ranked, certificate
from samples.draw import Draw, Drawn, draw, ticket
from samples.frame import Lists
from samples.strata import Stratum


def test_certificate_holds_what_repeats_the_draw_and_no_worker() -> None:
    drawn = tuple(
        Drawn(reference=each, rank=rank, ticket=f"0.{rank}", by="2021-03-01", holders=("Worker A",), team="Team A")
        for rank, each in enumerate("abc", start=1)
    )
    made = Draw(
        stratum="S04",
        title="Most recent",
        rule=("cases on list care",),
        pick="most recent",
        list="care",
        as_at=date(2021, 4, 14),
        population=9,
        frame_hash="f" * 64,
        drawn=drawn,
    )
    found = certificate(made, "20210414202104142021", 1)
    assert found == Certificate(
        stratum="S04",
        title="Most recent",
        rule=("cases on list care",),
        purposive=True,
        list="care",
        as_at=date(2021, 4, 14),
        population=9,
        frame_hash="f" * 64,
        seed="20210414202104142021",
        algorithm=ALGORITHM,
        version=1,
        base=(Ranked(rank=1, reference="a", ticket="0.1", by="2021-03-01"),),
        reserves=(
            Ranked(rank=2, reference="b", ticket="0.2", by="2021-03-01"),
            Ranked(rank=3, reference="c", ticket="0.3", by="2021-03-01"),
        ),
    )
    assert "Worker" not in found.model_dump_json()


def test_certificate_of_a_real_draw_can_be_repeated_from_what_it_says(synthetic: Lists) -> None:
    seed = "20210414202104142021"
    stratum = Stratum(id="S12", title="Child in need", list="cin")
    found = certificate(draw(stratum, synthetic, seed, 6), seed, 2)
    assert (len(found.base), len(found.reserves), found.purposive) == (2, 4, False)
    references = [each.reference for each in found.base + found.reserves]
    assert sorted(references, key=lambda each: ticket(found.seed, found.stratum, each)) == references
    assert [each.ticket for each in found.base] == [ticket(seed, "S12", each)[:22] for each in references[:2]]
