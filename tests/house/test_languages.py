"""Rooms that are declared complete say everything in every language.

The templates are found by reading the code: what is handed to `say` and the like as
a literal; the titles of enums by asking their members. A translation names the parts
that its template names.
"""

from __future__ import annotations

import ast
from enum import Enum
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from tests.house.walk import ROOT

from icluster import rules
from icluster.languages import es
from icluster.reference import advice, eccp, esca
from icluster.words import parts_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.words import Language

# Rooms of which every sentence has its translation: modules or packages.
COMPLETE = (
    "words",
    "errors",
    "_faults",
    "_fields",
    "_texts",
    "_exact",
    "vocabularies",
    "verdicts",
    "tables",
    "sources",
    "dates",
    "regions",
    "money",
    "observations",
    "organizations",
    "clusters",
    "ecosystems",
    "labels",
    "policies",
    "quality_labels",
    "rules",
    "plots",
    "scales",
    "indicators",
    "benchmark_records",
    "derivations",
    "advice",
    "benchmarking",
    "wire",
    "readers",
    "frames",
    "pydantic",
    "naming",
    "reference",
    "conditions",
    "facts",
    "provenance",
    "rubrics",
    "editions",
    "layouts",
    "contexts",
    "scoring",
    "profiles",
)
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
    "refuse": ((1,), ()),
    "refused": ((1,), ()),
    "_refused": ((2,), ()),
    "refusal": ((1,), ()),
    "refuse_column": ((1,), ()),
    "_text": ((2,), ()),
    "TextForm": ((), ("expected",)),
    "RubricError": ((1,), ("problem",)),
    "UnknownNameError": ((0,), ("kind",)),
    "NotInForceError": ((0,), ("what",)),
    "TooLargeError": ((0,), ("what",)),
    "UndeterminedError": ((0,), ("what",)),
    "matches": ((1,), ("expected",)),
    "of": ((0,), ("title",)),
    "either": ((), ()),
}


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


Texts: TypeAlias = dict[str, list[str]]
"""The texts that each name of a module is given, anywhere in it."""


