"""People and resources as the problem has them: the hours they keep, and what their absences leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from constraints.problem import Person, Resource
from planner.intake.diaries import free_windows
from planner.intake.review import Away, PoolEntry, Review, StaffMember


def people_of(review: Review, zone: ZoneInfo) -> tuple[Person, ...]:
    """Everyone on the staff list, in its order."""
    absences = _by_who(review.away)
    pools = {pool.id: pool for pool in review.pools}
    return tuple(
        Person(
            id=member.id,
            name=member.name,
            role=member.role,
            email=member.email,
            pools=member.pools,
            team=member.team,
            expertise=member.expertise,
            hours=_hours_kept(member, pools),
            windows=free_windows(absences.get(member.id, ()), review.about, zone),
            daily_limit=member.daily_limit,
            most_days=member.most_days,
            consecutive_days=member.consecutive_days,
            conflicts=member.conflicts,
        )
        for member in review.staff
    )


def resources_of(review: Review, zone: ZoneInfo) -> tuple[Resource, ...]:
    """Every resource, in the order in which they are written."""
    absences = _by_who(review.away)
    return tuple(
        Resource(
            id=resource.id,
            name=resource.name,
            windows=free_windows(absences.get(resource.id, ()), review.about, zone),
            seats=resource.seats,
        )
        for resource in review.resources
    )


def _by_who(absences: Iterable[Away]) -> Mapping[str, list[Away]]:
    found: dict[str, list[Away]] = {}
    for away in absences:
        found.setdefault(away.who, []).append(away)
    return found


def _hours_kept(member: StaffMember, pools: Mapping[str, PoolEntry]) -> str:
    """A person's own hours, else those of the first of their pools that has some."""
    if member.hours:
        return member.hours
    return next((pools[pool].hours for pool in member.pools if pool in pools and pools[pool].hours), "")
