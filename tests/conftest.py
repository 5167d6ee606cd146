"""Settings for every test: how hypothesis searches."""

from __future__ import annotations

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings

# On a shared machine a slow example is no failure, and a red run must be red again.
# What `find` finds needs no explanation, which draws hundreds of examples more.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile(
    "here",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=PHASES,
    max_examples=int(os.environ.get("EXAMPLES", "60")),
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("here")


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
