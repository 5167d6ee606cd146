"""Names are things: a local is called after what it holds."""

from __future__ import annotations

import ast
from collections import Counter

from tests.house.walk import MODULE_NAMES, ROOT, trees

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
    for tree in trees().values():
        names += assigned_names(tree)
    vague = Counter({name: names[name] for name in VAGUE if names[name]})
    assert vague.total() <= MOST_VAGUE * names.total(), vague


def test_modules_are_named_after_what_they_hold() -> None:
    assert NAMED_BY_NOTHING.isdisjoint(name.rpartition(".")[2] for name in MODULE_NAMES)


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


def test_modules_are_small() -> None:
    lengths = {
        place: (ROOT / "src" / "icluster" / place).read_text("utf-8").count("\n")
        for place in trees()
        if not place.startswith(AS_LONG_AS_THEY_ARE)
    }
    assert {name: long for name, long in lengths.items() if long > MOST_LINES} == {}


def test_functions_are_small() -> None:
    lengths = {
        f"{place}: {node.name}": lines_of_code(node)
        for place, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    long = {
        name: size for name, size in lengths.items() if size > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}
