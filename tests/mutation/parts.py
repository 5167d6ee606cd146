"""The parts that are mutated, each with the tests that belong to it.

The examples of a part's own docstrings belong to it, and what the golden outputs print.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from attrs import frozen

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "src" / "icluster"


@frozen
class Part:
    """Files under ``src/icluster`` and tests, both as paths."""

    files: tuple[str, ...]
    tests: tuple[str, ...]

    def modules(self) -> list[Path]:
        """Return the modules, those of a room in the order of their names."""
        return [
            module
            for name in self.files
            for module in (
                [PACKAGE / name]
                if name.endswith(".py")
                else sorted((PACKAGE / name).glob("*.py"))
            )
        ]


def _part(files: str, tests: str) -> Part:
    names = files.split()
    return Part(
        tuple(names),
        (
            *(f"tests/{name}" for name in tests.split()),
            *(f"src/icluster/{name}" for name in names),
            "tests/golden/test_outputs.py::test_output_stays_as_it_was",
        ),
    )


PARTS: Final = {
    "dates": _part("dates", "unit/test_dates.py laws/test_dates.py"),
    "verdicts": _part("verdicts.py", "unit/test_verdicts.py unit/test_ground.py"),
    "terms": _part("labels/_terms.py", "unit/labels laws/test_labels.py"),
    "conditions": _part(
        "conditions.py", "unit/test_conditions.py laws/test_conditions.py"
    ),
    "facts": _part(
        "facts",
        "unit/test_facts.py unit/scoring/test_read_facts.py"
        " unit/scoring/test_changes.py",
    ),
    "words": _part(
        "words",
        "unit/test_words.py unit/test_shown.py unit/test_said_right.py"
        " unit/test_spanish.py unit/test_ground.py unit/test_tables.py"
        " laws/test_words.py",
    ),
    "rubrics": _part(
        "rubrics",
        "unit/test_rubrics.py unit/scoring laws/test_scoring.py laws/test_steps.py",
    ),
    "awards": _part(
        "labels/_awards.py labels/_succession.py",
        "unit/labels laws/test_labels.py laws/test_succession.py",
    ),
    "establishment": _part(
        "organizations.py", "unit/test_organizations.py laws/test_ecosystems.py"
    ),
    "scoring": _part(
        "scoring",
        "unit/scoring unit/test_documents.py laws/test_scoring.py laws/test_steps.py"
        " laws/test_ranking.py laws/test_runs.py",
    ),
}
"""By name, from the quickest to the slowest."""