def _literals(node: ast.expr, texts: Texts) -> Iterator[str]:
    """Yield the texts that an expression may be, conditions and names looked into."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, texts)
        yield from _literals(node.orelse, texts)
    elif isinstance(node, ast.Name):
        yield from texts.get(node.id, ())


def _texts(tree: ast.Module) -> Texts:
    texts: Texts = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            texts.setdefault(node.targets[0].id, []).extend(_literals(node.value, {}))
    return texts


Meant: TypeAlias = tuple[str, str]
"""A template, and the context that tells which meaning of it is meant."""


def _context(call: ast.Call) -> str:
    contexts = [word.value for word in call.keywords if word.arg == "context"]
    if _name(call) == "of":
        contexts += call.args[1:2]
    return next((text for value in contexts for text in _literals(value, {})), "")


def _calls(tree: ast.Module) -> Iterator[Meant]:
    texts = _texts(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in TAKES_TEMPLATES:
            positions, names = TAKES_TEMPLATES[_name(node)]
            arguments = [node.args[at] for at in positions if at < len(node.args)]
            arguments += [word.value for word in node.keywords if word.arg in names]
            for argument in arguments:
                for text in _literals(argument, texts):
                    yield text, _context(node)


def _titles(module_name: str) -> Iterator[Meant]:
    things: list[Any] = list(vars(import_module(module_name)).values())
    for thing in things:
        is_enum = isinstance(thing, type) and issubclass(thing, Enum)
        if is_enum and thing.__module__ == module_name:
            for member in thing.__members__.values():
                yield str(getattr(member, "title", member.value)), thing.__name__


def templates_of(room: str) -> set[Meant]:
    """Return what the code of a room can say: its literals, the titles of its enums."""
    home = ROOT / "src" / "icluster" / room
    files = sorted(home.rglob("*.py")) if home.is_dir() else [home.with_suffix(".py")]
    templates: set[Meant] = set()
    for file in files:
        templates |= set(_calls(ast.parse(file.read_text("utf-8"))))
        steps = file.relative_to(ROOT / "src").with_suffix("").parts
        templates |= set(_titles(".".join(steps).removesuffix(".__init__")))
    return {meant for meant in templates if any(map(str.isalpha, meant[0]))}


@pytest.mark.parametrize("room", COMPLETE)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_complete_room_is_translated(room: str, code: str) -> None:
    language = LANGUAGES[code]
    untranslated = {meant for meant in templates_of(room) if not language.knows(*meant)}
    assert not sorted(untranslated)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_names_the_parts_of_its_template(code: str) -> None:
    language: Language = LANGUAGES[code]
    unlike = [
        (template, text)
        for _, template, text in language.entries
        if parts_named(template) != parts_named(text)
    ]
    assert not unlike


def _titles_of_the_edition() -> Iterator[str]:
    edition, rubric = eccp.EDITION_2022, eccp.MATURITY_2022
    yield from (edition.title, rubric.title, rubric.caution)
    for criterion in rubric.criteria:
        yield criterion.title
        yield from (level.title for level in criterion.levels)
        yield from (gap.why for gap in criterion.gaps)
    for fact in rubric.facts:
        yield fact.title
        yield from (
            value.replace("_", " ") for value in fact.domain if isinstance(value, str)
        )
    for question in edition.questions:
        yield question.title
        yield from (choice.title for choice in question.choices)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_assessment_that_is_shipped_is_translated(code: str) -> None:
    titles = {*_titles_of_the_edition()}
    assert len(titles) > 40
    assert not sorted(title for title in titles if not LANGUAGES[code].knows(title))


def _titles_of_the_structure() -> Iterator[str]:
    structure = esca.BENCHMARK_36
    yield from (structure.title, structure.edition)
    yield from (area.title for area in structure.areas)
    for indicator in structure.indicators:
        yield indicator.title
        yield from (option.name for option in indicator.scale.categories)
    yield from (action for _, action in advice.ADVICE_EN.actions)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_interview_that_is_shipped_is_translated(code: str) -> None:
    titles = {*_titles_of_the_structure()}
    assert len(titles) > 70
    assert not sorted(title for title in titles if not LANGUAGES[code].knows(title))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_printed_title_stands_before_a_translation_of_ours(code: str) -> None:
    rubric = eccp.MATURITY_2022
    for criterion in rubric.criteria:
        for title in (criterion.title, *(level.title for level in criterion.levels)):
            text = LANGUAGES[code].of(title)
            assert text.startswith(f"{title} [")
            assert text.endswith("]")


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_of_rules_are_translated(code: str) -> None:
    language = LANGUAGES[code]
    every_rule = (*rules.ALL, rules.RULE_RAISED)
    sections = ("summary", "why", "fires_on", "remedy")
    pages = [rule.section(section) for rule in every_rule for section in sections]
    page = rules.explain("LAB004").table()
    headings = [row[0] for row in page.rows] + ["Needs"]
    kinds = {row["about"] for row in rules.catalogue(every_rule).records()}
    words = {kind for kinds_of in kinds for kind in str(kinds_of).split(", ")}
    assert not [page for page in pages if page.text(language) == page.text()]
    assert not [text for text in (*headings, *words) if not language.knows(str(text))]


def _digest(rule: rules.Rule) -> str:
    sections = ("summary", "why", "fires_on", "remedy")
    page = "\n".join(rule.section(section).text() for section in sections)
    return sha256(page.encode()).hexdigest()[:12]


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_of_rules_are_translated_from_what_they_say_now(code: str) -> None:
    # A page is looked up by the code of its rule: nothing else tells that its English
    # has changed since. Write a line anew once somebody has looked at the translation.
    pinned = (Path(__file__).parent / f"pages_in_{code}.txt").read_text("utf-8")
    today = {f"{r.code} {_digest(r)}" for r in (*rules.ALL, rules.RULE_RAISED)}
    assert sorted(today - {*pinned.splitlines()}) == [], "look at the translations"
    assert sorted({*pinned.splitlines()} - today) == [], "remove what is of no page"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_page_is_of_a_rule_that_is_gone(code: str) -> None:
    ours = {f"{r.code} {r.name}" for r in (*rules.ALL, rules.RULE_RAISED)}
    contexts = {
        meaning for meaning, template, _ in LANGUAGES[code].entries if not template
    }
    assert {context.rpartition(" ")[0] for context in contexts} == ours


def test_templates_are_found() -> None:
    assert ("{} has no label {}", "") in templates_of("errors")
    assert ("{} or {}", "") not in templates_of("errors")
    assert ("open", "Verdict") in templates_of("verdicts")
