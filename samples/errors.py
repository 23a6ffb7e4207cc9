"""The one error family: every refusal says where, what was found, and what to try.

    Refusal                  anything a user can put right; the door prints it and exits non-zero
    +-- InputRefused         a file, a list, a cell or an option says something that cannot be used
    +-- StoreRefused         review.db or the key cannot be opened, read or trusted
    Disagreement             a rule's two halves differ: a bug of ours, never the user's

Impossible is not an error: a programme that cannot hold everything is an answer (design: tiers).
"""

from __future__ import annotations


class Refusal(Exception):
    """One plain sentence for a user: where it is, what was found, what to try.

    Args:
        where: the place a user would look, such as ``review.toml, activity S04, length``.
        found: what stands there, in plain words, naming the value.
        hint: what to try; may be empty.
    """

    def __init__(self, where: str, found: str, hint: str = "") -> None:
        self.where = where
        self.found = found
        self.hint = hint
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """Where, what was found and what to try, as one line."""
        told = f"{self.where}: {self.found}" if self.where else self.found
        return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in (told, self.hint) if part)


class InputRefused(Refusal):
    """A file, a list, a cell or an option says something that cannot be used."""


class StoreRefused(Refusal):
    """The review's database or its key cannot be opened, read or trusted."""


class Disagreement(Exception):
    """The solver and the check judge one programme differently: a bug, never the user's fault."""
