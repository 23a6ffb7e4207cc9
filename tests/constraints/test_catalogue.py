import ast
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from constraints.catalogue import MUSTS, WISHES, name_of, weight
from constraints.problem import Comfort

ROOT = Path(__file__).parents[2]
WISHED = tuple(wish for tier in WISHES for wish in tier.wishes)
RULES = [import_module(rule.__name__) for rule in (*MUSTS, *WISHED)]


def files(folder: str) -> list[str]:
    return sorted(path.stem for path in (ROOT / "constraints" / folder).glob("*.py") if path.stem != "__init__")


def test_every_file_of_musts_stands_in_the_catalogue_once() -> None:
    assert sorted(map(name_of, MUSTS)) == files("musts")


def test_every_file_of_wishes_stands_in_the_catalogue_once() -> None:
    assert sorted(map(name_of, WISHED)) == files("wishes")


def test_tiers_have_names_of_their_own() -> None:
    assert len({tier.name for tier in WISHES}) == len(WISHES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_opens_with_a_sentence(rule: ModuleType) -> None:
    first, second, *_ = (rule.__doc__ or "").split("\n")

    assert first.endswith(".")
    assert first[0].isupper()
    assert second == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_has_its_parts(rule: ModuleType) -> None:
    assert set(rule.READS) <= {"counterparts", "cases", "room"}
    assert [callable(getattr(rule, part)) for part in ("because", "post", "check")] == [True] * 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_knows_no_other_rule(rule: ModuleType) -> None:
    tree = ast.parse(Path(rule.__file__ or "").read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert [name for name in imported if name.startswith(("constraints.musts", "constraints.wishes"))] == []


@pytest.mark.parametrize(
    "path",
    sorted(p for top in ("samples", "constraints", "planner") for p in (ROOT / top).rglob("__init__.py")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_package_opens_with_its_docstring_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert [type(node) for node in tree.body] == [ast.Expr]
    assert ast.get_docstring(tree)


def test_weights_are_the_reviews_for_comfort_and_one_otherwise() -> None:
    weighed = {"fair_share": 2, "idle": 3, "preferred_hours": 5, "few_days": 7, "few_sites": 11}
    comfort = Comfort.model_validate({**weighed, "variety": 13, "quiet_days": 17})

    weights = {name_of(rule): weight(rule, comfort) for rule in WISHED}

    comforts = {**weighed, "no_idle": 3, "variety": 13, "quiet_days": 17}
    assert weights == {name: comforts.get(name, 1) for name in files("wishes")}


POSTED = """
import hashlib
from constraints.catalogue import MUSTS, WISHES
from constraints.variables import Variables
from tiny_problems import tiny_problem

for seed in range(12):
    x = Variables(tiny_problem(seed))
    for rule in (*MUSTS, *(wish for tier in WISHES for wish in tier.wishes)):
        list(rule.post(x))
    print(hashlib.sha256(str(x.model.proto).encode()).hexdigest())
"""


def posted_under(hash_seed: str) -> str:
    """The models of some problems with every rule posted, in a Python with this hash seed."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-c", POSTED], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_same_model_whatever_the_hash_seed() -> None:
    """Days and people once came out of sets: the order of the constraints, and so the plan, changed from run to run."""
    assert posted_under("1") == posted_under("2")
