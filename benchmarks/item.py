"""Measure one item of a step of the campaign in this process, and print its figures as one JSON line."""

from __future__ import annotations

import json
import sys
from importlib import import_module

import started  # noqa: F401 -- before anything that takes time


def main() -> None:
    """The step and the item are the two arguments."""
    step, item = sys.argv[1:]
    print(json.dumps(import_module(f"steps.{step}").measure(item)))


if __name__ == "__main__":
    main()
