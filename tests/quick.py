"""Check what changed since the last commit, in seconds: lint, types, its own tests.

Run by ``make quick``. What changed in ``src/icluster/rules`` is tested by
``tests/unit/rules``, by the examples in its docstrings and by the house rules that
read the code; ``make test`` runs everything.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "icluster"
HOUSE = ("test_exports", "test_languages", "test_purity", "test_tree")


def changed() -> list[Path]:
    """Return the Python files that differ from the last commit, new ones too."""
    listed: set[str] = set()
    for command in (
        ["diff", "--name-only", "--diff-filter=d", "HEAD"],
        ["ls-files", "--others", "--exclude-standard"],
    ):
        run = subprocess.run(
            ["git", "-C", str(ROOT), *command], capture_output=True, check=True
        )
        listed |= set(run.stdout.decode().splitlines())
    return sorted(ROOT / name for name in listed if name.endswith(".py"))


def tests_of(file: Path) -> list[Path]:
    """Return what tests a file: itself, or its examples and the tests of its room."""
    if file.is_relative_to(ROOT / "tests"):
        return [file] if file.name.startswith("test_") else []
    if not file.is_relative_to(PACKAGE):
        return []
    room = file.relative_to(PACKAGE).parts[0].removesuffix(".py").strip("_")
    unit = ROOT / "tests" / "unit"
    return [file, *(p for p in (unit / room, unit / f"test_{room}.py") if p.exists())]


def run(*command: str) -> None:
    """Run a tool of the environment; stop at the first that fails."""
    tools = Path(sys.executable).parent
    done = subprocess.run(
        [str(tools / command[0]), *command[1:]], cwd=ROOT, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)


def main() -> None:
    """Lint all, type what changed, test what belongs to it."""
    run("ruff", "format", "--check", "--quiet", ".")
    run("ruff", "check", "--quiet", ".")
    files = changed()
    if not files:
        print("nothing changed since the last commit")
        return
    run("mypy", *map(str, files))
    house = [str(ROOT / "tests" / "house" / f"{name}.py") for name in HOUSE]
    tests = dict.fromkeys(str(path) for file in files for path in tests_of(file))
    run("pytest", "--quiet", "--exitfirst", "--no-header", *tests, *house)


if __name__ == "__main__":
    main()
