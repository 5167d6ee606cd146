"""What travels in place of some nouns and results.

`Facts` keep bits; on the wire the possible values stand by name. A result
travels as what it was made from and is made again on reading, so that a document
cannot claim a total which its own facts do not give.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_tuple
from icluster.conditions import Value
from icluster.facts import Facts, FactSchema, Provenance
from icluster.policies import PublishedScore
from icluster.rubrics import Rubric
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

__all__ = ["STANDINS", "Standin"]


@frozen(kw_only=True)
class _Facts:
    """Facts by name.

    Attributes:
        schema: The facts and their domains.
        values: For each fact that is not wholly unknown, the values still possible.
        provenance: How they came about.
    """

    schema: FactSchema = field(validator=instance_of(FactSchema))
    values: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    provenance: Provenance = field(
        factory=Provenance, validator=instance_of(Provenance)
    )

    @classmethod
    def write(cls, facts: Facts) -> _Facts:
        """Return what stands for *facts*."""
        values = tuple(
            (name, facts[name]) for name in facts.schema.names if facts.says(name)
        )
        return cls(schema=facts.schema, values=values, provenance=facts.provenance)

    def read(self) -> Facts:
        """Return the facts that this stands for."""
        stated = {name: _Possible(values) for name, values in self.values}
        return Facts.of(self.schema, stated).with_provenance(self.provenance)


class _Possible(frozenset[tuple[str, Value]]):
    """A set that keeps 1 and True apart."""


@frozen(kw_only=True)
class _Score:
    """A score, by what it was made from.

    Attributes:
        rubric: What was scored by.
        facts: What was scored.
    """

    rubric: Rubric = field(validator=instance_of(Rubric))
    facts: Facts = field(validator=instance_of(Facts))

    @classmethod
    def write(cls, result: Score) -> _Score:
        """Return what stands for a score."""
        return cls(rubric=result.rubric, facts=result.facts)

    def read(self) -> Score:
        """Score again."""
        return score(self.rubric, self.facts)
