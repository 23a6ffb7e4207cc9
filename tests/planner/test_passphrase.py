from __future__ import annotations

import importlib.util

import pytest

from planner.passphrase import system_ring
from samples.errors import StoreRefused


@pytest.mark.skipif(importlib.util.find_spec("keyring") is not None, reason="the optional package is installed")
def test_system_ring_without_the_package_says_what_to_do() -> None:
    with pytest.raises(StoreRefused) as refusal:
        system_ring()
    assert refusal.value.sentence == (
        "system keyring: the package keyring is not installed. "
        "Give a passphrase, or install fieldwork-planner[keyring]."
    )


@pytest.mark.skipif(importlib.util.find_spec("keyring") is None, reason="the optional package is not installed")
def test_system_ring_is_the_package() -> None:
    assert hasattr(system_ring(), "get_password")
