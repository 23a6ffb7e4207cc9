"""Annex A lists 6, 7 and 8: the exact headers of Ofsted's workbook (guidance of August 2019) and its coded cells.

Only what is written follows this layout; reading accepts any order and spelling.
"""

from __future__ import annotations

from string import ascii_lowercase

from samples.code_set import CodeSet

_CHILD = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
_HELD_BY = ("Allocated Team", "Allocated Worker")

LIST_6 = (
    *_CHILD,
    "Does the Child have a Disability",
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case status",
    *_HELD_BY,
)

LIST_7 = (
    *_CHILD,
    "Does the Child have a Disability",
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
    "Number of Previous Child Protection Plans",
    *_HELD_BY,
)

LIST_8 = (
    *_CHILD,
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    "Does the Child have a Disability",
    "Date Started to be Looked After",
    "Child's Category of Need",
    "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
    "Start date of current legal status",
    "Child's Legal Status",
    "Date of Latest Statutory Review",
    "Date of Last Social Work Visit",
    "What is the permanence plan for this child?",
    "Date of Last IRO Visit / Contact to the Child",
    "Date of Last Health Assessment",
    "Date of Last Dental Check",
    "Number of Placements in the Last 12 months",
    "Date Ceased to be Looked After",
    "Reason Ceased to be Looked After",
    "Start Date of Most Recent Placement",
    "Placement Type",
    "Placement Provider",
    "Placement postcode",
    "URN of Placement",
    "Placement Location",
    "LA of Placement",
    "Number of Episodes the Child has been \u2018Missing\u2019 from their Placement in the last 12 months",
    "Number of Episodes the Child has been \u2018Absent\u2019 from their Placement in the last 12 months",
    "Was the child offered a Return Interview after their last missing episode (Y/N)?",
    "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    *_HELD_BY,
)

_AFTER_2019 = frozenset({"K3", "Z11", "Z12", "Z13", "Z14"})


def lettered(codes: CodeSet, code: str) -> str:
    """A code whose letter is the code, as Annex A writes it: ``a) Male``. Empty for no code."""
    return f"{code}) {codes.labels[code][0]}" if code else ""


def coded(codes: CodeSet, code: str, mark: str = ":") -> str:
    """A code as Annex A writes it: ``C1: ICO``, or with another mark ``N1 - Abuse or neglect``."""
    return f"{code}{mark} {codes.labels[code][0]}"


def bracketed(codes: CodeSet, code: str) -> str:
    """A code behind the letter that sorts it: ``a) U1: Foster placement - relatives - long term``."""
    place = [each for each in codes.labels if each not in _AFTER_2019].index(code)
    letter = ascii_lowercase[place] if place < len(ascii_lowercase) else "zz"
    return f"{letter}) {coded(codes, code)}"
