"""What is remembered of a subject's days so far, so that limits beyond one day can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from constraints.counting.jobs import Diary, PaceLeft, Way
from constraints.interview_limits import Side, by_week


class Done(NamedTuple):
    """What a subject does on a day: sessions, interviews on each side, and sessions that each pace counts."""

    sessions: int
    holds: int
    joins: int
    paced: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, ways: Iterable[tuple[Way, int]]) -> Done:
        """What taking part in such ways, so many times each, comes to."""
        sessions = holds = joins = 0
        paced: dict[int, int] = {}
        for way, times in ways:
            sessions += times
            holds += times * (way.side == "holds")
            joins += times * (way.side == "joins")
            for pace in way.paces:
                paced[pace] = paced.get(pace, 0) + times
        return cls(sessions, holds, joins, tuple(sorted(paced.items())))

    def interviews(self, side: Side) -> int:
        """The interviews on one side."""
        return self.holds if side == "holds" else self.joins


class Memory(NamedTuple):
    """What later days have to know: interviews of the week, days of work, the first of them, what paces count."""

    monday: date | None = None
    holds: int = 0
    joins: int = 0
    days: int = 0
    first: date | None = None
    recent: tuple[tuple[date, ...], ...] = ()


NOTHING_YET = Memory()


def remembered(diary: Diary, before: Memory, day: date, done: Done) -> Memory | None:
    """What is to be remembered after one more day; None where a limit does not allow it. Days come in order."""
    if not done.sessions:
        return before
    if any(done.interviews(side) > diary.left_of_day(side, day) for side in diary.daily):
        return None
    if not diary.over_days:
        return before
    after = _of_week(diary, before, day, done)
    after = after and _of_days(diary, after, day)
    return after and _of_paces(diary, after, day, done)


def _of_week(diary: Diary, before: Memory, day: date, done: Done) -> Memory | None:
    if not diary.weekly:
        return before
    monday = by_week(day)
    held, joined = (before.holds, before.joins) if before.monday == monday else (0, 0)
    after = before._replace(monday=monday, holds=held + done.holds, joins=joined + done.joins)
    fits = all(
        (after.holds if side == "holds" else after.joins) <= diary.left_of_week(side, monday) for side in diary.weekly
    )
    return after if fits else None


def _of_days(diary: Diary, before: Memory, day: date) -> Memory | None:
    if diary.most_days is None or day in diary.worked:
        return before
    first = before.first or day
    if before.days == diary.most_days or (diary.in_turn and not _in_turn(diary, first, day)):
        return None
    return before._replace(days=before.days + 1, first=first if diary.in_turn else None)


def _in_turn(diary: Diary, first: date, day: date) -> bool:
    """Whether two days lie so close that the days from the one to the other are not too many."""
    return diary.in_turn.index(day) - diary.in_turn.index(first) < (diary.most_days or 0)


def _of_paces(diary: Diary, before: Memory, day: date, done: Done) -> Memory | None:
    paced = dict(done.paced)
    recent = list(before.recent or ((),) * len(diary.paces))
    for n, pace in enumerate(diary.paces):
        if n in paced:
            recent[n] = (*(d for d in recent[n] if (day - d).days < pace.days), *[day] * paced[n])
            if not _in_pace(pace, day, recent[n]):
                return None
    return before._replace(recent=tuple(recent))


def _in_pace(pace: PaceLeft, day: date, recent: tuple[date, ...]) -> bool:
    """Whether no so many days on end with this day among them hold too many."""
    near = [one for one in (*recent, *pace.fixed) if abs((one - day).days) < pace.days]
    # a stretch that holds too many can begin with the first of them
    firsts = (first for first in set(near) if first <= day)
    return all(sum(0 <= (one - first).days < pace.days for one in near) <= pace.most for first in firsts)
