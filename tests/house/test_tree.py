"""What may not stand in any tracked file; pins; examples that run."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, TypeGuard

import pytest
from tests.house.walk import PYPROJECT, ROOT, tracked_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Written apart, so that this file does not find itself.
UNWANTED = {
    "a package index": re.compile(
        r"py"
        r"pi\.org|python"
        r"hosted|npm"
        r"js\.|anaconda"
        r"\.org"
        r"|--(?:extra-)?index"
        r"-url|--find"
        r"-links|/simp"
        r"le/",
        re.IGNORECASE,
    ),
    "a path on somebody's machine": re.compile(
        r"(?<![\w.:/~$)}-])/(?:home|root|tmp|opt|mnt|work|Users)"
        r"/\w"
        r"|\b[A-Z]:\\\\?Us"
        r"ers\b"
    ),
    "unfinished work": re.compile(
        r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b\s*[:(]|#\s*TO" r"DO"
    ),
}
PIN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9a-z.]*)( ; [a-z_]+ .+)?")
TESTS = sorted((ROOT / "tests").rglob("*.py"))
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def _texts() -> Iterator[tuple[Path, str]]:
    for path in tracked_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize("what", UNWANTED)
def test_tracked_files_hold_no(what: str) -> None:
    files = list(_texts())
    if not files:
        pytest.skip("not a clone")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path, text in files
        for number, line in enumerate(text.splitlines(), start=1)
        if UNWANTED[what].search(line)
    ]
    assert not found


def test_the_sdist_takes_along_what_tests_and_manual_need() -> None:
    taken = PYPROJECT["tool"]["uv"]["build-backend"]["source-include"]
    of_itself = {"LICENSE", "README.md", "pyproject.toml", "src"}
    tops = {entry.removesuffix("/**") for entry in taken} | of_itself
    tracked = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    # What only editors, git and its hooks read stays behind.
    assert tracked - tops <= {".editorconfig", ".gitignore", ".pre-commit-config.yaml"}


def _bare_raises(function: ast.AST) -> Iterator[int]:
    """Yield the lines in *function* that are content with any error of a class."""
    read = {node.id for node in ast.walk(function) if _is_read(node)}
    for node in ast.walk(function):
        for item in node.items if isinstance(node, ast.With) else ():
            call, name = item.context_expr, item.optional_vars
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func) == "pytest.raises"
                and "match" not in {keyword.arg for keyword in call.keywords}
                and not (isinstance(name, ast.Name) and name.id in read)
            ):
                yield call.lineno


def _is_read(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def test_an_expected_error_is_known_by_its_text_or_looked_at() -> None:
    """Any error of a class would do else, also one of another field."""
    bare = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in TESTS
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for line in _bare_raises(function)
    ]
    assert not bare


def _canonical(requirement: str) -> str:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", ["constraints", "lowest"])
def test_pins_are_names_and_versions_only(name: str) -> None:
    lines = (ROOT / ".ci" / f"{name}.txt").read_text("utf-8").splitlines()
    assert not [line for line in lines if not PIN.fullmatch(line)]
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(set(names))


def test_every_requirement_is_pinned() -> None:
    text = (ROOT / ".ci" / "constraints.txt").read_text("utf-8")
    pinned = {line.partition("==")[0] for line in text.splitlines()}
    project = PYPROJECT["project"]
    wanted = [*PYPROJECT["build-system"]["requires"], *project["dependencies"], "pip"]
    for group in project["optional-dependencies"].values():
        wanted += group
    for group in PYPROJECT["dependency-groups"].values():
        wanted += [entry for entry in group if isinstance(entry, str)]
    assert {_canonical(requirement) for requirement in wanted} <= pinned


def test_the_lowest_release_is_the_bound() -> None:
    text = (ROOT / ".ci" / "lowest.txt").read_text("utf-8")
    lowest = dict(line.split("==") for line in text.splitlines())
    project = PYPROJECT["project"]
    wanted = [*project["dependencies"], *PYPROJECT["dependency-groups"]["engines"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    for requirement in wanted:
        name, _, bound = requirement.partition(">=")
        assert f"{lowest[name]}.".startswith(f"{bound}."), requirement
        assert not lowest[name].removeprefix(bound).strip(".0"), requirement


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.name for path in EXAMPLES])
def test_example_runs(path: Path) -> None:
    command = [sys.executable, "-W", "error", str(path)]
    run = subprocess.run(
        command, capture_output=True, check=False, cwd=ROOT, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()
    assert not run.stderr


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_holds_no_outputs_and_has_its_page(notebook: Path) -> None:
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert not [cell for cell in code if cell["outputs"] or cell["execution_count"]]
    page = ROOT / "docs" / "gallery" / f"{notebook.stem}.md"
    assert page.read_text("utf-8") == "%%NOTEBOOK%%\n"
    assert f"\n{notebook.stem}\n" in page.with_name("index.md").read_text("utf-8")
