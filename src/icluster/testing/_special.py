"""Strategies for nouns whose fields hang together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

import attrs
import hypothesis.strategies as st

from icluster._fields import check_type
from icluster._hints import concrete_subclasses
from icluster.conditions import AllOf, AnyOf, Condition, Is, Not
from icluster.dates import DateBound, PartialDate, Period, Turn
from icluster.editions import Edition, Question, Ruling
from icluster.errors import CODES, Fault, InvalidValueError, UnknownNameError
from icluster.facts import Fact, Facts, FactSchema
from icluster.indicators import BenchmarkStructure
from icluster.labels import LabelStatus, StatusCounts
from icluster.policies import Policy, PolicyLevel
from icluster.provenance import Provenance
from icluster.quality_labels import QualityCatalogue, QualityIndicator, QualityScheme
from icluster.reference import eccp, esca
from icluster.regions import Country, Region
from icluster.rubrics import Criterion, Gap, Level, Rubric
from icluster.tables import Cell, Column, Table
from icluster.testing._grown import DAYS, KEYS, TEXTS, grown, hint_strategy
from icluster.words import Sentence, say

POINTS = st.sampled_from(("0", "0.5", "1", "2", "3.25"))
BANDS = ("young", "grown", "old", "oldest")


def class_strategy(kind: Any) -> Any:
    """Return the strategy for a class; made late, as a class may hold itself."""
    return st.deferred(lambda: _class_strategy(kind))


@cache
def _class_strategy(kind: Any) -> Any:
    special = _special_strategies().get(kind)
    if special is not None:
        return special
    if not attrs.has(get_origin(kind) or kind):
        return st.one_of([class_strategy(below) for below in concrete_subclasses(kind)])
    return grown(kind, class_strategy)


def strategy_with(kind: Any, fields: Mapping[str, Any]) -> Any:
    """Return a strategy for a class of which some *fields* are drawn from others."""
    names = tuple(a.alias for a in attrs.fields(kind) if a.init)
    for name, strategy in fields.items():
        if name not in names:
            raise UnknownNameError(say("field of {}", kind.__name__), name, names)
        check_type(name, strategy, st.SearchStrategy)
    make = _WITH_FIELDS.get(kind, partial(grown, kind, class_strategy))
    if kind in _special_strategies() and kind not in _WITH_FIELDS:
        expected = say("left to the strategy for {}", kind.__name__)
        raise InvalidValueError("fields", expected, tuple(fields))
    return st.fixed_dictionaries(dict(fields)).flatmap(make)


@cache
def _special_strategies() -> Mapping[type, Any]:
    """Return the strategies, by class."""
    return MappingProxyType(
        {
            AllOf: st.builds(AllOf, st.lists(CONDITIONS, max_size=2)),
            AnyOf: st.builds(AnyOf, st.lists(CONDITIONS, max_size=2)),
            Condition: CONDITIONS,
            BenchmarkStructure: st.just(esca.BENCHMARK_36),
            Column: st.builds(Column, KEYS, st.just("") | TEXTS, numeric=st.booleans()),
            Country: st.sampled_from(("MX", "ES")).map(Country),
            Criterion: st.deferred(lambda: schemas().flatmap(criteria)),
            Edition: st.just(eccp.EDITION_2022),
            Fact: facts_of_schema("fact"),
            FactSchema: schemas(),
            Fault: FAULTS,
            Facts: schemas().flatmap(facts),
            Is: TESTS,
            Not: st.builds(Not, CONDITIONS),
            PartialDate: partial_dates(),
            Period: periods(),
            Policy: policies(),
            QualityScheme: quality_schemes(),
            Question: questions(),
            Region: REGIONS,
            Rubric: rubrics(),
            Sentence: SENTENCES,
            StatusCounts: status_counts(),
            Table: tables(),
            Turn: periods().map(lambda p: Turn(p.first_day, p.last_day or date.max)),
        }
    )


# --- small values -----------------------------------------------------------------

REGIONS = st.sampled_from(("MX-NLE", "MX-BCN", "ES-CT")).map(Region)


SENTENCES = st.lists(TEXTS | st.integers() | DAYS, max_size=2).map(
    lambda parts: say(" ".join(["said", *["{}"] * len(parts)]), *parts)
)


FAULTS = st.builds(
    Fault,
    st.lists(KEYS | st.integers(0, 9), max_size=3),
    st.sampled_from(sorted(CODES)),
    SENTENCES,
    st.none() | st.integers() | TEXTS,
)


@st.composite
def partial_dates(draw: Any) -> PartialDate:
    """Dates known to the year, the month, the day or bounds; leap days among them."""
    date_of = partial(_partial_date, draw)
    bound = draw(st.sampled_from([DateBound.WITHIN, *DateBound, None]))
    if bound is None:
        first, last = sorted((draw(DAYS), draw(DAYS)))
        return date_of(first, latest=date_of(last))
    return date_of(draw(DAYS), bound=bound)


def _partial_date(draw: Any, day: date, **more: Any) -> PartialDate:
    precision = draw(st.integers(1, 3))
    separator = draw(st.sampled_from("-/"))
    return PartialDate(
        day.year,
        day.month if precision > 1 else None,
        day.day if precision > 2 else None,
        separator,
        **more,
    )


@st.composite
def periods(draw: Any) -> Period:
    """Periods of a day or more, some of them open."""
    first: date = draw(DAYS)
    last = draw(st.one_of(st.none(), st.just(first), st.dates(min_value=first)))
    return Period(first, last)


@st.composite
def tables(draw: Any) -> Table:
    """Tables of every sort of cell."""
    columns = draw(_keyed(Column, min_size=1))
    cells: Any = st.one_of(
        [hint_strategy(kind, class_strategy) for kind in get_args(Cell)]
    )
    row = st.lists(cells, min_size=len(columns), max_size=len(columns))
    return Table(
        title=draw(TEXTS),
        columns=columns,
        rows=draw(st.lists(row, max_size=3)),
        notes=draw(st.lists(TEXTS, max_size=2)),
    )


def _keyed(kind: type, *, min_size: int) -> Any:
    """Return a strategy for several of a *kind*, no key twice."""
    return st.lists(
        class_strategy(kind), min_size=min_size, max_size=3, unique_by=lambda it: it.key
    )


@st.composite
def status_counts(draw: Any) -> StatusCounts:
    """Counts of up to three labels, some of which may have several statuses."""
    possible = st.lists(st.sampled_from(LabelStatus), min_size=1, unique=True)
    statuses = draw(st.lists(possible.map(tuple), max_size=3))
    return StatusCounts.of(statuses, on=draw(DAYS))


@st.composite
def quality_schemes(draw: Any) -> QualityScheme:
    """Schemes of two indicators, the points split and bounded anyhow."""
    points = draw(st.integers(1, 9))
    maxima = {"1.1": points, "1.2": 10 - points}
    return QualityScheme(
        catalogue=QualityCatalogue(
            key="invented",
            title="Invented label",
            indicators=[
                QualityIndicator(number=number, title="an indicator")
                for number in maxima
            ],
            maximum=10,
            needed=Fraction(4, 5),
        ),
        maxima=maxima,
        thresholds={each: draw(st.integers(0, most)) for each, most in maxima.items()},
    )


# --- policies ----------------------------------------------------------------------


@st.composite
def policies(draw: Any, fields: Mapping[str, Any] = MappingProxyType({})) -> Policy:
    """Policies, national or of a region."""
    settled = dict(fields)
    country, region = settled.get("country"), settled.get("region")
    if "level" not in settled:
        levels = (PolicyLevel.REGIONAL,) if region else tuple(PolicyLevel)
        settled["level"] = draw(st.sampled_from(levels))
    if settled["level"] is PolicyLevel.REGIONAL:
        # Of a country that is given any code within it will do.
        within = st.just(Region(f"{country.code}-A")) if country else REGIONS
        settled["region"] = region or draw(within)
        settled["country"] = country or settled["region"].country
    drawn: Policy = draw(grown(Policy, class_strategy, settled))
    return drawn


_WITH_FIELDS: Final[Mapping[type, Any]] = MappingProxyType({Policy: policies})


@st.composite
def questions(draw: Any) -> Question:
    """Questions with two choices or three."""
    choices = draw(_keyed(Ruling, min_size=2))
    drawn: Question = draw(grown(Question, class_strategy, {"choices": choices}))
    return drawn


# --- facts, conditions, rubrics -----------------------------------------------------

VALUES = st.one_of(
    st.just((True,)),
    st.lists(st.booleans(), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(BANDS), min_size=1, max_size=2, unique=True),
    st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True),
)
TESTS = st.builds(Is, KEYS, VALUES)


def _compound(inner: Any) -> Any:
    several = st.lists(inner, max_size=2)
    return st.one_of(
        st.builds(Not, inner), st.builds(AllOf, several), st.builds(AnyOf, several)
    )


CONDITIONS = st.recursive(TESTS, _compound, max_leaves=4)


@st.composite
def facts_of_schema(draw: Any, name: str) -> Fact:
    """Facts that are true or false, words, numbers or ages."""
    title = draw(st.one_of(st.just(""), TEXTS))
    size = draw(st.integers(2, 4))
    sort = draw(st.sampled_from(("boolean", "words", "numbers", "age")))
    if sort == "boolean":
        return Fact.boolean(name, title)
    if sort == "words":
        return Fact(name, BANDS[:size], title)
    if sort == "numbers":
        return Fact(name, tuple(range(size)), title)
    return Fact.age(name, BANDS[:size], title, boundaries=range(1, size))


@st.composite
def schemas(draw: Any) -> FactSchema:
    """Schemas of one to three facts, of which the last may hang on the first."""
    names = ("a", "b", "c")[: draw(st.integers(1, 3))]
    drawn = [draw(facts_of_schema(name)) for name in names]
    if len(drawn) > 1 and draw(st.booleans()):
        first, *middle, last = drawn
        where = draw(tests_of(first))
        last = Fact(last.name, last.domain, last.title, where, last.boundaries)
        drawn = [first, *middle, last]
    return FactSchema(drawn)


@st.composite
def facts(draw: Any, schema: FactSchema) -> Facts:
    """Facts of a schema: known, partly known, unknown."""
    values = {
        fact.name: frozenset(draw(_some(fact.domain)))
        for fact in schema.facts
        if draw(st.booleans())
    }
    return Facts.of(schema, values).with_provenance(draw(class_strategy(Provenance)))


def _some(domain: tuple[Any, ...]) -> Any:
    return st.lists(st.sampled_from(domain), min_size=1, unique=True)


def tests_of(fact: Fact) -> Any:
    """Return a strategy for tests of a fact."""
    return st.builds(Is, st.just(fact.name), _some(fact.domain))


@st.composite
def criteria(draw: Any, schema: FactSchema, key: str = "criterion") -> Criterion:
    """Criteria over a schema; some with holes, some with a declared gap."""
    tests = st.one_of([tests_of(fact) for fact in schema.facts])
    points = sorted(draw(st.lists(POINTS, min_size=2, max_size=3, unique=True)))
    levels = [Level(number, draw(tests), draw(TEXTS)) for number in points]
    gaps: list[Gap] = []
    if draw(st.booleans()):
        # Where no level holds, a gap overlaps none.
        where = AllOf([~level.condition for level in levels])
        gaps.append(Gap("open", where, points[:2], "the scale is silent"))
    settled = {"key": key, "levels": levels, "gaps": gaps}
    settled["weight"] = draw(st.sampled_from(("1", "0.5", "2")))
    drawn: Criterion = draw(grown(Criterion, class_strategy, settled))
    return drawn


@st.composite
def rubrics(draw: Any) -> Rubric:
    """Rubrics of one or two criteria."""
    schema = draw(schemas())
    keys = ("first", "second")[: draw(st.integers(1, 2))]
    drawn = [draw(criteria(schema, key)) for key in keys]
    rubric: Rubric = draw(
        grown(Rubric, class_strategy, {"facts": schema, "criteria": drawn})
    )
    return rubric
