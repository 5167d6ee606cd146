"""Importing costs next to nothing and pulls in nobody who was not asked."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.house.walk import MODULE_NAMES, is_extra

SCRIPT = """
import importlib, json, sys
before = set(sys.modules)
for name in {names!r}:
    importlib.import_module(name)
tops = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps(sorted(tops - sys.stdlib_module_names)))
"""


def _imported_by(*names: str) -> set[str]:
    command = [sys.executable, "-c", SCRIPT.format(names=names)]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    return set(json.loads(run.stdout))


def test_the_root_imports_no_third_party() -> None:
    assert _imported_by("icluster") == {"icluster"}


def test_core_imports_core_dependencies_only() -> None:
    core = [name for name in MODULE_NAMES if not is_extra(name)]
    allowed = {"icluster", "attr", "attrs", "cattr", "cattrs", "dateutil", "six"}
    assert _imported_by(*core) - allowed <= {"typing_extensions"}
