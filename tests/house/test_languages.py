"""Rooms that are declared complete say everything in every language.

The templates are found by reading the code: what is handed to `say` and the like as
a literal. A translation names the parts that its template names.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from tests.house.walk import ROOT

from icluster.languages import es
from icluster.words import parts_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.words import Language

# Rooms of which every sentence has its translation: modules or packages.
COMPLETE = ("words", "_faults", "errors", "tables", "verdicts")
LANGUAGES = {"es": es.SPANISH}

# Callables that take templates, with the positions of these among the arguments and
# their names; None stands for every text among the arguments.
TAKES_TEMPLATES: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "say": ((0,), ()),
    "needs": ((0,), ()),
    "Sentence": ((0,), ("template",)),
    "Column": ((1,), ("title",)),
    "InvalidValueError": ((1,), ("expected",)),
    "Fault": ((2,), ("expected",)),
    "RubricError": ((1,), ("problem",)),
    "of": ((0,), ("title",)),
    "either": ((), ()),
}


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be: literals, also of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in TAKES_TEMPLATES:
            positions, names = TAKES_TEMPLATES[_name(node)]
            for position in positions:
                if position < len(node.args):
                    yield from _literals(node.args[position])
            for keyword in node.keywords:
                if keyword.arg in names:
                    yield from _literals(keyword.value)


def templates_of(room: str) -> set[str]:
    """Return the templates that stand as literals in the code of a room."""
    home = ROOT / "src" / "icluster" / room
    files = sorted(home.rglob("*.py")) if home.is_dir() else [home.with_suffix(".py")]
    return {
        template
        for file in files
        for template in _calls(ast.parse(file.read_text("utf-8")))
        if any(map(str.isalpha, template))
    }


@pytest.mark.parametrize("room", COMPLETE)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_complete_room_is_translated(room: str, code: str) -> None:
    language = LANGUAGES[code]
    contexts = {context for context, _, _ in language.entries}
    untranslated = sorted(
        template
        for template in templates_of(room)
        if not any(language.knows(template, context) for context in contexts | {""})
    )
    assert not untranslated


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_names_the_parts_of_its_template(code: str) -> None:
    language: Language = LANGUAGES[code]
    unlike = [
        (template, text)
        for _, template, text in language.entries
        if parts_named(template) != parts_named(text)
    ]
    assert not unlike


def test_templates_are_found() -> None:
    assert "{} has no label {}" in templates_of("errors")
    assert "{} or {}" not in templates_of("errors")
