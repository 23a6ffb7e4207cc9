"""Names as a list has them, matched to the staff: exactly, but for spaces and letter case.

Nothing nearer than that is taken for a match, for a wrong one would invite the wrong person.
"""

from __future__ import annotations

from collections.abc import Iterable

from planner.intake.nearest import did_you_mean
from planner.intake.review import StaffMember
from samples.errors import InputRefused


def plain(name: str) -> str:
    """A name without regard to spaces and letter case."""
    return " ".join(name.split()).casefold()


class StaffNames:
    """The staff by name."""

    def __init__(self, staff: Iterable[StaffMember]) -> None:
        self._by_name: dict[str, list[StaffMember]] = {}
        for member in staff:
            self._by_name.setdefault(plain(member.name), []).append(member)

    def find(self, name: str, team: str, where: str) -> StaffMember:
        """The member of staff of that name; of several, the one in the team.

        Args:
            name: the name as the list has it.
            team: the team that the list states beside it; empty, where it states none: nobody is told apart then.
            where: the list and the column, for the refusal.

        Raises:
            InputRefused: nobody is of that name, or several are and the team does not tell them apart.
        """
        found = self._by_name.get(plain(name), [])
        if not found:
            like = did_you_mean(name, (of[0].name for of in self._by_name.values()))
            hint = f"{like} Otherwise add the person to the staff." if like else "Add the person to the staff."
            raise InputRefused(where, f"'{name}' is not a name on the staff list", hint)
        if len(found) > 1:
            found = [member for member in found if plain(team) and plain(member.team) == plain(team)]
        if len(found) != 1:
            raise InputRefused(
                where,
                f"'{name}' is the name of several members of staff",
                "Give each a name of their own, on the list and on the staff list.",
            )
        return found[0]
