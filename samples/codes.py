"""The code sets of the lists that councils send.

Sources: Ofsted's Annex A workbook (guidance of August 2019, sheet "Codes_used") for codes and labels; SSDA903 for legal
status, placement and provider; the CIN census for need and closure (RC9 is its 2024 addition).
"""

from __future__ import annotations

from collections.abc import Mapping

from samples.code_set import CodeSet, words

LEGAL_STATUS = CodeSet(
    "legal status",
    {
        "C1": ("ICO", "Interim care order"),
        "C2": ("FCO", "Full care order"),
        "D1": ("Freeing order", "Freeing order granted"),
        "E1": ("Placement order", "Placement order granted"),
        "V2": ("Single period under S20", "Single period of accommodation under section 20"),
        "V3": ("Short term breaks, episodes recorded",),
        "V4": ("Short term breaks, agreements recorded",),
        "L1": ("Police protection LA accommodation",),
        "L2": ("EPO", "Emergency protection order"),
        "L3": ("Child assessment order LA accommodation",),
        "J1": ("Remanded to LA or youth detention",),
        "J2": ("LA accommodation under PACE",),
        "J3": ("Youth rehabilitation order",),
    },
    ("Child's Legal Status",),
)
"""SSDA903 legal status, the same thirteen codes since 2017."""

PLACEMENT = CodeSet(
    "placement type",
    {
        "U1": ("Foster placement - relatives - long term",),
        "U2": ("Foster placement - relative - FFA",),
        "U3": ("Foster placement - relative - not FFA",),
        "U4": ("Foster placement - long term",),
        "U5": ("Foster placement - FFA",),
        "U6": ("Foster placement - not FFA",),
        "A3": ("Placed for adoption - consent - current foster",),
        "A4": ("Placed for adoption - consent - not foster",),
        "A5": ("Placed for adoption - order - foster",),
        "A6": ("Placed for adoption - order - not foster",),
        "P1": ("Placed with parents", "Placed with own parents"),
        "P2": ("Independent living",),
        "P3": ("Residential employment",),
        "H5": ("Residential accommodation", "Semi-independent accommodation"),
        "K1": ("Secure Children's Homes",),
        "K2": ("Children's Homes",),
        "K3": ("Supported accommodation",),
        "R1": ("Residential Care Home",),
        "R2": ("NHS/Health Trust",),
        "R3": ("Family Centre or Mother and Baby Unit",),
        "R5": ("Young Offender Institution",),
        "S1": ("Residential school",),
        "Z1": ("Other placements",),
        "Z11": (),
        "Z12": (),
        "Z13": (),
        "Z14": (),
        "T0": ("Temporary placement",),
        "T1": ("Temporary placement - hospital",),
        "T2": ("Temporary placement - holiday",),
        "T3": ("Temporary placement - carer holiday",),
        "T4": ("Temporary placement - seven days or less",),
    },
    ("Placement Type",),
)
"""SSDA903 placement; H5 and P2 are valid to 2023-24, K3 from 2024-25, Z11 to Z14 from 2025-26."""

PROVIDER = CodeSet(
    "placement provider",
    {
        "PR0": ("Parents/Parental responsibility",),
        "PR1": ("Own provision",),
        "PR2": ("Other LA provision",),
        "PR3": ("Other public provision",),
        "PR4": ("Private provision",),
        "PR5": ("Voluntary/third sector",),
    },
    ("Placement Provider",),
)

CASE_STATUS = CodeSet(
    "case status",
    {
        "a": ("Looked after child",),
        "b": ("Child Protection plan",),
        "c": ("Child in need plan",),
        "d": ("Open assessment",),
        "e": ("Closed episode",),
    },
    ("Case status",),
)
"""The first that applies: a looked-after child on a protection plan is ``a``."""

PERMANENCE = CodeSet(
    "permanence plan",
    {
        "a": ("Return to family",),
        "b": ("Adoption",),
        "c": ("SGO/CAO",),
        "d": ("Supported living in the community",),
        "e": ("Long-term residential placement",),
        "f": ("Long-term fostering",),
        "g": ("Other",),
    },
    ("What is the permanence plan for this child?",),
)
"""The principal plan only; blank where none is agreed yet."""

NEED = CodeSet(
    "category of need",
    {
        "N1": ("Abuse or neglect",),
        "N2": ("Child's disability",),
        "N3": ("Parental disability or illness", "Parental illness or disability"),
        "N4": ("Family in acute stress",),
        "N5": ("Family dysfunction",),
        "N6": ("Socially unacceptable behaviour",),
        "N7": ("Low income",),
        "N8": ("Absent parenting",),
        "N9": ("Cases other than children in need",),
        "N0": ("Not stated",),
    },
    ("Primary Need Code", "Child's Category of Need"),
)

CLOSURE = CodeSet(
    "reason for closure",
    {
        "RC1": ("Adopted",),
        "RC2": ("Died",),
        "RC3": ("Child arrangements order",),
        "RC4": ("Special guardianship order",),
        "RC5": ("Transferred to services of another local authority",),
        "RC6": ("Transferred to adult social care services",),
        "RC7": ("Services ceased for any other reason, including child no longer in need",),
        "RC8": ("Case closed after assessment, no further action",),
        "RC9": ("Case closed after assessment, referred to early help",),
    },
    ("Reason for Closure",),
)

ABUSE = CodeSet(
    "category of abuse",
    {
        "a": ("Neglect",),
        "b": ("Physical abuse",),
        "c": ("Sexual abuse",),
        "d": ("Emotional abuse",),
        "e": ("Multiple/not recommended",),
    },
    ("Initial Category of Abuse", "Latest Category of Abuse"),
)

GENDER = CodeSet(
    "gender",
    {
        "a": ("Male",),
        "b": ("Female",),
        "c": ("Not stated/recorded", "Not stated/recorded (or unborn)"),
        "d": ("Neither",),
    },
    ("Gender",),
)

YES_NO = CodeSet(
    "yes or no",
    {"a": ("Yes", "Y"), "b": ("No", "N"), "c": ("Unknown",)},
    (
        "Does the Child have a Disability",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
        "Was the Child Seen Alone?",
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    ),
)

CODE_SETS = (LEGAL_STATUS, PLACEMENT, PROVIDER, CASE_STATUS, PERMANENCE, NEED, CLOSURE, ABUSE, GENDER, YES_NO)

_BY_HEADER: Mapping[str, CodeSet] = {words(column): codes for codes in CODE_SETS for column in codes.columns}


def codes_of(header: str) -> CodeSet | None:
    """The code set of the column with this header, whatever its case, blanks and punctuation; None: it has none."""
    return _BY_HEADER.get(words(header))
