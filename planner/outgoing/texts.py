"""The fixed words of everything outgoing: what documents, calendars and meeting requests print whoever is asked for.

The guard lets these pass where they stand alone, whatever a child is called: a page that says Page is not about a child
named Page. A writer that prints another word adds it here; a test holds every word of the host's and public files
against this list and the problem's own names.
"""

from __future__ import annotations

PLACES = ("online", "Microsoft Teams", "Microsoft Teams meeting")
"""Places that are nobody's: where a session is held when it is held nowhere else."""

FIXED: tuple[str, ...] = (
    "A session of the fieldwork programme begins in 15 minutes",
    "Fieldwork programme",
    "Fieldwork planner",
    *("Programme", "programme", "Public programme", "public programme", "Programme for the council"),
    *("programme for the council", "programme for everyone", "for the council", "for everyone"),
    *("For anybody", "For the council and the reviewers only", "times and roles", "Times and roles"),
    *("Version", "Version #", "version #", "Version # of", "made on", "Made", "at", "of", "to", "and"),
    *("Times", "All times are", "times in", "time", "# min", "ref", "Page", "Page #", "Page # of #", "Page of", "of #"),
    *("All times are times in", "Week beginning", "week beginning", "Week #", "week #", "Sessions"),
    "Sessions, week beginning",
    *("Session", "Date", "Day", "Days", "Weekday", "Start", "End", "Time", "Title", "What", "Who", "Who takes part"),
    *("People", "People of the team", "Reviewers", "Place", "Name", "Role", "Team", "Tentative", "yes"),
    *("Per person", "Per team", "By role", "Changes", "What changed", "no team", "Nobody else", "the council"),
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *(
        "Provisional",
        "held in diaries for now",
        "Days marked Provisional are held for now",
        "Sessions marked Provisional are held for now",
        "to be confirmed or moved",
        "Nothing",
        "Nothing changed",
    ),
    *("What changed since version #", "Changed since the version before", "This is the first version"),
    *("Some sessions have changed since the version before", "Times or people have changed"),
    *("new", "cancelled", "was", "now", "was until", "now until", "was at", "now at"),
    *("was in", "now in", "no longer", "no longer at", "Nothing is held from"),
    *("with other reviewers", "other people are asked for"),
    *("About", "Review", "Head of the log", "This workbook", "To change it", "People", "Places", "Id"),
    *("Change the sheet Programme", "People and Place", "Nothing else is read"),
    *("Leave the codes in the column Session as they are", "rows may be sorted", "filtered and hidden"),
    *("Separate several people by a semicolon", "Who can be named stands on the sheet People"),
    *("places on the sheet Places", "To take a session out", "delete its row"),
    *("and say so when the workbook is taken back", "Then"),
    "planner check --programme with the file's name",
    *("and planner adopt with the same", "This is no date of the review"),
    *("Write the day", "the month and the year", "This is no time of the day", "Write it with a colon"),
    *("Agreed", "For", "Signature", "The reviewers", "The council"),
    *("Skip to the programme", "Parts of this page"),
    *("Teams links", "teams-links", "Sessions held online", "No session is held online", "No address"),
    "Each link opens a new meeting in Teams that is filled in already",
    "Nothing is sent before you press Send",
    "Mark it Private and hide the list of attendees where Teams offers it",
    *("Microsoft Excel", "Named Ranges", "Worksheets", "Print Titles", "xlnm", "FilterDatabase"),
    *("Segoe UI", "Helvetica Neue", "Liberation Sans", "Content-Security-Policy", "DOCTYPE html"),
    *("host", "public", "reviewer", "calendars", "teams", "session", "person", "docx", "xlsx", "html", "ics", "json"),
    *("publish", "graph", "create", "change", "cancel"),
)
"""Words and sentences as they stand between marks, dates, times and names; # is a number of up to four digits."""

