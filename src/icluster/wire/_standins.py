"""What travels in place of some nouns and results.

`Facts` keep bits; on the wire the possible values stand by name. A result
travels as what it was made from and is made again on reading, so that a document
cannot claim a total which its own facts do not give.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

from attrs import frozen

from icluster.conditions import Value
from icluster.errors import InvalidValueError
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
from icluster.words import Part, Sentence, as_part, steps

__all__ = ["STANDINS", "Standin"]


class Standin(Protocol):
    """A class whose fields travel in place of another's."""

    @classmethod
    def write(cls, noun: Any, /) -> Any:
        """Return what stands for *noun*."""

    def read(self) -> Any:
        """Return what this stands for."""


@frozen(kw_only=True)
class FactsStandin:
    """Facts, by name.

    Attributes:
        schema: The facts and their domains.
        values: For each fact of which something is known, the values still
            possible.
        provenance: How they came about.
    """

    schema: FactSchema
    values: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    provenance: Provenance = Provenance()

    @classmethod
    def write(cls, facts: Facts, /) -> FactsStandin:
        """Return what stands for *facts*."""
        values = tuple(
            (name, facts[name]) for name in facts.schema.names if facts.says(name)
        )
        return cls(schema=facts.schema, values=values, provenance=facts.provenance)

    def read(self) -> Facts:
        """Return the facts that this stands for."""
        names = [name for name, _ in self.values]
        if len(set(names)) < len(names):
            raise InvalidValueError("values", "given once a fact", names)
        for name, values in self.values:
            # A set would take 1 for True.
            positions = {self.schema[name].position(value) for value in values}
            if len(positions) < len(values) or not values:
                raise InvalidValueError("values", f"some of {name}, each once", values)
        stated = {name: frozenset(values) for name, values in self.values}
        return Facts.of(self.schema, stated).with_provenance(self.provenance)


@frozen(kw_only=True)
class ScoreStandin:
    """A score, as what it was made from.

    Attributes:
        rubric: What was scored by.
        facts: What was scored.
    """

    rubric: Rubric
    facts: Facts

    @classmethod
    def write(cls, result: Score, /) -> ScoreStandin:
        """Return what stands for a score."""
        return cls(rubric=result.rubric, facts=result.facts)

    def read(self) -> Score:
        """Score again."""
        return score(self.rubric, self.facts)


@frozen(kw_only=True)
class CriterionScoreStandin:
    """What facts allow for one criterion, as what it was made from.

    Attributes:
        rubric: What was scored by.
        facts: What was scored.
        criterion: Key of the criterion.
    """

    rubric: Rubric
    facts: Facts
    criterion: str

    @classmethod
    def write(cls, result: CriterionScore, /) -> CriterionScoreStandin:
        """Return what stands for the result."""
        key = result.criterion.key
        return cls(rubric=result.rubric, facts=result.facts, criterion=key)

    def read(self) -> CriterionScore:
        """Score again."""
        return score(self.rubric, self.facts)[self.criterion]


@frozen(kw_only=True)
class ComparisonStandin:
    """A comparison, as what it was made from.

    Attributes:
        published: The published score.
        score: The derived one.
    """

    published: PublishedScore
    score: Score

    @classmethod
    def write(cls, result: Comparison, /) -> ComparisonStandin:
        """Return what stands for a comparison."""
        return cls(published=result.published, score=result.score)

    def read(self) -> Comparison:
        """Compare again."""
        return compare(self.published, self.score)


@frozen(kw_only=True)
class NextStepsStandin:
    """Next steps, as what they were made from.

    Attributes:
        score: The score that they start from.
    """

    score: Score

    @classmethod
    def write(cls, result: NextSteps, /) -> NextStepsStandin:
        """Return what stands for the steps."""
        return cls(score=result.score)

    def read(self) -> NextSteps:
        """Look for the steps again."""
        return next_steps(self.score.rubric, self.score.facts)


@frozen(kw_only=True)
class AuditStandin:
    """An audit, as what it was made from.

    Attributes:
        rubric: The rubric.
    """

    rubric: Rubric

    @classmethod
    def write(cls, result: Audit, /) -> AuditStandin:
        """Return what stands for an audit."""
        return cls(rubric=result.rubric)

    def read(self) -> Audit:
        """Audit again."""
        return audit(self.rubric)


