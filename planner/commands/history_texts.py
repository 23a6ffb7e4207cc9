"""Versions, what was undone, and the story of the log as plain sentences; pure functions of a command's result."""

from __future__ import annotations

from collections.abc import Iterator

from planner.commands.history import Reversed
from planner.commands.sentences import counted
from planner.commands.story import Story, Told
from planner.commands.verified import Verified
from planner.commands.version_list import Versions, VersionTold


def reversed_text(done: Reversed) -> str:
    """What was undone, done again or restored, and what that leaves unanswered."""
    return "\n".join(_reversed(done))


def _reversed(done: Reversed) -> Iterator[str]:
    yield from (f"{sentence[:1].upper()}{sentence[1:]}." for sentence in done.sentences)
    if done.pending:
        yield f"Version {done.version} does not answer {counted(done.pending, 'thing')} yet. Next: planner repair"


def versions_text(versions: Versions) -> str:
    """All versions, a line each."""
    return "\n".join((versions.review, *(_version(one) for one in versions.versions)))


def _version(one: VersionTold) -> str:
    marks = [word for word, so in (("published", one.published), ("current", one.current)) if so]
    marked = f" ({', '.join(marks)})" if marks else ""
    held = counted(one.sessions, "session")
    return f"  {one.number}  {one.at:%d %B %Y %H:%M %Z}, {one.who}: {one.what}; {held}{marked}"


def story_text(story: Story) -> str:
    """The story, a line of the log each."""
    head = f"{story.review}: session {story.session}" if story.session else story.review
    return "\n".join((head, *(_told(one) for one in story.told)))


def _told(one: Told) -> str:
    why = f" ({one.why})" if one.why else ""
    return f"  {one.at:%d %B %Y %H:%M}, {one.who}: {one.sentence}{why}"


def verified_text(verified: Verified) -> str:
    """That the log is whole."""
    lines = counted(verified.lines, "line")
    noted = f"; the hash noted before stands for the first {verified.noted} of them" if verified.noted else ""
    return f"{verified.review}: the log is whole, {lines}{noted}; what stands for all of it is {verified.head}"
