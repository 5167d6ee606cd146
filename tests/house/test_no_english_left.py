"""No English is left in what the reference data makes in another language.

Everything is rendered once, in a language that writes down which templates it is asked
for. Three things are then held: each of them has a translation, no part that is passed
as data has one, and words that are none in Spanish stand in what is printed alone.
Figures are held to the same where they are drawn, in `tests/laws/test_figures.py`.
"""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from importlib import import_module
from inspect import getattr_static, isfunction, signature
from typing import TYPE_CHECKING, Any

from tests.golden import benchmarks, mistakes, registers, scores
from tests.golden.findings import EVERYTHING
from tests.listening import ALIKE, ENGLISH, SPANISH, english_in
from tests.unit.rules.test_cases import CASES

import icluster
from icluster import LabelTier, Missing, Organization, rules, scoring, wire
from icluster.errors import IClusterError
from icluster.labels import may_apply
from icluster.reference import CONTEXT, esca, mexico, overview
from icluster.tables import Table
from icluster.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAYS = date(2018, 6, 1), date(2022, 9, 30)
# A part of the data that is spelt as something of ours is: what an amount is set aside
# for, quoted as printed, and the name of a field of a context.
AS_THEY_ARE = {"cluster", "currencies"}
IN_CASES = {"one", "other", "region", "yes"}  # keys that cases of rules invent


def _tables() -> Iterator[Table]:
    day, register = DAYS[1], mexico.BRONZE_LABELS
    mexican, everyone = scores.score_of(scores.NATIONAL), scores.BEFORE
    silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
    results: tuple[Any, ...] = (
        mexican,
        everyone["Country D"],
        scores.AFTER["Country E"],
        *(scoring.compare(mexico.PUBLISHED_2022, one) for one in everyone.values()),
        scoring.readings(scores.NATIONAL, on=day, edition=scores.EDITION),
        scoring.next_steps(scores.RUBRIC, mexican.facts),
        scoring.next_steps(scores.RUBRIC, everyone["Country D"].facts),
        scoring.rank(everyone),
        scoring.leaving_out(everyone),
        scoring.movements(everyone, scores.AFTER),
        scoring.over_time({2021: everyone, 2022: scores.AFTER}),
        scoring.audit(scores.RUBRIC),
        benchmarks.made().review,
        benchmarks.made().position,
        *(rules.explain(rule) for rule in rules.ALL),
        *(
            may_apply(register[0], on=day, term=silver, second=Missing.UNKNOWN)
            for day in DAYS
        ),
        wire.from_records([{"name": "MIND"}, {"name": ""}], Organization),
    )
    for result in results:
        yield result.table(language=SPANISH)
    for day in DAYS:
        yield register.table(on=day, language=SPANISH)
        for by in ("portfolio", "country", "region", "tier"):
            yield register.counts_table(on=day, by=by, language=SPANISH)
        checked = _checked(day)
        yield checked.table(opened=True, language=SPANISH)
        yield checked.table(language=SPANISH)
        yield checked.summary(language=SPANISH)
    yield from benchmarks.made().tables(language=SPANISH)
    yield rules.catalogue(language=SPANISH)
    yield overview(language=SPANISH)


@cache
def _checked(day: date) -> rules.Report:
    return rules.check(EVERYTHING, on=day, context=CONTEXT)


