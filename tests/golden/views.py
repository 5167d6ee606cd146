"""Results as a client gets them, in either language."""

from __future__ import annotations

import json
from datetime import date

from attrs import evolve
from tests.golden import benchmarks, scores
from tests.golden.layout import headed

from icluster import LabelRegister, rules, scoring, wire
from icluster.languages import es
from icluster.reference import CONTEXT, eccp, mexico
from icluster.words import ENGLISH, Language

_MEXICO = scores.score_of(scores.NATIONAL)
_SPOKEN = {"English": ENGLISH, "Spanish": es.SPANISH}


def of_scores() -> str:
    results = {
        "Mexico": _MEXICO,
        "Country D": scores.BEFORE["Country D"],
        "published": scoring.compare(mexico.PUBLISHED_2022, _MEXICO),
        "steps": scoring.next_steps(scores.RUBRIC, _MEXICO.facts),
        "ranking": scoring.rank({"Mexico": _MEXICO, **scores.BEFORE}),
    }
    return headed(
        {
            f"{name}, {spoken}": _lines(result, language)
            for name, result in results.items()
            for spoken, language in _SPOKEN.items()
        }
    )


def of_readings() -> str:
    every = scoring.readings(
        mexico.POLICIES_2022, on=scores.THE_DAY, edition=eccp.EDITION_2022
    )
    seen = wire.view(every)
    readings = seen.pop("readings")
    head = json.dumps(seen, indent=1, ensure_ascii=False)
    lines = "\n".join(json.dumps(reading) for reading in readings[:9])
    return headed({"readings": head, f"first of {len(readings)}": lines})


def of_checks() -> str:
    report = rules.check(
        mexico.FACTSHEET_2022, on=scores.THE_DAY, context=CONTEXT, select=["BUD", "POL"]
    )
    waiver = report.waive(report.findings[0], reason="asked the ministry")
    waived = rules.check(
        mexico.FACTSHEET_2022,
        on=scores.THE_DAY,
        context=CONTEXT,
        select=["BUD", "POL"],
        waivers=[waiver],
    )
    return headed({name: _lines(waived, spoken) for name, spoken in _SPOKEN.items()})


def of_labels() -> str:
    register = short_register()
    return headed(
        {
            name: _lines(register, spoken, date(2018, 9, 30))
            for name, spoken in _SPOKEN.items()
        }
    )


def short_register() -> LabelRegister:
    """Return the last awards of the register: some of them are valid."""
    return evolve(mexico.BRONZE_LABELS, awards=mexico.BRONZE_LABELS.awards[-4:])


def of_benchmarks() -> str:
    """The report, of its position the first and the last indicators."""
    report = benchmarks.made()
    position = report.position
    short = evolve(
        report,
        position=evolve(
            position, indicators=(*position.indicators[:6], *position.indicators[-4:])
        ),
    )
    parts = {"position": short.position, "report": short}
    return headed(
        {
            f"{part}, {name}": _lines(result, spoken)
            for part, result in parts.items()
            for name, spoken in _SPOKEN.items()
        }
    )


def schemas() -> str:
    """Each schema in short: a line a property of each class."""
    kinds: tuple[type, ...] = (scoring.Score, rules.Report, LabelRegister)
    return headed({kind.__name__: _properties(kind) for kind in kinds})


def _properties(kind: type) -> str:
    schema = wire.view_schema(kind)
    parts = {"": schema, **schema["$defs"]}
    return "\n".join(
        f"{name}.{key}: {json.dumps(part)}"
        for name, inner in parts.items()
        for key, part in inner.get("properties", {}).items()
    )


def _lines(result: object, language: Language, on: date | None = None) -> str:
    """Return a view, an item of each list a line."""
    seen = wire.view(result, on=on, language=language)
    lines: list[str] = []
    for key, part in seen.items():
        items = part if isinstance(part, list) and part else [part]
        lines += (f"{key}: {json.dumps(item, ensure_ascii=False)}" for item in items)
    return "\n".join(lines)
