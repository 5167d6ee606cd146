"""What was measured, in one table at the end and as JSON: ours, the rival, the target.

A ratio is one of two measures that were taken in turns in the same run; a target is
the most that the ratio may be. The same rows go to ``build/bench.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, frozen

ROOT = Path(__file__).resolve().parents[2]
MEASURED = pytest.StashKey[list["Measured"]]()


@frozen
class Measured:
    """One race: what ours took, what the rival took, how often that may be."""

    what: str
    ours: float
    rival: float
    ratio: float
    target: float
    unit: str = "s"

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.target

    def cells(self) -> tuple[str, ...]:
        took, floor = f"{self.ours:.4g} {self.unit}", f"{self.rival:.4g} {self.unit}"
        met = "" if self.is_met else "missed"
        return self.what, took, floor, f"{self.ratio:.3g}", f"{self.target:g}", met


Race = Callable[..., None]


@pytest.fixture
def race(request: pytest.FixtureRequest) -> Race:
    """Write a race down, and hold its ratio against the target."""
    rows = request.config.stash.setdefault(MEASURED, [])

    def run(
        what: str, ours: float, rival: float, *, target: float, unit: str = "s"
    ) -> None:
        row = Measured(what, ours, rival, ours / rival, target, unit)
        rows.append(row)
        assert row.is_met, f"{what}: {row.ratio:.3g}, at most {target:g}"

    return run


HEADINGS = ("what", "ours", "rival", "ratio", "target", "")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the table."""
    rows = config.stash.get(MEASURED, [])
    if not rows:
        return
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    terminalreporter.section("measured, and what it is measured by")
    for line in lines:
        pairs = zip(line, widths, strict=True)
        terminalreporter.write_line("  ".join(c.ljust(w) for c, w in pairs).rstrip())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the table as JSON."""
    rows = session.config.stash.get(MEASURED, [])
    if rows:
        file = ROOT / "build" / "bench.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
