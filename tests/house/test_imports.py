"""Importing costs next to nothing and pulls in nobody who was not asked."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

from tests.house.walk import MODULE_NAMES, is_extra, load

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


# --- no circles -------------------------------------------------------------------


def _imports_of(path: Path) -> set[str]:
    """Return the modules of ours that a file names, in annotations and late too."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            places = {f"{node.module}.{alias.name}" for alias in node.names}
            named |= (places & set(MODULE_NAMES)) or {node.module}
    return named & set(MODULE_NAMES)


def test_no_module_leads_back_to_itself() -> None:
    graph = {name: _imports_of(Path(str(load(name).__file__))) for name in MODULE_NAMES}
    graph["icluster"] = set()  # it names every room, each imported when it is touched
    while graph:
        ends = {name for name, named in graph.items() if not named & set(graph)}
        assert ends, f"a circle among {sorted(graph)}"
        graph = {name: named for name, named in graph.items() if name not in ends}
