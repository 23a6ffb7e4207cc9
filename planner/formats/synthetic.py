"""Write the synthetic parts of a format: ``python -m planner.formats.synthetic <folder>``.

The folder is named after its format. Its review.toml and demo key stand; review.xlsx (staff, absences), cases/ and
demo-cases.txt are written anew, the same every time.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

MODULES: Mapping[str, str] = MappingProxyType(
    {
        "self-directed-review": "synthetic_self_directed",
        "peer-challenge": "synthetic_peer",
        "team-diagnostics": "synthetic_diagnostics",
        "ilacs": "synthetic_ilacs",
    }
)
"""The module of this package that writes each format's synthetic parts, with a function ``write(folder)``."""


def main(folder: Path) -> None:
    """Write review.xlsx, cases/ and demo-cases.txt of the format in the folder.

    Raises:
        KeyError: the folder has not the name of a format.
    """
    write: Callable[[Path], None] = import_module(f"{__package__}.{MODULES[folder.resolve().name]}").write
    write(folder)


if __name__ == "__main__":
    arguments = ArgumentParser(description="Write the synthetic parts of a format anew.")
    arguments.add_argument("folder", type=Path, help="the format's folder, with review.toml and demo-key.txt")
    main(arguments.parse_args().folder)
