"""Settings for every test: how hypothesis searches."""

from __future__ import annotations

import os
from random import Random

import pytest
from hypothesis import Phase, settings

# On a shared machine a slow example is no failure, and a red run must be red again.
# What `find` finds needs no explanation, which draws hundreds of examples more.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("dev", deadline=None, phases=PHASES)
settings.register_profile("ci", deadline=None, phases=PHASES, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let tests run in an order drawn by a seed, as ``make test-hard`` has them."""
    parser.addoption("--shuffle", type=int, metavar="SEED", help="run in any order")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Draw the order, the same in every process of one run."""
    seed: int | None = config.getoption("--shuffle")
    if seed is not None:
        Random(seed).shuffle(items)