@frozen(kw_only=True)
class RankingStandin:
    """A ranking, as what it was made from.

    Attributes:
        scores: Scores by name.
    """

    scores: tuple[tuple[str, Score], ...]

    @classmethod
    def write(cls, result: Ranking, /) -> RankingStandin:
        """Return what stands for a ranking."""
        return cls(scores=tuple((each.name, each.score) for each in result.entries))

    def read(self) -> Ranking:
        """Rank again."""
        names = [name for name, _ in self.scores]
        if len(set(names)) < len(names):
            raise InvalidValueError("scores", "given once a name", names)
        return rank(dict(self.scores))


@frozen(kw_only=True)
class FindingStandin:
    """A finding, free of language.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        severity: How much it weighs.
        path: Where in the subject it is.
        sentence: What is the matter, with the values.
        sides: Citations, one tuple for each statement held against another.
        remedy: How to settle it.
    """

    code: str
    name: str
    severity: Severity
    path: str = ""
    sentence: Sentence
    sides: tuple[tuple[Citation, ...], ...] = ()
    remedy: str = ""

    @classmethod
    def write(cls, finding: Finding, /) -> FindingStandin:
        """Return what stands for a finding."""
        return cls(
            code=finding.code,
            name=finding.name,
            severity=finding.severity,
            path=finding.path,
            sentence=finding.sentence,
            sides=finding.sides,
            remedy=finding.remedy,
        )

    def read(self) -> Finding:
        """Return the finding that this stands for."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            steps=steps(self.path),
            sentence=self.sentence,
            sides=self.sides,
            remedy=self.remedy,
        )


@frozen(kw_only=True)
class SentenceStandin:
    """A sentence, free of language.

    Attributes:
        template: The English words.
        parts: What they are filled with.
        context: Which meaning of the words.
    """

    template: str
    parts: tuple[Part, ...] = ()
    context: str = ""

    @classmethod
    def write(cls, sentence: Sentence, /) -> SentenceStandin:
        """Return what stands for a sentence."""
        parts = tuple(map(as_part, sentence.parts))
        return cls(template=sentence.template, parts=parts, context=sentence.context)

    def read(self) -> Sentence:
        """Return the sentence that this stands for."""
        return Sentence(self.template, self.parts, self.context)


@frozen(kw_only=True)
class ColumnStandin:
    """A column, without what its cells were made by.

    Attributes:
        key: Name of the value in a record.
        title: Heading.
        numeric: Whether values stand at the right.
    """

    key: str
    title: str = ""
    numeric: bool = False

    @classmethod
    def write(cls, column: Column, /) -> ColumnStandin:
        """Return what stands for a column."""
        return cls(key=column.key, title=column.title, numeric=column.numeric)

    def read(self) -> Column:
        """Return the column that this stands for."""
        return Column(self.key, self.title, numeric=self.numeric)


@frozen(kw_only=True)
class TableStandin:
    """A table, free of language.

    Attributes:
        title: Caption.
        columns: Its columns.
        rows: Its rows.
        notes: What stands below it.
    """

    title: str | Sentence
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[str | Sentence, ...] = ()

    @classmethod
    def write(cls, table: Table, /) -> TableStandin:
        """Return what stands for a table."""
        return cls(
            title=table.title,
            columns=table.columns,
            rows=table.rows,
            notes=table.notes,
        )

    def read(self) -> Table:
        """Return the table that this stands for."""
        return Table(
            title=self.title, columns=self.columns, rows=self.rows, notes=self.notes
        )


STANDINS: Mapping[type, type[Standin]] = MappingProxyType(
    {
        Audit: AuditStandin,
        Column: ColumnStandin,
        Comparison: ComparisonStandin,
        CriterionScore: CriterionScoreStandin,
        Facts: FactsStandin,
        Finding: FindingStandin,
        NextSteps: NextStepsStandin,
        Ranking: RankingStandin,
        Score: ScoreStandin,
        Sentence: SentenceStandin,
        Table: TableStandin,
    }
)
"""What travels in place of what."""
