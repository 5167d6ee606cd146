"""What facts allow for one criterion, with the reasons."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from attrs import frozen

from icluster._exact import to_decimal_text
from icluster.errors import UndeterminedError
from icluster.facts import Facts
from icluster.rubrics import Criterion, Gap, Level, Rubric
from icluster.scoring._fewest import forcing
from icluster.scoring._reasons import Reason, points_said, titles_of
from icluster.words import Shown, clipped

__all__ = ["CriterionScore"]


@frozen(weakref_slot=False, repr=False)
class CriterionScore(Shown):
    """What facts allow for one criterion.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> facts = Facts.of(eccp.FACTS_2022, monitoring=True)
        >>> result = score(eccp.MATURITY_2022, facts)
        >>> result["evidence"].candidates
        (Decimal('1'), Decimal('2'))
        >>> [str(reason) for reason in result["evidence"].reasons]
        ['monitoring of the policy: yes']
    """

    rubric: Rubric
    facts: Facts
    index: int

    def __repr__(self) -> str:
        points = points_said(self.candidates)
        return clipped(f"<CriterionScore {self.criterion.key}: {points}>")

    @property
    def criterion(self) -> Criterion:
        """The criterion itself."""
        return self.rubric.criteria[self.index]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that the facts allow, from fewest points to most."""
        positions = self.rubric._outcomes.levels(self.index, self.facts._bits)
        return tuple(self.criterion.levels[position] for position in positions)

    @property
    def candidates(self) -> tuple[Decimal, ...]:
        """The points that the facts allow, rising, without the weight."""
        return tuple(level.points for level in self.levels)

    @property
    def level(self) -> Level:
        """The one level that the facts allow.

        Raises:
            UndeterminedError: They allow several.
        """
        levels = self.levels
        if len(levels) == 1:
            return levels[0]
        allowed = tuple(map(to_decimal_text, self.candidates))
        facts, gaps = self.settled_by
        titles = titles_of(self.facts.schema, facts)
        raise UndeterminedError(self.criterion.key, allowed, facts, gaps, titles)

    @property
    def points(self) -> Decimal:
        """The points of the one level that the facts allow, without the weight.

        Raises:
            UndeterminedError: They allow several levels.
        """
        return self.level.points

    @property
    def weighted(self) -> Decimal:
        """The points of the one level that the facts allow, weight applied.

        Raises:
            UndeterminedError: They allow several levels.
        """
        return self.criterion.weighted(self.points)

    @property
    def weighted_candidates(self) -> tuple[Decimal, ...]:
        """The points that the facts allow, rising, weight applied."""
        return tuple(map(self.criterion.weighted, self.candidates))

    @property
    def settled_by(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the gaps on which the level still hangs, by name."""
        return self.rubric._outcomes.settling_level(self.index, self.facts)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The declared gaps that the facts may fall into."""
        _, reach = self.rubric._outcomes.place(self.index)
        return tuple(reach.met_gaps(reach.space.allowed(self.facts._bits)))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """A smallest set of known facts that allows these levels and no others.

        Of several smallest sets it is the first in the order of the schema. Where
        `reasons_are_fewest` is false, none of them can be left out, that is all.
        """
        schema, provenance = self.facts.schema, self.facts.provenance
        return tuple(
            Reason(
                name,
                schema[name].title,
                self.facts[name],
                provenance.citations_of(name),
            )
            for name in self._forcing[0]
        )

    @property
    def reasons_are_fewest(self) -> bool:
        """Whether no smaller set of facts forces the levels; false where untried."""
        return self._forcing[1]

    @cached_property
    def _forcing(self) -> tuple[tuple[str, ...], bool]:
        return forcing(self.rubric, self.facts, self.index)
