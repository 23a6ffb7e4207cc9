"""The wheel, in an environment that has nothing but what it asks for, plans the demo."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORMATS = "planner/formats"
FORMAT = f"{FORMATS}/self-directed-review"
UNREACHABLE = re.compile("NewConnectionError|NameResolutionError|ConnectTimeout|Temporary failure in name resolution")


def run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    told = bare | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT], folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def planner(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [scripts / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    done = run([*pip, "--require-hashes", "--requirement", ROOT / "requirements.txt"], folder)
    if done.returncode and UNREACHABLE.search(done.stderr):
        pytest.skip("no package registry can be reached, so a bare environment cannot be filled")
    assert done.returncode == 0, done.stderr
    done = run([*pip, "--no-deps", wheel], folder)
    assert done.returncode == 0, done.stderr
    return scripts / "planner"


def test_wheel_holds_every_format_whole(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    files = (file for file in (ROOT / FORMATS).glob("*/**/*") if file.is_file() and "__pycache__" not in file.parts)
    there = {file.relative_to(ROOT).as_posix() for file in files}
    assert {f"{FORMAT}/review.toml", f"{FORMAT}/review.xlsx", f"{FORMAT}/handmade.csv"} <= there
    assert {f"{FORMAT}/cases/annex-a.xlsx", f"{FORMAT}/variants/paired-interviews.toml"} <= there
    assert {f"{FORMATS}/peer-challenge/{name}" for name in ("review.toml", "review.xlsx", "demo-key.txt")} <= there
    assert there <= held


def test_wheel_holds_the_three_packages_and_nothing_else(wheel: Path) -> None:
    held = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in held if not name.endswith(".dist-info")} == {"planner", "constraints", "samples"}
    for package in ("planner", "constraints", "samples"):
        assert f"{package}/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_bare_environment_helps_and_plans_the_demo(planner: Path, tmp_path: Path) -> None:
    helped = run([planner, "--help"], tmp_path)
    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith("Usage: planner ")
    planned = run([planner, "demo"], tmp_path)
    assert planned.returncode == 0, planned.stderr
    proof = planned.stdout.splitlines()[-1]
    assert proof.startswith("55 of 55 placed, 2 reserves used, nothing left out; draw order proven best; comfort ")
    assert (tmp_path / "demo" / "review.db").exists()
