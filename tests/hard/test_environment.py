"""Outputs stay as they are wherever icluster runs. Slow: run by ``make test-hard``."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = next(path for path in sys.path if path.endswith("site-packages"))
PYTHONS = {
    version: next(
        (
            str(path)
            for path in (Path.home() / ".pyenv/versions").glob(
                f"{version}.*/bin/python"
            )
        ),
        None,
    )
    for version in ("3.11", "3.12", "3.13")
}
# What a page of a rule holds stands in these; with -OO it is not at hand.
WITH_PAGES = {
    "document_report",
    "document_schemas",
    "findings_report",
    "rule_catalogue",
    "rule_manual",
    "view_checks",
    "view_schemas",
}


def answer(
    *options: str,
    python: str = sys.executable,
    module: str = "tests.hard.answers",
    **environment: str,
) -> tuple[str, str]:
    """Run the answers apart; return what differs, and what went wrong."""
    flags = [option for option in options if option.startswith("-O")]
    others = [option for option in options if option not in flags]
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT), PACKAGES))
    run = subprocess.run(
        [python, *flags, "-m", module, *others],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        text=True,
    )
    return run.stdout.strip(), run.stderr.strip()


ENVIRONMENTS: dict[str, tuple[list[str], dict[str, str]]] = {
    "hashes of seed 0": ([], {"PYTHONHASHSEED": "0"}),
    "hashes of seed 1": ([], {"PYTHONHASHSEED": "1"}),
    "hashes of any seed": ([], {"PYTHONHASHSEED": "random"}),
    "the letters of C": ([], {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    "Turkish": ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "a day ahead": ([], {"TZ": "Pacific/Kiritimati"}),
    "a day behind": ([], {"TZ": "Etc/GMT+12"}),
    "three digits and every trap": (["--narrow"], {}),
    "eight threads at once": (["--threads"], {}),
    "without assertions": (["-O"], {}),
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_outputs_do_not_differ(name: str) -> None:
    options, environment = ENVIRONMENTS[name]
    assert answer(*options, **environment) == ("", "")


def test_without_docstrings_nothing_but_pages_differs() -> None:
    names, errors = answer("-OO")
    assert errors == ""
    assert set(names.split()) == WITH_PAGES


# --- other interpreters -----------------------------------------------------------


def _python(version: str) -> str:
    python = PYTHONS[version]
    if python is None:
        pytest.skip(f"Python {version} is not there")
    return python


@pytest.mark.parametrize("version", PYTHONS)
def test_outputs_do_not_differ_between_pythons(version: str) -> None:
    assert answer(python=_python(version)) == ("", "")


@pytest.mark.parametrize(("writer", "reader"), list(permutations(PYTHONS, 2)))
def test_pickles_are_read_by_other_pythons(
    writer: str, reader: str, tmp_path: Path
) -> None:
    path = str(tmp_path / "values.pickle")
    assert answer("--pickle", path, python=_python(writer)) == ("", "")
    assert answer("--unpickle", path, python=_python(reader)) == ("", "")


@pytest.mark.parametrize("version", PYTHONS)
def test_interpreters_inside_of_one_give_the_same(version: str) -> None:
    if version == "3.12":
        pytest.skip("its module decimal cannot be loaded twice: Python 3.12.1 dies")
    module = "tests.hard.subinterpreters"
    names, errors = answer("score", python=_python(version), module=module)
    assert names == ""
    # Python 3.11 warns of its own module decimal.
    assert all("mpd_setminalloc" in line for line in errors.splitlines() if line)
