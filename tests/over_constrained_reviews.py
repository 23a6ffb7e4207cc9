"""Forty-four reviews that ask for more than there is, eleven of each shipped format."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from over_constrained import Change, away, both, days, late, lost, pool_away, pool_halved

WEEK_THREE, WEEK_FOUR = days(date(2021, 5, 4), date(2021, 5, 6)), days(date(2021, 5, 11), date(2021, 5, 13))
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = days(date(2018, 2, 26), date(2018, 3, 1))
AUTUMN = days(date(2017, 10, 1), date(2017, 12, 31))

SELF_DIRECTED: Mapping[str, Change] = {
    "second reviewer off for week three": away(["second-reviewer"], WEEK_THREE),
    "lead reviewer off for week four": away(["lead-reviewer"], WEEK_FOUR),
    "lead reviewer off for two days": away(["lead-reviewer"], [date(2021, 5, 5), date(2021, 5, 6)]),
    "second reviewer off for week four": away(["second-reviewer"], WEEK_FOUR),
    "half the reviewers": pool_halved("reviewers"),
    "reviewing officers on leave, and no laptop": both(pool_away("iros", WEEK_FOUR), lost("laptop", WEEK_FOUR)),
    "half the social workers, and no laptop": both(
        pool_halved("social-workers"), lost("laptop", WEEK_THREE + WEEK_FOUR)
    ),
    "laptop lost for two weeks": lost("laptop", WEEK_THREE + WEEK_FOUR),
    "judgement late by two days": late("children-in-care", 2),
    "judgement late by a week": late("children-in-care", 7),
    "heads of service and lead away": both(
        pool_away("heads-of-service", [date(2021, 4, 21)]), away(["lead-reviewer"], [date(2021, 4, 28)])
    ),
}

PEER_CHALLENGE: Mapping[str, Change] = {
    "specialist off": away(["specialist-peer-health"], [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]),
    "officer off for two days": away(["officer-peer-early-help"], [MONDAY, TUESDAY]),
    "lead peer off for a day": away(["lead-peer"], [TUESDAY]),
    "member peer off": away(["member-peer"], [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]),
    "half the officers": pool_halved("officer-peers"),
    "half the officers and specialists": both(pool_halved("officer-peers"), pool_halved("specialist-peers")),
    "records rooms and a site's room lost": both(
        *(lost(room, [MONDAY, TUESDAY]) for room in ("records-room-1", "records-room-2")),
        lost("north-meeting-room", [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]),
    ),
    "hospital room lost": lost("hospital-seminar-room", [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]),
    "a day lost": pool_away("peers", [MONDAY]),
    "care cannot start before the third day": late("care", 2),
    "members away": pool_away("members", [MONDAY, TUESDAY, WEDNESDAY]),
}

TEAM_DIAGNOSTICS: Mapping[str, Change] = {
    "half the visiting managers": pool_halved("visiting-managers"),
    "half the hosts": pool_halved("host-managers"),
    "two team managers away": away(["team-manager-an", "team-manager-as"], days(date(2017, 8, 1), date(2018, 1, 31))),
    "visiting managers away in September and October": pool_away(
        "visiting-managers", days(date(2017, 9, 1), date(2017, 10, 31))
    ),
    "visiting managers away in November": pool_away("visiting-managers", days(date(2017, 11, 1), date(2017, 11, 30))),
    "hosts away in October and November": pool_away("host-managers", days(date(2017, 10, 1), date(2017, 11, 30))),
    "council leaders away for the meeting": pool_away("council-leaders", [date(2017, 11, 27)]),
    "a team manager away": away(["team-manager-an"], days(date(2017, 8, 1), date(2017, 9, 30))),
    "the north room lost": both(lost("north-room-1", AUTUMN), lost("north-room-2", AUTUMN)),
    "safeguarding late by two months": late("safeguarding", 60),
    "workshops' hall lost": lost("conference-room", days(date(2018, 1, 1), date(2018, 3, 30))),
}

ILACS: Mapping[str, Change] = {
    "an inspector off for a week": away(["third-inspector"], days(date(2018, 6, 11), date(2018, 6, 15))),
    "lead inspector off for a week": away(["lead-inspector"], days(date(2018, 6, 11), date(2018, 6, 15))),
    "half the inspectors": pool_halved("hmi"),
    "education inspectors off": away(
        ["education-one", "education-two"], [date(2018, 6, 18), date(2018, 6, 19), date(2018, 6, 20), date(2018, 6, 21)]
    ),
    "regulatory inspector off": away(["regulatory"], days(date(2018, 6, 11), date(2018, 6, 22))),
    "all off for a day": pool_away("inspectors", [date(2018, 6, 14)]),
    "reviewing officers on leave": pool_away("iros", days(date(2018, 6, 18), date(2018, 6, 22))),
    "safeguarding workers on leave": pool_away("safeguarding-workers", days(date(2018, 6, 11), date(2018, 6, 22))),
    "meeting rooms lost": both(
        lost("meeting-room-1", [date(2018, 6, 12)]), lost("committee-room", days(date(2018, 6, 11), date(2018, 6, 22)))
    ),
    "safeguarding late by three days": late("safeguarding", 3),
    "looked after late by three days": late("looked-after", 3),
}

VARIANTS: Mapping[str, Mapping[str, Change]] = {
    "self-directed-review": SELF_DIRECTED,
    "peer-challenge": PEER_CHALLENGE,
    "team-diagnostics": TEAM_DIAGNOSTICS,
    "ilacs": ILACS,
}
