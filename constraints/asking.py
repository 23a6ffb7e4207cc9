"""Whether anybody is asked to a session that is still to be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables


def post_asks(x: Variables, decision: Decision) -> cp_model.IntVar:
    """A literal that is true where a session has counterparts, and only there; somebody could be asked to it."""
    return x.shared(("asks", decision.activity.id), lambda: _post_asks(x, decision))


def _post_asks(x: Variables, decision: Decision) -> cp_model.IntVar:
    if any(joins is decision.present for joins in decision.joins.values()):
        return decision.present
    return x.either(list(decision.joins.values()), f"{decision.activity.id} asks somebody")
