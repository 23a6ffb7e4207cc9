"""What is booked with one subject while jobs are placed, and what its limits leave."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from datetime import date

from constraints.counting.jobs import Diary, PaceLeft, Way
from constraints.interview_limits import Side, by_week


class Book:
    """The bookings of one subject, whose diary limits them."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._busy: list[tuple[int, int]] = []
        self._of_day: Counter[tuple[Side, date]] = Counter()
        self._of_week: Counter[tuple[Side, date]] = Counter()
        self._worked: set[date] = set()
        self._paced: list[list[date]] = [list(pace.fixed) for pace in diary.paces]

    def next(self, length: int, way: Way, since: int) -> int | None:
        """The earliest start from a tick on of something so long."""
        for day, ranges in way.days:
            if ranges[-1][1] >= since and self._allows(day, way):
                for first, last in ranges:
                    start = self._beside(max(first, since), length + way.space)
                    if start <= last:
                        return start
        return None

    def _beside(self, start: int, length: int) -> int:
        for begins, ends in self._busy:
            if begins < start + length and start < ends:
                start = ends
        return start

    def _allows(self, day: date, way: Way) -> bool:
        """Whether the limits leave one more on a day."""
        diary, side = self._diary, way.side
        if side is not None and self._of_day[side, day] >= diary.left_of_day(side, day):
            return False
        if side is not None and self._of_week[side, by_week(day)] >= diary.left_of_week(side, by_week(day)):
            return False
        return self._allows_day(day) and all(_keeps(diary.paces[n], self._paced[n], day) for n in way.paces)

    def _allows_day(self, day: date) -> bool:
        diary = self._diary
        if diary.most_days is None or day in diary.worked or day in self._worked:
            return True
        nth = [diary.in_turn.index(one) for one in (*self._worked, day)] if diary.in_turn else [0]
        return len(self._worked) < diary.most_days and max(nth) - min(nth) < diary.most_days

    def add(self, length: int, way: Way, start: int) -> None:
        """Book something."""
        day = next(on for on, ranges in way.days for first, last in ranges if first <= start <= last)
        insort(self._busy, (start, start + length + way.space))
        if way.side is not None:
            self._of_day[way.side, day] += 1
            self._of_week[way.side, by_week(day)] += 1
        if day not in self._diary.worked:
            self._worked.add(day)
        for n in way.paces:
            self._paced[n].append(day)


def _keeps(pace: PaceLeft, days: list[date], day: date) -> bool:
    """Whether one more on a day leaves no so many days on end with too many."""
    near = [one for one in days if abs((one - day).days) < pace.days]
    # a stretch that holds too many can begin with the first of them
    firsts = (first for first in {*near, day} if first <= day)
    return all(sum(0 <= (one - first).days < pace.days for one in near) < pace.most for first in firsts)
