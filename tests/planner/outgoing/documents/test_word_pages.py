"""What the pages look like once an office program has laid them out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from word_views import long_days, long_host_view, long_reviewer_view

from planner.outgoing.documents import dates
from planner.outgoing.documents.word import host_docx, reviewer_docx

INSTALLED = all(map(shutil.which, ("soffice", "pdftotext")))
needs_office = pytest.mark.skipif(not INSTALLED, reason="needs soffice and pdftotext")


@needs_office
@pytest.mark.parametrize(
    "written",
    [lambda: host_docx(long_host_view()), lambda: reviewer_docx(long_reviewer_view())],
    ids=["host", "reviewer"],
)
def test_day_stays_on_a_page_under_the_header_row(written: Callable[[], bytes], tmp_path: Path) -> None:
    pages = laid_out(written(), tmp_path)
    assert len(pages) > 3
    for nth, day in enumerate(long_days()):
        holding = [page for page in pages if dates.in_full(day) in page and f"R-{nth:02}09" in page]
        assert len(holding) == 1
        codes = [f"R-{nth:02}{hour:02}" for hour in range(9, 16)]
        assert [code for code in codes if code in holding[0]] == codes
    assert [page for page in pages if "R-" in page and not has_header_row(page)] == []
    assert [f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1)] == [True] * len(
        pages
    )


def has_header_row(page: str) -> bool:
    return any(line.split()[:1] == ["Date"] and "eviewer" in line for line in page.splitlines())


def laid_out(document: bytes, folder: Path) -> list[str]:
    (folder / "programme.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    source, target = folder / "programme.docx", folder / "programme.pdf"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(target), "-"]
    text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode()
    return text.rstrip("\f").split("\f")