REVIEWERS: tuple[str, ...] = (
    *("Programme for reviewers", "programme for reviewers", "Programme for the reviewers", "For the reviewers only"),
    *("for reviewers", "for the reviewers", "it holds themes and case references", "with", "With", "Case", "Cases"),
    *("Week one", "Week two", "Week three", "Week four", "Week five", "Week six", "Week", "week", "Week seven"),
    *("Week eight", "Week nine", "Week ten", "Week eleven", "Week twelve", "Held by", "Reviewer", "Evidence"),
    *("Sessions with others are online unless a place is named", "Coverage", "Area", "Scope item", "Everyone"),
    *("Days used", "Kind of day", "Kind", "Contracted", "Used", "By", "Closes", "Left out", "Why", "Left out and why"),
    *("Per reviewer", "With evidence", "no days are contracted", "No days are contracted", "joint", "evidence"),
    *("Nothing is left out", "held in reserve", "Interview", "on record only", "with cover", "with its worker", "none"),
    *("Nothing planned", "Sessions by area and scope item", "Days by kind", "Day ledger", "Evidence sessions", "case"),
    *("Code", "Met", "Notices", "What to know", "To note", "beginning", "provisional", "# of # scope items are served"),
    *("coverage", "days", "left-out", "cases were", "Session", "continued", "week held", "details", "grouped"),
    *("coverage-heading", "days-heading", "left-out-heading", "line", "lines", "marks", "open", "plain", "closes"),
    *("Knowingly accepted", "What was knowingly accepted", "Accepted", "Rule", "accepted", "accepted-heading"),
    *("reserve case", "line evidence", "line reserve", "line evidence reserve", "notices-heading"),
)
"""What only documents of the reviewer view print."""

KEYWORDS: tuple[str, ...] = (
    *("BEGIN", "END", "VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT", "GMT", "BST"),
    *("REQUEST", "PUBLISH", "CANCEL", "GREGORIAN", "CONFIRMED", "TENTATIVE", "CANCELLED", "BUSY", "FREE", "OPAQUE"),
    *("PUBLIC", "PRIVATE", "DISPLAY", "CUTYPE", "INDIVIDUAL", "ROLE", "CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT"),
    *("PARTSTAT", "ACCEPTED", "NEEDS-ACTION", "RSVP", "TRUE", "FALSE", "TZID", "VALUE", "DURATION", "DATE-TIME"),
    *("REFRESH-INTERVAL", "X-WR-CALNAME", "X-PUBLISHED-TTL", "X-MICROSOFT-CDO-BUSYSTATUS", "X-LIC-LOCATION"),
    *("BYDAY", "1SU", "BYMONTH", "FREQ", "YEARLY", "PT15M", "PT1H", "Fieldwork planner", "Calendars"),
)
"""Words of RFC 5545 and its kin that our calendars write."""

TAG = "String {b0c7a3b6-3b57-4d0f-8c39-5d1f8a0e6c42} Name FieldworkSession"
"""The property of ours on a Teams meeting, by which it is found again; its GUID never changes."""

REQUESTS: tuple[str, ...] = (
    *("html", "text", "required", "optional", "resource", "teamsForBusiness", "normal", "private", "busy", "tentative"),
    *("Fieldwork", "POST", "PATCH", "cancel", "id", "etag", "v1", "me", "calendar", "events", "application", TAG),
    *("IdType", "ImmutableId", "outlook", "timezone", "https", "microsoft", "com", "meeting"),
)
"""Words of Microsoft Graph and of addresses of Teams that our meeting requests and links write."""

MARKUP: tuple[str, ...] = (
    *("row", "rowgroup", "rowheader", "col", "colgroup", "columnheader", "cell", "table", "list", "label", "link"),
    *("changed", "changed-heading", "week-#", "week-#-heading", "week", "weekday", "grouped public", "mark", "roles"),
    *("readers", "skip", "title", "what", "when", "who", "session", "00b7", "main", "day", "hours", "place"),
    *("listed", "pause", "areas", "plain listing", "plain listing long"),
    *("color-scheme", "light dark", "viewport", "width=device-width", "initial-scale=#", "utf-8", "en-GB"),
    *("referrer", "no-referrer", "robots", "noindex", "noreferrer", "noopener", "noopener noreferrer", "_blank"),
    *("default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'"),
)
"""Words of our pages that name their parts to a browser."""