def _texts(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        yield table.text(language=SPANISH)
    report, steps = (
        benchmarks.made(),
        scoring.next_steps(scores.RUBRIC, scores.score_of(scores.NATIONAL).facts),
    )
    for result in (report, steps, steps.score, _checked(DAYS[1])):
        page = result.document(language=SPANISH)
        yield html.unescape(
            re.sub(r"<style>.*?</style>|<[^>]+>", "\n", page, flags=re.DOTALL)
        )
    yield rules.manual(language=SPANISH)
    register = registers.REGISTER
    seen: tuple[object, ...] = (
        register,
        report,
        _checked(DAYS[0]),
        steps,
        scoring.rank(scores.BEFORE),
    )
    for item in seen:
        day = DAYS[1] if item is register else None
        yield from _worded(wire.view(item, on=day, language=SPANISH))


def _worded(view: Any) -> Iterator[str]:
    """Yield what a view words: titles, texts, reasons, and not its keys."""
    for key, part in view.items():
        items = part if isinstance(part, list | tuple) else [part]
        for item in items:
            if isinstance(item, dict):
                yield from _worded(item)
            elif isinstance(item, str) and key in {"text", "title", "notes", "remedy"}:
                yield item


@cache
def _rendered() -> tuple[tuple[Table, ...], str]:
    tables = tuple(_tables())
    return tables, "\n".join(_texts(tables))


def _parts(thing: object) -> Iterator[str]:
    """Yield every text that is a part, and no sentence."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Sentence):
        for part in thing.parts:
            yield from _parts(part)
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from _parts(item)


def _leaves(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, list):
        for item in data:
            yield from _leaves(item)


def _names() -> list[str]:
    """Return the English that stands in the data, longest first: printed or a name."""
    things = [
        thing
        for subject in (*EVERYTHING.values(), benchmarks.made().record)
        for thing in (subject if isinstance(subject, tuple) else (subject,))
    ]
    texts = {text for thing in things for text in _leaves(wire.to_dict(thing))}
    ours = {text for text in texts if SPANISH.knows(text)}
    return sorted(filter(ENGLISH.search, texts - ours), key=len, reverse=True)


def test_every_template_that_is_asked_for_has_its_spanish() -> None:
    _rendered()
    assert sorted(SPANISH.asked - ALIKE) == []


def test_no_part_that_is_passed_as_data_has_a_translation() -> None:
    tables, _ = _rendered()
    shown = [
        [table.rows, *(text for text in (table.title, *table.notes) if _is_said(text))]
        for table in tables
    ]
    known = {part for part in _parts(shown) if SPANISH.knows(part)}
    assert sorted(known - ALIKE - AS_THEY_ARE) == []


def _is_said(text: object) -> bool:
    return isinstance(text, Sentence)


def test_only_what_is_printed_or_quoted_is_english() -> None:
    _, text = _rendered()
    assert english_in(text, _names()) == []


def test_no_part_of_what_a_rule_can_find_has_a_translation() -> None:
    findings = [
        finding
        for case in CASES
        if case.said
        for finding in case.rule(case.thing, on=case.on, context=case.context)
    ]
    said = "\n".join(finding.said().text(SPANISH) for finding in findings)
    assert "this" not in said
    known = {part for finding in findings for part in _parts(finding.sentence)}
    known = {part for part in known if SPANISH.knows(part)}
    assert sorted(known - ALIKE - AS_THEY_ARE - IN_CASES) == []
    assert sorted(SPANISH.asked - ALIKE - {"Regional"}) == []


def test_every_refusal_has_its_spanish() -> None:
    SPANISH.asked.clear()
    for call in (call for calls in mistakes.CALLS.values() for call in calls):
        try:
            eval(call, dict(mistakes.NAMES))
        except IClusterError as error:
            error.said().text(SPANISH)
        except Exception:  # noqa: BLE001 (not one of ours: Python words it)
            continue
    # What is one word may be the key of a fact or a criterion.
    assert sorted(asked for asked in SPANISH.asked if " " in asked) == []


SAYS_IN_WORDS = "Table", "tuple[Table, ...]", "Figure"
SAID_BY_NAME = "csv", "document", "html", "manual", "markdown", "records", "text"
# It is handed over as it is; a table has a language of its own.
HAS_A_LANGUAGE = {"Table.only"}


def _public() -> Iterator[tuple[str, Any]]:
    """Yield functions and methods, those of nouns with the root they stand in."""
    for room, nouns in icluster._ROOMS:
        home = import_module(f"icluster.{room}")
        things = [(name, getattr(home, name)) for name in home.__all__]
        things += [(name, getattr(icluster, name)) for name in nouns.split()]
        for name, thing in things:
            if isfunction(thing):
                yield name, thing
            elif isinstance(thing, type):
                for key in filter(lambda key: key[0] != "_", dir(thing)):
                    yield f"{name}.{key}", getattr_static(thing, key)


def test_whatever_words_something_takes_a_language() -> None:
    without = {
        name
        for name, function in _public()
        if isfunction(function)
        and (
            function.__annotations__.get("return") in SAYS_IN_WORDS
            or name.rpartition(".")[2] in SAID_BY_NAME
        )
        and "language" not in signature(function).parameters
    }
    assert without == HAS_A_LANGUAGE
