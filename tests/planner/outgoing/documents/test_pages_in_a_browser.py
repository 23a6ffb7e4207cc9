"""All pages in headless Chromium, judged by axe-core at the widths of a desk, a phone and the narrowest screen."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TypedDict

import pytest
from outgoing_samples import second_source

from planner.outgoing.documents.pages import public_html, reviewer_html
from planner.outgoing.host_view import host_view
from planner.outgoing.public_view import public_view
from planner.outgoing.publish.teams_links import links_page
from planner.outgoing.reviewer_view import reviewer_view

ROOT = Path(__file__).parents[4]
MODULES = Path(os.environ.get("PLANNER_NODE_MODULES", ROOT / "node_modules"))
AXE = MODULES / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=20000",
)
WIDTHS = (1280, 390, 320)
SCHEMES = {"light": "not all", "dark": "all"}
"""What the media query for a dark screen is replaced by."""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or not AXE.is_file(),
    reason="needs chromium, and axe-core in node_modules or where PLANNER_NODE_MODULES says",
)

JUDGE = """
const focusable = [...document.querySelectorAll("a[href], summary, [tabindex='0'], button, input, select, textarea")];
const unreached = focusable.filter(one => {
  one.focus();
  const box = one.getBoundingClientRect();
  return document.activeElement !== one || box.width < 1 || box.height < 1 || box.left < 0;
}).map(one => one.outerHTML);
const lost = [...document.querySelectorAll("a[href^='#']")].map(one => one.hash)
  .filter(hash => document.getElementById(hash.slice(1)) === null);
document.activeElement.blur();
const room = document.documentElement.clientWidth;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, {runOnly: {type: "tag", values: tags}}).then(found => parent.postMessage({
  name: window.name,
  violations: found.violations.map(one => one.id).sort(),
  judged: found.passes.length > 20,
  over: document.documentElement.scrollWidth - room,
  focusable: focusable.length,
  unreached,
  lost,
}, "*"));
"""

DESK = """<!DOCTYPE html><title>Desk</title><pre id="said"></pre>{frames}<script>
const said = {{}};
addEventListener("message", told => {{
  const {{name, ...rest}} = told.data;
  said[name] = rest;
  document.getElementById("said").textContent = JSON.stringify(said);
}});
</script>"""


class Judged(TypedDict):
    """What is found of a page in one frame."""

    violations: list[str]
    judged: bool
    over: int
    focusable: int
    unreached: list[str]
    lost: list[str]


def judged(page: bytes, folder: Path) -> dict[str, Judged]:
    """What axe-core and the browser say of a page, by width and colour scheme; from one start of the browser."""
    assert CHROMIUM is not None
    frames = []
    for scheme, query in SCHEMES.items():
        (folder / f"{scheme}.html").write_text(_with_axe(page.decode(), query), "utf-8")
        size = 'height="900" frameborder="0"'
        frames += [
            f'<iframe name="{scheme} {width}" src="{scheme}.html" width="{width}" {size}></iframe>' for width in WIDTHS
        ]
    (folder / "desk.html").write_text(DESK.format(frames="".join(frames)), "utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1000", "--dump-dom"]
    done = subprocess.run([*command, (folder / "desk.html").as_uri()], capture_output=True, timeout=240, check=False)
    found = re.search(r'<pre id="said">(.+?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found is not None, done.stderr.decode()[-2000:]
    said: dict[str, Judged] = json.loads(unescape(found[1]))
    assert set(said) == {f"{scheme} {width}" for scheme in SCHEMES for width in WIDTHS}
    return said


def _with_axe(page: str, query: str) -> str:
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    coloured = open_page.replace("(prefers-color-scheme: dark)", query).replace(f"screen and {query}", query)
    return coloured.replace("</body>", f"<script>{AXE.read_text('utf-8')}</script><script>{JUDGE}</script></body>")


PAGES: dict[str, Callable[[], bytes]] = {
    "reviewer": lambda: reviewer_html(reviewer_view(second_source())),
    "public": lambda: public_html(public_view(second_source())),
    "Teams links": lambda: links_page(second_source(), host_view(second_source())),
}


@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_violation_at_any_width_in_light_or_dark(name: str, tmp_path: Path) -> None:
    page = PAGES[name]()
    links = page.count(b"<a ") + page.count(b"<summary")
    clean: Judged = {
        "violations": [],
        "judged": True,
        "over": 0,
        "focusable": links,
        "unreached": [],
        "lost": [],
    }
    assert judged(page, tmp_path) == {f"{scheme} {width}": clean for scheme in SCHEMES for width in WIDTHS}


def test_page_that_is_broken_is_seen_to_be_so(tmp_path: Path) -> None:
    page = PAGES["public"]().replace(b' lang="en-GB"', b"", 1).replace(b"--ink: #1c2226", b"--ink: #e8e8e8")
    broken = page.replace(b"<main", b'<div style="width:1500px">.</div><a href="#nowhere" hidden>x</a><main')
    found = judged(broken, tmp_path)["light 390"]
    assert {"color-contrast", "html-has-lang", "region"} <= set(found["violations"])
    assert found["over"] > 1000
    assert len(found["unreached"]) == 1
    assert found["lost"] == ["#nowhere"]
