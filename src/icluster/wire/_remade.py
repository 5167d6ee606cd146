"""What travels in place of some nouns and results: one table.

`Facts` keep bits; on the wire the possible values stand by name. A result travels as
what it was made from and is made again on reading, so that a document cannot claim a
total which its own facts do not give. Fields that are not listed here do not travel:
what the cells of a column were made by, the language of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs
from attrs import frozen

from icluster.conditions import Value
from icluster.errors import Fault, InvalidValueError
from icluster.facts import Facts, FactSchema
from icluster.policies import PublishedScore
from icluster.provenance import Provenance
from icluster.rubrics import Rubric
from icluster.rules import Finding, Severity
from icluster.scoring import (
    Audit,
    Comparison,
    CriterionScore,
    NextSteps,
    Ranking,
    Score,
    audit,
    compare,
    next_steps,
    rank,
    score,
)
from icluster.sources import Citation
from icluster.tables import Cell, Column, Table
from icluster.words import Part, Sentence, as_part, say, steps


@frozen
class Remade:
    """How a noun travels: the fields that are written, and what is made of them.

    Attributes:
        form: A class of the fields; the schema is read off it.
        read: Makes the noun of the values of the fields, by their names.
        fields: What gives each field of a noun, by name.
        described: What the fields are, where the noun has them by other names.
    """

    form: type
    read: Callable[..., Any]
    fields: Mapping[str, Callable[[Any], Any]]
    described: Mapping[str, str]

    def written(self, noun: Any) -> Any:
        """Return the fields of *noun* that travel."""
        return self.form(**{name: get(noun) for name, get in self.fields.items()})

    def made(self, form: Any) -> Any:
        """Return the noun that its fields stand for."""
        values = {name: getattr(form, name) for name in self.fields}
        return self.read(**values)


class _Field(NamedTuple):
    """A field that travels: its type, how it is got, its default, what it is."""

    type: Any
    default: Any = attrs.NOTHING
    get: Callable[[Any], Any] | None = None
    what: str = ""


def _remade(kind: type, read: Callable[..., Any], **fields: _Field) -> Remade:
    attributes = {
        name: attrs.field(type=field.type, default=field.default)
        for name, field in fields.items()
    }
    return Remade(
        form=attrs.make_class(kind.__name__, attributes, frozen=True, kw_only=True),
        read=read,
        fields={name: field.get or attrgetter(name) for name, field in fields.items()},
        described={name: field.what for name, field in fields.items() if field.what},
    )


def _values_of(facts: Facts) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    names = facts.schema.names
    return tuple((name, facts[name]) for name in names if facts.says(name))


def _facts(
    schema: FactSchema,
    values: tuple[tuple[str, tuple[Value, ...]], ...],
    provenance: Provenance,
) -> Facts:
    names = [name for name, _ in values]
    if len(set(names)) < len(names):
        raise InvalidValueError("values", "given once a fact", names)
    known = frozenset(schema.names)
    unknown = [
        Fault(("values", index, 0), "reference", say("one of {}", schema.names), name)
        for index, name in enumerate(names)
        if name not in known
    ]
    if unknown:
        raise InvalidValueError.of(unknown)
    for name, possible in values:
        # A set would take 1 for True.
        positions = {schema[name].position(value) for value in possible}
        if len(positions) < len(possible) or not possible:
            raise InvalidValueError(
                "values", say("some of {}, each once", name), possible
            )
    stated = {name: frozenset(possible) for name, possible in values}
    return Facts.of(schema, stated).with_provenance(provenance)


def _scores_of(ranking: Ranking) -> tuple[tuple[str, Score], ...]:
    return tuple((entry.name, entry.score) for entry in ranking.entries)


def _ranking(scores: tuple[tuple[str, Score], ...]) -> Ranking:
    names = [name for name, _ in scores]
    if len(set(names)) < len(names):
        raise InvalidValueError("scores", "given once a name", names)
    return rank(dict(scores))


def _audit(rubric: Rubric) -> Audit:
    return audit(rubric)


def _criterion_score(rubric: Rubric, facts: Facts, criterion: str) -> CriterionScore:
    return score(rubric, facts)[criterion]


def _next_steps(score: Score) -> NextSteps:
    return next_steps(score.rubric, score.facts)


def _finding(*, paths: tuple[str, ...], **values: Any) -> Finding:
    return Finding(places=map(steps, paths), **values)


def _parts_of(sentence: Sentence) -> tuple[Part, ...]:
    return tuple(map(as_part, sentence.parts))


_RUBRIC = _Field(Rubric, what="What was scored by.")
_FACTS = _Field(Facts, what="What was scored.")

REMADE: Mapping[type, Remade] = MappingProxyType(
    {
        Audit: _remade(Audit, _audit, rubric=_Field(Rubric, what="The rubric.")),
        Column: _remade(
            Column,
            Column,
            key=_Field(str),
            title=_Field(str, ""),
            numeric=_Field(bool, False),
            numbered=_Field(bool, False),
            ranged=_Field(bool, False),
        ),
        Comparison: _remade(
            Comparison,
            compare,
            published=_Field(PublishedScore, what="The published score."),
            score=_Field(Score, what="The derived one."),
        ),
        CriterionScore: _remade(
            CriterionScore,
            _criterion_score,
            rubric=_RUBRIC,
            facts=_FACTS,
            criterion=_Field(
                str, get=attrgetter("criterion.key"), what="Key of the criterion."
            ),
        ),
        Facts: _remade(
            Facts,
            _facts,
            schema=_Field(FactSchema, what="The facts and their domains."),
            values=_Field(
                tuple[tuple[str, tuple[Value, ...]], ...],
                (),
                _values_of,
                "For each fact of which something is known, the values still possible.",
            ),
            provenance=_Field(Provenance, Provenance(), what="How they came about."),
        ),
        Finding: _remade(
            Finding,
            _finding,
            code=_Field(str),
            name=_Field(str),
            severity=_Field(Severity),
            about=_Field(tuple[str, ...], ()),
            things=_Field(tuple[str, ...], ()),
            paths=_Field(tuple[str, ...], ("",), what="Where in the subject it is."),
            sentence=_Field(Sentence),
            values=_Field(
                tuple[str, ...],
                (),
                attrgetter("value_texts"),
                "What it speaks of, as its fingerprint is made of it.",
            ),
            sides=_Field(tuple[tuple[Citation, ...], ...], ()),
            remedy=_Field(str, ""),
        ),
        NextSteps: _remade(
            NextSteps,
            _next_steps,
            score=_Field(Score, what="The score that they start from."),
        ),
        Ranking: _remade(
            Ranking,
            _ranking,
            scores=_Field(
                tuple[tuple[str, Score], ...], get=_scores_of, what="Scores by name."
            ),
        ),
        Score: _remade(Score, score, rubric=_RUBRIC, facts=_FACTS),
        Sentence: _remade(
            Sentence,
            Sentence,
            template=_Field(str),
            parts=_Field(tuple[Part, ...], (), _parts_of),
            context=_Field(str, ""),
        ),
        Table: _remade(
            Table,
            Table,
            title=_Field(str | Sentence),
            columns=_Field(tuple[Column, ...]),
            rows=_Field(tuple[tuple[Cell, ...], ...], ()),
            notes=_Field(tuple[str | Sentence, ...], ()),
        ),
    }
)
"""What travels in place of what."""


def form_of(kind: Any) -> Any:
    """Return the class whose fields travel for a *kind*: mostly its own."""
    remade = REMADE.get(kind)
    return kind if remade is None else remade.form
