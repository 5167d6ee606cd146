"""Every engine gives, row by row, what the object scorer gives."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, records
from tests.laws.brute_force import completions, holds
from tests.laws.strategies import conditions, facts_of, rubrics, schemas

from icluster import Edition, Facts, Rubric, frames
from icluster.editions import Asking
from icluster.frames._bounds import shortest
from icluster.reference import eccp
from icluster.rubrics._completions import Space
from icluster.scoring import score
from icluster.testing import noun_classes

if TYPE_CHECKING:
    from icluster import FactSchema
    from icluster.conditions import Condition

KIND_OF = {bool: "bool", int: "int", str: "str"}


def cell(facts: Facts, name: str, kind: str) -> object:
    """What a column of that kind can say of a fact; null where it can say nothing."""
    values = facts[name]
    if kind == "str":
        return frames.joined(*values) if facts.says(name) else None
    return values[0] if len(values) == 1 else None


def said(facts: Facts, kinds: dict[str, str]) -> Facts:
    """The facts as far as the columns say them."""
    return facts.but(
        {
            name: frozenset(facts.schema[name].domain)
            for name, kind in kinds.items()
            if kind != "str" and len(facts[name]) > 1
        }
    )


def expected(rubric: Rubric, facts: Facts) -> dict[str, int]:
    result = score(rubric, facts)
    unit = Fraction(rubric.unit)
    row = {
        "total_lowest_units": int(Fraction(result.lowest) / unit),
        "total_highest_units": int(Fraction(result.highest) / unit),
        "outside_domain": 0,
    }
    weighted = "_weighted" if rubric.is_weighted else ""
    for each in result.criteria:
        weight = Fraction(each.criterion.weight)
        for end, points in zip(
            ("lowest", "highest"),
            (each.candidates[0], each.candidates[-1]),
            strict=True,
        ):
            row[f"{each.criterion.key}{weighted}_{end}_units"] = int(
                Fraction(points) * weight / unit
            )
    return row


def check(make: Any, rubric: Rubric, many: list[Facts], kinds: dict[str, str]) -> None:
    columns = {
        name: [cell(facts, name, kind) for facts in many]
        for name, kind in kinds.items()
    }
    columns["row"] = list(range(len(many)))
    scored = frames.score(
        make(columns, kinds | {"row": "int"}),
        rubric,
        compute=frames.EVERYTHING,
        units=True,
    )
    by_key = {row["row"]: row for row in records(scored)}
    for number, facts in enumerate(many):
        wanted = expected(rubric, said(facts, kinds))
        assert {name: by_key[number][name] for name in wanted} == wanted


def kinds_of(schema: FactSchema) -> st.SearchStrategy[dict[str, str]]:
    """Each fact in a column of its own type, or of text."""
    return st.fixed_dictionaries(
        {
            fact.name: st.sampled_from(["str", KIND_OF[type(fact.domain[0])]])
            for fact in schema.facts
        }
    )


def cases(rubric: Rubric) -> st.SearchStrategy[tuple[Rubric, list[Facts], Any]]:
    many = st.lists(facts_of(rubric.facts), min_size=1, max_size=8)
    return st.tuples(st.just(rubric), many, kinds_of(rubric.facts))


@settings(max_examples=15)
@given(case=(st.just(eccp.MATURITY_2022) | rubrics()).flatmap(cases))
def test_frames_of_facts_score_as_the_facts_do(
    case: tuple[Rubric, list[Facts], dict[str, str]],
) -> None:
    rubric, many, _ = case
    named = dict(enumerate(many))
    scores = {number: score(rubric, facts) for number, facts in named.items()}
    for backend in ("pandas", "polars", "pyarrow"):
        frame = frames.from_facts(named, backend=backend, key="row")
        rows = records(
            frames.score(frame, rubric, compute=frames.EVERYTHING, units=True)
        )
        written = records(
            frames.from_scores(scores, backend=backend, key="row", units=True)
        )
        for row, again, facts in zip(rows, written, many, strict=True):
            wanted = expected(rubric, facts)
            assert {name: row[name] for name in wanted} == wanted
            assert again == {name: row[name] for name in again}


CLASSES = {
    kind.__name__: kind
    for kind in noun_classes()
    if kind not in (Asking, Edition) and not getattr(kind, "__parameters__", ())
}


@pytest.mark.parametrize("name", sorted(CLASSES))
@settings(max_examples=4)
@given(data=st.data())
def test_objects_come_back_from_every_engine(name: str, data: st.DataObject) -> None:
    anything: st.SearchStrategy[Any] = st.from_type(CLASSES[name])
    noun = data.draw(anything)
    kind = type(noun)
    others = anything.filter(lambda other: type(other) is kind)
    nouns = (noun, *data.draw(st.lists(others, max_size=2)))
    for backend in ("pandas", "polars", "pyarrow"):
        frame = frames.from_objects(nouns, backend=backend)
        assert frames.to_objects(frame, kind) == nouns


every_engine = pytest.mark.parametrize("engine", MAKERS)


@every_engine
@settings(max_examples=15)
@given(case=cases(eccp.MATURITY_2022))
def test_eccp_scores_are_those_of_the_object_scorer(
    engine: str, case: tuple[Rubric, list[Facts], dict[str, str]]
) -> None:
    check(MAKERS[engine], *case)


@every_engine
@settings(max_examples=20)
@given(case=rubrics().flatmap(cases))
def test_random_scores_are_those_of_the_object_scorer(
    engine: str, case: tuple[Rubric, list[Facts], dict[str, str]]
) -> None:
    check(MAKERS[engine], *case)


@settings(max_examples=12)
@given(case=rubrics(most=2).flatmap(cases))
def test_tables_and_comparisons_agree_on_every_completion(
    case: tuple[Rubric, list[Facts], dict[str, str]],
) -> None:
    rubric, _, kinds = case
    every = [Facts.of(rubric.facts, dict(each)) for each in completions(rubric.facts)]
    for engine in ("pandas, nullable", "polars, eager"):
        check(MAKERS[engine], rubric, every, kinds)


def with_condition(
    schema: FactSchema,
) -> st.SearchStrategy[tuple[FactSchema, Condition, Condition]]:
    return st.tuples(st.just(schema), conditions(schema), conditions(schema))


@given(case=schemas().flatmap(with_condition))
def test_shorter_conditions_say_the_same_where_it_matters(
    case: tuple[FactSchema, Condition, Condition],
) -> None:
    schema, condition, elsewhere = case
    space = Space(schema, schema.names)
    where = space.everything & ~space.holding(elsewhere)
    shorter = shortest(condition, space, where)
    for values in completions(schema):
        if not holds(elsewhere, values):
            assert holds(shorter, values) == holds(condition, values)
    assert len(list(shorter.tests())) <= len(list(condition.tests()))
