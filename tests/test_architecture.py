"""The import contracts hold, and each of them is seen to fail when it is broken."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("planner", "constraints", "samples")

VIOLATIONS = {
    "one-direction": ("samples/errors.py", "import constraints.problem"),
    "inside-planner": ("planner/solving/parts.py", "import planner.intake.review"),
    "inside-solving": ("planner/solving/parts.py", "import planner.solving.solve"),
    "inside-intake": ("planner/intake/review.py", "import planner.intake.review_file"),
    "inside-constraints": ("constraints/problem.py", "import constraints.programme"),
    "inside-counting": ("constraints/counting/jobs.py", "import constraints.counting.flow"),
    "rules-apart": ("constraints/musts/no_clashes.py", "import constraints.wishes.no_idle"),
    "solver-behind-four-files": ("planner/solving/solve.py", "import ortools"),
    "judging-without-solver": ("constraints/check.py", "import constraints.variables"),
    "typer-in-the-door": ("planner/commands/__init__.py", "import typer"),
    "no-network": ("planner/store.py", "import urllib.request"),
}
"""For each contract, a file and the line in it that the contract exists to refuse."""


def contracts() -> dict[str, str]:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract["name"] for contract in stated}


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run([*command, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_every_contract_has_a_violation_that_shows_it_at_work() -> None:
    assert set(VIOLATIONS) == set(contracts())


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_fails_when_it_is_broken(copy: Path, contract: str) -> None:
    file, line = VIOLATIONS[contract]
    with (copy / file).open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")
    done = lint(copy, "--contract", contract)
    said = " ".join(done.stdout.split())
    assert done.returncode == 1
    assert f"{contracts()[contract]} BROKEN" in said
    assert "0 kept, 1 broken" in said


def test_new_module_of_constraints_needs_its_place(copy: Path) -> None:
    (copy / "constraints" / "afterthought.py").write_text('"""A module that nobody has placed."""\n', "utf-8")
    done = lint(copy, "--contract", "inside-constraints")
    assert done.returncode == 1
    assert "constraints.afterthought" in done.stdout


def test_packages_hold_nothing_but_a_docstring() -> None:
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("__init__.py")):
            body = ast.parse(file.read_text("utf-8")).body
            assert [type(statement) for statement in body] == [ast.Expr], file
            assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), file
