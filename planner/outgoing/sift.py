"""Look through one text for what must not go out, leaving aside what is the programme's own.

First what may be said is covered: names, roles, teams, places and codes of the problem where they stand whole, its
dates, times of day, and fixed words that stand alone. What is left is compared with the leak index word by word, and
joined as an identifier may be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from planner.outgoing.leaks import LeakIndex, Words, by_first_word
from planner.outgoing.rules import Rule
from planner.outgoing.spoken import Word, dates, parts_of_dates, plain, times, words
from planner.outgoing.texts import FIXED, KEYWORDS, MARKUP, REQUESTS, REVIEWERS

_REFERENCE = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])")
_E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_APART = re.compile(r"[,;:()\[\]|\n\t/\u00b7\u2013\u2014\u2022.!?\"]|\s-\s")
_LONGEST_IDENTIFIER = 5
_JOINTS = ("", "-", "/", ".", "_")
"""How the parts of an identifier may be joined on a list; blanks do not count there."""
_SMALL = re.compile(r"\d{1,4}")

Span = tuple[int, int]


class Sieve:
    """An index made ready to look through many texts.

    Args:
        index: what must not go out, and what may.
        reviewers_only: whether themes, labels and session ids may be said too.
    """

    def __init__(self, index: LeakIndex, *, reviewers_only: bool = False) -> None:
        self._index = index
        self._reviewers_only = reviewers_only
        own = index.phrases | index.told if reviewers_only else index.phrases
        self._own = by_first_word(phrase for phrase in own if len(phrase) > 1 or phrase not in index.names)
        self._whole = own | index.names
        self._themes = by_first_word(index.themes)
        self._answers: dict[tuple[str, bool], Rule | None] = {}
        self._fixed = _fixed()

    def rule_broken(self, said: str, *, markup: bool = False) -> Rule | None:
        """The rule that a text breaks; None: it may go out.

        Args:
            said: the text, decoded.
            markup: whether its words are those of a format, which are not compared word by word.
        """
        asked = (said, markup)
        if asked not in self._answers:
            self._answers[asked] = self._broken(plain(said), markup=markup)
        return self._answers[asked]

    def _broken(self, text: str, *, markup: bool) -> Rule | None:
        if not text.strip():
            return None
        spoken = words(text)
        own = list(self._found(spoken, self._own))
        if self._reviewers_only:
            own += [found.span() for found in self._index.label.finditer(text)]
        if broken := self._outside_words(text, spoken, own):
            return broken
        if markup:
            return None
        covered = _joined([*own, *self._dated(text), *times(text)])
        left = [word for word in self._not_fixed(text, spoken) if not _within((word.start, word.end), covered)]
        left = list(self._not_fixed(text, left))
        return Rule.CHILD if any(map(self._index.knows, _tokens(text, left))) else None

    def _outside_words(self, text: str, spoken: list[Word], own: list[Span]) -> Rule | None:
        for day in dates(text):
            if day.whole and not self._index.own(day.whole) and self._index.knows(day.whole.isoformat()):
                return Rule.BORN
        if any(found[0].casefold() not in self._index.addresses | self._index.uids for found in _E_MAIL.finditer(text)):
            return Rule.RECIPIENT
        if self._reviewers_only:
            return None
        if _REFERENCE.search(text) or any(not _within(found.span(), own) for found in self._index.label.finditer(text)):
            return Rule.CASE
        if any(not _within(span, own) for span in self._found(spoken, self._themes)):
            return Rule.THEME
        return None

    def _found(self, spoken: list[Word], phrases: Mapping[str, tuple[Words, ...]]) -> Iterator[Span]:
        """Where phrases stand, the longest at each word."""
        folded = [word.said.casefold() for word in spoken]
        for at, word in enumerate(folded):
            for phrase in phrases.get(word, ()):
                if tuple(folded[at : at + len(phrase)]) == phrase:
                    yield spoken[at].start, spoken[at + len(phrase) - 1].end
                    break

    def _dated(self, text: str) -> Iterator[Span]:
        for day in dates(text):
            if day.whole and self._index.own(day.whole):
                yield day.start, day.end
        months = range(
            self._index.first.year * 12 + self._index.first.month,
            self._index.last.year * 12 + self._index.last.month + 1,
        )
        for part in parts_of_dates(text):
            years = [part.year] if part.year else {self._index.first.year, self._index.last.year}
            if any(year * 12 + part.month in months for year in years):
                yield part.start, part.end

    def _not_fixed(self, text: str, left: list[Word]) -> Iterator[Word]:
        for run in _runs(text, left):
            folded = tuple(word.said.casefold() for word in run)
            if _as_fixed(run) not in self._fixed and folded not in self._whole:
                yield from run


@cache
def _fixed() -> frozenset[tuple[str, ...]]:
    """The fixed words of everything outgoing, as runs of words."""
    return frozenset(
        _as_fixed(words(plain(text.replace("#", "0")))) for text in (*FIXED, *KEYWORDS, *MARKUP, *REQUESTS, *REVIEWERS)
    )


def _runs(text: str, left: list[Word]) -> Iterator[list[Word]]:
    """Words that follow each other with nothing covered and no mark between them."""
    run: list[Word] = []
    for word in left:
        if run and (_APART.search(between := text[run[-1].end : word.start]) or words(between)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _as_fixed(run: list[Word]) -> tuple[str, ...]:
    return tuple("#" if _SMALL.fullmatch(word.said) else word.said for word in run)


def _tokens(text: str, left: list[Word]) -> Iterator[str]:
    """Each word; and words beside each other as one, where that may be an identifier or a name of two short words."""
    for word in left:
        yield word.said
    for at in range(len(left)):
        for upto in range(at + 2, min(at + _LONGEST_IDENTIFIER, len(left)) + 1):
            window = left[at:upto]
            if any(later.start - earlier.end > 2 for earlier, later in pairwise(window)):
                break
            if any(one.isdigit() for word in window for one in word.said) or all(w.said[0].isupper() for w in window):
                yield from (mark.join(word.said for word in window) for mark in _JOINTS)
                yield text[window[0].start : window[-1].end]


def _joined(spans: list[Span]) -> list[Span]:
    """The same stretches, those that touch as one: a date and its time have a word in common."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _within(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
