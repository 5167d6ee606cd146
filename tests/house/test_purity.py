"""No I/O, no state, and the same answer wherever it is asked for."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.house.walk import ROOT, SOURCE_FILES, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

BANNED_CALLS = frozenset(
    {
        "__import__",
        "breakpoint",
        "compile",
        "eval",
        "exec",
        "input",
        "open",
        "print",
    }
)
MAKERS_OF_STATE = frozenset(
    {
        "Counter",
        "OrderedDict",
        "bytearray",
        "defaultdict",
        "deque",
        "dict",
        "list",
        "set",
    }
)
LOOSE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
NAMED_BY_PYTHON = frozenset({"__all__", "__slots__", "__match_args__"})


def banned_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in BANNED_CALLS:
                yield f"line {node.lineno}: {node.func.id}()"
        elif isinstance(node, ast.Global):
            yield f"line {node.lineno}: global {', '.join(node.names)}"


def _is_loose(value: ast.expr | None) -> bool:
    match value:
        case ast.Tuple(elts=items):
            return any(map(_is_loose, items))
        case ast.IfExp(body=body, orelse=orelse):
            return _is_loose(body) or _is_loose(orelse)
        case ast.BinOp(left=left, right=right):
            return _is_loose(left) or _is_loose(right)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in MAKERS_OF_STATE
        case ast.Call(func=ast.Subscript(value=ast.Name(id=name))):
            return name in MAKERS_OF_STATE
        case _:
            return isinstance(value, LOOSE)


def module_state(body: list[ast.stmt]) -> Iterator[str]:
    """Find mutable containers bound in a module or class body."""
    for node in body:
        match node:
            case ast.Assign(targets=targets, value=value):
                pass
            case ast.AnnAssign(target=target, value=value):
                targets = [target]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                continue
            case _:
                for inner in ("body", "orelse", "finalbody"):
                    yield from module_state(getattr(node, inner, []))
                continue
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if _is_loose(value) and not names <= NAMED_BY_PYTHON:
            yield f"line {node.lineno}: {', '.join(sorted(names))}"


def test_calls_nothing_that_reaches_outside() -> None:
    calls = [
        f"{place}, {call}"
        for place, tree in trees().items()
        for call in banned_calls(tree)
    ]
    assert calls == []


def test_keeps_no_mutable_state() -> None:
    state = [
        f"{place}, {name}"
        for place, tree in trees().items()
        for name in module_state(tree.body)
    ]
    assert state == [], "wrap in tuple, frozenset or MappingProxyType"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("X = []", 1),
        ("X: dict[str, int] = {}", 1),
        ("X = ([1], 2)", 1),
        ("X = defaultdict(list)", 1),
        ("X = dict[str, int]()", 1),
        ("if True:\n    X = {1}", 1),
        ("class A:\n    x = [1]", 1),
        ("X = frozenset({1})", 0),
        ("X = MappingProxyType({'a': 1})", 0),
        ("X = (1, 2)", 0),
        ("__all__ = ['a']", 0),
        ("def f():\n    x = []", 0),
    ],
)
def test_the_state_detector_detects(source: str, expected: int) -> None:
    assert len(list(module_state(ast.parse(source).body))) == expected


# --- in fresh processes ---------------------------------------------------------


def _run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "tests.house.examples", *options]
    environment = {**os.environ, **environment}
    return subprocess.run(
        command, capture_output=True, check=False, cwd=ROOT, env=environment, text=True
    )


def test_examples_stay_inside_the_process() -> None:
    run = _run("--audit")
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^[1-9]\d* examples$", run.stdout, re.MULTILINE)


@cache
def _here() -> subprocess.CompletedProcess[str]:
    """Run all examples as most people do."""
    return _run(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


def test_examples_say_the_same_everywhere() -> None:
    here = _here()
    there = _run(
        "--narrow", PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8"
    )
    assert here.returncode == 0, here.stderr
    assert there.returncode == 0, there.stderr
    assert here.stdout.splitlines() == there.stdout.splitlines()


# The locale of Turkey may not be installed: what asks for any is looked for as well.
ASKS_THE_LOCALE = re.compile(
    r"strftime|strptime|strcoll|strxfrm|localeconv|LOCALE\b|\bre\.L\b|_locale"
    r"|calendar\.(?:day|month)_|\{[\w.]*:[0-9,_.<>^+-]*n\}|format\([^()]*, [\"']n"
)


def test_no_source_asks_the_locale() -> None:
    asking = [
        f"{path.name}: {line}"
        for path in SOURCE_FILES
        for line in path.read_text("utf-8").splitlines()
        if ASKS_THE_LOCALE.search(line)
    ]
    assert asking == []


@pytest.mark.parametrize(
    "line",
    [
        "return f'{number:n}'",
        "return '{0:,n}'.format(number)",
        "return format(number, 'n')",
        "day.strftime('%B')",
        "re.compile(pattern, re.LOCALE)",
        "key=strxfrm",
        "calendar.month_name[1]",
    ],
)
def test_what_asks_the_locale_is_seen(line: str) -> None:
    assert ASKS_THE_LOCALE.search(line)


def test_optimised_bytecode_says_the_same() -> None:
    plain, optimised = _here(), _run(PYTHONOPTIMIZE="1")
    assert optimised.returncode == 0, optimised.stderr
    assert plain.stdout.splitlines() == optimised.stdout.splitlines()
