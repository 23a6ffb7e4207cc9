from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from word_structure import W, body, part, said, structure, tables
from word_views import (
    TUESDAY,
    long_host_view,
    long_reviewer_view,
    reviewer_line,
    small_host_view,
    small_public_view,
    small_reviewer_view,
)

from planner.outgoing.documents import word_styles
from planner.outgoing.documents.word import host_docx, public_docx, reviewer_docx
from planner.outgoing.views import ReviewerDay, ReviewerLine, ReviewerView

SIGNATURES = [
    [["For"], ["Name"], ["Role"], ["Signature"], ["Date"]],
    [["The reviewers"], [""], [""], [""], [""]],
    [["The council"], [""], [""], [""], [""]],
]
VERSION = ("Fact", "Version\t3, made on 16 April 2021 at 00.30.")
TIMES = ("Fact", "Times\tAll times are Europe/London time.")
DAYS = ("Fact", "Days\tTuesday 4 May 2021 to Monday 10 May 2021.")

Written = Callable[[], bytes]
SMALL: dict[str, Written] = {
    "reviewer": lambda: reviewer_docx(small_reviewer_view()),
    "host": lambda: host_docx(small_host_view()),
    "public": lambda: public_docx(small_public_view()),
}
each_view = pytest.mark.parametrize("written", SMALL.values(), ids=SMALL)


def test_reviewer_document_holds_the_view_and_nothing_else() -> None:
    assert structure(reviewer_docx(small_reviewer_view())) == [
        ("Title", "Review of Fostering & Adoption"),
        ("Subtitle", "Programme for the reviewers"),
        VERSION,
        TIMES,
        DAYS,
        ("Fact", "Reviewers\tLead reviewer; Second reviewer."),
        ("Note", "Sessions with others are online unless a place is named."),
        ("Heading1", "What changed since version 2"),
        ("ListBullet", "Lunch: was Mon 10 May 13.00, now Mon 10 May 12.00"),
        ("Heading1", "To note"),
        ("ListBullet", "One notice."),
        ("Heading1", "Week three: Children in need"),
        [
            [["Date"], ["Lead reviewer"], ["Second reviewer"]],
            [
                ["Tuesday\n4 May 2021"],
                [
                    "09.00–10.00\tKeep in touch\nR-KKKK · with Director",
                    "10.00–11.00\tInterview: Letter before proceedings (HF-017, HF-031 on record only)\n"
                    "R-2345 · with Social worker",
                ],
                ["09.00–10.00\tKeep in touch\nR-KKKK · with Director"],
            ],
            [
                ["Wednesday\n5 May 2021"],
                [""],
                ["14.00–15.00\tLaptop sampling reserve case\nR-BCDF · council office"],
            ],
        ],
        ("Heading1", "Week 13: Children in care; Care leavers"),
        ("Flag", "Provisional until the court judgement is published."),
        ("Flag", "Provisional: a date from the court."),
        [
            [["Date"], ["Lead reviewer"], ["Second reviewer"]],
            [["Monday\n10 May 2021"], ["12.00–13.00\tLunch R-LLLL"], ["12.00–13.00\tLunch R-LLLL"]],
        ],
        ("Heading1", "Coverage"),
        [
            [["Area"], ["Scope item"], ["Sessions"], ["With evidence"]],
            [["Children in care"], ["Adoption"], ["0"], ["0"]],
        ],
        ("Heading1", "Days used"),
        [
            [["Kind of day"], ["Contracted"], ["Used"], ["By"]],
            [["Fieldwork"], ["16"], ["15.5"], ["Lead reviewer 9.5; Second reviewer 6"]],
        ],
        ("Note", "Does not close: 15.5 of 16"),
        ("Heading1", "Left out"),
        [[["What"], ["Why"]], [["Advocacy"], ["Nobody is free."]]],
        ("Heading1", "Agreed"),
        SIGNATURES,
    ]


