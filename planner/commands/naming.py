"""What a person types, and what it names: a session by its id or its code, a person, an area, a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from constraints.problem import Area, Problem, Session
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.intake.nearest import did_you_mean
from planner.layout import DATABASE
from planner.outgoing.titles import CODE
from planner.store_reader import read_store
from samples.errors import InputRefused


class Names:
    """What names mean in a review folder whose current version has this number and this programme."""

    def __init__(self, folder: Path, ask: Ask, version: int, programme: Programme) -> None:
        self._folder = folder
        self._ask = ask
        self._version = version
        self._programme = programme

    def activity(self, name: str, problem: Problem) -> str:
        """The id of an activity named by its id or by the code that documents show.

        Raises:
            InputRefused: there is none, or it was dropped.
        """
        if name in problem.activity:
            return name
        if CODE.fullmatch(name.upper()):
            found = self._of_codes().get(name.upper(), "")
            if found in problem.activity:
                return found
        if name in self._programme.session:
            raise InputRefused(f"session {name}", "it was dropped", "planner disruptions lists what was said.")
        raise InputRefused("session", f"there is none called '{name}'", did_you_mean(name, problem.activity))

    def session(self, name: str, problem: Problem) -> Session:
        """The session, in the current version, of an activity that is named.

        Raises:
            InputRefused: there is no such activity, or it has no session.
        """
        activity = self.activity(name, problem)
        if activity in self._programme.session:
            return self._programme.session[activity]
        why = next((one.why for one in self._programme.left_out if one.activity == activity), "it is not in it")
        found = f"version {self._version} holds no session of it: {why}"
        raise InputRefused(f"session {activity}", found)

    def case(self, name: str, problem: Problem) -> str:
        """The label of a case named by its label or its reference.

        Raises:
            InputRefused: there is none.
        """
        labels = {
            (one.stratum, candidate.rank): candidate.case
            for activity in problem.activities
            if (one := activity.demand)
            for candidate in (*one.candidates, *one.withdrawn)
        }
        known = set(labels.values())
        if name.upper() in known:
            return name.upper()
        with read_store(self._folder / DATABASE) as store:
            places = store.drawn().get(name.lower(), ())
        for place in places:
            if place in labels:
                return labels[place]
        raise InputRefused("case", f"no session may see one called '{name}'", did_you_mean(name, known))

    def _of_codes(self) -> Mapping[str, str]:
        """The activity of each code, of all versions so far."""
        from planner.commands.vaults import open_folder_vault
        from planner.intake.review_file import read_review
        from planner.outgoing.codes import codes

        opened = open_folder_vault(self._folder, read_review(self._folder).about, self._ask, writing=False)
        with read_store(self._folder / DATABASE) as store:
            versions = store.whole_versions(self._version)
        ids = (activity.id for one in versions for activity in one.problem.activities)
        return {code: activity for activity, code in codes(opened.vault.key_bytes, ids).items()}


def person_named(where: str, name: str, problem: Problem, beside: Iterable[str] = ()) -> str:
    """The id of a person named by id or by name, or one of the other ids that may stand there.

    Raises:
        InputRefused: there is none, or there are several.
    """
    others = list(beside)
    if name in problem.person or name in others:
        return name
    found = [person.id for person in problem.people if person.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputRefused(where, f"{len(found)} people are called '{name}'", f"Say which: {', '.join(found)}.")
    known = [*problem.person, *(person.name for person in problem.people), *others]
    raise InputRefused(where, f"the review has nobody called '{name}'", did_you_mean(name, known))


def area_named(name: str, problem: Problem) -> Area:
    """The area of that id or title.

    Raises:
        InputRefused: there is none.
    """
    found = [area for area in problem.areas if name.casefold() in (area.id.casefold(), area.title.casefold())]
    if found:
        return found[0]
    known = [area.id for area in problem.areas]
    raise InputRefused("area", f"the review has none called '{name}'", did_you_mean(name, known))
