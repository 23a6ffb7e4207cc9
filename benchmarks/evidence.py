"""Figures in docs/evidence.md: each section stands between two markers and is replaced whole."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVIDENCE = ROOT / "docs" / "evidence.md"
CODE = ("benchmarks", "constraints", "planner", "samples", "tests")
"""What figures depend on: a change of these makes them figures of something else."""


def write_section(name: str, lines: Iterable[str], page: Path = EVIDENCE) -> None:
    """Replace what stands between a section's markers.

    Raises:
        ValueError: the page has no such markers.
    """
    begin, end = f"<!-- {name} begins -->", f"<!-- {name} ends -->"
    before, _, rest = page.read_text("utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{page.name} has no section between {begin} and {end}")
    text = "\n".join(lines).strip()
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", "utf-8")


def machine() -> str:
    """At which commit, by what and on how many cores something was measured."""
    commit, changes = tree()
    python, solver = platform.python_version(), version("ortools")
    at = f"at commit {commit}{' with changes that are not committed' if changes else ''}"
    return f"{at}, Python {python}, OR-Tools {solver}, {os.cpu_count()} cores"


def tree(root: Path = ROOT) -> tuple[str, str]:
    """The commit, and a hash of how the code differs from it; empty where it does not."""
    commit = _git(root, "rev-parse", "--short=12", "HEAD").decode().strip()
    changes = _git(root, "diff", "HEAD", "--", *CODE)
    for name in _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", *CODE).split(b"\0"):
        changes += name + (root / os.fsdecode(name)).read_bytes() if name else b""
    return commit, hashlib.sha256(changes).hexdigest()[:8] if changes else ""


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True).stdout