def test_host_document_holds_the_view_and_nothing_else() -> None:
    heads = [["Date"], ["Time"], ["Session"], ["Who"], ["Reviewers"], ["Place"]]
    assert structure(host_docx(small_host_view())) == [
        ("Title", "Review of Fostering & Adoption"),
        ("Subtitle", "Programme for the council"),
        VERSION,
        TIMES,
        DAYS,
        ("Fact", "Reviewers\tLead reviewer; Second reviewer."),
        ("Flag", "Sessions marked Provisional are held for now, to be confirmed or moved."),
        ("Heading1", "What changed since version 2"),
        ("ListBullet", "Nothing."),
        ("Heading1", "Week beginning Monday 3 May 2021"),
        [
            heads,
            [
                ["Tuesday\n4 May 2021"],
                ["09.00–10.00"],
                ["Practice discussion - ref R-KKKK - 60 min"],
                ["Director of services", "Social worker A1, Social worker"],
                ["Lead reviewer", "Second reviewer"],
                ["Online"],
            ],
            [
                ["Tue 4 May"],
                ["10.00–11.00"],
                ["Practice discussion\nR-2345"],
                ["Social worker A1, Social worker"],
                ["Lead reviewer"],
                ["Room 2"],
            ],
        ],
        ("Heading1", "Week beginning Monday 10 May 2021"),
        [
            heads,
            [
                ["Monday\n10 May 2021"],
                ["11.00–12.00"],
                ["Practice discussion - ref R-BCDF - 60 min", "Provisional"],
                ["Social worker A1, Social worker"],
                ["Lead reviewer"],
                ["Online"],
            ],
        ],
        ("Heading1", "Agreed"),
        SIGNATURES,
    ]


def test_public_document_holds_the_view_and_nothing_else() -> None:
    heads = [["Date"], ["Time"], ["What"], ["Who takes part"]]
    assert structure(public_docx(small_public_view())) == [
        ("Title", "Review of Fostering & Adoption"),
        ("Subtitle", "Programme"),
        VERSION,
        TIMES,
        DAYS,
        ("Flag", "Days marked Provisional are held for now, to be confirmed or moved."),
        ("Heading1", "What changed since version 2"),
        ("ListBullet", "Times or people have changed."),
        ("Heading1", "Week beginning Monday 3 May 2021"),
        [
            heads,
            [["Tuesday\n4 May 2021"], ["09.00–09.45"], ["Practice discussion"], ["Reviewer; Social worker"]],
            [["Tue 4 May"], ["10.00–10.45"], ["Practice discussion"], ["Reviewer"]],
        ],
        ("Heading1", "Week beginning Monday 10 May 2021"),
        [
            heads,
            [["Monday\n10 May 2021", "Provisional"], ["09.00–09.45"], ["Practice discussion"], ["Reviewer"]],
        ],
        ("Heading1", "Agreed"),
        SIGNATURES,
    ]


def test_first_version_says_nothing_of_changes() -> None:
    view = small_reviewer_view()
    first = view.model_copy(update={"edition": view.edition.model_copy(update={"version": 1}), "changed": ()})
    assert [text for _, text in filter(lambda block: block[0] == "Heading1", structure(reviewer_docx(first)))] == [
        "To note",
        "Week three: Children in need",
        "Week 13: Children in care; Care leavers",
        "Coverage",
        "Days used",
        "Left out",
        "Agreed",
    ]


def test_nothing_left_out_is_said() -> None:
    view = small_reviewer_view().model_copy(update={"left_out": ()})
    assert ("Normal", "Nothing is left out.") in structure(reviewer_docx(view))


def test_view_without_days_is_written() -> None:
    view = small_host_view().model_copy(update={"days": ()})
    assert structure(host_docx(view))[2:4] == [VERSION, TIMES]
    assert tables(host_docx(view)) == [SIGNATURES]


def test_times_are_those_of_the_zone() -> None:
    line = reviewer_line(TUESDAY, 10, "Lunch", "R-2345")
    elsewhere = ReviewerView.model_validate_json(one_session(line).model_dump_json())
    assert tables(reviewer_docx(elsewhere))[0][1][1] == ["10.00–11.00\tLunch R-2345"]


def test_text_that_no_line_can_hold_becomes_blanks() -> None:
    view = one_session(reviewer_line(TUESDAY, 10, "Lunch\x0b at\n\tnoon\u2028\ud83d \N{GRINNING FACE}", "R-2345"))
    assert tables(reviewer_docx(view))[0][1][1] == ["10.00–11.00\tLunch  at noon  \N{GRINNING FACE} R-2345"]


@pytest.mark.parametrize(("reviewers", "side_by_side"), [(1, [1]), (3, [3]), (4, [2, 2])])
def test_reviewers_stand_side_by_side_three_at_most(reviewers: int, side_by_side: list[int]) -> None:
    document = reviewer_docx(long_reviewer_view(reviewers))
    weekly = [table for table in tables(document) if table[0][0] == ["Date"]]
    assert [len(table[0]) - 1 for table in weekly] == side_by_side * 3
    first_week = weekly[: len(side_by_side)]
    assert [head for table in first_week for head in table[0][1:]] == [
        [f"Reviewer {nth + 1}"] for nth in range(reviewers)
    ]
    first_day = [codes(cell) for table in first_week for cell in table[1][1:]]
    assert first_day == [[f"R-00{hour:02}{column}" for hour in range(9, 16)] for column in range(reviewers)]


