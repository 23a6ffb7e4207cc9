"""Words of a person's own are looked through before the log, which takes nothing back, keeps them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from outgoing_samples import planned as programme
from shipped import SELF_DIRECTED, no_passphrase

from planner.commands.documents import documents
from planner.commands.folder import state
from planner.commands.plan import record

Planner = Callable[..., tuple[int, str, str]]
BytesOf = Callable[[Path], dict[str, bytes]]

EARLY = ("--as-of", "2021-04-16T08:00")
CHILD, LABEL = "agreed for C001224", "agreed for HF-017"
"""A child's identifier of the synthetic lists, and the label of a case."""


@pytest.fixture(scope="module")
def planned_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with one version and its documents; not to be changed."""
    folder = tmp_path_factory.mktemp("once") / "review"
    shutil.copytree(SELF_DIRECTED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    stated = state(folder, lambda _: no_passphrase(), writing=True)
    record(folder, stated, programme(), datetime(2021, 4, 14, 9, tzinfo=stated.problem.tz))
    documents(folder, lambda _: no_passphrase(), lambda _: None)
    return folder


@pytest.mark.parametrize("words", [CHILD, LABEL])
@pytest.mark.parametrize(
    "command",
    [
        ("move", "S07", "2021-04-28 18:30", "--override"),
        ("adopt", "out/host/programme.xlsx", "--override"),
        ("add", "S31", "--like", "S12", "--title"),
    ],
)
def test_child_in_a_reason_or_a_title_is_refused_and_not_kept(
    command: tuple[str, ...], words: str, planned_once: Path, planner: Planner, bytes_of: BytesOf
) -> None:
    """The documents refused it later, but it stood in the log for good."""
    before = bytes_of(planned_once)
    given = tuple(str(planned_once / word) if word.endswith(".xlsx") else word for word in command)

    code, out, err = planner(*given, words, "--folder", planned_once, *EARLY)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert not any(word in err for word in words.split()[-1:])
    assert bytes_of(planned_once) == before
