"""What values say of themselves: str and repr of nouns and results."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from tests.golden import scores
from tests.golden.layout import headed, listed

import icluster
from icluster import (
    AllOf,
    Answer,
    AnyOf,
    Authority,
    Citation,
    Cluster,
    Country,
    Evaluation,
    Fact,
    Facts,
    Helix,
    Identifier,
    Instrument,
    Is,
    LabelStatus,
    LegalForm,
    Level,
    Missing,
    Money,
    Monitoring,
    Not,
    Organization,
    Other,
    PartialDate,
    PartialPeriod,
    Period,
    Portfolio,
    Reading,
    Region,
    Source,
    scoring,
)
from icluster.derivations import PartOf, Quotient, Sum
from icluster.ecosystems import Unnamed
from icluster.policies import AuthorityRole, EvaluationStage, FinancialInstrument
from icluster.reference import eccp, ecei, esca, mexico, project
from icluster.scales import (
    Amount,
    Choice,
    Counts,
    Direction,
    Measure,
    Ordinal,
    Several,
    Shares,
    Text,
    Unit,
)
from icluster.words import worded

_SOURCE = Source(
    key="made_up",
    title="A page, made up",
    publisher="Nobody",
    url="https://example.org/page",
    published=PartialDate(2015, 4),
    read_on=date(2022, 9, 30),
)
_MEXICO = scores.score_of(scores.NATIONAL)

NOUNS: tuple[Any, ...] = (
    Answer("participants", 40),
    Answer("participants"),
    Authority("Ministry of Economy", [AuthorityRole.FUNDING]),
    Citation(_SOURCE, "page 3", "an excerpt"),
    Cluster(key="tools", name="Makers of tools"),
    Country("MX"),
    Evaluation(EvaluationStage.EX_ANTE),
    Identifier("rfc", "ABC010203XYZ"),
    Instrument(FinancialInstrument.COLLABORATION),
    LegalForm("ac", "A.C."),
    Missing.UNKNOWN,
    Missing.NOT_APPLICABLE,
    Money(amount="1400000.50", currency="MXN", year=2018),
    Money(amount=3),
    Monitoring(),
    Organization(name="Cluster A", country=Country("MX")),
    Other("mission"),
    PartialDate(2015),
    PartialDate(2015, 4),
    PartialDate(2015, 4, 3),
    PartialPeriod(PartialDate(2015), PartialDate(2018, 4)),
    PartialPeriod(PartialDate(2015)),
    PartialPeriod(),
    PartialPeriod(PartialDate(2015), Missing.NOT_APPLICABLE),
    Period(date(2015, 4, 3), date(2016, 4, 3)),
    Period(date(2015, 4, 3)),
    Portfolio("food", "Food industry", "list_2012"),
    Region("MX-NLE"),
    _SOURCE,
    Unnamed("experts", [Helix.ACADEMIA]),
    LabelStatus.NOT_YET,
)
CONDITIONS: tuple[Any, ...] = (
    Is("monitoring"),
    Is("monitoring", False),
    Is("established", ("over_2_to_10_years", "over_10_years")),
    Not(Is("monitoring")),
    AllOf([Is("monitoring"), Not(Is("broad_policy"))]),
    AnyOf([Is("monitoring"), AllOf([Is("broad_policy"), Is("targeted_policy")])]),
    AllOf([]),
    AnyOf([]),
    *(level for criterion in eccp.MATURITY_2022.criteria for level in criterion.levels),
    *(gap for criterion in eccp.MATURITY_2022.criteria for gap in criterion.gaps),
    Level("0.5", Is("monitoring"), "half a point"),
)
FACTS: tuple[Any, ...] = (
    Fact.boolean("monitoring"),
    Fact("size", (1, 2, 3), "Size"),
    Facts.of(eccp.FACTS_2022),
    Facts.of(eccp.FACTS_2022, monitoring=True, established={"within_2_years"}),
    scores.facts_of(scores.NATIONAL),
    Reading({"question": "choice"}),
    eccp.PUBLISHED_READING,
    eccp.EDITION_2022,
    *eccp.EDITION_2022.questions,
)
SCALES: tuple[Any, ...] = (
    Amount(direction=Direction.MORE),
    Choice(["industry", "public"]),
    Counts(["sme", "large"]),
    Measure(Unit.COUNT, direction=Direction.MORE),
    Measure(Unit.SHARE, lowest="0.1", highest="0.5"),
    Ordinal(5, lowest=1),
    Several(["energy"], is_open=True),
    Shares(["public", "fees"]),
    Text(),
    Quotient("members", "staff"),
    PartOf("funds", ["fees"]),
    Sum("members", "types"),
    *(indicator.scale for indicator in esca.BENCHMARK_36.indicators),
)
RESULTS: tuple[Any, ...] = (
    _MEXICO,
    *_MEXICO.criteria,
    scoring.compare(mexico.PUBLISHED_2022, _MEXICO),
    scoring.readings(
        scores.NUEVO_LEON, on=scores.THE_DAY, edition=eccp.EDITION_2022
    ).totals,
    scoring.rank(scores.BEFORE),
    scoring.audit(eccp.MATURITY_2022),
    mexico.PUBLISHED_2022,
    mexico.BRONZE_LABELS,
    *mexico.BRONZE_LABELS.awards[:3],
    mexico.BRONZE_LABELS.counts(on=date(2018, 9, 30)),
    *esca.SCHEME.editions,
    *(term for edition in esca.SCHEME.editions for term in edition.terms),
    *esca.SCHEME.requirements,
    project.ICLUSTER.organizations[0],
    *ecei.GOLD_31.indicators[:3],
)
CELLS: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -3,
    1234567,
    Decimal("1.50"),
    Decimal("1E+3"),
    Decimal("-0"),
    "a\tb\nc",
    "",
    date(2015, 4, 3),
    Missing.UNKNOWN,
    Fraction(1, 3),
    PartialDate(2015, 4),
)


def texts() -> str:
    """Text and repr of each, a repr cut where it is a whole document."""
    groups = {
        "nouns": NOUNS,
        "conditions": CONDITIONS,
        "facts": FACTS,
        "scales": SCALES,
        "results": RESULTS,
    }
    return headed(
        {
            **{name: listed(map(_both, group)) for name, group in groups.items()},
            "cells": listed(f"{cell!r} -> {worded(cell)!r}" for cell in CELLS),
        }
    )


def _both(value: object) -> str:
    text, name = str(value), repr(value)
    short = name if len(name) <= 160 else f"{name[:160]}... ({len(name)} letters)"
    return short if text == name else f"{short}\n    -> {text}"


def vocabularies() -> str:
    """Every closed vocabulary with its values and titles."""
    # Two rooms may have a word each of the same name: they are told by their lines.
    parts = [
        f"=== {kind.__name__}\n"
        + listed(f"{one.value}: {getattr(one, 'title', '(no title)')}" for one in kind)
        for kind in _enums()
    ]
    return "\n\n".join(sorted(parts))


def _enums() -> set[type[Enum]]:
    modules = [
        import_module(f"icluster.{module.name}")
        for module in iter_modules(icluster.__path__)
        if not module.name.startswith("_")
    ]
    return {
        thing
        for module in modules
        for name, thing in vars(module).items()
        if isinstance(thing, type) and issubclass(thing, Enum) and thing is not Enum
        if not name.startswith("_")
    }