@each_view
def test_every_table_has_a_header_row_and_no_row_is_divided(written: Written) -> None:
    for table in body(written()).findall(f"{W}tbl"):
        flags = [[child.tag for child in row.find(f"{W}trPr") or ()] for row in table.findall(f"{W}tr")]
        assert [f"{W}cantSplit" in row for row in flags] == [True] * len(flags)
        assert [f"{W}tblHeader" in row for row in flags] == [True] + [False] * (len(flags) - 1)
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert look.attrib[f"{W}firstRow"] == "1"


@each_view
def test_no_cells_are_merged(written: Written) -> None:
    assert [mark.tag for mark in body(written()).iter() if mark.tag in (f"{W}gridSpan", f"{W}vMerge")] == []


def test_rows_of_a_day_are_kept_on_one_page() -> None:
    weekly = body(host_docx(long_host_view())).findall(f"{W}tbl")[0]
    kept = [kept_with_next(row) for row in weekly.findall(f"{W}tr")[1:]]
    assert kept == [True, True, True, True, True, True, False] * 4


@each_view
def test_same_view_gives_the_same_bytes(written: Written) -> None:
    assert written() == written()


def test_properties_say_what_it_is_and_when_it_was_made() -> None:
    properties = part(reviewer_docx(small_reviewer_view()), "docProps/core.xml")
    assert {child.tag.partition("}")[2]: child.text for child in properties} == {
        "title": "Review of Fostering & Adoption: programme, version 3",
        "subject": "Programme for the reviewers",
        "creator": "Fieldwork planner",
        "lastModifiedBy": "Fieldwork planner",
        "description": None,
        "keywords": None,
        "category": None,
        "language": "en-GB",
        "version": "3",
        "revision": "1",
        "created": "2021-04-15T23:30:00Z",
        "modified": "2021-04-15T23:30:00Z",
    }


def test_long_title_of_a_review_is_cut_in_the_properties_only() -> None:
    view = small_public_view()
    long = view.model_copy(update={"edition": view.edition.model_copy(update={"review": "Review " * 60})})
    title = part(public_docx(long), "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert title.text == ("Review " * 60)[:255]
    assert structure(public_docx(long))[0] == ("Title", "Review " * 60)


@each_view
def test_every_page_says_version_date_zone_and_its_number(written: Written) -> None:
    foot = part(written(), "word/footer1.xml")
    fields = [field.attrib[f"{W}instr"] for field in foot.iter(f"{W}fldSimple")]
    assert [said(line).partition(". ")[2] for line in foot.iter(f"{W}p")] == [
        "Version 3, made on 16 April 2021 at 00.30; times in Europe/London\tPage 1 of 1"
    ]
    assert fields == ["PAGE", "NUMPAGES"]


@each_view
def test_paper_is_a4_across(written: Written) -> None:
    size = body(written()).find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert size.attrib == {f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"}


@each_view
def test_every_style_used_is_there_and_the_language_is_british(written: Written) -> None:
    document = written()
    there = {found.attrib[f"{W}styleId"] for found in part(document, "word/styles.xml").iter(f"{W}style")}
    used = {
        mark.attrib[f"{W}val"]
        for mark in body(document).iter()
        if mark.tag in (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used - there == set()
    languages = [mark.attrib[f"{W}val"] for mark in part(document, "word/styles.xml").iter(f"{W}lang")]
    assert languages == ["en-GB"]


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        (word_styles.INK, "FFFFFF"),
        (word_styles.QUIET, "FFFFFF"),
        (word_styles.QUIET, word_styles.PALE),
        (word_styles.LEAD, word_styles.PALE),
        (word_styles.AMBER, word_styles.PALE),
        (word_styles.AMBER, word_styles.CREAM),
        ("FFFFFF", word_styles.LEAD),
    ],
)
def test_letters_stand_out_from_their_ground(letters: str, ground: str) -> None:
    darker, lighter = sorted((luminance(letters), luminance(ground)))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def one_session(line: ReviewerLine) -> ReviewerView:
    view = small_reviewer_view()
    day = ReviewerDay(date=TUESDAY, columns=((line,), ()))
    week = view.weeks[0].model_copy(update={"days": (day,)})
    return view.model_copy(update={"weeks": (week,)})


def codes(cell: list[str]) -> list[str]:
    return [line.partition("\n")[2].removesuffix(" · with Social worker") for line in cell]


def kept_with_next(row: Element) -> bool:
    marks = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in row.iter(f"{W}p")]
    assert len(set(marks)) == 1
    return marks[0]
