"""The shipped review in a folder of the test's own, and the bytes of a folder to see that nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.cli import run

SHIPPED = Path(__file__).parents[2] / "planner" / "formats" / "self-directed-review"

Said = tuple[int, str, str]


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A copy of the shipped review."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "review", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.fixture(scope="session")
def planned_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped review with its first version, planned once for all tests; nobody may write into it."""
    folder = tmp_path_factory.mktemp("planned") / "review"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    assert run(["plan", "--folder", str(folder), "--as-of", "2021-04-14T09:00"]) == 0
    return folder


@pytest.fixture
def planned(planned_once: Path, tmp_path: Path) -> Path:
    """A copy of the shipped review with its first version."""
    return Path(shutil.copytree(planned_once, tmp_path / "planned"))


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder, by its path in it."""

    def read(folder: Path) -> dict[str, bytes]:
        return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}

    return read


@pytest.fixture
def planner(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run the command line here: its exit code, standard output and standard error."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def published(planned: Path, planner: Callable[..., Said]) -> Path:
    """The shipped review as its people hold it."""
    at = ("--as-of", "2021-04-14T10:00", "--folder", planned)
    _, said, _ = planner("publish", "--preview", *at)
    code, _, err = planner("publish", "--yes", said.split("--yes ")[-1].split()[0], *at)
    assert code == 0, err
    return planned
