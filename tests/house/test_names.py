"""Names are things: a local is called after what it holds."""

from __future__ import annotations

import ast
from collections import Counter

import pytest
from tests.house.walk import MODULE_NAMES, ROOT, SOURCE_FILES

# Words that name no thing; `award`, `component`, `criterion` do.
VAGUE = frozenset(
    {
        "each",
        "found",
        "given",
        "got",
        "known",
        "made",
        "other",
        "others",
        "said",
        "taken",
        "told",
        "wanted",
    }
)
MOST_VAGUE = 0.005
"""The share of assigned names that may be vague; in the models it is 0.3 %."""

# Names of modules that meant something else in every package.
NAMED_BY_NOTHING = frozenset({"_columns", "_tables", "_values", "_words", "_utils"})


def assigned_names(tree: ast.AST) -> Counter[str]:
    """Count the names that functions assign to, loop over or bind by ``with``."""
    inside = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.Lambda))
        for inner in ast.walk(node)
    }
    return Counter(
        node.id
        for node in inside
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )


def test_locals_are_named_after_things() -> None:
    names: Counter[str] = Counter()
    for file in SOURCE_FILES:
        names += assigned_names(ast.parse(file.read_text("utf-8")))
    vague = Counter({name: names[name] for name in VAGUE if names[name]})
    assert vague.total() <= MOST_VAGUE * names.total(), vague


@pytest.mark.parametrize("module_name", MODULE_NAMES)
def test_modules_are_named_after_what_they_hold(module_name: str) -> None:
    assert module_name.rpartition(".")[2] not in NAMED_BY_NOTHING


# --- size ---------------------------------------------------------------------

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40
# Families of rules, publications and catalogues of sentences are as long as they are.
# So is the list of exceptions, which one module holds.
AS_LONG_AS_THEY_ARE = ("rules/", "reference/", "languages/", "errors.py")


def lines_of_code(node: ast.AST) -> int:
    """Count the lines of a function without its docstring, comments and blanks."""
    lines = {
        line
        for inner in ast.walk(node)
        if isinstance(inner, (ast.expr, ast.stmt)) and inner is not node
        for line in (inner.lineno, inner.end_lineno or inner.lineno)
    }
    first = node.body[0] if isinstance(node, ast.FunctionDef) else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        end = first.end_lineno or first.lineno
        lines -= set(range(first.lineno, end + 1))
    return len(lines)


@pytest.mark.parametrize(
    "file", SOURCE_FILES, ids=lambda file: str(file.relative_to(ROOT / "src"))
)
def test_modules_and_functions_are_small(file: object) -> None:
    path = ROOT / str(file)
    text = path.read_text("utf-8")
    place = path.relative_to(ROOT / "src" / "icluster").as_posix()
    if not place.startswith(AS_LONG_AS_THEY_ARE):
        assert text.count("\n") <= MOST_LINES
    long = {
        node.name: lines_of_code(node)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and lines_of_code(node) > MOST_LINES_OF_A_FUNCTION
    }
    assert not long
