from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constraints.problem import (
    EVERYBODY,
    WORKING,
    Activity,
    CaseSeen,
    LedgerLine,
    Mode,
    Need,
    Person,
    Problem,
    Session,
    Window,
)
from constraints.programme import LeftOut, Programme, TierValue
from planner.canonical import canonical, digest, dump, in_zone, load

LONDON = ZoneInfo("Europe/London")

# The clocks go back on 31 October 2021 at 01:00 UTC and forward on 28 March 2021 at 01:00 UTC.
AROUND_A_CLOCK_CHANGE = st.sampled_from([datetime(2021, 10, 31, tzinfo=UTC), datetime(2021, 3, 28, tzinfo=UTC)])


@st.composite
def stretches(draw: st.DrawFn, shortest: int) -> tuple[datetime, datetime]:
    start = draw(AROUND_A_CLOCK_CHANGE) + timedelta(minutes=draw(st.integers(-180, 180)))
    end = start + timedelta(minutes=draw(st.integers(shortest, 300)))
    return start.astimezone(LONDON), end.astimezone(LONDON)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    # A window is judged by the wall clock: one shorter than the repeated hour may seem to run backwards.
    start, end = draw(stretches(shortest=61))
    return Window(start=start, end=end)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    start, end = draw(stretches(shortest=1))
    seen = CaseSeen(case=draw(st.text()), rank=draw(st.integers(1, 9)), mode=draw(st.sampled_from(Mode)))
    return Session(
        activity=draw(st.text()),
        start=start,
        end=end,
        reviewers=draw(st.sampled_from([(), ("R1",), ("R1", "R2")])),
        counterparts=draw(st.sampled_from([None, (), ("W1",)])),
        cases=draw(st.sampled_from([None, (), (seen,)])),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    person = Person(id="R1", name=draw(st.text()), windows=draw(st.sampled_from([None, ()])) or (draw(windows()),))
    counts = (1, 2, EVERYBODY, WORKING)
    need = Need(pool="reviewers", count=counts[draw(st.integers(0, 3))])
    return Problem(
        title=draw(st.text()),
        start=date(2021, 3, 1),
        end=date(2021, 11, 1),
        people=(person, Person(id="R2", name="Reviewer 2")),
        activities=(Activity(id="A1", title="A1", kind="interview", shortest=60, longest=60, needs=(need,)),),
        contracted=draw(st.dictionaries(st.text(), st.floats(0, 100))),
        outside=(LedgerLine(person="R1", date=date(2021, 4, 15), days=0.5, what="Set up"),),
        fixed=tuple(draw(st.lists(sessions(), max_size=2))),
    )


def texts_of_times(session: Session) -> tuple[str, str]:
    return (session.start.isoformat(), session.end.isoformat())


@given(problems())
def test_load_gives_back_the_problem_that_was_dumped(problem: Problem) -> None:
    again = load(Problem, dump(problem, problem.tz), problem.tz)
    assert again == problem
    assert [texts_of_times(s) for s in again.fixed] == [texts_of_times(s) for s in problem.fixed]
    assert dump(again, again.tz) == dump(problem, problem.tz)


@given(st.lists(sessions(), max_size=3))
def test_load_gives_back_the_programme_that_was_dumped(held: list[Session]) -> None:
    tier = TierValue(tier="comfort", value=12, bound=10, proven=False)
    programme = Programme(sessions=tuple(held), left_out=(LeftOut(activity="A9", why="no time"),), tiers=(tier,))
    again = load(Programme, dump(programme, LONDON), LONDON)
    assert again == programme
    assert [s.start.tzinfo for s in again.sessions] == [LONDON] * len(held)


def test_dump_tells_the_two_sides_of_a_repeated_hour_apart() -> None:
    texts = []
    for fold in (0, 1):
        start = datetime(2021, 10, 31, 1, 30, tzinfo=LONDON, fold=fold)
        end = datetime(2021, 10, 31, 3, tzinfo=LONDON)
        session = Session(activity="A1", start=start, end=end)
        texts.append(dump(session, LONDON))
        assert load(Session, texts[-1], LONDON).start.fold == fold
    assert '"start":"2021-10-31T01:30:00+01:00"' in texts[0]
    assert '"start":"2021-10-31T01:30:00Z"' in texts[1]


def test_dump_is_the_same_whatever_zone_the_times_were_told_in() -> None:
    start = datetime(2021, 4, 22, 9, tzinfo=LONDON)
    session = Session(activity="A1", start=start, end=start + timedelta(hours=1))
    elsewhere = in_zone(session, UTC)
    assert elsewhere.start.hour == 8
    assert dump(elsewhere, LONDON) == dump(session, LONDON)


def test_canonical_has_sorted_keys_and_no_spaces() -> None:
    assert canonical({"b": [1, 2.5, None], "a": {"é": True}}) == '{"a":{"é":true},"b":[1,2.5,null]}'


def test_canonical_refuses_a_number_that_is_not_finite() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("inf"))


def test_digest_is_sha_256_of_utf_8() -> None:
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
